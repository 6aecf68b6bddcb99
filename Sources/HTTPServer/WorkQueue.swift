import Glibc

/// Work in the order it came, done by threads of its own.
final class WorkQueue: Sendable {
    private struct State {
        var waiting: [@Sendable () -> Void] = []
        var head = 0
        var isClosed = false
        var count: Int { waiting.count - head }
    }
    private let state = Lock(State())
    private let arrivals = Semaphore()
    private let capacity: Int

    init(capacity: Int) { self.capacity = capacity }

    /// Starts the threads; false where the system gave none of them.
    func start(threads: Int) -> Bool {
        var started = 0
        for _ in 0..<threads {
            // Never joined: a work that hangs must not keep the process from ending.
            guard let thread = POSIXThread.start({ [self] in run() }) else { continue }
            pthread_detach(thread)
            started += 1
        }
        return started > 0
    }

    /// False where too much is waiting already, or the queue is closed.
    func add(_ work: @escaping @Sendable () -> Void) -> Bool {
        let added = state.withLock { state in
            guard !state.isClosed, state.count < capacity else { return false }
            state.waiting.append(work)
            return true
        }
        if added { arrivals.signal() }
        return added
    }

    /// Drops what waits, and ends each thread after its present work.
    func close() {
        state.withLock { state in
            state.isClosed = true
            state.waiting = []
            state.head = 0
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

    private static func next(in state: inout State) -> (@Sendable () -> Void)? {
        guard state.head < state.waiting.count else { return nil }
        let work = state.waiting[state.head]
        state.waiting[state.head] = {}
        state.head += 1
        if state.head == state.waiting.count {
            state.waiting.removeAll(keepingCapacity: true)
            state.head = 0
        } else if state.head >= 1024 {
            state.waiting.removeFirst(state.head)
            state.head = 0
        }
        return work
    }
}
