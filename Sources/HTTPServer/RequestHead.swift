import CMicroHTTPD
import HTTP

/// The request line and the header fields, proved to have stood in the received bytes exactly so.
///
/// libmicrohttpd 0.9.75 reads leniently and reports the result only: it takes a bare LF for the end of a line, ends a
/// value at a NUL, joins folded lines and skips doubled spaces. But it parses in place, and overwrites the space or
/// colon behind a part with one NUL and the CRLF behind a line with two. So the parts of a strict head follow each
/// other in memory without a gap, up to the length that libmicrohttpd counted, and those of any lenient reading do not:
/// there is a byte too few (a bare LF) or too many (what a NUL hid, a space), or a line that was moved elsewhere (a
/// folded one). Whatever is not laid out so is refused, hence a libmicrohttpd that works otherwise would refuse
/// everything and let nothing through.
///
/// One thing lies just the same: "\0\n" or "\n\0" for "\r\n". That is seen in what had come when the request line was read. Where
/// the head came in pieces it is not seen; then `isProved` is false, and nothing behind the request is read as another.
///
/// Not seen are lines before the request line that are empty or begin with NUL; libmicrohttpd drops them, and as they
/// are outside of any head they cannot change how one is read.
struct RequestHead {
    let method: String
    let target: [UInt8]
    let version: String
    /// Names are tokens, values valid UTF-8 without control characters and without white space around them.
    let fields: Headers
    /// True where every line is known to have ended with CRLF.
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

    /// False where it is not known how a line ended: zeros stand where nothing had come yet.
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
