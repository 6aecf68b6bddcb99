/// One typed line about a contact, understood as far as its words go: "visit Sokolova: wants cold-chain audit, we send data by
/// Fri". English and Russian; whatever is not understood stays in the text, for the form to be corrected before it is saved.
package struct QuickLog: Sendable, Equatable {
    /// Nil where no word names a kind.
    package var kind: InteractionKind?
    /// When it was; nil where the line does not say.
    package var day: Day?
    /// Whom or where, as typed.
    package var names: [String]
    package var topic: String
    package var note: String?
    package var agreed: [MatterDraft]

    /// A longer line is not read, in characters.
    package static let longest = 1_000
    /// No line names more than these.
    static let mostNames = 12

    /// Days without a year and weekdays are the last ones before `today` where something happened, the next ones where
    /// something is due.
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

    /// Who and when stands before a colon or a dash, what was said behind it. Without either, names are the words in capitals behind the kind.
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

    /// The parts of what was said: at commas that stand in no number, at semicolons, at full stops, and where "and we" begins another.
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

    /// Does a full stop end an abbreviation, such as "5 дек." or "No."?
    private static func isShort(_ part: ArraySlice<Character>, _ letter: Character) -> Bool {
        guard letter == "." else { return false }
        let end = part.suffix(5)
        let last = end[((end.lastIndex(of: " ") ?? end.startIndex - 1) + 1)...]
        guard (1...4).contains(last.count) else { return false }
        let word = String(last).lowercased()
        return LineWords.month(word) != nil || ["no", "dr", "г", "ул", "т"].contains(word)
    }

    /// What a clause promises: something that somebody will do, or that has a day by which.
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
    /// The same as the fields of the form that logs an interaction; whom it was with is for the desk to find.
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
