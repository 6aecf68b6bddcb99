import Domain
import Store
import Testing

@testable import kamdesk

@Suite struct TestDayTests {
    /// 12:00 on 29 November 2026 in Greenwich.
    let now = Moment(milliseconds: 1_795_953_600_000)

    @Test func `without a test day the program uses the machine's time`() throws {
        #expect(try TestDay(day: nil, noon: nil, now: now) == nil)
        #expect(try TestDay(day: "", noon: "1795953600", now: now) == nil)
    }

    @Test func `a test starts at noon of the day that it names`() throws {
        let test = try TestDay(day: "2027-03-02", noon: "1795953590", now: now)
        #expect(test?.day == Day("2027-03-02"))
        #expect(test?.noon == Moment(milliseconds: 1_795_953_590_000))
    }

    @Test(arguments: [nil, "", "noon", "-1", "1795953601", "1795917600"])
    func `a test day is refused without a valid time at which the test began today`(noon: String?) {
        #expect(throws: TestDay.Refused.self) { try TestDay(day: "2027-03-02", noon: noon, now: now) }
    }

    @Test(arguments: ["2027-02-29", "tomorrow", "2027-03-02T12:00"])
    func `a text that is not a date is refused as a test day`(day: String) {
        #expect(throws: TestDay.Refused(description: "KAMDESK_TEST_DAY=\(day) is no day: write it as 2026-11-23")) {
            try TestDay(day: day, noon: "1795953600", now: now)
        }
    }

    @Test func `a daemon in use cannot be moved to another day by its environment alone`() throws {
        let daemon = try Daemon([], environment: ["KAMDESK_TEST_NOON": ""])
        #expect(try #require(daemon.failure).contains("KAMDESK_TEST_DAY is for tests alone"))
    }

    @Test func `the daemon of a test shows the day of the test`() throws {
        let empty = try Daemon([])
        empty.end()
        try empty.run("user", "add", "--without-login", "Anna Orlova")
        let daemon = try Daemon([], folder: empty.folder)
        #expect(try daemon.get("today.json").contains("\"day\":\"2026-03-02\""))
    }
}
