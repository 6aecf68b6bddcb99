import Testing

@testable import Domain

@Suite struct HoldingTests {
    @Test(arguments: [
        ("Hospital 4, Rostov", "Rostov", true), ("Rostov", "Rostov", true), ("Hospital 4", "Rostov", false),
        ("Rosto", "Rostov", false), ("aab", "ab", true), ("Городская больница, Сочи", "Сочи", true),
        ("Городская больница", "Сочи", false), ("", "Сочи", false), ("Сочи", "", true), ("", "", true),
    ])
    func `a text holds a part wherever it stands`(text: String, part: String, found: Bool) {
        #expect(holds(text, part) == found)
    }
}
