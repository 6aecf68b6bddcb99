import Glibc

/// Parses a `multipart/form-data` body (RFC 7578) as its bytes arrive. It never holds more than one piece.
///
/// We do not use libmicrohttpd's post processor (0.9.75), because it reports the parts but not how they were written. It accepts a body
/// without any boundary, or with a parameter after the boundary, as a whole body without parts. It ends a body at CR and two dashes in the
/// head of a part, and drops that part. It finds the field's name inside the file's name. It turns a file into a field if its name is not
/// quoted. It cuts a name at NUL, and accepts bare line feeds, anything before the first boundary, and files nested in `multipart/mixed`.
///
/// This parser accepts what browsers write: nothing before the first delimiter, only a line end after the closing one, CRLF between lines,
/// and nothing after a boundary. As in RFC 2046, 5.1.1, a line of the content that begins with the delimiter is the delimiter.
package struct MultipartParser: Sendable {
    package enum Event: Sendable, Equatable {
        case begin(MultipartPart)
        /// More of the part's content.
        case content(ArraySlice<UInt8>)
        case end
    }
    /// The bytes are not a well-formed body.
    package struct Broken: Error {}

    private enum State { case opening, delimited, head, content, closed }

    /// The longest head of a part.
    private static let headBytes = 4096
    private static let lineEnd: [UInt8] = [0x0d, 0x0a]
    private static let dashes: [UInt8] = [0x2d, 0x2d]

    private let delimiter: [UInt8]
    private var state = State.opening
    /// Starts with a line end, so that the first delimiter is read like the others.
    private var buffer = Self.lineEnd
    private var read = 0

    /// Nil unless the boundary is 1 to 70 characters of RFC 2046, 5.1.1.
    package init?(boundary: String) {
        guard (1...70).contains(boundary.utf8.count), boundary.last != " ",
            boundary.utf8.allSatisfy({ ASCII.isInBoundary($0) })
        else { return nil }
        delimiter = Self.lineEnd + Self.dashes + Array(boundary.utf8)
    }

    /// Adds a piece of the body. Before that, call `next` until it returns nil.
    package mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        buffer.removeSubrange(..<read)
        read = 0
        buffer.append(contentsOf: bytes)
    }

    /// The next event; nil until more of the body arrives.
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

    /// True if the whole body has arrived and `next` has returned all events.
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
        // Bytes that may be the start of a delimiter wait for the next piece.
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

    /// The offset of the next place where `bytes` stand, counted from what is read. `bytes` begin with CR.
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
