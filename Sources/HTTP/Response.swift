/// What is sent back. The server adds Content-Length, Date and Connection.
package struct Response: Sendable {
    package enum Body: Sendable {
        case none
        case bytes([UInt8])
        /// Bytes that live as long as the process, such as an embedded file: sent without a copy.
        case embedded(UnsafeRawBufferPointer)

        package var count: Int {
            switch self {
            case .none: 0
            case .bytes(let bytes): bytes.count
            case .embedded(let bytes): bytes.count
            }
        }
    }

    package var status: Status
    package var headers: Headers
    package var body: Body

    package init(_ status: Status, headers: Headers = Headers(), body: Body = .none) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

extension UnsafeRawBufferPointer: @retroactive @unchecked Sendable {}

/// The statuses the desk answers with (RFC 9110, 15).
package enum Status: Int, Sendable {
    case ok = 200
    case seeOther = 303, notModified = 304
    case badRequest = 400, forbidden = 403, notFound = 404, methodNotAllowed = 405, requestTimeout = 408
    case conflict = 409, contentTooLarge = 413, unsupportedMediaType = 415
    case expectationFailed = 417, misdirected = 421, invalid = 422, tooManyRequests = 429
    case headersTooLarge = 431
    case failed = 500, notImplemented = 501, unavailable = 503, versionNotSupported = 505
}

/// How a request is answered: at once on the thread that read it, or later on a lane of our own while its connection is parked.
package enum Answer: Sendable {
    case now(Response)
    case parked(Lane, @Sendable () -> Response)
}

/// The threads for what may wait: the one writer of the desk, or the few workers.
package enum Lane: Sendable { case writer, worker }
