import Glibc

/// The request target as it was received, noted before libmicrohttpd decodes it in place, and where it stood.
struct RawTarget {
    let address: Int
    let bytes: [UInt8]

    /// How many fields but one a query of it can have at most.
    var separators: Int { bytes.count { $0 == UInt8(ascii: "&") } }

    init(_ text: UnsafePointer<CChar>) {
        address = Int(bitPattern: text)
        bytes = Array(UnsafeRawBufferPointer(start: text, count: strlen(text)))
    }
}
