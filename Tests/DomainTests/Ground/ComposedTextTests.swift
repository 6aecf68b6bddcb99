import Testing

@testable import Domain

@Suite struct ComposedTextTests {
    @Test(arguments: [
        // What the desk keeps of what is typed: as escapes, for they are not to be seen.
        ("Новы\u{438}\u{306} ма\u{438}\u{306}", "Новый май"), ("A\u{30A}ngstro\u{308}m \u{212B}", "Ångström Å"),
        ("\u{1112}\u{1161}\u{11AB}", "한"),
        ("\u{FEFF} Вита\u{200B} \u{2060}", "Вита"), ("ac\u{AD}me", "acme"),
        ("a\u{202E}b\u{202C}\u{2066}c\u{2069}\u{200F}", "abc"),
        ("a\u{1}b\u{7F}\u{9B}c\u{FFFE}\u{FFFF}", "abc"), ("\u{3164}\u{115F}a\u{34F}\u{17B4}", "a"),
        ("a\u{E0041}", "a"),
        ("one\r\ntwo\u{2028}three\u{B}four", "one\ntwo\nthree\nfour"), ("\u{2800}a\u{2800}", "a"),
        ("e\u{200B}\u{301}", "é"),
        // What is written with joiners keeps them.
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("അവന്\u{200D}", "അവന്\u{200D}"), ("क्\u{200D}ष", "क्\u{200D}ष"),
        ("a\u{200D}b\u{200C}c", "abc"), ("\u{200D}می", "می"),
        // So do emoji.
        ("👩\u{200D}👩\u{200D}👧", "👩\u{200D}👩\u{200D}👧"), ("❤\u{FE0F}\u{200D}🔥", "❤\u{FE0F}\u{200D}🔥"),
        ("1\u{FE0F}\u{20E3}", "1\u{FE0F}\u{20E3}"),
        ("👩\u{200D}", "👩"), ("👩\u{200D}a", "👩a"), ("a\u{FE0F}", "a"), ("葛\u{E0100}", "葛\u{E0100}"),
        (
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
            "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}"
        ),
        // Of too many marks the first stay.
        ("a" + String(repeating: "\u{323}", count: 40), "ạ" + String(repeating: "\u{323}", count: 29)),
        ("«Ёж» № 4 — 5 € ½ ñ Ґ", "«Ёж» № 4 — 5 € ½ ñ Ґ"),
    ])
    func `typed text is stored composed and without invisible marks`(typed: String, kept: String) {
        let entries = Entries(["name": typed])
        #expect(Array(entries["name"].unicodeScalars) == Array(kept.unicodeScalars))
        #expect(Array(Entries(["name": kept])["name"].unicodeScalars) == Array(kept.unicodeScalars), "kept as it is")
        let draft = try? PersonDraft(Entries(["name": "A", "note": typed]))
        #expect(draft?.note.map { Array($0.unicodeScalars) } == Array(kept.unicodeScalars))
    }

    @Test func `no letter of any script is lost, and each is as Unicode composes it`() {
        for value in UInt32(0xA1)...0x2FFFF {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic,
                !scalar.properties.isDefaultIgnorableCodePoint
            else {
                continue
            }
            let letter = String(scalar)
            #expect(Entries(["a": letter])["a"] == letter, "U+\(String(value, radix: 16))")
        }
    }

    @Test func `a text longer than its field is refused`() {
        let zeros = "0." + String(repeating: "0", count: 300)
        #expect(throws: Problems(["price": .tooLong(200)])) {
            try ProductDraft(Entries(["name": "A", "price": zeros]), Currency("EUR"))
        }
        #expect(throws: Problems(["from": .tooLong(200)])) {
            try PostDraft(Entries(["from": String(repeating: "1.", count: 300)]))
        }
    }
}
