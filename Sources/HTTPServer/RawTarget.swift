import Glibc

/// The request target as received, copied before libmicrohttpd decodes it in place, and the bytes after the request line.
struct RawTarget {
    let address: Int
    let bytes: [UInt8]

    /// The header bytes that have arrived and lie in the same memory page as the end of the request line, so that reading them is safe. The
    /// rest is zeros: libmicrohttpd clears its buffer before each request.
    private let following: [UInt8]

    /// The address where the header fields begin: after a space, "HTTP/1.1" and the line end.
    private var followingAddress: Int { address + bytes.count + 11 }

    init(_ text: UnsafePointer<CChar>) {
        address = Int(bitPattern: text)
        bytes = Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
        let offset = bytes.count + 11
        let page = Int(getpagesize())
        let lastRead = address + offset - 1
        let count = page - lastRead % page - 1
        following = Array(UnsafeRawBufferPointer(start: UnsafeRawPointer(text) + offset, count: count))
    }

    /// The number of "&": the query has at most one field more.
    var separators: Int { bytes.count { $0 == UInt8(ascii: "&") } }

    /// The two bytes received at an address; nil if they are not known.
    func received(at address: Int) -> (UInt8, UInt8)? {
        let index = address - followingAddress
        guard index >= 0, index + 1 < following.count else { return nil }
        return (following[index], following[index + 1])
    }
}
