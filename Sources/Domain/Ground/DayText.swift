/// Which of the first two numbers of "07/06/1980" is the day.
package enum DayOrder: String, Sendable, CaseIterable {
    case dayFirst = "dmy"
    case monthFirst = "mdy"
}

/// A day as people and files write it: "2026-11-23", "2026/11/23", "23.11.2026", "23.11.26", "11/23/2026", "23 Nov 2026", "23 ноября 2026 г.".
/// A time behind it is left out. Years of two digits are those from 1970 to 2069.
struct DayText {
    /// What the text tells about the order of whoever wrote it.
    enum Order: Equatable {
        /// The year is first, the month is a word, or day and month are the same number.
        case none
        /// It is a day in this order only.
        case certain(DayOrder)
        /// It is a day in either order.
        case open
    }

    let order: Order
    /// True if the year has two digits.
    private(set) var isYearShort = false
    private let dayFirst: Day?
    private let monthFirst: Day?

    /// Nil if the text is not a day in any order.
    init?(_ text: String) {
        if let day = Day(text.prefix(10)), DayText.isTime(text.dropFirst(10)) {
            (order, dayFirst, monthFirst) = (.none, day, day)
            return
        }
        if let day = DayText.worded(text) {
            (order, dayFirst, monthFirst) = (.none, day, day)
            return
        }
        let date = text.prefix { $0 != " " && $0 != "T" }
        guard DayText.isTime(text.dropFirst(date.count)), let mark = date.first(where: { "./-".contains($0) }) else {
            return nil
        }
        let parts = date.split(separator: mark, omittingEmptySubsequences: false)
        let numbers = parts.compactMap(DayText.number)
        guard numbers.count == 3, parts.count == 3 else { return nil }
        if parts[0].utf8.count == 4 {
            guard mark != "-" || parts[1].utf8.count == 1 || parts[2].utf8.count == 1,
                let day = Day(year: numbers[0], month: numbers[1], day: numbers[2])
            else { return nil }
            (order, dayFirst, monthFirst) = (.none, day, day)
            return
        }
        guard [2, 4].contains(parts[2].utf8.count), parts[0].utf8.count <= 2, parts[1].utf8.count <= 2 else {
            return nil
        }
        // "26/03/10" could begin with the year.
        if parts[2].utf8.count == 2, mark != "." { return nil }
        isYearShort = parts[2].utf8.count == 2
        let year = isYearShort ? numbers[2] + (numbers[2] < 70 ? 2000 : 1900) : numbers[2]
        dayFirst = Day(year: year, month: numbers[1], day: numbers[0])
        // Points stand behind the day everywhere.
        monthFirst = mark == "." ? dayFirst : Day(year: year, month: numbers[0], day: numbers[1])
        switch (dayFirst, monthFirst) {
        case (nil, nil): return nil
        case (_?, nil): order = .certain(.dayFirst)
        case (nil, _?): order = .certain(.monthFirst)
        case (let a?, let b?): order = a == b ? .none : .open
        }
    }

    /// The day in this order, if it is one in both; else in the only order in which it is one.
    func day(_ reading: DayOrder) -> Day? {
        switch order {
        case .certain(.dayFirst): dayFirst
        case .certain(.monthFirst): monthFirst
        case .none, .open: reading == .dayFirst ? dayFirst : monthFirst
        }
    }

    /// True for nothing, and for a time such as "T09:30:00Z" or " 12:00 AM".
    private static func isTime(_ text: Substring) -> Bool {
        guard let first = text.first else { return true }
        guard first == " " || first == "T" else { return false }
        let rest = text.dropFirst()
        return rest.first?.isNumber == true && rest.allSatisfy { "0123456789:.+-Z APMapm".contains($0) }
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }

    /// A day whose month is a word.
    private static func worded(_ text: String) -> Day? {
        guard text.utf8.count <= 60, text.contains(where: \.isLetter) else { return nil }
        var words = text.lowercased().split { " .,-/".contains($0) }
        if let last = words.last, ["г", "года", "year"].contains(last) { words.removeLast() }
        guard words.count == 3, words[2].utf8.count == 4, let year = number(words[2]) else { return nil }
        let isMonthFirst = words[0].first?.isLetter == true
        let (dayWord, monthWord) = isMonthFirst ? (words[1], words[0]) : (words[0], words[1])
        guard (1...2).contains(dayWord.utf8.count), let day = number(dayWord), let month = month(String(monthWord))
        else {
            return nil
        }
        return Day(year: year, month: month, day: day)
    }

    /// The number of an English or Russian month, written out or cut to three to five letters.
    static func month(_ word: String) -> Int? {
        let all: [[String]] = [
            ["jan", "янв"], ["feb", "фев"], ["mar", "мар"], ["apr", "апр"], ["may", "мая", "май"], ["jun", "июн"],
            ["jul", "июл"],
            ["aug", "авг"], ["sep", "сен"], ["oct", "окт"], ["nov", "ноя"], ["dec", "дек"],
        ]
        let full = [
            "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
            "november", "december",
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ]
        guard word.count >= 3, full.contains(where: { $0 == word || $0.hasPrefix(word) && word.count <= 5 }) else {
            return nil
        }
        return all.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
    }
}

extension Day {
    /// Reads a day as people type it, day before month: 2026-11-23, 23.11.2026, 23/11/2026, 23 Nov 2026. A time behind it is ignored. Nil
    /// for anything else, also for a day that could only be month first, and for a year of two digits.
    package init?(typed text: String) {
        if let day = Day(text) {
            self = day
            return
        }
        guard let read = DayText(text), read.order != .certain(.monthFirst), !read.isYearShort,
            let day = read.day(.dayFirst)
        else {
            return nil
        }
        self = day
    }
}
