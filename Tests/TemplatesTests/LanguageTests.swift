import Domain
import Foundation
import Testing

@testable import Templates

@Suite struct LanguageTests {
    static let catalogue: Catalogue = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        return try! Catalogue(
            json: Data(contentsOf: root.appendingPathComponent("Templates/Languages/Catalogue.xcstrings")))
    }()
    static let english = Language(.english, catalogue)
    static let russian = Language(.russian, catalogue)

    @Test(arguments: [
        (1, "просрочено на 1 день"), (2, "просрочено на 2 дня"), (5, "просрочено на 5 дней"),
        (11, "просрочено на 11 дней"),
        (21, "просрочено на 21 день"),
        (112, "просрочено на 112 дней"), (1_003, "просрочено на 1\u{A0}003 дня"),
    ])
    func `a Russian count has the right plural`(count: Int, said: String) {
        #expect(LanguageTests.russian("\(count) days overdue") == said)
    }

    @Test(arguments: [(1, "1 day overdue"), (2, "2 days overdue"), (1_234, "1,234 days overdue")])
    func `an English count has the right plural`(count: Int, said: String) {
        #expect(LanguageTests.english("\(count) days overdue") == said)
    }

    @Test func `a value that looks like a placeholder is written as it is`() {
        #expect(LanguageTests.russian("Done: \("%@ %lld 100%")") == "Выполнено: %@ %lld 100%")
    }

    @Test(arguments: [0, 7, 999, 1_000, -12_345, 1_234_567_890])
    func `numbers are written as Foundation writes them`(value: Int) {
        #expect(
            LanguageTests.english.number(value)
                == value.formatted(.number.locale(Locale(identifier: "en_GB"))).replacing("-", with: "−"))
        #expect(
            LanguageTests.russian.number(value)
                == value.formatted(.number.locale(Locale(identifier: "ru_RU"))).replacing("-", with: "−"))
    }

    @Test(arguments: [
        "2026-01-01", "2026-02-28", "2026-03-08", "2026-04-30", "2026-05-09", "2026-06-12", "2026-07-31", "2026-08-17",
        "2026-09-01", "2026-10-10", "2026-11-23", "2026-12-31",
    ])
    func `days are written as Foundation writes them`(iso: String) throws {
        let day = try #require(Day(iso))
        let date = Date(timeIntervalSince1970: Double(day.number) * 86_400)
        func foundation(_ format: String, _ locale: String) -> String {
            let formatter = DateFormatter()
            formatter.locale = Locale(identifier: locale)
            formatter.timeZone = .gmt
            formatter.dateFormat = format
            return formatter.string(from: date)
        }
        func plain(_ text: String) -> String { text.replacing("\u{A0}", with: " ") }
        let (english, russian) = (LanguageTests.english, LanguageTests.russian)
        #expect(plain(english.day(day, day)) == plain(foundation("d MMM", "en_GB")))
        #expect(plain(english.day(day, day + 400)) == plain(foundation("d MMM yyyy", "en_GB")))
        #expect(plain(english.longDay(day)) == foundation("EEEE, d MMMM", "en_GB"))
        #expect(plain(russian.day(day, day)) == foundation("d MMM", "ru_RU"))
        #expect(plain(russian.day(day, day + 400)) == foundation("d MMM yyyy 'г.'", "ru_RU"))
        #expect(plain(russian.longDay(day)) == foundation("EEEE, d MMMM", "ru_RU"))
        #expect(plain(russian.month(day)) == foundation("LLL yyyy", "ru_RU"))
    }
}
