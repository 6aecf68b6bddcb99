import Glibc

/// Work done by threads of its own: that of one owner in the order it came, while owners take turns.
final class WorkQueue: Sendable {
    typealias Work = @Sendable () -> Void

    private struct State {
        var waiting: [String: FirstInFirstOut<Work>] = [:]
        /// The owners of what waits, each once.
        var turns = FirstInFirstOut<String>()
        var count = 0
        var isClosed = false
    }
    private let state = Lock(State())
    private let arrivals = Semaphore()
    private let capacity: Int
    private let mostOfOne: Int

    /// So many may wait, and so many of one owner.
    init(capacity: Int, ofOne: Int? = nil) {
        self.capacity = capacity
        mostOfOne = ofOne ?? capacity
    }

    /// Starts the threads; false where the system gave none of them. Those that yield leave the processor to others who want it.
    func start(threads: Int, yielding: Bool = false) -> Bool {
        var started = 0
        for _ in 0..<threads {
            // Never joined: a work that hangs must not keep the process from ending.
            let thread = POSIXThread.start { [self] in
                // On Linux it is that of the calling thread.
                if yielding { _ = nice(10) }
                run()
            }
            guard let thread else { continue }
            pthread_detach(thread)
            started += 1
        }
        return started > 0
    }

    /// False where too much is waiting already, or the queue is closed.
    func add(for owner: String = "", _ work: @escaping Work) -> Bool {
        let added = state.withLock { state in
            guard !state.isClosed, state.count < capacity else { return false }
            var own = state.waiting.removeValue(forKey: owner) ?? FirstInFirstOut()
            defer { state.waiting[owner] = own }
            guard own.count < mostOfOne else { return false }
            if own.isEmpty { state.turns.append(owner) }
            own.append(work)
            state.count += 1
            return true
        }
        if added { arrivals.signal() }
        return added
    }

    /// Drops what waits, and ends each thread after its present work.
    func close() {
        state.withLock { state in
            state = State()
            state.isClosed = true
        }
        arrivals.signal()
    }

    private func run() {
        while true {
            arrivals.wait()
            let (work, isClosed) = state.withLock { state in (Self.next(in: &state), state.isClosed) }
            if isClosed { return arrivals.signal() }
            work?()
        }
    }

    /// The first work of the owner whose turn it is, who then is the last to have another.
    private static func next(in state: inout State) -> Work? {
        guard let owner = state.turns.popFirst(), var own = state.waiting.removeValue(forKey: owner) else { return nil }
        let work = own.popFirst()
        if !own.isEmpty {
            state.waiting[owner] = own
            state.turns.append(owner)
        }
        state.count -= 1
        return work
    }
}
