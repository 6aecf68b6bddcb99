/// One typed line about a contact, parsed as far as its words allow: "visit Sokolova: wants cold-chain audit, we send data by Fri". English
/// and Russian. What is not understood stays in the text, and the user corrects the form before saving.
package struct QuickLog: Sendable, Equatable {
    /// Nil if no word names a kind.
    package var kind: InteractionKind?
    /// The day of the contact; nil if the line does not say.
    package var day: Day?
    /// The names of people or places, as typed.
    package var names: [String]
    package var topic: String
    package var note: String?
    package var agreed: [MatterDraft]

    /// The most characters in a line. A longer line is not read.
    package static let longest = 1_000
    /// The most names that are read from a line.
    static let mostNames = 12

    /// A day without a year, or a weekday, is the last one before `today` if something happened then, and the next one if something is due.
    package init(_ line: String, today: Day) {
        let (head, text) = QuickLog.parted(trimmed(line))
        var words = LineWords(head)
        day = words.takeDay(near: today, isDue: false)
        kind = words.takeKind()
        names = Array(words.names.prefix(QuickLog.mostNames))
        var said: [String] = []
        agreed = []
        for clause in QuickLog.clauses(text) {
            if let matter = QuickLog.promise(in: clause, today: today) {
                agreed.append(matter)
            } else {
                said.append(clause)
            }
        }
        topic = QuickLog.capitalized(said.first ?? agreed.first?.text ?? "")
        note = said.count > 1 ? QuickLog.capitalized(said.dropFirst().joined(separator: ", ")) : nil
    }

    /// Splits a line at a colon or a dash: before it people and day, after it what was said. Without either, the names are the capitalised
    /// words after the kind.
    private static func parted(_ line: String) -> (head: String, text: String) {
        for mark in [": ", " - ", " – ", " — "] {
            if let place = line.firstRange(of: mark) {
                return (String(line[..<place.lowerBound]), trimmed(String(line[place.upperBound...])))
            }
        }
        if line.hasSuffix(":") { return (String(line.dropLast()), "") }
        let words = line.split(separator: " ")
        var place = 0
        var hasKind = false
        while place < words.count {
            let word = words[place]
            let lower = word.lowercased()
            let isName = hasKind && word.first?.isUppercase == true
            let isKind = LineWords.kind(lower) != nil && !isName && (place < 3)
            guard isKind || isName || LineWords.fillers.contains(lower) || LineWords.pastDays[lower] != nil else {
                break
            }
            hasKind = hasKind || isKind
            place += 1
            if word.hasSuffix(",") && isName { break }
        }
        guard hasKind else { return ("", line) }
        return (words[..<place].joined(separator: " "), words[place...].joined(separator: " "))
    }

    /// Splits what was said into clauses: at commas outside numbers, at semicolons, at full stops, and where "and we" begins another
    /// clause.
    private static func clauses(_ text: String) -> [String] {
        let letters = Array(text)
        var parts: [String] = []
        var start = 0
        for (place, letter) in letters.enumerated() {
            let next = place + 1 < letters.count ? letters[place + 1] : " "
            if letter == ";"
                || (letter == "," || letter == ".") && next == " " && !isShort(letters[start..<place], letter)
            {
                parts.append(String(letters[start..<place]))
                start = place + 1
            }
        }
        parts.append(String(letters[start...]))
        return parts.flatMap { part -> [String] in
            let words = part.split(separator: " ")
            guard
                let place = words.indices.dropFirst().dropLast().first(where: {
                    LineWords.joins.contains(words[$0].lowercased())
                        && LineWords.side(words[$0 + 1].lowercased()) != nil
                })
            else { return [part] }
            return [words[..<place].joined(separator: " "), words[(place + 1)...].joined(separator: " ")]
        }
        .map { trimmed($0.hasSuffix(".") ? String($0.dropLast()) : $0) }.filter { !$0.isEmpty }
    }

    /// True if a full stop ends an abbreviation, such as "5 дек." or "No."
    private static func isShort(_ part: ArraySlice<Character>, _ letter: Character) -> Bool {
        guard letter == "." else { return false }
        let end = part.suffix(5)
        let last = end[((end.lastIndex(of: " ") ?? end.startIndex - 1) + 1)...]
        guard (1...4).contains(last.count) else { return false }
        let word = String(last).lowercased()
        return DayText.month(word) != nil || ["no", "dr", "г", "ул", "т"].contains(word)
    }

    /// The promise in a clause: something that somebody will do, or that has a due day. Nil if there is none.
    private static func promise(in clause: String, today: Day) -> MatterDraft? {
        var words = LineWords(clause)
        words.dropFirst(where: LineWords.joins.contains)
        let due = words.takeDay(near: today, isDue: true)
        let side = words.first.flatMap { LineWords.side($0) }
        if side != nil {
            words.dropFirst(where: { _ in true })
            guard let verb = words.first, !LineWords.isState(verb) else { return nil }
            words.dropFirst(where: LineWords.auxiliaries.contains)
            words.dropFirst(where: { $0 == "to" })
        } else if due == nil || !words.hasDeadline || words.first.map(LineWords.isState) != false {
            return nil
        }
        guard !words.all.isEmpty else { return nil }
        return MatterDraft(side: side ?? .ours, text: capitalized(words.text), due: due, person: nil)
    }

    private static func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
}

extension QuickLog {
    /// The line as fields of the interaction's form, without the people: the desk looks them up.
    package var entries: Entries {
        var entries = Entries(["topic": topic])
        if let kind { entries["kind"] = kind.rawValue }
        if let day { entries["day"] = day.iso }
        if let note { entries["note"] = note }
        for (place, matter) in agreed.prefix(MatterDraft.rowsInForm).enumerated() {
            entries["matter-\(place + 1)-side"] = matter.side.rawValue
            entries["matter-\(place + 1)-text"] = matter.text
            if let due = matter.due { entries["matter-\(place + 1)-due"] = due.iso }
        }
        return entries
    }
}
