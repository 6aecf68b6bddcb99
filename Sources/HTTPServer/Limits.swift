/// How much one client may take: sizes in bytes, ages counted from the beginning of the phase and not from the last
/// byte.
package struct Limits: Sendable {
    /// Open connections in all; one more is answered with 503.
    package var connections = 512
    /// Open connections from one address (for IPv6 from one /64); one more is answered with 429. A browser opens six,
    /// so this leaves room for an office behind one address.
    package var connectionsPerAddress = 128
    /// The same for 127.0.0.0/8, ::1 and trusted proxies, where many come over one address.
    package var connectionsPerLoopbackAddress = 512

    /// Request line and header fields together; more is answered with 431.
    package var headerBytes = 16 * 1024
    package var headerFields = 100
    package var queryFields = 250
    /// The body of a form; more is answered with 413.
    package var bodyBytes = 2 * 1024 * 1024
    /// The body of a form with a file, of which `bodyBytes` may be other fields; more is answered with 413.
    package var uploadBytes = 200 * 1024 * 1024

    /// From the connection, or on a kept connection from the request line, to the end of the header fields.
    package var headers: Duration = .seconds(10)
    /// From the end of the header fields to the end of the body. Every byte of an upload adds to it what it takes at
    /// `slowestBytesPerSecond`, so that a slow one goes on and one that drips does not.
    package var body: Duration = .seconds(60)
    /// From the end of an answer to the next request line.
    package var idle: Duration = .seconds(60)
    /// From the first byte of an answer to its last, and longer for a large one by `slowestBytesPerSecond`.
    package var answer: Duration = .seconds(60)
    package var slowestBytesPerSecond = 16 * 1024

    /// Work waiting for each lane; more is answered with 503.
    package var waitingWork = 1000
    /// How long `Server.stop` waits for what is in flight.
    package var stopping: Duration = .seconds(5)

    package init() {}
}
