import Domain
import Testing

@testable import Store

/// Who sees what is judged and known of people, and who may write it.
@Suite struct ProfileSightTests {
    private let desk = try! SightDesk()

    private func act<T>(_ who: String, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.temporary.desk.write(as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: SightDesk.today, body)
    }

    /// Who holds the client judges its person; where nobody does, the head. Each record bears the client's letter.
    private func judgeAll() throws {
        for (letter, holder) in SightDesk.holders.sorted(by: { $0.key < $1.key }) {
            let (person, client) = (desk.people[letter]!, desk.clients[letter]!)
            let friend = try desk.temporary.write { write in
                let friend = try write.addPerson(PersonDraft(name: "Friend \(letter)"))
                try write.addPost(PostDraft(title: nil), person: friend, client: client)
                return friend
            }
            try act(holder ?? "head") { write in
                try write.addTie(TieDraft(kind: .ally, source: letter), from: friend, to: person)
                try write.assess(person, at: client, AssessmentDraft(day: write.today, power: 1, source: letter))
                try write.climb(person, LadderDraft(day: write.today, step: .contact, theirs: letter))
                for privacy in [Privacy.internal, .personal] {
                    try write.addFact(
                        FactDraft(kind: .other, text: letter, source: "s", day: write.today, privacy: privacy),
                        of: person)
                }
            }
        }
    }

    /// A person who holds posts at Anna's and at Clara's client.
    private func shared() throws -> Person.ID {
        try desk.temporary.write { write in
            let person = try write.addPerson(PersonDraft(name: "Shared"))
            for letter in ["a", "c"] {
                try write.addPost(PostDraft(title: "Both"), person: person, client: desk.clients[letter]!)
            }
            return person
        }
    }

    @Test func `each user sees ties, judgements, steps and facts of their own people only`() throws {
        try judgeAll()
        for (who, clients) in SightTests.whole {
            // Support sees orders and money of a client, and no dossier.
            let whole = who == "support" ? "" : clients
            let personal = who.hasPrefix("reader") ? "" : whole
            try desk.read(who) { read in
                for (what, expected) in [
                    ("source FROM tie", whole), ("source FROM assessment", whole), ("theirs FROM ladder_move", whole),
                    ("text FROM fact WHERE privacy = 'internal'", whole),
                    ("text FROM fact WHERE privacy = 'personal'", personal),
                ] {
                    let seen = try read.rows("SELECT \(what) ORDER BY 1", []) { $0[0] as String }.joined()
                    #expect(seen == expected, "\(who): \(what)")
                }
                for (letter, person) in desk.people {
                    let sheet = try? read.personSheet(person, on: SightDesk.today)
                    #expect(sheet?.facts.count == (whole.contains(letter) ? personal.isEmpty ? 1 : 2 : nil), "\(who)")
                }
            }
        }
    }

    @Test func `a tie is seen by the users of either person, and the other person is only a name`() throws {
        let (a, b) = (desk.people["a"]!, desk.people["b"]!)
        let tie = try act("anna") { try $0.addTie(TieDraft(kind: .mentorOf), from: b, to: a) }
        for (who, sees) in [("anna", true), ("boris", true), ("clara", false), ("reader", true), ("support", false)] {
            let found = try? desk.read(who) { try $0.tie(tie) }
            #expect((found != nil) == sees, "\(who)")
        }
        let row = try #require(try desk.read("anna") { try $0.personSheet(a, on: SightDesk.today) }.ties.first)
        #expect(row.other.name == "Person b" && !row.isFirst)
        #expect(throws: Refusal.notFound) { try desk.read("anna") { try $0.person(row.other.id) } }
    }

