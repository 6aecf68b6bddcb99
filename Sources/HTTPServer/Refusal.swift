import HTTP

/// Why a request does not reach the handler. A refusal closes the connection, so that the bytes after a bad request are never read as
/// another request.
struct Refusal: Error, Equatable {
    let status: Status

    init(_ status: Status) { self.status = status }

    static let malformed = Refusal(.badRequest)
}
