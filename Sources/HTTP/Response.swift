/// An answer. The server adds Content-Length, Date and Connection.
package struct Response: Sendable {
    package enum Body: @unchecked Sendable {
        case none
        case bytes([UInt8])
        /// Bytes that live as long as the process, such as an embedded file. They are sent without a copy.
        case embedded(UnsafeRawBufferPointer)
        /// A file of `count` bytes.
        case file(path: String, count: Int)
        /// A long answer that is stored on the disk until it is read.
        case spooled(SpooledFile)

        package var count: Int {
            switch self {
            case .none: 0
            case .bytes(let bytes): bytes.count
            case .embedded(let bytes): bytes.count
            case .file(_, let count): count
            case .spooled(let file): file.count
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

/// The statuses the desk answers with (RFC 9110, 15).
package enum Status: Int, Sendable {
    case ok = 200
    case seeOther = 303
    case notModified = 304
    case badRequest = 400
    case forbidden = 403
    case notFound = 404
    case methodNotAllowed = 405
    case requestTimeout = 408
    case conflict = 409
    case lengthRequired = 411
    case contentTooLarge = 413
    case unsupportedMediaType = 415
    case expectationFailed = 417
    case misdirected = 421
    case invalid = 422
    case tooManyRequests = 429
    case headersTooLarge = 431
    case failed = 500
    case notImplemented = 501
    case unavailable = 503
    case versionNotSupported = 505
    case insufficientStorage = 507
}

/// How a request is answered: at once on the thread that read it, or later on a lane while its connection is parked.
package enum Answer: Sendable {
    case now(Response)
    /// `orElse` makes the answer if too much waits for the lane already; if nil, the server makes it.
    case parked(Lane, @Sendable () -> Response, orElse: (@Sendable () -> Response)? = nil)
}

/// Threads for work that may wait: one writer for the desk, a few workers that users share in turn, and one thread that hashes passwords,
/// shared by networks in turn.
package enum Lane: Sendable, Equatable {
    case writer
    case worker(for: String)
    case passwords(from: String)
}
