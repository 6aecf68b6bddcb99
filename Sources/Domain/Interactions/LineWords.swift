/// The words of a part of a typed line. Words that are understood are taken out.
struct LineWords {
    private(set) var all: [String]
    /// The same words in lower case and without punctuation at their ends.
    private var plain: [String]
    /// True if the day that was taken out is a due day, not the day on which something happens.
    private(set) var hasDeadline = false

    init(_ text: String) {
        all = text.split(separator: " ").map(String.init)
        plain = all.map(LineWords.bare)
    }

    var text: String { all.joined(separator: " ") }

    /// The first word in lower case.
    var first: String? { plain.first }

    mutating func dropFirst(where fits: (String) -> Bool) {
        if let first, fits(first) { remove(0..<1) }
    }

    private mutating func remove(_ places: Range<Int>) {
        all.removeSubrange(places)
        plain.removeSubrange(places)
    }

    private static func bare(_ word: String) -> String {
        var scalars = word.lowercased().unicodeScalars[...]
        while let last = scalars.last, ",.;:!?)»\"".unicodeScalars.contains(last) { scalars.removeLast() }
        while let first = scalars.first, "(«\"".unicodeScalars.contains(first) { scalars.removeFirst() }
        return String(scalars)
    }

    // Kinds and names.

    mutating func takeKind() -> InteractionKind? {
        guard let place = plain.indices.prefix(4).first(where: { LineWords.kind(plain[$0]) != nil }) else { return nil }
        let kind = LineWords.kind(plain[place])
        remove(place..<place + 1)
        // "Informal meeting", "phone call", "круглый стол".
        if LineWords.kind(bare(place)) != nil || ["стол", "table"].contains(bare(place)) { remove(place..<place + 1) }
        return kind
    }

    /// The remaining words, split at commas and "and", without the words that only join names.
    var names: [String] {
        var names: [[String]] = [[]]
        for (word, bare) in zip(all, plain) {
            if LineWords.joins.contains(bare) || ["&", "+"].contains(bare) {
                names.append([])
            } else if !LineWords.fillers.contains(bare) {
                names[names.count - 1].append(
                    word.hasSuffix(",") || word.hasSuffix(";") ? String(word.dropLast()) : word)
            }
            if word.hasSuffix(",") || word.hasSuffix(";") { names.append([]) }
        }
        return names.map { $0.joined(separator: " ") }.filter { !$0.isEmpty }
    }

    /// Words that only join a name to the rest of the line.
    static let fillers: Set = [
        "with", "to", "at", "from", "by", "in", "on", "of", "the", "a", "an", "dr", "had", "made", "i", "we",
        "с", "со", "к", "ко", "у", "в", "во", "от", "на", "из", "для", "я", "мы", "д-р", "по",
    ]

    static let joins: Set = ["and", "but", "then", "и", "а", "но", "затем", "потом"]

    static func side(_ word: String) -> Side? {
        switch word {
        case "we", "i", "we'll", "i'll", "we’ll", "i’ll", "мы", "я": .ours
        case "they", "he", "she", "they'll", "he'll", "she'll", "they’ll", "he’ll", "she’ll", "они", "он", "она":
            .theirs
        default: nil
        }
    }

    /// True for a verb of wanting, saying or being, which promises nothing.
    static func isState(_ word: String) -> Bool { states.contains { word.hasPrefix($0) } }

    private static let states = [
        "want", "need", "have", "has", "had", "are", "is", "were", "was", "like", "ask", "said", "say", "think",
        "complain", "doubt",
        "prefer", "expect", "know", "met", "discuss", "talk", "хот", "хоч", "нуж", "сказа", "говор", "прос", "дума",
        "против", "жал",
        "out", "away", "closed", "busy", "отпуск", "боле", "закры", "заня", "сомне", "довол", "интерес", "име", "был",
        "зна", "ждут", "ждет", "ждёт", "счита", "обсуд", "обсужд", "недовол",
    ]

    /// The words between a person and what they will do.
    static let auxiliaries: Set = [
        "will", "shall", "must", "should", "promise", "promised", "agreed", "to",
        "будем", "будут", "будет", "буду", "обещал", "обещала", "обещали", "обещаем", "обещают", "должны", "должен",
        "должна",
        "обязуемся", "согласились",
    ]

