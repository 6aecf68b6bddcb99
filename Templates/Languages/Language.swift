import Domain

/// The language of a page. It translates phrases and formats numbers and days.
package struct Language: Sendable {
    package let tongue: Tongue
    private let phrases: [String: Catalogue.Wordings]
    /// The words of each name that the search knows, in every language and in lower case.
    let nameWords: [String: [[UInt8]]]

    package init(_ tongue: Tongue, _ catalogue: Catalogue) {
        self.tongue = tongue
        phrases = catalogue.phrases(in: tongue)
        nameWords = catalogue.nameWords
    }

    /// Translates a name that a declaration gives in English.
    package func callAsFunction(named name: String) -> String { self(Phrase(stringLiteral: name)) }

    /// The phrase in this language, or in English if there is no translation.
    package func callAsFunction(_ phrase: Phrase) -> String {
        if tongue == .english && phrase.values.isEmpty { return phrase.key }
        let wordings = phrases[phrase.key]
        if phrase.values.isEmpty && wordings == nil { return phrase.key }
        var category = "other"
        for case .count(let count) in phrase.values {
            category = plural(count)
            break
        }
        let sentence = wordings?[category] ?? wordings?["other"] ?? Sentence(phrase.key)
        return sentence.filled(
            with: phrase.values.map { value in
                switch value {
                case .text(let text): shown(text)
                case .count(let count): number(count)
                }
            })
    }

    /// The plural category of a count (CLDR, "Language Plural Rules").
    private func plural(_ count: Int) -> String {
        switch tongue {
        case .english: return count == 1 ? "one" : "other"
        case .russian:
            let (ten, hundred) = (abs(count) % 10, abs(count) % 100)
            if ten == 1 && hundred != 11 { return "one" }
            return (2...4).contains(ten) && !(12...14).contains(hundred) ? "few" : "many"
        }
    }

    /// A whole number with thousands separated: "1,234", or "1 234" with a no-break space.
    package func number(_ value: Int) -> String {
        digits(UInt64(value.magnitude), decimals: 0, isNegative: value < 0)
    }

    /// "23 Nov" in the year of `today`, otherwise "23 Nov 2025".
    package func day(_ day: Day, _ today: Day) -> String {
        day.year == today.year ? "\(day.dayOfMonth)\u{A0}\(names.shortMonths[day.month - 1])" : dayOfYear(day)
    }

    /// "23 Nov 2025".
    package func dayOfYear(_ day: Day) -> String {
        let (year, month, number) = day.civil
        let short = "\(number)\u{A0}\(names.shortMonths[month - 1])"
        return tongue == .english ? "\(short)\u{A0}\(year)" : "\(short)\u{A0}\(year)\u{A0}г."
    }

    /// "23 Nov 1980", or "23 Nov" if the year is unknown.
    package func birthday(_ birthday: Birthday) -> String {
        let (_, month, number) = birthday.day.civil
        return birthday.isYearKnown ? dayOfYear(birthday.day) : "\(number)\u{A0}\(names.shortMonths[month - 1])"
    }

    /// "Monday, 23 November".
    package func longDay(_ day: Day) -> String {
        "\(names.weekdays[day.weekday.rawValue]), \(day.dayOfMonth)\u{A0}\(names.months[day.month - 1])"
    }

    /// "Mon 23 Nov".
    package func weekday(_ day: Day) -> String {
        "\(names.shortWeekdays[day.weekday.rawValue]) \(day.dayOfMonth)\u{A0}\(names.shortMonths[day.month - 1])"
    }

    /// "Mon", over a column of a calendar.
    package func weekdayAlone(_ day: Day) -> String { names.shortWeekdays[day.weekday.rawValue] }

    /// "Mar 2024".
    package func month(_ day: Day) -> String { "\(names.standingMonths[day.month - 1])\u{A0}\(day.year)" }

    /// "mar", for the foot of a chart.
    package func monthInitials(_ month: Month) -> String {
        String(names.standingMonths[month.month - 1].prefix(3)).lowercased()
    }

    /// "14:05".
    package func time(_ time: LocalTime) -> String {
        "\(time.hour < 10 ? "0" : "")\(time.hour):\(time.minute < 10 ? "0" : "")\(time.minute)"
    }

    private var names: CalendarNames { tongue == .english ? .english : .russian }
}

/// The names of months and weekdays (CLDR).
struct CalendarNames {
    var months: [String]
    var shortMonths: [String]
    /// For a month without a day.
    var standingMonths: [String]
    var weekdays: [String]
    var shortWeekdays: [String]

    static let english = CalendarNames(
        months: [
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ],
        shortMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        standingMonths: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
        weekdays: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"],
        shortWeekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"])

    static let russian = CalendarNames(
        months: [
            "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
            "декабря",
        ],
        shortMonths: [
            "янв.", "февр.", "марта", "апр.", "мая", "июня", "июля", "авг.", "сент.", "окт.", "нояб.", "дек.",
        ],
        standingMonths: [
            "янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек.",
        ],
        weekdays: ["понедельник", "вторник", "среда", "четверг", "пятница", "суббота", "воскресенье"],
        shortWeekdays: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"])
}
