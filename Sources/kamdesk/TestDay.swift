import Domain
import Glibc
import Store

/// The day on which a test lets this program live: KAMDESK_TEST_DAY, together with KAMDESK_TEST_NOON, the seconds since 1970 at which
/// the test said that it is noon there. Who does not say so, or said it long ago, is no test, and is refused: a desk in use keeps the
/// machine's time.
struct TestDay: Equatable {
    struct Refused: Error, Equatable, CustomStringConvertible { let description: String }

    /// Noon and so many hours are the same day still, also on one of daylight saving.
    private static let hours: Int64 = 10

    let day: Day
    let noon: Moment

    /// Nil where no day is asked for. `now` is the machine's time.
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

    /// Lets this run of the program live on the day that its environment names, and ends it where that is refused.
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
