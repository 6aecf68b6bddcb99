import HTTP

/// The threads for what may wait: one that writes, so that writes never contend; two for what takes its time, which leave the processor to
/// whoever waits for a page; and one for passwords, each of which takes 64 MB and a core for a third of a second.
final class Lanes: Sendable {
    private let writer: WorkQueue
    private let worker: WorkQueue
    private let passwords: WorkQueue

    init(_ limits: Limits) {
        writer = WorkQueue(capacity: limits.waitingWork)
        worker = WorkQueue(capacity: limits.waitingWork, ofOne: limits.waitingWorkOfOne)
        passwords = WorkQueue(capacity: limits.waitingPasswords, ofOne: limits.waitingPasswordsOfOne)
    }

    func start() -> Bool {
        writer.start(threads: 1) && worker.start(threads: 2, yielding: true) && passwords.start(threads: 1)
    }

    func add(to lane: Lane, _ work: @escaping @Sendable () -> Void) -> Bool {
        switch lane {
        case .writer: writer.add(work)
        case .worker(let user): worker.add(for: user, work)
        case .passwords(let network): passwords.add(for: network, work)
        }
    }

    func close() { for queue in [writer, worker, passwords] { queue.close() } }
}
