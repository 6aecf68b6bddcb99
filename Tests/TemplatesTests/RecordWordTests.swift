import Domain
import Testing

@testable import Templates

@Suite struct RecordWordTests {
    @Test func `every stored word of a record has a wording for people`() {
        for subject in Change.Subject.allCases {
            for field in subject.kind.fields {
                guard case .word(let words) = field.sort else { continue }
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
}
