import Foundation
import Testing

@testable import Domain

/// Random tables in random conventions: each is read back as it was meant, or asked about; never otherwise.
@Suite struct RandomFileTests {
    /// What a row means, whatever its file looks like.
    private struct Meant: Equatable {
        var number: String
        var name: String
        var day: Day
        var cents: Int64
        var discount: Int64
    }

    /// How a file writes.
    private struct Habit {
        var encoding: CSVEncoding
        var delimiter: Character
        var order: DayOrder
        var mark: DecimalMark
        var thousands: String
        var unit: DiscountUnit
        var titles: Int
        var hasTotal: Bool
    }

    private static let russian = [
        "Больница № 4", "Орёл-Фарм", "аптека «Ёлка»", "ООО Северный центр", "ТУЛАФАРМ", "Щёлковский лицей",
    ]
    private static let german = ["Ärztehaus Süd", "Klinik Köln", "Übersee GmbH", "Apotheke am Fluß"]
    private static let polish = ["Szpital Łódź", "Żory", "Świdnica Apteka"]
    private static let french = ["Hôpital Européen", "Liège Santé", "Clinique de l’Être"]

    private static func habit(_ random: inout SplitMix) -> (Habit, [String]) {
        let (encodings, names): ([CSVEncoding], [String]) =
            switch random.below(4) {
            case 0: ([.utf8, .windows1251, .koi8r, .cp866, .macCyrillic, .utf16le], russian)
            case 1: ([.utf8, .windows1252, .windows1250, .macintosh], german)
            case 2: ([.utf8, .windows1250], polish)
            default: ([.utf8, .windows1252, .macintosh], french)
            }
        let mark: DecimalMark = random.chance(50) ? .comma : .point
        let delimiters: [Character] = mark == .comma ? [";", "\t", "|"] : [",", ";", "\t"]
        return (
            Habit(
                encoding: encodings[random.below(encodings.count)],
                delimiter: delimiters[random.below(delimiters.count)],
                order: random.chance(50) ? .dayFirst : .monthFirst, mark: mark,
                thousands: ["", " ", "\u{A0}", "'", mark.other.rawValue][random.below(5)],
                unit: random.chance(50) ? .percent : .share, titles: random.below(3), hasTotal: random.chance(30)),
            names
        )
    }

    private static func text(_ value: Int64, decimals: Int, shown: Int, _ habit: Habit, _ thousands: String) -> String {
        var digits = String(value)
        while digits.count <= decimals { digits = "0" + digits }
        var (whole, fraction) = (String(digits.dropLast(decimals)), String(digits.suffix(decimals)))
        while fraction.count > shown, fraction.hasSuffix("0") { fraction.removeLast() }
        while fraction.count < shown { fraction += "0" }
        if !thousands.isEmpty {
            var grouped = ""
            for (place, digit) in whole.reversed().enumerated() {
                if place > 0, place % 3 == 0 { grouped += String(thousands.reversed()) }
                grouped.append(digit)
            }
            whole = String(grouped.reversed())
        }
        return fraction.isEmpty ? whole : whole + habit.mark.rawValue + fraction
    }

    private static func cells(_ meant: Meant, _ habit: Habit, _ random: inout SplitMix) -> [String] {
        let (year, month, day) = meant.day.civil
        let (first, second) = habit.order == .dayFirst ? (day, month) : (month, day)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        // Points stand behind days only, as everywhere.
        let mark = habit.order == .dayFirst && random.chance(30) ? "." : "/"
        let thousands =
            habit.encoding == .koi8r || habit.encoding == .cp866 || habit.encoding == .macCyrillic
            ? habit.thousands == "\u{A0}" ? " " : habit.thousands : habit.thousands
        let amount = text(meant.cents, decimals: 2, shown: [0, 2, 3][random.below(3)], habit, thousands)
        let discount =
            habit.unit == .percent
            ? text(meant.discount, decimals: 2, shown: 0, habit, "")
            : text(meant.discount, decimals: 4, shown: 0, habit, "")
        return [meant.number, meant.name, "\(two(first))\(mark)\(two(second))\(mark)\(year)", amount, discount]
    }

