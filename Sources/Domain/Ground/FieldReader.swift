/// Reads entries into a draft and collects the problems, field by field.
struct FieldReader {
    let entries: Entries
    private(set) var problems = Problems()

    init(_ entries: Entries) { self.entries = entries }

    /// A required text.
    mutating func text(_ field: String, atMost limit: Int = 200) -> String {
        guard let value = optionalText(field, atMost: limit) else {
            problems.add(.required, to: field)
            return ""
        }
        return value
    }

    /// A text; nil if nothing was typed or it is too long.
    mutating func optionalText(_ field: String, atMost limit: Int = 200) -> String? {
        let value = entries[field]
        guard value.unicodeScalars.count <= limit else {
            problems.add(.tooLong(limit), to: field)
            return nil
        }
        return value.isEmpty ? nil : value
    }

    /// The value that `check` makes of a text; nil if nothing was typed.
    mutating func checked<Value>(_ field: String, _ problem: Problem, _ check: (String) -> Value?) -> Value? {
        guard let value = optionalText(field) else { return nil }
        guard let accepted = check(value) else {
            problems.add(problem.isOfNumbers ? .ofNumber(value) ?? problem : problem, to: field)
            return nil
        }
        return accepted
    }

    /// Telephones as `ContactList` writes them; nil if nothing was typed.
    mutating func phones(_ field: String) -> String? {
        let text = optionalText(field, atMost: 500).map { ContactList(phones: $0).text }
        return text?.isEmpty == true ? nil : text
    }

    /// E-mail addresses as `ContactList` writes them; nil if nothing was typed.
    mutating func emails(_ field: String) -> String? {
        guard let value = optionalText(field, atMost: 500) else { return nil }
        guard let list = ContactList(emails: value) else {
            problems.add(.notAnEmail, to: field)
            return nil
        }
        return list.text
    }

    /// An amount of 0 or more; nil if nothing was typed.
    mutating func optionalAmount(_ field: String, _ currency: Currency) -> Money? {
        let amount = checked(field, .notAnAmount(currency.decimals), currency.amount)
        if let amount, amount < .zero { problems.add(.notAnAmount(currency.decimals), to: field) }
        if let amount, amount > .most { problems.add(.tooMuch, to: field) }
        return amount
    }

    /// A whole number within bounds; nil if nothing was typed. The minus may be "−", as pages write it.
    mutating func optionalNumber(_ field: String, _ bounds: ClosedRange<Int>) -> Int? {
        checked(field, .notWithin(bounds.lowerBound, bounds.upperBound)) { text in
            Int(text.hasPrefix("−") ? "-" + text.dropFirst() : text).flatMap { bounds.contains($0) ? $0 : nil }
        }
    }

    mutating func optionalDay(_ field: String) -> Day? {
        guard let value = optionalText(field) else { return nil }
        guard let day = Day(typed: value), day == day.withinReason else {
            problems.add(.notADate, to: field)
            return nil
        }
        return day
    }

    /// The typed day, or the fallback if nothing was typed.
    mutating func day(_ field: String, or fallback: Day) -> Day { optionalDay(field) ?? fallback }

    /// A day on which something has happened: `today` or before it; nil if nothing was typed.
    mutating func optionalPastDay(_ field: String, _ today: Day) -> Day? {
        let day = optionalDay(field)
        if let day, day > today { problems.add(.inFuture, to: field) }
        return day
    }

    /// The same, or `today` if nothing was typed.
    mutating func pastDay(_ field: String, _ today: Day) -> Day { optionalPastDay(field, today) ?? today }

    /// One of the words of a choice, in English or Russian; nil if nothing was typed.
    mutating func optionalChoice<Choice: Wording>(_ field: String, _: Choice.Type) -> Choice? {
        guard let value = optionalText(field) else { return nil }
        guard let choice = Choice(word: value) else {
            problems.add(.notAChoice, to: field)
            return nil
        }
        return choice
    }

    mutating func choice<Choice: Wording>(_ field: String, or fallback: Choice) -> Choice {
        optionalChoice(field, Choice.self) ?? fallback
    }

    /// True for a ticked box or a word that means yes; false if nothing was typed or the word means no.
    mutating func flag(_ field: String) -> Bool {
        switch entries[field].lowercased() {
        case "", "0", "no", "false", "off", "n", "f", "нет": return false
        case "1", "yes", "true", "on", "y", "t", "x", "+", "да": return true
        default:
            problems.add(.notAChoice, to: field)
            return false
        }
    }

    /// A record's number; nil if nothing was chosen.
    mutating func optionalID<Kind>(_ field: String, _: Kind.Type) -> ID<Kind>? {
        guard let value = optionalText(field) else { return nil }
        guard let id = ID<Kind>(value) else {
            problems.add(.unknown, to: field)
            return nil
        }
        return id
    }

    mutating func add(_ problem: Problem, to field: String) { problems.add(problem, to: field) }
}

/// A fixed set of words that are stored, typed and exchanged in files.
package protocol Wording: RawRepresentable<String>, CaseIterable, Sendable, Encodable, Hashable, StoredValue {
    /// Other words with the same meaning in users' files, in lower case.
    static var otherWords: [String: Self] { get }
}

extension Wording {
    package static var otherWords: [String: Self] { [:] }

    package init?(word: String) {
        let word = word.lowercased()
        guard let found = Self(rawValue: word) ?? Self.otherWords[word] else { return nil }
        self = found
    }
}
