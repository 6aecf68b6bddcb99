import HTTP

/// How the end of a body is found (RFC 9112, 6), if there is only one way to read it.
enum BodyFraming: Equatable {
    case none
    case length(Int)
    case chunked

    /// Refuses what a proxy might read differently: both headers at once, a repeated one, a length that is not only digits, and any
    /// transfer encoding except a single `chunked`.
    init(_ head: RequestHead) throws(Refusal) {
        let encodings = head.fields.all("Transfer-Encoding")
        let lengths = head.fields.all("Content-Length")
        switch (encodings.count, lengths.count) {
        case (0, 0): self = .none
        case (1, 0):
            guard encodings[0] == "chunked", head.version == "HTTP/1.1" else { throw .malformed }
            self = .chunked
        case (0, 1):
            guard lengths[0].utf8.allSatisfy(ASCII.isDigit), let length = Int(lengths[0]) else { throw .malformed }
            self = length == 0 ? .none : .length(length)
        default: throw .malformed
        }
    }
}
