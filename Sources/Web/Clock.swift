import Domain
import Foundation
import Store
import Synchronization

/// Tells the time, and the day on the desk's calendar.
package final class Clock: Sendable {
    private let current: @Sendable () -> Moment
    private let zones = Mutex<[String: TimeZone]>([:])

    /// Shows the machine's time, or in a test the time that the test gives.
    package init(_ current: @escaping @Sendable () -> Moment = { .current() }) {
        self.current = current
    }

    package var now: Moment { current() }

    /// The local time in a zone, or UTC if the zone is not known.
    package func local(_ moment: Moment, in zone: String) -> LocalTime {
        let offset = Int64(
            self.zone(zone).secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.milliseconds) / 1000)))
        let (day, rest) = Moment.floored(moment.milliseconds + offset * 1000, by: 86_400_000)
        return LocalTime(day: Day(number: Int(day)), hour: Int(rest / 3_600_000), minute: Int(rest / 60_000 % 60))
    }

    package func today(in zone: String) -> Day { local(now, in: zone).day }

    package static func knows(_ zone: String) -> Bool { TimeZone(identifier: zone) != nil }

    private func zone(_ name: String) -> TimeZone {
        zones.withLock { known in
            if let zone = known[name] { return zone }
            let zone = TimeZone(identifier: name) ?? TimeZone(secondsFromGMT: 0)!
            known[name] = zone
            return zone
        }
    }
}
