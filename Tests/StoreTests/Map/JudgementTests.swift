import Domain
import GRDB
import Testing

@testable import Demo
@testable import Store

@Suite struct JudgementTests {
    private let desk = try! SightDesk()

    private func act<T>(_ who: String, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.temporary.desk.write(as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: SightDesk.today, body)
    }

    private func sheet() throws -> PersonSheet {
        try desk.read("director") { try $0.personSheet(desk.people["b"]!, on: SightDesk.today) }
    }

    /// One of each kind, of the person at Boris's client.
    private func judge() throws -> (tie: Tie.ID, assessment: Assessment.ID, step: LadderMove.ID, fact: Fact.ID) {
        let (person, client) = (desk.people["b"]!, desk.clients["b"]!)
        return try act("boris") { write in
            let friend = try write.addPerson(PersonDraft(name: "Friend"))
            return (
                try write.addTie(TieDraft(kind: .ally), from: person, to: friend),
                try write.assess(person, at: client, AssessmentDraft(day: write.today, stance: 1)),
                try write.climb(person, LadderDraft(day: write.today, step: .contact, ours: "Met")),
                try write.addFact(FactDraft(kind: .degree, text: "MD", source: "Card", day: write.today), of: person)
            )
        }
    }

    @Test func `correcting a judgement or restoring it does not change its author`() throws {
        let (tie, assessment, step, fact) = try judge()
        func authors() throws -> [String] {
            let sheet = try sheet()
            return sheet.ties.map(\.by) + sheet.assessments.map(\.by) + sheet.ladder.map(\.user.name)
                + sheet.facts.map(\.by)
        }
        try act("head") { write in
            _ = try write.changeTie(tie, from: 1, TieDraft(kind: .rival))
            _ = try write.changeAssessment(assessment, from: 1, AssessmentDraft(day: write.today, stance: -1))
            _ = try write.changeLadderMove(
                step, from: 1, LadderDraft(day: write.today, step: .contact, theirs: "Called"))
            _ = try write.changeFact(
                fact, from: 1, FactDraft(kind: .degree, text: "PhD", source: "Card", day: write.today))
        }
        #expect(try authors() == ["boris", "boris", "boris", "boris"])
        #expect(try sheet().ties.map(\.kind) == [.rival] && sheet().facts.map(\.text) == ["PhD"])
        try act("head") { write in
            try write.deleteTie(tie, from: 2)
            try write.deleteAssessment(assessment, from: 2)
            try write.deleteLadderMove(step, from: 2)
            try write.deleteFact(fact, from: 2)
        }
        #expect(try authors() == [])
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        try act("director") { try $0.takeBack(line) }
        #expect(try authors() == ["boris", "boris", "boris", "boris"])
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `the second user to correct a judgement is told of the conflict`() throws {
        let (tie, assessment, step, fact) = try judge()
        let late: [(WriteTransaction) throws -> Void] = [
            { _ = try $0.changeTie(tie, from: 0, TieDraft(kind: .rival)) },
            { _ = try $0.changeAssessment(assessment, from: 0, AssessmentDraft(day: $0.today, power: 1)) },
            { _ = try $0.changeLadderMove(step, from: 0, LadderDraft(day: $0.today, step: .none)) },
            { _ = try $0.changeFact(fact, from: 0, FactDraft(kind: .talk, text: "T", source: "S", day: $0.today)) },
            { try $0.deleteTie(tie, from: 0) }, { try $0.deleteAssessment(assessment, from: 0) },
            { try $0.deleteLadderMove(step, from: 0) }, { try $0.deleteFact(fact, from: 0) },
        ]
        for act in late {
            #expect(throws: Refusal.conflict(current: 1)) { try self.act("boris", act) }
        }
    }

    @Test func `a tie of a person to themselves is refused`() throws {
        let person = try #require(desk.people["b"])
        #expect(throws: Refusal.invalid(Problems(["other": .themselves]))) {
            try act("boris") { _ = try $0.addTie(TieDraft(kind: .friend), from: person, to: person) }
        }
    }

    @Test func `a later judgement is added, and the earlier one stays`() throws {
        let (_, assessment, _, _) = try judge()
        try act("boris") {
            _ = try $0.assess(desk.people["b"]!, at: desk.clients["b"]!, AssessmentDraft(day: $0.today, stance: -2))
        }
        #expect(try sheet().assessments.map(\.stance) == [-2, 1])
        #expect(try desk.read("director") { try $0.assessment(assessment).version } == 1)
    }

    /// How many records there are of each kind.
    private func counts() throws -> [Int] {
        try desk.read("director") { read in
            try ["tie", "assessment", "ladder_move", "fact", "post"].map {
                try read.count("SELECT count(*) FROM \($0)")
            }
        }
    }

    @Test func `deleting a person deletes their ties, judgements, steps and facts, and undo restores all`() throws {
        let nobody = try counts()
        _ = try judge()
        let judged = try counts()
        let version = try sheet().person.version
        try act("boris") { try $0.deletePerson(desk.people["b"]!, from: version) }
        #expect(try counts() == zip(nobody, [0, 0, 0, 0, 1]).map(-))
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        try act("boris") { try $0.takeBack(line) }
        #expect(try counts() == judged)
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }

    @Test func `deleting a client deletes the judgements at it and keeps people's ties, steps and facts`() throws {
        _ = try judge()
        let judged = try counts()
        try act("boris") { try $0.deleteClient(desk.clients["b"]!, from: 1) }
        #expect(try counts() == zip(judged, [0, 1, 0, 0, 1]).map(-))
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        try act("boris") { try $0.takeBack(line) }
        #expect(try counts() == judged)
        #expect(try Desk.check(path: desk.temporary.path) == [])
    }
}
