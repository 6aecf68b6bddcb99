import Glibc

/// The room of a disk for files that only pass: those that forms bring, and long answers until they are read. All of them together
/// take half of what is free at most, and none of its last, so that work, logins and the log go on.
package final class PassingRoom: Sendable {
    /// Where such files are made.
    package let folder: String
    private let reserve: Int
    private let files = Allowance()

    /// `reserve` in bytes is never taken; of a small disk it is an eighth.
    package init(in folder: String, reserve: Int = 64 << 20) {
        self.folder = folder
        self.reserve = reserve
    }

    /// Room for a file of so many bytes. Throws a failure that is for space where there is not so much.
    package func take(_ bytes: Int) throws(StagedFile.Failure) -> Allowance.Share {
        guard let share = files.take(bytes, atMost: try available) else { throw PassingRoom.full }
        return share
    }

    /// The same for so many bytes more of a file.
    package func grow(_ share: Allowance.Share, by bytes: Int) throws(StagedFile.Failure) {
        guard share.grow(by: bytes, atMost: try available) else { throw PassingRoom.full }
    }

    private static let full = StagedFile.Failure(call: "statvfs", code: ENOSPC)

    /// What has been written already is not free any more, so that files under way count more than once: the less is left, the
    /// smaller is the share.
    private var available: Int {
        get throws(StagedFile.Failure) {
            var facts = statvfs()
            guard statvfs(folder, &facts) == 0 else { throw StagedFile.Failure(call: "statvfs", code: errno) }
            func bytes(_ blocks: fsblkcnt_t) -> Int {
                let (bytes, isTooMany) = UInt64(blocks).multipliedReportingOverflow(by: UInt64(facts.f_frsize))
                return isTooMany ? .max : Int(clamping: bytes)
            }
            return max(0, bytes(facts.f_bavail) - min(reserve, bytes(facts.f_blocks) / 8)) / 2
        }
    }
}
