/// Typed text as an FTS5 expression: every word in any inflection, and the last word also as the beginning of a longer one.
struct SearchPattern {
    let expression: String

    /// Returns nil if the text has no word.
    init?(_ typed: String) {
        let words = typed.unicodeScalars.split { $0.properties.isWhitespace }
            .filter { $0.contains(where: SearchPattern.isOfWord) }
            .prefix(12)
            .map { "\"" + String($0.prefix(64)).replacing("\"", with: "\"\"") + "\"" }
        guard let last = words.last else { return nil }
        expression = (words.dropLast() + ["(\(last) * OR \(last))"]).joined(separator: " AND ")
    }

    /// True if the tokenizer (unicode61: L*, N*, Co) counts the character as part of a word. A phrase without a word finds nothing, and
    /// makes the whole expression find nothing.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
