/// Typed text as an FTS5 expression: every word in any inflection, and the last word also as the beginning of a longer one. Private-use
/// characters of the text are dropped, because the tokenizer has a meaning for one.
struct SearchPattern {
    let expression: String

    /// Returns nil if the text has no word.
    init?(_ typed: String) {
        let words = typed.unicodeScalars.split { $0.properties.isWhitespace }
            .filter { $0.contains(where: SearchPattern.isOfWord) }
            .prefix(12)
            .map {
                String(String.UnicodeScalarView($0.prefix(64).filter { $0.properties.generalCategory != .privateUse }))
            }
        guard let last = words.last else { return nil }
        expression =
            (words.dropLast().map { SearchPattern.anyForm([SearchPattern.quoted($0)], of: $0) }
            + [SearchPattern.anyForm([SearchPattern.quoted(last) + " *", SearchPattern.quoted(last)], of: last)])
            .joined(separator: " AND ")
    }

    /// The terms, or any form of the word.
    private static func anyForm(_ terms: [String], of word: String) -> String {
        let forms = RussianForms.of(word).map { quoted(StemTokenizer.asItStands + $0) }
        let all = terms + forms
        return all.count == 1 ? all[0] : "(\(all.joined(separator: " OR ")))"
    }

    private static func quoted(_ word: String) -> String { "\"" + word.replacing("\"", with: "\"\"") + "\"" }

    /// True if the tokenizer (unicode61: L*, N*, Co) counts the character as part of a word. A phrase without a word finds nothing, and
    /// makes the whole expression find nothing.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber:
            true
        default: false
        }
    }
}
