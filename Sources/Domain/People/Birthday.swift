/// The day on which a person was born, with or without the year.
package struct Birthday: Hashable, Sendable {
    /// If the year is unknown, the day lies in a leap year of antiquity, so that 29 February is one too.
    package let day: Day

    private static let noYear = 4

    package init(_ day: Day) { self.day = day }

    /// Reads a day as `DayText` does, or one without a year: "--07-30" (ISO 8601, vCard), "30.07", "30 July", "30 июля".
    package init?(typed text: String, _ order: DayOrder = .dayFirst) {
        if let read = DayText(text) {
            guard !read.isYearShort, let day = read.day(order), day == day.withinReason else { return nil }
            self.init(day)
            return
        }
        guard let (month, number) = Birthday.dayOfYear(text, order),
            let day = Day(year: Birthday.noYear, month: month, day: number)
        else { return nil }
        self.init(day)
    }

    /// What a birthday without a year tells about the order of whoever wrote it; nil if it is none.
    static func order(of text: String) -> DayText.Order? {
        if text.hasPrefix("--") || dayOfYear(text, .dayFirst) == nil && dayOfYear(text, .monthFirst) == nil {
            return nil
        }
        let orders = DayOrder.allCases.filter { order in
            dayOfYear(text, order).map { Day(year: noYear, month: $0.month, day: $0.day) != nil } ?? false
        }
        switch orders.count {
        case 0: return nil
        case 1: return text.contains(".") ? DayText.Order.none : .certain(orders[0])
        default:
            let isSame = dayOfYear(text, .dayFirst).map { $0.month == $0.day } ?? true
            return isSame || text.contains(where: { $0.isLetter || $0 == "." }) ? DayText.Order.none : .open
        }
    }

    package var isYearKnown: Bool { day.year != Birthday.noYear }

    /// "1980-07-30" or "--07-30".
    package var text: String { isYearKnown ? day.iso : "--" + day.iso.dropFirst(5) }

    private static func dayOfYear(_ text: String, _ order: DayOrder) -> (month: Int, day: Int)? {
        guard text.utf8.count <= 40 else { return nil }
        let words = text.lowercased().split { " .,-/".contains($0) }
        guard words.count == 2 else { return nil }
        func number(_ word: Substring) -> Int? {
            word.utf8.count <= 2 && word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ? Int(word) : nil
        }
        switch (number(words[0]), number(words[1])) {
        case (let first?, let second?):
            // Points stand behind the day everywhere.
            let isMonthFirst = text.hasPrefix("--") || order == .monthFirst && !text.contains(".")
            return isMonthFirst ? (first, second) : (second, first)
        case (let day?, nil): return DayText.month(String(words[1])).map { ($0, day) }
        case (nil, let day?): return DayText.month(String(words[0])).map { ($0, day) }
        case (nil, nil): return nil
        }
    }
}

extension Birthday: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Birthday: StoredValue {
    package static var blank: Birthday { Birthday(.blank) }
    package init?(column: ColumnValue) {
        guard let day = Day(column: column) else { return nil }
        self.init(day)
    }
    package var column: ColumnValue { day.column }
    package func typed(in currency: Currency?) -> String { text }
}
