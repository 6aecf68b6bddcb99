import Domain
import GRDB

/// Why a desk's file cannot be used. Each description is one line that says what to do.
package enum DeskError: Error, Equatable, CustomStringConvertible {
    case missing(String)
    case unreadable(String, reason: String)
    case foreign(String)
    case newer(String, has: Int, knows: Int)
    /// The file has an older schema and was only to be read. A program that opens it to write brings it up to date.
    case older(String, has: Int, knows: Int)
    case readOnly(String)
    /// There is no room for a copy on the folder's filesystem.
    case noRoom(String)
    /// A copy that was made, or that was to be restored, is damaged. The texts say what is wrong with it.
    case unsound(String, [String])
    case inUse(String, by: String)
    /// A new desk was to be made here, but the file exists.
    case exists(String)
    /// Only a new desk can be filled.
    case notNew(String)
    /// The file has other names (hard links). Another program could open it under one of them without being noticed.
    case linked(String, names: Int)
    case linkToNothing(String)
    /// The log beside the file belongs to another file that was here before.
    case foreignLog(String)
    /// The file in the place of a desk's key is not a key.
    case noKey(String)

    package var description: String {
        switch self {
        case .missing(let path): "\(path): no such file"
        case .unreadable(let path, let reason): "\(path): cannot be opened: \(reason)"
        case .foreign(let path): "\(path): is not a desk of kamdesk; it was left untouched"
        case .newer(let path, let has, let knows):
            "\(path): was written by a newer kamdesk (schema \(has), this one knows \(knows)); it was left untouched"
        case .older(let path, let has, let knows):
            "\(path): was written by an older kamdesk (schema \(has), this one knows \(knows)): serve it once, and it is brought up to date"
        case .readOnly(let path): "\(path): the file or its folder cannot be written"
        case .noRoom(let folder): "\(folder): has no room for a copy"
        case .unsound(let path, let findings):
            "\(path): is damaged: \(findings.prefix(3).joined(separator: "; "))\(findings.count > 3 ? " and \(findings.count - 3) more" : "")"
        case .exists(let path): "\(path): is there already; nothing was changed"
        case .notNew(let path): "\(path): holds clients already; nothing was changed"
        case .linked(let path, let names):
            "\(path): has \(names) names (hard links); keep one of them, or make a copy, for a program that opens it by another is not seen"
        case .linkToNothing(let path): "\(path): is a link, and where it leads there is no file; nothing was made"
        case .foreignLog(let path):
            "\(path)-wal: is the log of another file than \(path), which was put in its place; both were left untouched. Put that file"
                + " back, or take the log away with all that it holds (and \(DeskLock.path(of: path)), where you know that the two belong together)"
        case .noKey(let path):
            "\(path): is no key of a desk; put back the one that was there, or take it away and set second factors anew"
        case .inUse(let path, let by): "\(path): is open in another kamdesk, process \(by); nothing was changed"
        }
    }
}

extension DeskError {
    /// The error for a file that SQLite cannot open.
    static func cannotOpen(_ path: String, _ error: DatabaseError) -> any Error {
        DiskFault(error, at: path) ?? DeskError.unreadable(path, reason: error.message ?? "\(error.resultCode)")
            as any Error
    }
}

/// Why an act on the desk was refused. Nothing of the act was written.
package enum Refusal: Error, Equatable {
    /// There is no such record, or the viewer may not see it.
    case notFound
    case notAllowed
    /// The viewer is not signed in.
    case needsLogin
    case invalid(Problems)
    /// Somebody changed the record after it was read. `current` is its version now.
    case conflict(current: Int)
}
