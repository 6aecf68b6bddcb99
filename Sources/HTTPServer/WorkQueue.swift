import Glibc

/// Runs work on its own threads. The work of one owner runs in order, and owners take turns.
final class WorkQueue: Sendable {
    typealias Work = @Sendable () -> Void

    private struct State {
        var waiting: [String: FirstInFirstOut<Work>] = [:]
        /// The owners of waiting work, each once.
        var turns = FirstInFirstOut<String>()
        var count = 0
        var isClosed = false
    }
    private let state = Lock(State())
    private let arrivals = Semaphore()
    private let capacity: Int
    private let mostOfOne: Int

    /// How many jobs may wait in all, and how many of one owner.
    init(capacity: Int, ofOne: Int? = nil) {
        self.capacity = capacity
        mostOfOne = ofOne ?? capacity
    }

    /// Starts the threads. False if the system gave none. Yielding threads run at low priority.
    func start(threads: Int, yielding: Bool = false) -> Bool {
        var started = 0
        for _ in 0..<threads {
            // Never joined: work that hangs must not keep the process from ending.
            let thread = POSIXThread.start { [self] in
                // On Linux, nice(2) applies to the calling thread only.
                if yielding { _ = nice(10) }
                run()
            }
            guard let thread else { continue }
            pthread_detach(thread)
            started += 1
        }
        return started > 0
    }

    /// False if too much is waiting already, or the queue is closed.
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

    /// Drops waiting work. Each thread ends after its present job.
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

    /// The next job of the owner whose turn it is. The owner then goes to the end of the line.
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
