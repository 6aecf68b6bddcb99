import HTTP

/// Adds the common headers to answers, and makes the pages for refusals.
struct Answers: Sendable {
    /// The common headers that may be sent.
    private let common: [(name: String, value: String)]
    private let refusal: @Sendable (Status) -> Response

    init(_ configuration: ServerConfiguration) {
        common = configuration.commonHeaders.fields.filter(Answers.maySend)
        refusal = configuration.refusal
    }

    func refusal(_ status: Status) -> Response {
        var response = refusal(status)
        if status == .methodNotAllowed, response.headers["Allow"] == nil {
            response.headers.add("Allow", "GET, HEAD, POST")
        }
        if [.unavailable, .tooManyRequests].contains(status) { response.headers.add("Retry-After", "5") }
        return response
    }

    /// The header fields to send. libmicrohttpd sets those that frame the message. A value that would start a new line is dropped.
    func headers(of response: Response) -> [(name: String, value: String)] {
        let own = response.headers.fields
        return own.filter(Answers.maySend)
            + common.filter { field in !own.contains { $0.name.equalsIgnoringCase(field.name) } }
    }

    private static func maySend(_ field: (name: String, value: String)) -> Bool {
        !field.name.isEmpty && field.name.utf8.allSatisfy(ASCII.isToken)
            && field.value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7f }
            && !["Content-Length", "Transfer-Encoding", "Connection", "Date"].contains {
                $0.equalsIgnoringCase(field.name)
            }
    }

    /// A whole answer as bytes, for sockets that libmicrohttpd cannot answer. It says that the connection closes.
    func serialized(_ response: Response, reason: String) -> [UInt8] {
        var head = "HTTP/1.1 \(response.status.rawValue) \(reason)\r\nConnection: close\r\n"
        for (name, value) in headers(of: response) { head += "\(name): \(value)\r\n" }
        head += "Content-Length: \(response.body.count)\r\n\r\n"
        switch response.body {
        // A refusal is never a file.
        case .none, .file, .spooled: return Array(head.utf8)
        case .bytes(let bytes): return Array(head.utf8) + bytes
        case .embedded(let bytes): return Array(head.utf8) + bytes
        }
    }
}