    private static func line(_ cells: [String], _ delimiter: Character) -> String {
        cells.map { $0.contains(delimiter) || $0.contains("\"") ? "\"\($0.replacing("\"", with: "\"\""))\"" : $0 }
            .joined(separator: String(delimiter)) + "\r\n"
    }

    @Test func `a random file is read as it was meant, or asked about`() throws {
        var random = SplitMix(seed: 20)
        var (asked, read) = (0, 0)
        let path = NSTemporaryDirectory() + "random-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: path) }
        for number in 0..<2000 {
            let (habit, names) = Self.habit(&random)
            let rows = (0...random.below(14)).map { place in
                Meant(
                    number: "N\(place)", name: names[random.below(names.count)],
                    day: Day("2024-01-01")! + random.below(700),
                    cents: Int64(
                        [random.below(100), random.below(100_000), random.below(100_000_000)][random.below(3)]),
                    discount: Int64(random.chance(50) ? 0 : random.below(10_001)))
            }
            var lines = (0..<habit.titles).map { ["Отчёт", "Список за 2026 год"][$0] }.map {
                habit.encoding.hasRussian ? $0 : "List"
            }
            var text = lines.map { Self.line([$0], habit.delimiter) }.joined()
            text += Self.line(["number", "client", "date", "amount", "discount"], habit.delimiter)
            lines = rows.map { Self.line(Self.cells($0, habit, &random), habit.delimiter) }
            text += lines.joined()
            if habit.hasTotal {
                text += Self.line([habit.encoding.hasRussian ? "Итого" : "Total", "", "", "1", ""], habit.delimiter)
            }
            guard let bytes = encoded(text, habit.encoding) else { continue }
            try bytes.write(to: URL(fileURLWithPath: path))
            switch try Self.reading(path) {
            case nil: asked += 1
            case let found?:
                read += 1
                #expect(found == rows, "table \(number), \(habit)")
            }
        }
        // Most files have a cell that settles each convention.
        #expect(asked + read > 1500 && read > 500, "\(asked) asked, \(read) read")
    }

    /// What is read from a file; nil if it leaves something open.
    private static func reading(_ path: String) throws -> [Meant]? {
        let file = try CSVFile(path: path, as: .invoices)
        let currency = Currency("EUR")
        func survey(_ kind: ImportKind, _ map: String) throws -> FileSurvey {
            let plan = try ImportPlan(kind, header: file.header, map: map, matchesNames: false)
            return try FileSurvey(file, plan, kind, said: Conventions(), currency: currency)
        }
        let days = try survey(.invoices, "number=number,client=client,date=date,amount=amount")
        let discounts = try survey(.orderLines, "order=number,product=client,quantity=amount,discount=discount")
        guard days.questions.isEmpty, discounts.questions.isEmpty else { return nil }
        var conventions = discounts.conventions
        conventions.dates = days.conventions.dates
        let reader = CellReader(conventions, currency)
        var found: [Meant] = []
        try file.forEachRow(skippingLast: conventions.skipLast ?? 0) { row in
            let day = reader.read(row.cells[2], as: .day)
            let amount = reader.read(row.cells[3], as: .number)
            let discount = reader.read(row.cells.count > 4 ? row.cells[4] : "", as: .share)
            found.append(
                Meant(
                    number: row.cells[0], name: row.cells[1], day: try #require(Day(day)),
                    cents: try #require(currency.amount(typed: amount)?.minor, "\(row.cells)"),
                    discount: try #require(Discount(percent: discount)?.hundredths, "\(row.cells)")))
        }
        return found
    }
}

extension CSVEncoding {
    fileprivate var hasRussian: Bool { [.utf8, .utf16le, .windows1251, .koi8r, .cp866, .macCyrillic].contains(self) }
}

extension SplitMix {
    fileprivate mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
    fileprivate mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
}
