/// How much one client may use. Sizes are in bytes. Times count from the start of a phase, not from the last byte.
package struct Limits: Sendable {
    /// Open connections in all. One more is answered with 503.
    package var connections = 512
    /// The bits of an IPv6 address that make up its network; connections and guesses are counted by network, because a household owns all
    /// addresses under one /64. An IPv4 address is its own network.
    package var ipv6Prefix = 64
    /// Open connections from one network. One more is answered with 429. A browser opens six, so this leaves room for an office behind one
    /// address.
    package var connectionsPerAddress = 128
    /// The same for 127.0.0.0/8, ::1 and trusted proxies, where many users share one address.
    package var connectionsPerLoopbackAddress = 512

    /// Request line and header fields together. More is answered with 431.
    package var headerBytes = 16 * 1024
    package var headerFields = 100
    package var queryFields = 250
    /// The body of a form. More is answered with 413.
    package var bodyBytes = 2 * 1024 * 1024
    /// A form up to this size is accepted without asking who sends it.
    package var smallBodyBytes = 64 * 1024
    /// Larger forms held in memory at the same time. One more is answered with 503. Strangers have a separate limit.
    package var formBytesAtOnce = 32 * 1024 * 1024
    package var formBytesOfStrangersAtOnce = 8 * 1024 * 1024
    /// Uploads at the same time: of all users, and of one user. One more is answered with 429.
    package var uploadsAtOnce = 8
    package var uploadsAtOnceOfOne = 2
    /// The body of a form with a file. At most `bodyBytes` of it may be other fields. More is answered with 413.
    package var uploadBytes = 200 * 1024 * 1024

    /// Time from the start of the connection, or of the next request line on a kept connection, to the end of the header fields.
    package var headers: Duration = .seconds(10)
    /// Time from the end of the header fields to the end of the body. Each byte of an upload adds its time at `slowestBytesPerSecond`, so a
    /// slow upload goes on and one that drips does not. No upload may last longer than `upload`.
    package var body: Duration = .seconds(60)
    package var upload: Duration = .seconds(1800)
    /// Time from the end of an answer to the next request line.
    package var idle: Duration = .seconds(60)
    /// Time from the first byte of an answer to its last. A large answer gets more, at `slowestBytesPerSecond`.
    package var answer: Duration = .seconds(60)
    package var slowestBytesPerSecond = 16 * 1024

    /// Jobs waiting for each lane, and for one user on the worker. More are answered with 503.
    package var waitingWork = 1000
    package var waitingWorkOfOne = 100
    /// Passwords waiting to be hashed, in all and from one network. More are answered with 503.
    package var waitingPasswords = 32
    package var waitingPasswordsOfOne = 16
    /// How long `Server.stop` waits for running requests.
    package var stopping: Duration = .seconds(3)

    package init() {}
}
