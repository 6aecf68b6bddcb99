/// What somebody typed, as an FTS5 expression: every word in any inflection, the last one also as a beginning.
struct SearchPattern {
    let expression: String

    /// Nil where nothing typed could be a word.
    init?(_ typed: String) {
        let words = typed.unicodeScalars.split { $0.properties.isWhitespace }
            .filter { word in word.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
            .prefix(12)
            .map { "\"" + String($0.prefix(64)).replacing("\"", with: "\"\"") + "\"" }
        guard let last = words.last else { return nil }
        expression = (words.dropLast() + ["(\(last) * OR \(last))"]).joined(separator: " AND ")
    }
}
