/// One typed line about a tender: "tender 0358: security paid". English and Russian. What is not understood is a note.
package struct TenderLine: Sendable, Equatable {
    package enum Deed: Sendable, Equatable {
        case securityPaid, securityReturned, applied, signed, asked, answered, delivered, accepted, paid, won, lost,
            noted
    }

    /// A piece of the tender's number, or words of its title, as typed.
    package var tender: String
    package var deed: Deed
    /// What was said after that, as typed.
    package var text: String

    /// Nil if the line does not begin with the word for a tender and a number, or words of a title before a colon, or is too long to be one.
    package init?(_ line: String) {
        guard line.unicodeScalars.count <= QuickLog.longest else { return nil }
        let words = trimmed(line).split(maxSplits: 1, omittingEmptySubsequences: true) { $0.isWhitespace }
        guard words.count > 1, TenderLine.openings.contains(words[0].lowercased()) else { return nil }
        let first = words[1].prefix { !$0.isWhitespace && $0 != ":" }
        let named = first.contains(where: \.isNumber) ? first : words[1].firstIndex(of: ":").map { words[1][..<$0] }
        guard let named else { return nil }
        tender = TenderLine.bare(named)
        guard tender.contains(where: { $0.isNumber || $0.isLetter }) else { return nil }
        text = trimmed(String(words[1][named.endIndex...].drop(while: TenderLine.isMark)))
        deed = TenderLine.deed(in: text)
    }

    /// The text without the marks and spaces around it.
    private static func bare(_ text: Substring) -> String {
        String(text.drop(while: isMark).reversed().drop(while: isMark).reversed())
    }

    private static func isMark(_ character: Character) -> Bool {
        character.isWhitespace || ":,-–—№#".contains(character)
    }

    /// False if it names a tender by words alone, which may mean something else.
    package var hasNumber: Bool { tender.contains(where: \.isNumber) }

    private static let openings: Set<String> = ["tender", "тендер", "закупка", "аукцион", "конкурс"]

    /// The first deed all of whose beginnings stand among the words.
    private static func deed(in text: String) -> Deed {
        let words = text.lowercased().split { !$0.isLetter }
        func has(_ beginnings: [String]) -> Bool {
            words.contains { word in beginnings.contains { word.hasPrefix($0) } }
        }
        return deeds.first { $0.1.allSatisfy(has) }?.0 ?? .noted
    }

    private static let security = ["security", "guarantee", "deposit", "обеспеч", "гаранти"]
    private static let deeds: [(Deed, [[String]])] = [
        (.securityReturned, [security, ["return", "back", "верн", "возвра"]]),
        (
            .securityPaid,
            [security, ["paid", "pay", "provid", "issued", "внес", "оплат", "оплач", "перечисл", "выдан"]]
        ),
        (.applied, [["appl", "bid", "заявк"], ["hand", "submit", "sent", "filed", "пода", "отправ"]]),
        (.answered, [["question", "asked", "вопрос", "запрос", "разъясн"], ["answer", "ответ"]]),
        (.asked, [["question", "asked", "вопрос", "запрос", "спросил"]]),
        (.signed, [["signed", "подпис"]]),
        (.accepted, [["accept", "приня", "приемк", "приёмк"]]),
        (.delivered, [["deliver", "shipped", "постав", "отгруз", "отгруж"]]),
        (.lost, [["lost", "проигр"]]),
        (.won, [["won", "выигр", "победил"]]),
        (.paid, [["paid", "оплат", "оплач"]]),
    ]
}
