import HTTP

/// The threads for work that may wait. One writes, so that writes never compete. Two do slow work, at low priority, so that quick pages
/// come first. One hashes passwords: each takes 64 MB, and a core for a third of a second.
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