    // Days.

    static let pastDays = ["today": 0, "yesterday": -1, "сегодня": 0, "вчера": -1, "позавчера": -2]

    /// Takes out the first day that the words name, with the preposition before it. In what was said, a number such as 10.12 or 5/12 is a
    /// day only behind a word of time, or alone: it could be a price or a clause.
    mutating func takeDay(near today: Day, isDue: Bool) -> Day? {
        for place in all.indices {
            guard let (day, count, isRelative) = day(at: place, near: today, isDue: isDue) else { continue }
            let before = place > 0 ? bare(place - 1) : ""
            let isBehindTime = isDue ? LineWords.deadlines.contains(before) : LineWords.onDay.contains(before)
            if isDue, !isBehindTime, all.count > 1, LineWords.dayAndMonth(bare(place)) != nil { continue }
            var start = place
            hasDeadline = isDue && isRelative
            if isBehindTime {
                start -= 1
                hasDeadline = hasDeadline || isDue && !LineWords.onDay.contains(bare(start))
                if start > 0, ["не", "no"].contains(bare(start - 1)) { start -= 1 }
            }
            remove(start..<(place + count))
            return day
        }
        return nil
    }

    private static let onDay: Set = ["on", "в", "во"]
    private static let deadlines: Set = [
        "by", "until", "till", "before", "on", "later", "до", "к", "ко", "в", "во", "позже", "позднее",
    ]

    private func bare(_ place: Int) -> String { place < plain.count ? plain[place] : "" }

    /// The day named by the words at a place, how many words those are, and whether the day is relative to today.
    private func day(at place: Int, near today: Day, isDue: Bool) -> (Day, count: Int, isRelative: Bool)? {
        let word = bare(place)
        if let shift = LineWords.pastDays[word] { return (today + shift, 1, true) }
        if isDue, let found = relative(at: place, to: today) { return (found.0, found.count, true) }
        let skipped = ["next", "следующий", "следующую", "следующего", "следующей", "the"].contains(word) ? 1 : 0
        if let weekday = LineWords.weekday(bare(place + skipped)) {
            let ahead = (weekday.rawValue - today.weekday.rawValue + 7) % 7
            let shift = isDue ? (ahead == 0 ? 7 : ahead) : (ahead == 0 ? 0 : ahead - 7)
            return (today + shift, 1 + skipped, false)
        }
        return date(at: place, near: today, isDue: isDue).map { ($0.0, $0.count, false) }
    }

    /// "tomorrow", "in 3 days", "next week". A week means its Friday.
    private func relative(at place: Int, to today: Day) -> (Day, count: Int)? {
        let word = bare(place)
        if let shift = ["tomorrow": 1, "завтра": 1, "послезавтра": 2][word] { return (today + shift, 1) }
        if ["in", "через"].contains(word), let found = span(at: place + 1, near: today) {
            return (found.0, found.count + 1)
        }
        let nextFriday = today + (7 - today.weekday.rawValue) + 4
        if word == "next", bare(place + 1) == "week" { return (nextFriday, 2) }
        if word == "на", bare(place + 1) == "следующей", bare(place + 2) == "неделе" { return (nextFriday, 3) }
        return end(at: place, near: today)
    }

    /// "3 days", "2 недели", "неделю".
    private func span(at place: Int, near today: Day) -> (Day, count: Int)? {
        let number = Int(bare(place))
        let unit = bare(number == nil ? place : place + 1)
        let days =
            unit.hasPrefix("day") || unit.hasPrefix("дн") || unit.hasPrefix("ден")
            ? 1 : unit.hasPrefix("week") || unit.hasPrefix("недел") ? 7 : 0
        guard days > 0, (number ?? 1) < 1000, number != nil || days == 7 else { return nil }
        return (today + (number ?? 1) * days, number == nil ? 1 : 2)
    }

