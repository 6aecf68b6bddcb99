import CSodium
import Foundation

/// Where a desk lies: its file by its real path, whatever links lead to it, so that whoever comes to it finds the same lock, log and
/// key beside it.
struct DeskPlace {
    /// Without links; as it was typed where its folder is not there.
    let path: String

    /// Throws where the name is a link to nothing, or the file has a second name: who came by that one would not be seen.
    init(_ typed: String) throws(DeskError) {
        if let real = DeskPlace.real(typed) {
            path = real
            try requireOneName(typed)
        } else {
            var facts = stat()
            guard lstat(typed, &facts) != 0 else {
                throw errno == ENOENT || errno == 0
                    ? .linkToNothing(typed) : .unreadable(typed, reason: String(cString: strerror(errno)))
            }
            let folder = DeskPlace.real(WholeCopy.folder(of: typed))
            path = folder.map { ($0 == "/" ? "" : $0) + "/" + DeskPlace.name(of: typed) } ?? typed
        }
    }

    private func requireOneName(_ typed: String) throws(DeskError) {
        var facts = stat()
        guard stat(path, &facts) == 0, facts.st_nlink > 1 else { return }
        // A restore that was cut off had given the file its name, and not yet taken away the one that it had before.
        let leftover = DeskPlace.beside(path, "-unfinished")
        if FileIdentity(leftover) == FileIdentity(path), unlink(leftover) == 0 { return try requireOneName(typed) }
        throw .linked(typed, names: Int(facts.st_nlink))
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// How many bytes a file's name may have; and how many of them are left for what programs put behind it. A copy has the desk's name
    /// twice in its path, and SQLite opens no path of more than 512 bytes.
    private static let (longest, room) = (255, 128)

    /// The place beside a desk's file of what is called like it with something behind; a name that is too long for that is cut, and
    /// has a hash of all of it instead.
    static func beside(_ path: String, _ suffix: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return folder + cut(name(of: path)) + suffix
    }

    /// A file's name, so short that there is room behind it.
    static func cut(_ name: String) -> String {
        guard name.utf8.count > longest - room else { return name }
        var hash = [UInt8](repeating: 0, count: 16)
        crypto_generichash(&hash, hash.count, Array(name.utf8), UInt64(name.utf8.count), nil, 0)
        var kept = Substring(name)
        while kept.utf8.count > longest - room - 9 { kept.removeLast() }
        return kept + "~" + hexadecimal(hash.prefix(4))
    }

    private static func name(of path: String) -> String { (path as NSString).lastPathComponent }
}

extension Desk {
    /// Where a desk's key lies, whatever links lead to the desk.
    package static func keyPath(of typed: String) -> String { DeskKey.path(of: real(typed)) }

    /// The folder in which a desk's file is.
    package static func folder(of typed: String) -> String { WholeCopy.folder(of: real(typed)) }

    /// What the names of the files beside a desk begin with.
    package static func stem(of typed: String) -> String { DeskPlace.beside(real(typed), "") }

    /// Throws where a file cannot be read and written.
    static func requireWritable(_ path: String) throws(DeskError) {
        guard access(path, R_OK) == 0 else { throw .unreadable(path, reason: String(cString: strerror(errno))) }
        // SQLite makes files of its own beside it.
        guard access(path, W_OK) == 0, access(WholeCopy.folder(of: path), W_OK) == 0 else { throw .readOnly(path) }
    }

    static func real(_ typed: String) -> String { (try? DeskPlace(typed))?.path ?? typed }
}

/// Two digits a byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
