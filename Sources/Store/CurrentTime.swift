import Domain
import Foundation
import Synchronization

extension Moment {
    /// How many milliseconds the program's time is ahead of the machine's. It is 0, except in a test that runs on its own day.
    private static let ahead = Atomic<Int64>(0)

    /// The machine's time; in a test, the time that `setNoon` has set.
    package static func current() -> Moment {
        Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) + ahead.load(ordering: .relaxed))
    }

    /// Moves this program's time for a test: the machine's time `moment` becomes noon of `day`, in the machine's zone.
    package static func setNoon(of day: Day, at moment: Moment) {
        let noon = start(of: day, in: TimeZone.current.identifier).milliseconds + 12 * 3_600_000
        ahead.store(noon - moment.milliseconds, ordering: .relaxed)
    }
}
