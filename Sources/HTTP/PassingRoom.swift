import Glibc

/// The disk space for temporary files: uploads, and long answers until they are read. Together they take at most half of the free space and
/// never the reserve, so that acts, logins and the log still have room.
package final class PassingRoom: Sendable {
    /// The folder for these files.
    package let folder: String
    private let reserve: Int
    private let files = Allowance()

    /// `reserve` bytes are never taken; on a small disk it is an eighth.
    package init(in folder: String, reserve: Int = 64 << 20) {
        self.folder = folder
        self.reserve = reserve
    }

    /// Reserves room for a file of so many bytes. Throws a failure with `isForSpace` if there is not enough.
    package func take(_ bytes: Int) throws(StagedFile.Failure) -> Allowance.Share {
        guard let share = files.take(bytes, atMost: try available) else { throw PassingRoom.full }
        return share
    }

    /// Enlarges the share of a file by so many bytes.
    package func grow(_ share: Allowance.Share, by bytes: Int) throws(StagedFile.Failure) {
        guard share.grow(by: bytes, atMost: try available) else { throw PassingRoom.full }
    }

    private static let full = StagedFile.Failure(call: "statvfs", code: ENOSPC)

    /// Bytes already written are no longer free, so files in progress count twice. The less space is left, the smaller the share.
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
