import Domain
import Store
import Synchronization

/// Who asks, as far as a browser tells it.
final class Callers: Sendable {
    private let desk: Desk
    private let clock: Clock
    /// Is the desk reached from its own machine alone?
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

    /// May the owner choose to go without login?
    var mayBeOpen: Bool { isLocal }

    /// Does the owner go without login? Asked again after every act on the desk.
    private var isOpen: Bool {
        guard isLocal else { return false }
        let generation = desk.generation
        if let known = openness.withLock({ $0.generation == generation ? $0.isOpen : nil }) { return known }
        let isOpen = (try? desk.isOpen()) ?? false
        openness.withLock { $0 = (generation, isOpen) }
        return isOpen
    }

    /// A login was used.
    func note(_ session: Session, from address: String) {
        seen.withLock { $0[session.digest] = (clock.now, address) }
    }

    /// Writes down when logins were used, and ends those that are over.
    func keep() throws {
        let seen = self.seen.withLock { seen in
            defer { seen = [:] }
            return seen
        }
        do { try desk.keepSessions(seen, at: clock.now) } catch {
            // What could not be written now is written the next time.
            self.seen.withLock { $0.merge(seen) { later, _ in later } }
            throw error
        }
    }
}
