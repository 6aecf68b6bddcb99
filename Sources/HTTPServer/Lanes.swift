import HTTP

/// The threads for what may wait: one that writes, so that writes never contend, and two for the rest.
final class Lanes: Sendable {
    private let writer: WorkQueue
    private let worker: WorkQueue

    init(waitingWork: Int) {
        writer = WorkQueue(capacity: waitingWork)
        worker = WorkQueue(capacity: waitingWork)
    }

    func start() -> Bool { writer.start(threads: 1) && worker.start(threads: 2) }

    func add(to lane: Lane, _ work: @escaping @Sendable () -> Void) -> Bool {
        switch lane {
        case .writer: writer.add(work)
        case .worker: worker.add(work)
        }
    }

    func close() {
        writer.close()
        worker.close()
    }
}
