import Glibc

/// Reads a `multipart/form-data` body (RFC 7578) as its bytes arrive, and holds no more of it than one piece.
///
/// libmicrohttpd's own post processor (0.9.75) is not used, since it tells the parts only and not how they were written.
/// It takes a body without any boundary, or whose boundary has a parameter behind it, for a whole one without parts; it
/// ends a body at CR and two dashes in the head of a part, and drops that part; it finds the field's name inside of the
/// file's; it makes a field of a file whose name is not in quotes; it cuts a name at NUL, takes bare line feeds, anything
/// before the first boundary, and files nested in `multipart/mixed`.
///
/// This one takes what browsers write: nothing before the first delimiter nor behind the closing one but a line end,
/// CRLF between lines, nothing behind a boundary. As in RFC 2046, 5.1.1 a line of the content that begins with the
/// delimiter is the delimiter.
package struct MultipartParser: Sendable {
    package enum Event: Sendable, Equatable {
        case begin(MultipartPart)
        /// More of the part's content.
        case content(ArraySlice<UInt8>)
        case end
    }
    /// The bytes are no well-formed body.
    package struct Broken: Error {}

    private enum State { case opening, delimited, head, content, closed }

    /// The longest head of a part.
    private static let headBytes = 4096
    private static let lineEnd: [UInt8] = [0x0d, 0x0a]
    private static let dashes: [UInt8] = [0x2d, 0x2d]

    private let delimiter: [UInt8]
    private var state = State.opening
    /// The first delimiter is read like the others: as if a line end stood before it.
    private var buffer = Self.lineEnd
    private var read = 0

    /// Nil where the boundary is not one to 70 of the characters of RFC 2046, 5.1.1.
    package init?(boundary: String) {
        guard (1...70).contains(boundary.utf8.count), boundary.last != " ",
            boundary.utf8.allSatisfy({ ASCII.isInBoundary($0) })
        else { return nil }
        delimiter = Self.lineEnd + Self.dashes + Array(boundary.utf8)
    }

    /// Adds a piece of the body. Whatever `next` can tell of the pieces before is to be taken first.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        buffer.removeSubrange(..<read)
        read = 0
        buffer.append(contentsOf: bytes)
    }

    /// What comes next; nil until there is more of the body.
    package mutating func next() throws(Broken) -> Event? {
        while true {
            switch state {
            case .opening:
                guard left >= delimiter.count else { return nil }
                guard take(delimiter) else { throw Broken() }
                state = .delimited
            case .delimited:
                guard left >= 2 else { return nil }
                if take(Self.lineEnd) {
                    state = .head
                } else if take(Self.dashes) {
                    state = .closed
                } else {
                    throw Broken()
                }
            case .head: return try head()
            case .content: return content()
            case .closed:
                guard Self.lineEnd.starts(with: buffer[read...]) else { throw Broken() }
                return nil
            }
        }
    }

    /// True where the body that was fed has come to its end, and all that `next` tells was taken.
    package var isWhole: Bool { state == .closed && (left == 0 || buffer[read...] == Self.lineEnd[...]) }

    private var left: Int { buffer.count - read }

    private mutating func head() throws(Broken) -> Event? {
        let place = find(Self.lineEnd + Self.lineEnd)
        guard place ?? left <= Self.headBytes else { throw Broken() }
        guard let place else { return nil }
        guard let part = MultipartPart(head: buffer[read..<place + read]) else { throw Broken() }
        read += place + 4
        state = .content
        return .begin(part)
    }

    private mutating func content() -> Event? {
        let place = find(delimiter)
        if place == 0 {
            read += delimiter.count
            state = .delimited
            return .end
        }
        // What a delimiter may begin with waits for the next piece.
        let count = place ?? left - (delimiter.count - 1)
        guard count > 0 else { return nil }
        defer { read += count }
        return .content(buffer[read..<read + count])
    }

    private mutating func take(_ bytes: [UInt8]) -> Bool {
        guard buffer[read...].starts(with: bytes) else { return false }
        read += bytes.count
        return true
    }

    /// Where bytes that begin with CR stand next, counted from what is read.
    private func find(_ bytes: [UInt8]) -> Int? {
        buffer.withUnsafeBytes { buffer in
            let rest = UnsafeRawBufferPointer(rebasing: buffer[read...])
            guard let start = rest.baseAddress else { return nil }
            var place = 0
            while place + bytes.count <= rest.count {
                guard let found = memchr(start + place, 0x0d, rest.count - bytes.count + 1 - place) else { return nil }
                place = UnsafeRawPointer(found) - start
                if memcmp(start + place, bytes, bytes.count) == 0 { return place }
                place += 1
            }
            return nil
        }
    }
}
