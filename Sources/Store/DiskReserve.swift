import Glibc

extension Desk {
    /// The room on the disk that acts and imports leave free, so that people can still sign in and the log is still written on a full disk:
    /// 16 MB, or a sixteenth of a small disk.
    private static let reserve = 16 << 20

    /// Throws if the disk under the desk has no more room than the reserve. Call this before an act.
    package func requireReserve() throws(DiskFault) {
        var facts = statvfs()
        guard statvfs(WholeCopy.folder(of: path), &facts) == 0 else { return }
        let size = UInt64(facts.f_frsize)
        let (free, whole) = (UInt64(facts.f_bavail) * size, UInt64(facts.f_blocks) * size)
        guard free >= min(UInt64(Desk.reserve), whole / 16) else { throw .full(path) }
    }
}
