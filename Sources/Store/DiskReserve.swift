import Glibc

extension Desk {
    /// The last of the disk's room that acts and imports leave free, so that logins and the log go on where the rest is taken: 16 MB, of a
    /// small disk a sixteenth.
    private static let reserve = 16 << 20

    /// Throws where the disk under the desk has no room left but that. To be asked before an act.
    package func requireReserve() throws(DiskFault) {
        var facts = statvfs()
        guard statvfs(WholeCopy.folder(of: path), &facts) == 0 else { return }
        let size = UInt64(facts.f_frsize)
        let (free, whole) = (UInt64(facts.f_bavail) * size, UInt64(facts.f_blocks) * size)
        guard free >= min(UInt64(Desk.reserve), whole / 16) else { throw .full(path) }
    }
}
