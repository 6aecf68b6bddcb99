import CMicroHTTPD
import HTTP

/// The request line and the header fields. It is proved that they stood in the received bytes exactly like this.
///
/// libmicrohttpd 0.9.75 reads leniently and reports only the result. It accepts a bare LF as a line end, ends a value at a NUL, joins
/// folded lines and skips repeated spaces. But it parses in place: it overwrites the space or colon after a part with one NUL, and the CRLF
/// after a line with two. So the parts of a strict head follow each other in memory without a gap, up to the length that libmicrohttpd
/// counted. After a lenient reading they do not: there is a byte too few (a bare LF), a byte too many (a hidden NUL, a space), or a line
/// that was moved (a folded one). A head with any other layout is refused. So if a libmicrohttpd works differently, everything is refused
/// and nothing slips through.
///
/// One case has the same layout: "\0\n" or "\n\0" instead of "\r\n". We detect it in the bytes that had arrived when the request line was
/// read. If the head arrived in pieces we cannot see it; then `isProved` is false, and nothing after this request is read as another.
///
/// We cannot see lines before the request line that are empty or begin with NUL. libmicrohttpd drops them. They are outside the head, so
/// they do not change how it is read.
struct RequestHead {
    let method: String
    let target: [UInt8]
    let version: String
    /// Names are tokens. Values are valid UTF-8 without control characters and without surrounding white space.
    let fields: Headers
    /// True if every line is known to have ended with CRLF.
    let isProved: Bool

    init(
        of connection: OpaquePointer, method: UnsafePointer<CChar>, target: RawTarget, version: UnsafePointer<CChar>,
        limits: Limits
    ) throws(Refusal) {
        let lines = Self.lines(of: connection)
        guard let info = MHD_connection_info(connection, .CONNECTION_INFO_REQUEST_HEADER_SIZE)
        else { throw .malformed }
        let length = info.pointee.header_size
        guard length <= limits.headerBytes, lines.count <= limits.headerFields
        else { throw Refusal(.headersTooLarge) }

        self.method = String(cString: method)
        self.version = String(cString: version)
        self.target = target.bytes
        let begin = Int(bitPattern: method)
        let versionBegin = target.address + target.bytes.count + 1
        let versionLength = self.version.utf8.count
        guard begin + self.method.utf8.count + 1 == target.address, versionBegin == Int(bitPattern: version),
            version[versionLength + 1] == 0
        else { throw .malformed }

        var isProved = true
        var cursor = versionBegin + versionLength + 2
        var fields = Headers()
        for line in lines {
            guard cursor == line.address else { throw .malformed }
            let field = try line.field()
            fields.add(field.name, field.value)
            cursor = line.end
            isProved = try Self.isLineEnd(target, at: cursor - 2) && isProved
        }
        guard cursor + 2 == begin + length else { throw .malformed }
        self.isProved = try Self.isLineEnd(target, at: cursor) && isProved
        self.fields = fields
    }

    /// False if the line end is not known, because the bytes had not arrived yet and are zeros. Throws if it is not CRLF.
    private static func isLineEnd(_ target: RawTarget, at address: Int) throws(Refusal) -> Bool {
        switch target.received(at: address) {
        case (UInt8(ascii: "\r"), UInt8(ascii: "\n"))?: return true
        case nil, (0, 0)?, (UInt8(ascii: "\r"), 0)?: return false
        default: throw .malformed
        }
    }

    private static func lines(of connection: OpaquePointer) -> [HeaderLine] {
        var lines: [HeaderLine] = []
        withUnsafeMutablePointer(to: &lines) { lines in
            _ = MHD_get_connection_values_n(
                connection, .HEADER_KIND,
                { list, _, name, nameCount, value, valueCount in
                    list!.assumingMemoryBound(to: [HeaderLine].self).pointee.append(
                        HeaderLine(
                            name: UnsafeRawBufferPointer(start: name, count: nameCount),
                            value: UnsafeRawBufferPointer(start: value, count: valueCount)))
                    return .YES
                }, lines)
        }
        return lines
    }
}
