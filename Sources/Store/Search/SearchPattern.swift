/// What somebody typed, as an FTS5 expression: every word in any inflection, the last one also as a beginning.
struct SearchPattern {
    let expression: String

    /// Nil where nothing typed could be a word.
    init?(_ typed: String) {
        let words = typed.unicodeScalars.split { $0.properties.isWhitespace }
            .filter { $0.contains(where: SearchPattern.isOfWord) }
            .prefix(12)
            .map { "\"" + String($0.prefix(64)).replacing("\"", with: "\"\"") + "\"" }
        guard let last = words.last else { return nil }
        expression = (words.dropLast() + ["(\(last) * OR \(last))"]).joined(separator: " AND ")
    }

    /// Does the tokenizer see a word in it (unicode61: L*, N*, Co)? A phrase without one finds nothing, nor does what stands beside it.
    private static func isOfWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .privateUse:
            true
        default: false
        }
    }
}
