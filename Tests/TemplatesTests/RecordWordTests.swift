import Domain
import Testing

@testable import Templates

@Suite struct RecordWordTests {
    @Test func `every stored word of a record has a wording for people`() {
        for subject in Change.Subject.allCases {
            for field in subject.kind.fields {
                guard let words = field.words else { continue }
                let areRead = RecordWordTests.areRead(words)
                #expect(areRead, "\(subject).\(field.column)")
            }
        }
    }

    private static func areRead<Words: Wording>(_ words: Words.Type) -> Bool {
        words.allCases.allSatisfy { $0 is any Worded }
    }

    @Test func `every field that history tells of has a name`() {
        for subject in Change.Subject.allCases {
            for field in subject.kind.fields where subject.kind.tells(field.column) {
                #expect(!field.label.isEmpty, "\(subject).\(field.column)")
            }
        }
    }

    @Test func `a file may have every word that a page shows`() {
        for subject in Set(ImportKind.allCases.flatMap(\.subjects)) {
            for field in subject.kind.fields {
                guard let words = field.words else { continue }
                let unread = RecordWordTests.unread(words)
                #expect(unread.isEmpty, "\(subject).\(field.column): \(unread)")
            }
        }
    }

    /// The words shown for these choices that are not read as the choice shown.
    private static func unread<Words: Wording>(_ words: Words.Type) -> [String] {
        [LanguageTests.english, LanguageTests.russian].flatMap { language in
            words.allCases.compactMap { choice in
                let shown = (choice as? any Worded)?.word(in: language) ?? ""
                return Words(word: shown) == choice ? nil : "\(shown) for \(choice)"
            }
        }
    }
}
