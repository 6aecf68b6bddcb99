import Domain
import Store
import Synchronization

/// Tells who sends a request, from the browser's session.
final class Callers: Sendable {
    private let desk: Desk
    private let clock: Clock
    /// Can the desk be reached from its own machine only?
    private let isLocal: Bool
    private let openness = Mutex<(generation: Int, isOpen: Bool)>((-1, false))
    private let seen = Mutex<[[UInt8]: (at: Moment, address: String)]>([:])

    init(desk: Desk, clock: Clock, isLocal: Bool) {
        self.desk = desk
        self.clock = clock
        self.isLocal = isLocal
    }

    func caller(_ session: Session) -> Caller {
        isOpen ? .local : .session(digest: session.digest, at: clock.now)
    }

    /// May the owner choose to work without a login?
    var mayBeOpen: Bool { isLocal }

    /// Does the owner work without a login? Read again after every act on the desk.
    private var isOpen: Bool {
        guard isLocal else { return false }
        let generation = desk.generation
        if let known = openness.withLock({ $0.generation == generation ? $0.isOpen : nil }) { return known }
        let isOpen = (try? desk.isOpen()) ?? false
        openness.withLock { $0 = (generation, isOpen) }
        return isOpen
    }

    /// Notes that a login was used.
    func note(_ session: Session, from address: String) {
        seen.withLock { $0[session.digest] = (clock.now, address) }
    }

    /// Stores when logins were used, and ends those that have expired.
    func keep() throws {
        let seen = self.seen.withLock { seen in
            defer { seen = [:] }
            return seen
        }
        do { try desk.keepSessions(seen, at: clock.now) } catch {
            // Tried again the next time.
            self.seen.withLock { $0.merge(seen) { later, _ in later } }
            throw error
        }
    }
}
