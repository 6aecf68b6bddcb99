import Glibc

/// One open connection and the phase it is in.
final class Connection: Sendable {
    let descriptor: Int32
    let address: PeerAddress
    /// The HTTP thread that serves it.
    let thread: Int

    private struct State {
        var phase: Phase
        var deadline: ContinuousClock.Instant?
        var hasSeenEnd = false
    }
    private let state: Lock<State>

    init(descriptor: Int32, address: PeerAddress, thread: Int, headersWithin age: Duration) {
        self.descriptor = descriptor
        self.address = address
        self.thread = thread
        state = Lock(State(phase: .headers, deadline: .now + age))
    }

    /// Begins a phase that may grow as old as given; nil has no end.
    func enter(_ phase: Phase, within age: Duration?) {
        let deadline = age.map { ContinuousClock.now + $0 }
        state.withLock { $0 = State(phase: phase, deadline: deadline) }
    }

    /// Lets the present phase grow older than it might.
    func prolong(by age: Duration) { state.withLock { $0.deadline = $0.deadline.map { $0 + age } } }

    func isOverdue(at now: ContinuousClock.Instant) -> Bool {
        state.withLock { $0.deadline.map { $0 <= now } ?? false }
    }

    /// True where the client has ended its side before a whole request came, when asked twice in the same phase: once
    /// may be the moment in which an HTTP thread has read the last bytes and not yet begun to work on them.
    /// libmicrohttpd misses the end where it comes together with bytes.
    func hasLeft() -> Bool {
        state.withLock { state in
            guard state.phase != .working, state.phase != .answering else { return false }
            var byte: UInt8 = 0
            guard recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0 else { return false }
            defer { state.hasSeenEnd = true }
            return state.hasSeenEnd
        }
    }

    /// True while no request of it has been read whole, so that nothing is lost when it ends.
    var awaitsRequest: Bool {
        state.withLock { $0.phase == .idle || $0.phase == .headers }
    }
}
