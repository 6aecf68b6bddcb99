import HTTP

/// A body of a megabyte that lives as long as the process.
enum EmbeddedBody {
    static let bytes = (0..<1_000_000).map { UInt8($0 % 251) }
    static let body: Response.Body = {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
        memory.copyBytes(from: bytes)
        return .embedded(UnsafeRawBufferPointer(memory))
    }()
}
