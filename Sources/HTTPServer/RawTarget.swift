import Glibc

/// The request target as it was received, noted before libmicrohttpd decodes it in place, and what stood behind its
/// line.
struct RawTarget {
    let address: Int
    let bytes: [UInt8]

    /// The header fields as far as they had come and lie in the same page of memory as the end of the request line, so
    /// that reading them is safe. Zeros follow: libmicrohttpd clears its buffer before each request.
    private let following: [UInt8]

    /// Where the header fields begin: behind blank, "HTTP/1.1" and line end.
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

    /// How many fields but one a query of it can have at most.
    var separators: Int { bytes.count { $0 == UInt8(ascii: "&") } }

    /// What was received in the two bytes at an address; nil where it is not known.
    func received(at address: Int) -> (UInt8, UInt8)? {
        let index = address - followingAddress
        guard index >= 0, index + 1 < following.count else { return nil }
        return (following[index], following[index + 1])
    }
}
