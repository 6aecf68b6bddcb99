import Testing

@testable import Templates

@Suite struct ShownTextTests {
    func text(_ html: HTML) -> String { String(decoding: html.bytes, as: UTF8.self) }

    @Test(arguments: [
        ("a\u{1}b\u{FFFE}\u{FFFF}\u{1F}", "a\u{FFFD}b\u{FFFD}\u{FFFD}\u{FFFD}"), ("a\tb\nc\u{7F}", "a\tb\nc\u{7F}"),
        ("\u{1}<b>&", "\u{FFFD}&lt;b&gt;&amp;"), ("\u{FFFD}\u{EFFE}ﬀ", "\u{FFFD}\u{EFFE}ﬀ"),
    ])
    func `a character that XML forbids is never written to a page`(value: String, shown: String) {
        #expect(text("\(value)") == shown)
        #expect(text("<p title=\"\(value)\">") == "<p title=\"\(shown)\">")
    }

    @Test(arguments: [
        // A name from right to left stands by itself.
        ("שלום", "\u{2068}שלום\u{2069}"), ("Клиника <ש>", "\u{2068}Клиника &lt;ש&gt;\u{2069}"),
        ("مستشفى 4", "\u{2068}مستشفى 4\u{2069}"),
        // Marks of direction turn nothing.
        ("a\u{202E}b", "ab"), ("\u{200F}\u{61C}a\u{202A}\u{2066}b\u{2067}", "ab"), ("a\u{2069}\u{202E}b", "ab"),
        ("a\u{2068}b", "a\u{2068}b\u{2069}"),
        ("שלום\u{2069}\u{202E}x", "\u{2068}שלוםx\u{2069}"),
        ("Больница – «ёж» № 4 € …", "Больница – «ёж» № 4 € …"), ("病院 🏥 한국", "病院 🏥 한국"),
    ])
    func `a name cannot reverse the text around it`(name: String, shown: String) { #expect(text("\(name)") == shown) }

    @Test func `a name within a sentence is isolated from the sentence`() {
        let sentence = LanguageTests.english("\("שלום") knows \("a\u{202E}b")")
        #expect(sentence == "\u{2068}שלום\u{2069} knows ab")
        #expect(text("\(sentence)") == sentence)
    }
}
