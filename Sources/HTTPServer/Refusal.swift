import HTTP

/// Why a request does not reach the handler. Each one closes its connection, so that whatever follows a request we did
/// not like is never read as another.
struct Refusal: Error, Equatable {
    let status: Status

    init(_ status: Status) { self.status = status }

    static let malformed = Refusal(.badRequest)
}