    @Test func `a KAM does not see another KAM's ladder steps on any page or in any history`() throws {
        let person = try shared()
        for who in ["anna", "clara"] {
            try act(who) { _ = try $0.climb(person, LadderDraft(day: $0.today, step: .contact, theirs: "with \(who)")) }
        }
        for (who, steps) in [
            ("anna", ["anna"]), ("clara", ["clara"]), ("deputy", ["anna"]), ("head", ["anna"]),
            ("director", ["clara", "anna"]), ("over", ["clara", "anna"]),
        ] {
            try desk.read(who) { read in
                let sheet = try read.personSheet(person, on: SightDesk.today)
                #expect(sheet.ladder.map(\.user.name) == steps, "\(who)")
                let told = try read.personHistory(person).changes.filter { $0.subject == .ladderMove }
                #expect(told.map(\.by) == steps, "\(who)")
            }
        }
        let hers = try #require(
            try desk.read("clara") { try $0.personHistory(person).changes.first { $0.subject == .ladderMove } })
        #expect(throws: Refusal.notFound) { try desk.read("anna") { try $0.pastVersion(hers.id, on: SightDesk.today) } }
        #expect(throws: Refusal.notFound) { try desk.read("anna") { try $0.pastAct(hers.id, on: SightDesk.today) } }
    }

    @Test func `a KAM may not restore another's deleted step`() throws {
        let person = try shared()
        let move = try act("clara") { try $0.climb(person, LadderDraft(day: $0.today, step: .contact, ours: "o")) }
        try act("director") { try $0.deleteLadderMove(move, from: 1) }
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        #expect(throws: Refusal.self) { try act("anna") { try $0.takeBack(line) } }
        #expect(throws: Refusal.notFound) { try desk.read("director") { try $0.ladderMove(move) } }
    }

    @Test func `a user may not write to a person whom they do not see whole`() throws {
        try judgeAll()
        let (a, b, c) = (desk.people["a"]!, desk.people["b"]!, desk.people["c"]!)
        func first<Kind>(_ table: String) throws -> ID<Kind> {
            try desk.read("boris") { read in try read.one("SELECT id FROM \(table)", []) { ID($0[0]) } }
        }
        let (tie, assessment, step, fact) =
            try (
                first("tie") as Tie.ID, first("assessment") as Assessment.ID, first("ladder_move") as LadderMove.ID,
                first("fact") as Fact.ID
            )
        let acts: [(String, (WriteTransaction) throws -> Void)] = [
            ("a tie of two others", { _ = try $0.addTie(TieDraft(kind: .ally), from: b, to: c) }),
            (
                "an assessment",
                { _ = try $0.assess(b, at: desk.clients["b"]!, AssessmentDraft(day: $0.today, power: 1)) }
            ),
            (
                "an assessment at one's own client",
                { _ = try $0.assess(b, at: desk.clients["a"]!, AssessmentDraft(day: $0.today, power: 1)) }
            ),
            ("a step", { _ = try $0.climb(b, LadderDraft(day: $0.today, step: .contact, theirs: "t")) }),
            ("a fact", { _ = try $0.addFact(FactDraft(kind: .talk, text: "t", source: "s", day: $0.today), of: b) }),
            ("a tie corrected", { _ = try $0.changeTie(tie, from: nil, TieDraft(kind: .rival)) }),
            (
                "an assessment corrected",
                { _ = try $0.changeAssessment(assessment, from: nil, AssessmentDraft(day: $0.today, power: 2)) }
            ),
            (
                "a step corrected",
                { _ = try $0.changeLadderMove(step, from: nil, LadderDraft(day: $0.today, step: .none)) }
            ),
            (
                "a fact corrected",
                {
                    _ = try $0.changeFact(
                        fact, from: nil, FactDraft(kind: .talk, text: "t", source: "s", day: $0.today))
                }
            ),
            ("a tie deleted", { try $0.deleteTie(tie, from: nil) }),
            ("an assessment deleted", { try $0.deleteAssessment(assessment, from: nil) }),
            ("a step deleted", { try $0.deleteLadderMove(step, from: nil) }),
            ("a fact deleted", { try $0.deleteFact(fact, from: nil) }),
            ("another's person merged into one's own", { try $0.mergePerson(b, into: a, from: [:]) }),
            ("one's own merged into another's", { try $0.mergePerson(a, into: b, from: [:]) }),
        ]
        for who in ["anna", "deputy"] {
            for (name, act) in acts { #expect(throws: Refusal.notFound, "\(who): \(name)") { try self.act(who, act) } }
        }
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }
}
