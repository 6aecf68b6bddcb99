import Domain
import Testing

@Suite struct DraftTests {
    @Test func `a client needs a name and nothing else`() throws {
        let draft = try ClientDraft(Entries(["name": "  «Вита»\u{A0}"]))
        #expect(draft == ClientDraft(name: "«Вита»", kind: .other))
    }

    @Test func `every wrong field of a client is reported at once`() {
        let entries = Entries([
            "inn": "1", "kpp": "1", "ogrn": "1", "email": "a b", "kind": "zoo", "buys_since": "never",
            "parent": "x",
        ])
        let problems = #expect(throws: Problems.self) { try ClientDraft(entries) }
        #expect(
            problems?.byField == [
                "name": .required, "inn": .notAnInn, "kpp": .notAKpp, "ogrn": .notAnOgrn, "email": .notAnEmail,
                "kind": .notAChoice,
                "buys_since": .notADate, "parent": .unknown,
            ])
    }

    @Test func `a draft shown in a form reads back as itself`() throws {
        let client = ClientDraft(
            key: "K", name: "A", shortName: "a", kind: .hospital, inn: "7707083893", lostReason: "moved",
            parent: ID(3),
            web: "https://a.example", note: "one\n two")
        #expect(try ClientDraft(client.entries) == client)
        let person = PersonDraft(name: "A", isVip: true, birthday: Day("1980-02-29"))
        #expect(try PersonDraft(person.entries) == person)
        let contact = InteractionDraft(
            client: ID(1), kind: .visit, day: Day("2026-11-23")!, topic: "t", note: nil, mood: .tense,
            isConfidential: true,
            people: [ID(2), ID(10)])
        #expect(try InteractionDraft(contact.entries, today: Day("2026-11-23")!) == contact)
    }

    @Test(arguments: ["больница", "HOSPITAL", "Hospital"])
    func `a kind is read in both languages`(word: String) throws {
        #expect(try ClientDraft(Entries(["name": "A", "kind": word])).kind == .hospital)
    }

    @Test(
        arguments: [
            ("example.org", "https://example.org"), ("http://a.example", "http://a.example"),
            ("javascript:alert(1)", nil), ("ftp://a", nil),
        ] as [(String, String?)])
    func `a web address is http or https`(typed: String, kept: String?) {
        let draft = try? ClientDraft(Entries(["name": "A", "web": typed]))
        #expect(draft?.web == kept)
    }

    @Test func `only rows with some text become agreed matters`() throws {
        let rows = try MatterDraft.rows(
            Entries([
                "matter-1-text": "", "matter-2-text": "Send data", "matter-2-side": "theirs",
                "matter-2-due": "27.11.2026",
            ]))
        #expect(rows == [MatterDraft(side: .theirs, text: "Send data", due: Day("2026-11-27"), person: nil)])
    }

    @Test func `a matter with a day and no text is asked for its text`() {
        let problems = #expect(throws: Problems.self) { try MatterDraft.rows(Entries(["matter-1-due": "2026-11-27"])) }
        #expect(problems?.byField == ["matter-1-text": .required])
    }

    @Test(arguments: [("Ёлка", "елка"), ("«Вита»", "вита"), ("\"Acme\" Ltd", "acme ltd")])
    func `names are sorted without regard to case and quotation marks`(name: String, sorted: String) {
        #expect(sortingName(name) == sorted)
    }
}
