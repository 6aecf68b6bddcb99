/// How much one client may take: sizes in bytes, ages counted from the beginning of the phase and not from the last
/// byte.
package struct Limits: Sendable {
    /// Open connections in all; one more is answered with 503.
    package var connections = 512
    /// How many bits of an IPv6 address are its network, by which connections and guesses are counted: a household owns all addresses
    /// behind 64 of them. An IPv4 address counts whole.
    package var ipv6Prefix = 64
    /// Open connections from one address (for IPv6 from one network); one more is answered with 429. A browser opens six,
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
    /// A form of this size is taken without asking by whom it is sent.
    package var smallBodyBytes = 64 * 1024
    /// Larger forms that are held in memory at once; one more is answered with 503. Those of strangers have a measure of their own.
    package var formBytesAtOnce = 32 * 1024 * 1024
    package var formBytesOfStrangersAtOnce = 8 * 1024 * 1024
    /// Files on their way in at once, of all and of one; one more is answered with 429.
    package var uploadsAtOnce = 8
    package var uploadsAtOnceOfOne = 2
    /// The body of a form with a file, of which `bodyBytes` may be other fields; more is answered with 413.
    package var uploadBytes = 200 * 1024 * 1024

    /// From the connection, or on a kept connection from the request line, to the end of the header fields.
    package var headers: Duration = .seconds(10)
    /// From the end of the header fields to the end of the body. Every byte of an upload adds to it what it takes at
    /// `slowestBytesPerSecond`, so that a slow one goes on and one that drips does not; but none goes on for longer than `upload`.
    package var body: Duration = .seconds(60)
    package var upload: Duration = .seconds(1800)
    /// From the end of an answer to the next request line.
    package var idle: Duration = .seconds(60)
    /// From the first byte of an answer to its last, and longer for a large one by `slowestBytesPerSecond`.
    package var answer: Duration = .seconds(60)
    package var slowestBytesPerSecond = 16 * 1024

    /// Work waiting for each lane, on a worker for one user; more is answered with 503.
    package var waitingWork = 1000
    package var waitingWorkOfOne = 100
    /// Passwords waiting to be hashed, of all and of one network; more are answered with 503.
    package var waitingPasswords = 32
    package var waitingPasswordsOfOne = 16
    /// How long `Server.stop` waits for what is in flight.
    package var stopping: Duration = .seconds(3)

    package init() {}
}
