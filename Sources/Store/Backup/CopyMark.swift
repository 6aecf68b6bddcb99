import CSodium
import Foundation

/// What stands behind the last page of a copy: a mark and a hash of all that comes before it, so that not one byte of the copy is
/// another unnoticed. SQLite knows from the file's head how many pages are its own, and does not look there.
enum CopyMark {
    private static let mark = Array("kamdesk copy 1\n".utf8)
    /// A page, as every desk has them.
    private static let size = 4096

    /// Marks a file that is written and closed.
    static func put(on path: String) throws {
        let hash = try digest(of: path, count: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { throw DeskError.readOnly(path) }
        defer { try? file.close() }
        try file.seekToEnd()
        let page = mark + hash
        try file.write(contentsOf: Data(page + [UInt8](repeating: 0, count: size - page.count)))
    }

    /// False of a copy that is not what it was when it was made. One without a mark, as earlier programs made them, tells nothing.
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

    /// BLAKE2b of the first bytes of a file, or of all.
    private static func digest(of path: String, count: Int?) throws -> [UInt8] {
        guard let file = FileHandle(forReadingAtPath: path) else { throw DeskError.missing(path) }
        defer { try? file.close() }
        var hash = [UInt8](repeating: 0, count: 32)
        // The state's type is one that Swift does not know: it lies on a boundary of 64 bytes.
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
