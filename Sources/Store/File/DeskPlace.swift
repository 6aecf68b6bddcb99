import CSodium
import Foundation

/// Where a desk lies: the real path of its file. Whatever links lead to it, every program finds the same lock, log and key beside it.
struct DeskPlace {
    /// The path without links; as typed if its folder does not exist.
    let path: String

    /// Throws if the name is a link to nothing, or if the file has a second name: a program that used that name would not be noticed.
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
        // An interrupted restore may have given the file its name without removing its temporary name.
        let leftover = DeskPlace.beside(path, "-unfinished")
        if FileIdentity(leftover) == FileIdentity(path), unlink(leftover) == 0 { return try requireOneName(typed) }
        throw .linked(typed, names: Int(facts.st_nlink))
    }

    private static func real(_ path: String) -> String? {
        guard let found = realpath(path, nil) else { return nil }
        defer { free(found) }
        return String(cString: found)
    }

    /// The most bytes in a file name, and how many of them are reserved for suffixes. A copy's path has the desk's name twice, and SQLite
    /// opens no path of more than 512 bytes.
    private static let (longest, room) = (255, 128)

    /// The path beside a desk's file with the same name and a suffix. A name that is too long is cut and gets a hash of the whole name.
    static func beside(_ path: String, _ suffix: String) -> String {
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? ""
        return folder + cut(name(of: path)) + suffix
    }

    /// A file name, cut so that a suffix fits.
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
    /// The path of a desk's key, with all links resolved.
    package static func keyPath(of typed: String) -> String { DeskKey.path(of: real(typed)) }

    /// The folder that holds a desk's file.
    package static func folder(of typed: String) -> String { WholeCopy.folder(of: real(typed)) }

    /// How the names of the files beside a desk begin.
    package static func stem(of typed: String) -> String { DeskPlace.beside(real(typed), "") }

    /// Throws if a file cannot be read and written.
    static func requireWritable(_ path: String) throws(DeskError) {
        guard access(path, R_OK) == 0 else { throw .unreadable(path, reason: String(cString: strerror(errno))) }
        // SQLite makes its own files beside it.
        guard access(path, W_OK) == 0, access(WholeCopy.folder(of: path), W_OK) == 0 else { throw .readOnly(path) }
    }

    static func real(_ typed: String) -> String { (try? DeskPlace(typed))?.path ?? typed }
}

/// Two hexadecimal digits for each byte.
func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
