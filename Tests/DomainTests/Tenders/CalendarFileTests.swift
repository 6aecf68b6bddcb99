import Testing

@testable import Domain

@Suite struct CalendarFileTests {
    private func file(_ title: String, text: String? = nil) -> CalendarFile {
        let start = Moment(milliseconds: Int64(Day("2026-12-03")!.number) * 86_400_000 + 5 * 3_600_000)
        return CalendarFile(
            name: "Tenders", at: start,
            entries: [.init(uid: "deadline-7@kamdesk", sequence: 2, start: start, title: title, text: text)])
    }

    @Test func `a deadline is an event in universal time with its number and how often it changed`() {
        let lines = file("Applications").text.split(separator: "\r\n").map(String.init)
        for line in [
            "BEGIN:VEVENT", "UID:deadline-7@kamdesk", "SEQUENCE:2", "DTSTART:20261203T050000Z",
            "DTSTAMP:20261203T050000Z", "SUMMARY:Applications", "END:VCALENDAR",
        ] {
            #expect(lines.contains(line), "\(line)")
        }
        #expect(!lines.contains { $0.hasPrefix("DESCRIPTION") })
    }

    @Test(arguments: [
        ("a;b,c\\d", "a\\;b\\,c\\\\d"), ("two\nlines\r\nmore", "two\\nlines\\nmore"),
        ("END:VEVENT\r\nBEGIN:VALARM", "END:VEVENT\\nBEGIN:VALARM"), ("bell\u{7}", "bell"),
    ])
    func `no text can end its line`(typed: String, written: String) {
        #expect(CalendarFile.escaped(typed) == written)
    }

    @Test(arguments: [74, 75, 76, 150, 400])
    func `a long line goes on in lines of at most 75 bytes and no letter is broken`(count: Int) {
        let title = String(repeating: "ж", count: count)
        let text = file(title).text
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 75) }
        #expect(text.replacing("\r\n ", with: "").contains("SUMMARY:" + title))
    }
}
