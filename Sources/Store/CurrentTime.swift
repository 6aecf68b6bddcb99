import Domain
import Foundation
import Synchronization

extension Moment {
    /// By how many milliseconds the program's time is ahead of the machine's: by none, but where a test lives on a day of its own.
    private static let ahead = Atomic<Int64>(0)

    /// The machine's time; on the day of a test where `setNoon` has set one.
    package static func current() -> Moment {
        Moment(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) + ahead.load(ordering: .relaxed))
    }

    /// Moves this program's time, for a test: at `moment` of the machine's time it was noon of the day, in the machine's zone.
    package static func setNoon(of day: Day, at moment: Moment) {
        let noon = start(of: day, in: TimeZone.current.identifier).milliseconds + 12 * 3_600_000
        ahead.store(noon - moment.milliseconds, ordering: .relaxed)
    }
}