    /// "end of the week", "конца месяца".
    private func end(at place: Int, near today: Day) -> (Day, count: Int)? {
        guard ["end", "конца", "концу"].contains(bare(place)) else { return nil }
        var next = place + 1
        for word in ["of", "the"] where bare(next) == word { next += 1 }
        let count = next - place + 1
        if ["week", "недели"].contains(bare(next)) { return (today + (4 - today.weekday.rawValue + 7) % 7, count) }
        guard ["month", "месяца"].contains(bare(next)) else { return nil }
        let (year, month, _) = today.civil
        let following = month == 12 ? Day(year: year + 1, month: 1, day: 1) : Day(year: year, month: month + 1, day: 1)
        return following.map { ($0 - 1, count) }
    }

    /// "5 Dec", "Dec 5th", "5 декабря 2026", "05.12", "2026-12-05".
    private func date(at place: Int, near today: Day, isDue: Bool) -> (Day, count: Int)? {
        let word = bare(place)
        if let day = Day(word) { return (day, 1) }
        if let (day, month, year) = LineWords.dayAndMonth(word) {
            guard let year else { return LineWords.near(today, month: month, day: day, isDue).map { ($0, 1) } }
            return Day(year: year < 100 ? 2000 + year : year, month: month, day: day).map { ($0, 1) }
        }
        for (number, name) in [(place, place + 1), (place + 1, place)] {
            let digits = bare(number).prefix { $0.isNumber }
            guard let day = Int(digits), bare(number).count - digits.count <= 2, let month = DayText.month(bare(name))
            else { continue }
            if let year = Int(bare(place + 2)), (2000...2100).contains(year) {
                let count = ["г", "года"].contains(bare(place + 3)) ? 4 : 3
                return Day(year: year, month: month, day: day).map { ($0, count) }
            }
            return LineWords.near(today, month: month, day: day, isDue).map { ($0, 2) }
        }
        return nil
    }

    /// The numbers of "05.12", "5/12", "05.12.2026" or "5/12/26", the day first; nil for other words.
    private static func dayAndMonth(_ word: String) -> (day: Int, month: Int, year: Int?)? {
        guard let mark = word.utf8.first(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "/") }) else {
            return nil
        }
        let pieces = word.utf8.split(separator: mark, maxSplits: 3, omittingEmptySubsequences: false)
        let parts = pieces.compactMap { $0.count <= 4 ? Int(Substring($0)) : nil }
        guard pieces.count == parts.count, parts.allSatisfy({ $0 >= 0 }) else { return nil }
        switch parts.count {
        case 3: return (parts[0], parts[1], parts[2])
        // "3.5" is a number.
        case 2 where word.utf8.count > 3 || mark == UInt8(ascii: "/"): return (parts[0], parts[1], nil)
        default: return nil
        }
    }

    /// A date without a year: its next occurrence from today on if it is a due day. Otherwise its last one up to today, or the one within
    /// the next weeks: on 29 November the 30th is tomorrow.
    private static func near(_ today: Day, month: Int, day: Int, _ isDue: Bool) -> Day? {
        let days = (today.year - 1...today.year + 1).compactMap { Day(year: $0, month: month, day: day) }
        if isDue { return days.first { $0 >= today } }
        return days.last { $0 <= today + planned }
    }

    private static let planned = 60

    private static func weekday(_ word: String) -> Day.Weekday? { weekdays[word] }

    private static let weekdays: [String: Day.Weekday] = {
        let endings = ["masculine": " а у ом е и", "feminine": "а ы у е ой ей", "neuter": "е я ю ем"]
        let all: [(short: String, stem: String, kind: String)] = [
            ("mon monday mondays пн", "понедельник", "masculine"),
            ("tue tues tuesday tuesdays вт", "вторник", "masculine"),
            ("wed wednesday wednesdays ср", "сред", "feminine"),
            ("thu thur thurs thursday thursdays чт", "четверг", "masculine"),
            ("fri friday fridays пт", "пятниц", "feminine"), ("sat saturday saturdays сб", "суббот", "feminine"),
            ("sun sunday sundays вс", "воскресень", "neuter"),
        ]
        let words = zip(all, Day.Weekday.allCases).flatMap { word, weekday in
            word.short.split(separator: " ").map { (String($0), weekday) }
                + (endings[word.kind] ?? "").split(separator: " ", omittingEmptySubsequences: false).map {
                    (word.stem + $0, weekday)
                }
        }
        return Dictionary(words) { first, _ in first }
    }()
}
