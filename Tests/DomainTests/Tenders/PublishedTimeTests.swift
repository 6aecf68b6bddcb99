import Testing

@testable import Domain

@Suite struct PublishedTimeTests {
    static let day = Day("2026-12-03")!

    /// The zones of the Russian regions, with what a notice may write for them and 09:00 of theirs by UTC.
    static let russian: [(zone: String, ahead: String, utc: String)] = [
        ("Europe/Kaliningrad", "MSK-1", "2026-12-03T07:00:00.000Z"),
        ("Europe/Moscow", "MSK", "2026-12-03T06:00:00.000Z"),
        ("Europe/Samara", "MSK+1", "2026-12-03T05:00:00.000Z"),
        ("Asia/Yekaterinburg", "МСК+2", "2026-12-03T04:00:00.000Z"),
        ("Asia/Omsk", "МСК+3", "2026-12-03T03:00:00.000Z"),
        ("Asia/Krasnoyarsk", "UTC+7", "2026-12-03T02:00:00.000Z"),
        ("Asia/Irkutsk", "+08:00", "2026-12-03T01:00:00.000Z"),
        ("Asia/Yakutsk", "+0900", "2026-12-03T00:00:00.000Z"),
        ("Asia/Vladivostok", "GMT+10", "2026-12-02T23:00:00.000Z"),
        ("Asia/Magadan", "+11", "2026-12-02T22:00:00.000Z"),
        ("Asia/Kamchatka", "MSK+9", "2026-12-02T21:00:00.000Z"),
    ]

    @Test(arguments: russian)
    func `nine o'clock in a Russian zone is one moment, by its name and by its offset`(
        zone: String, ahead: String, utc: String
    ) throws {
        for text in [zone, ahead] {
            let zone = try #require(PublishedZone(text))
            #expect(zone.text == text)
            let moment = try #require(zone.moment(of: PublishedTimeTests.day, TimeOfDay(published: "09:00")!))
            #expect(moment.iso == utc)
            #expect(zone.local(moment) == LocalTime(day: PublishedTimeTests.day, hour: 9, minute: 0))
        }
    }

    /// Around the changes of the clocks in the European Union on 29 March and 25 October 2026.
    @Test(arguments: [
        ("2026-03-28", "10:00", "2026-03-28T09:00:00.000Z"), ("2026-03-29", "01:59", "2026-03-29T00:59:00.000Z"),
        ("2026-03-29", "03:00", "2026-03-29T01:00:00.000Z"), ("2026-03-29", "10:00", "2026-03-29T08:00:00.000Z"),
        ("2026-10-25", "01:59", "2026-10-24T23:59:00.000Z"), ("2026-10-25", "02:30", "2026-10-25T00:30:00.000Z"),
        ("2026-10-25", "03:00", "2026-10-25T02:00:00.000Z"), ("2026-10-26", "10:00", "2026-10-26T09:00:00.000Z"),
    ])
    func `a deadline keeps its hour when the clocks change, and the earlier of two counts`(
        day: String, time: String, utc: String
    ) throws {
        let zone = try #require(PublishedZone("Europe/Berlin"))
        #expect(zone.moment(of: Day(day)!, TimeOfDay(published: time)!)?.iso == utc)
    }

    @Test func `a time over which the clocks go forward never comes`() throws {
        let zone = try #require(PublishedZone("Europe/Berlin"))
        let day = Day("2026-03-29")!
        #expect(zone.moment(of: day, TimeOfDay(published: "02:30")!) == nil)
        #expect(PublishedMoment(day, TimeOfDay(published: "02:30")!, zone) == nil)
        #expect(PublishedMoment(day, TimeOfDay(published: "03:30")!, zone)?.moment.iso == "2026-03-29T01:30:00.000Z")
    }

    @Test(arguments: [
        "", "Moscow", "Europe/Nowhere", "UTC+", "+25", "+3:99", "MSK+20", "EST", "+", "--3", "+٣", "../etc/passwd",
    ])
    func `what names no zone is refused`(text: String) {
        #expect(PublishedZone(text) == nil)
    }

    @Test(arguments: [
        ("8:00", "08:00"), ("08:05:59", "08:05"), ("24:00", "23:59"), ("0:00", "00:00"), ("23:59", "23:59"),
    ])
    func `a time is read as people write it`(text: String, clock: String) {
        #expect(TimeOfDay(published: text)?.text == clock)
    }

    @Test(arguments: ["", "8", "25:00", "24:01", "8:5", "08:60", "ab:cd", "1:2:3", "٠٨:٠٠", "-1:00"])
    func `what is no time is refused`(text: String) {
        #expect(TimeOfDay(published: text) == nil)
    }

    @Test func `a deadline more than two years ahead is asked about, on a leap day too`() {
        let today = Day("2026-11-30")!
        #expect(!PublishedMoment.isFar(Day("2028-11-30")!, from: today))
        #expect(PublishedMoment.isFar(Day("2028-12-01")!, from: today))
        #expect(!PublishedMoment.isFar(Day("2030-02-28")!, from: Day("2028-02-29")!))
        #expect(PublishedMoment.isFar(Day("2030-03-01")!, from: Day("2028-02-29")!))
    }
}
