import CSodium
import Foundation

/// The mark after the last page of a copy: a label and a hash of all bytes before it, so that a change of any byte is noticed. SQLite reads
/// the number of its pages from the file's header and does not look at the mark.
enum CopyMark {
    private static let mark = Array("kamdesk copy 1\n".utf8)
    /// The size of a page in every desk, in bytes.
    private static let size = 4096

    /// Adds the mark to a file that is written and closed.
    static func put(on path: String) throws {
        let hash = try digest(of: path, count: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { throw DeskError.readOnly(path) }
        defer { try? file.close() }
        try file.seekToEnd()
        let page = mark + hash
        try file.write(contentsOf: Data(page + [UInt8](repeating: 0, count: size - page.count)))
    }

    /// Returns false if the copy has changed since it was made. Returns true for a copy without a mark: earlier programs wrote none.
    static func holds(_ path: String) throws -> Bool {
        guard let file = FileHandle(forReadingAtPath: path) else { throw DeskError.missing(path) }
        defer { try? file.close() }
        let length = try file.seekToEnd()
        guard length > size else { return true }
        try file.seek(toOffset: length - UInt64(size))
        let page = Array(try file.readToEnd() ?? Data())
        guard page.starts(with: mark) else { return true }
        let hash = try digest(of: path, count: Int(length) - size)
        return page.dropFirst(mark.count).prefix(hash.count).elementsEqual(hash)
    }

    /// BLAKE2b hash of the first `count` bytes of a file; nil hashes all of it.
    private static func digest(of path: String, count: Int?) throws -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { throw DeskError.missing(path) }
        defer { try? file.close() }
        var hash = [UInt8](repeating: 0, count: 32)
        // Swift does not know the type of the state. It must be aligned to 64 bytes.
        let room = UnsafeMutableRawPointer.allocate(byteCount: crypto_generichash_statebytes(), alignment: 64)
        defer { room.deallocate() }
        let state = OpaquePointer(room)
        crypto_generichash_init(state, nil, 0, hash.count)
        var rest = count ?? .max
        while rest > 0, let part = try file.read(upToCount: min(rest, 1 << 20)), !part.isEmpty {
            let bytes = Array(part)
            crypto_generichash_update(state, bytes, UInt64(bytes.count))
            rest -= bytes.count
        }
        crypto_generichash_final(state, &hash, hash.count)
        return hash
    }
}
