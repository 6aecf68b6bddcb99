import Domain

/// A fixed word of the desk that has a readable name.
package protocol Worded: Wording {
    func word(in l: Language) -> String
}

extension Language {
    package func word(_ word: some Worded) -> String { word.word(in: self) }

    /// The name of a field, as history shows it.
    func field(_ column: String, of subject: Change.Subject) -> String {
        subject.kind[column].map { self(named: $0.label) } ?? column
    }

    /// A stored value, as people read it.
    func value(_ text: String, of column: String, _ subject: Change.Subject) -> String {
        switch subject.kind[column]?.sort {
        case .word(let words), .former(let words): value(text, among: words)
        case .flag: text == "1" ? self("yes") : self("no")
        case .level: "D\(text)"
        default: text
        }
    }

    private func value<Words: Wording>(_ text: String, among words: Words.Type) -> String {
        (Words(rawValue: text) as? any Worded).map { $0.word(in: self) } ?? text
    }
}
