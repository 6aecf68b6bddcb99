import Domain
import Routes
import Synchronization

/// Who has which record open. Browsers tell it: an open page asks again every minute.
final class Presence: Sendable {
    /// A page that has not asked again for so long counts as closed.
    private static let span = Duration.seconds(150)

    private let open = Mutex<[RecordReference: [User.ID: (name: String, seen: ContinuousClock.Instant)]]>([:])

    /// Notes that the viewer has a record open. Returns the sorted names of the others who have it open.
    func others(at place: RecordReference, besides viewer: Viewer) -> [String] {
        let now = ContinuousClock.now
        return open.withLock { open in
            if open.count > 10_000 {
                open = open.filter { $0.value.contains { now - $0.value.seen < Presence.span } }
            }
            open[place, default: [:]][viewer.id] = (viewer.name, now)
            return open[place, default: [:]]
                .compactMap { $0.key != viewer.id && now - $0.value.seen < Presence.span ? $0.value.name : nil }
                .sorted()
        }
    }
}
