import Glibc
import Synchronization

/// Holds work back until a test lets it go on, and tells how much has arrived; no test sleeps for it.
final class Gatekeeper: Sendable {
    private let open = Atomic(false)
    private let count = Atomic(0)

    func letGo() { open.store(true, ordering: .releasing) }

    /// To be called by the work.
    func pass() {
        count.add(1, ordering: .acquiringAndReleasing)
        _ = Self.until { open.load(ordering: .acquiring) }
    }

    var arrived: Int { count.load(ordering: .acquiring) }

    /// Waits for a condition, ten seconds at most; whether it came true.
    static func until(_ condition: () throws -> Bool) rethrows -> Bool {
        let deadline = ContinuousClock.now + .seconds(10)
        while try !condition() {
            guard ContinuousClock.now < deadline else { return false }
            usleep(1000)
        }
        return true
    }
}
