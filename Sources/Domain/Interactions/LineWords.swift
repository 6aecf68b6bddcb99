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

    static func kind(_ word: String) -> InteractionKind? { kinds.first { word.hasPrefix($0.begins) }?.kind }

    private static let kinds: [(begins: String, kind: InteractionKind)] = [
        ("informal", .informal), ("coffee", .informal), ("lunch", .informal), ("dinner", .informal),
        ("неформал", .informal),
        ("кофе", .informal), ("обед", .informal), ("ужин", .informal),
        ("visit", .visit), ("визит", .visit), ("посетил", .visit), ("заехал", .visit), ("был", .visit),
        ("call", .call), ("phon", .call), ("rang", .call), ("звон", .call), ("созв", .call), ("позвон", .call),
        ("телефон", .call),
        ("negotiat", .negotiation), ("переговор", .negotiation), ("перегов", .negotiation),
        ("meet", .meeting), ("met", .meeting), ("встре", .meeting),
        ("congress", .event), ("conference", .event), ("event", .event), ("round", .event), ("мероприят", .event),
        ("конгресс", .event), ("конференц", .event), ("кругл", .event),
        ("e-mail", .message), ("email", .message), ("mail", .message), ("messag", .message), ("wrote", .message),
        ("letter", .message),
        ("письм", .message), ("написал", .message), ("сообщ", .message), ("почт", .message), ("переписк", .message),
        ("train", .training), ("обуч", .training), ("тренинг", .training),
        ("merch", .merchandising), ("shelf", .merchandising), ("мерч", .merchandising), ("выкладк", .merchandising),
        ("present", .presentation), ("презент", .presentation), ("доклад", .presentation),
    ]

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

    /// Takes out the first day that the words name, with the preposition before it.
    mutating func takeDay(near today: Day, isDue: Bool) -> Day? {
        for place in all.indices {
            guard let (day, count, isRelative) = day(at: place, near: today, isDue: isDue) else { continue }
            var start = place
            hasDeadline = isDue && isRelative
            if start > 0,
                isDue ? LineWords.deadlines.contains(bare(start - 1)) : LineWords.onDay.contains(bare(start - 1))
            {
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
        let pieces = word.utf8.split(separator: UInt8(ascii: "."), maxSplits: 3)
        let parts = pieces.compactMap { Int(Substring($0)) }
        if pieces.count == parts.count, parts.count == 3 {
            return Day(year: parts[2] < 100 ? 2000 + parts[2] : parts[2], month: parts[1], day: parts[0]).map {
                ($0, 1)
            }
        }
        if pieces.count == parts.count, parts.count == 2, word.utf8.count > 3 {
            return LineWords.near(today, month: parts[1], day: parts[0], isDue).map { ($0, 1) }
        }
        for (number, name) in [(place, place + 1), (place + 1, place)] {
            let digits = bare(number).prefix { $0.isNumber }
            guard let day = Int(digits), bare(number).count - digits.count <= 2, let month = LineWords.month(bare(name))
            else { continue }
            if let year = Int(bare(place + 2)), (2000...2100).contains(year) {
                let count = ["г", "года"].contains(bare(place + 3)) ? 4 : 3
                return Day(year: year, month: month, day: day).map { ($0, count) }
            }
            return LineWords.near(today, month: month, day: day, isDue).map { ($0, 2) }
        }
        return nil
    }

    /// A date without a year: its next occurrence from today on if it is a due day, otherwise its last one up to today.
    private static func near(_ today: Day, month: Int, day: Int, _ isDue: Bool) -> Day? {
        guard let this = Day(year: today.year, month: month, day: day) else { return nil }
        if isDue && this < today { return Day(year: today.year + 1, month: month, day: day) }
        if !isDue && this > today { return Day(year: today.year - 1, month: month, day: day) }
        return this
    }

    private static func weekday(_ word: String) -> Day.Weekday? {
        let all: [[String]] = [
            ["mon", "monday", "пн", "понедельник"], ["tue", "tues", "tuesday", "вт", "вторник"],
            ["wed", "wednesday", "ср", "сред"],
            ["thu", "thur", "thurs", "thursday", "чт", "четверг"], ["fri", "friday", "пт", "пятниц"],
            ["sat", "saturday", "сб", "суббот"],
            ["sun", "sunday", "вс", "воскресень"],
        ]
        return all.firstIndex { names in
            names.contains { name in
                let isRussianStem = name.count > 3 && name.unicodeScalars.allSatisfy { $0.value > 0x400 }
                return word == name || isRussianStem && word.hasPrefix(name) && word.utf8.count <= name.utf8.count + 4
            }
        }.flatMap { Day.Weekday(rawValue: $0) }
    }

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
