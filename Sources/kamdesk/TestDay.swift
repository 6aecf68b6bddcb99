import Domain
import Glibc
import Store

/// The day on which a test runs this program: KAMDESK_TEST_DAY. KAMDESK_TEST_NOON gives the seconds since 1970 at which it was noon on that
/// day. If it is missing or long ago, this is not a test, and the program refuses to start: a desk in use must keep the machine's time.
struct TestDay: Equatable {
    struct Refused: Error, Equatable, CustomStringConvertible { let description: String }

    /// So many hours after noon it is still the same day, even when daylight saving changes.
    private static let hours: Int64 = 10

    let day: Day
    let noon: Moment

    /// Nil if no test day is set. `now` is the machine's time.
    init?(day: String?, noon: String?, now: Moment) throws(Refused) {
        guard let text = day, !text.isEmpty else { return nil }
        guard let day = Day(text) else {
            throw Refused(description: "KAMDESK_TEST_DAY=\(text) is no day: write it as 2026-11-23")
        }
        guard let seconds = noon.flatMap({ Int64($0) }), (0...now.milliseconds / 1000).contains(seconds),
            now.milliseconds / 1000 - seconds < TestDay.hours * 3600
        else {
            throw Refused(
                description:
                    "KAMDESK_TEST_DAY is for tests alone, each of which says in KAMDESK_TEST_NOON when it began")
        }
        (self.day, self.noon) = (day, Moment(milliseconds: seconds * 1000))
    }

    /// Sets the day that the environment names. Ends the program if it is refused.
    static func begin() {
        do {
            let test = try TestDay(day: environment("TEST_DAY"), noon: environment("TEST_NOON"), now: .current())
            if let test { Moment.setNoon(of: test.day, at: test.noon) }
        } catch {
            say("kamdesk: \(error)")
            exit(EX_USAGE)
        }
    }
}
