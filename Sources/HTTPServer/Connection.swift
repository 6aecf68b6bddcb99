import Glibc

/// One open connection and the phase it is in.
final class Connection: Sendable {
    let descriptor: Int32
    let address: PeerAddress
    /// By what it is counted.
    let network: String
    /// The HTTP thread that serves it.
    let thread: Int

    private struct State {
        var phase: Phase
        var deadline: ContinuousClock.Instant?
        /// Beyond which nothing prolongs the phase; nil where anything does.
        var end: ContinuousClock.Instant?
        var hasSeenEnd = false
    }
    private let state: Lock<State>

    init(descriptor: Int32, address: PeerAddress, network: String, thread: Int, headersWithin age: Duration) {
        self.descriptor = descriptor
        self.address = address
        self.network = network
        self.thread = thread
        state = Lock(State(phase: .headers, deadline: .now + age))
    }

    /// Begins a phase that may grow as old as given, nil has no end; and no older than `most`, however often it is prolonged.
    func enter(_ phase: Phase, within age: Duration?, atMost most: Duration? = nil) {
        let now = ContinuousClock.now
        state.withLock {
            $0 = State(phase: phase, deadline: age.map { now + $0 }, end: most.map { now + $0 })
        }
    }

    /// Lets the present phase grow older than it might.
    func prolong(by age: Duration) {
        state.withLock { state in
            guard let deadline = state.deadline else { return }
            state.deadline = min(deadline + age, state.end ?? deadline + age)
        }
    }

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
