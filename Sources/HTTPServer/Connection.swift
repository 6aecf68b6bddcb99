import Glibc

/// One open connection and the phase it is in.
final class Connection: Sendable {
    let descriptor: Int32
    let address: PeerAddress
    /// The network under which the connection is counted.
    let network: String
    /// The HTTP thread that serves it.
    let thread: Int

    private struct State {
        var phase: Phase
        var deadline: ContinuousClock.Instant?
        /// The phase is never prolonged beyond this; nil if there is no such limit.
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

    /// Begins a phase. It may last `age`, nil means for ever. If it is prolonged, it may last `most` in all.
    func enter(_ phase: Phase, within age: Duration?, atMost most: Duration? = nil) {
        let now = ContinuousClock.now
        state.withLock {
            $0 = State(phase: phase, deadline: age.map { now + $0 }, end: most.map { now + $0 })
        }
    }

    /// Lets the present phase last longer.
    func prolong(by age: Duration) {
        state.withLock { state in
            guard let deadline = state.deadline else { return }
            state.deadline = min(deadline + age, state.end ?? deadline + age)
        }
    }

    func isOverdue(at now: ContinuousClock.Instant) -> Bool {
        state.withLock { $0.deadline.map { $0 <= now } ?? false }
    }

    /// True if the client has closed its side before a whole request arrived. It must be seen twice in the same phase: the first time, an
    /// HTTP thread may have just read the last bytes and not yet started on them. libmicrohttpd misses a close that arrives together with
    /// bytes.
    func hasLeft() -> Bool {
        state.withLock { state in
            guard state.phase != .working, state.phase != .answering else { return false }
            var byte: UInt8 = 0
            guard recv(descriptor, &byte, 1, Int32(MSG_PEEK | MSG_DONTWAIT)) == 0 else { return false }
            defer { state.hasSeenEnd = true }
            return state.hasSeenEnd
        }
    }

    /// True until a whole request has been read. Closing the connection then loses nothing.
    var awaitsRequest: Bool {
        state.withLock { $0.phase == .idle || $0.phase == .headers }
    }
}
