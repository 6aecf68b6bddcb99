import Domain
import Testing

@testable import Store

/// What the dossier and the brief know of people.
@Suite struct KnownPeopleTests {
    private let temporary = try! TemporaryDesk()
    private let (clinic, other): (Client.ID, Client.ID)
    private let person: Person.ID

    init() throws {
        clinic = try temporary.addClient("Clinic")
        other = try temporary.addClient("Other")
        person = try temporary.addPerson("Doctor", at: clinic)
    }

    private func dossier() throws -> ClientSheet {
        try temporary.desk.read { try $0.clientSheet(clinic, on: TemporaryDesk.today) }
    }

    private func brief() throws -> BriefSheet {
        try temporary.desk.read { try $0.briefSheet(of: clinic, on: TemporaryDesk.today) }
    }

    private func met(_ people: [Person.ID], at client: Client.ID?, _ kind: InteractionKind, daysAgo: Int) throws {
        try temporary.write {
            try $0.logInteraction(
                InteractionDraft(
                    client: client, kind: kind, day: TemporaryDesk.today - daysAgo, topic: "Talk", note: nil, mood: nil,
                    isConfidential: false, people: people))
        }
    }

    @Test func `the last contact of a person counts their own interactions at another client and says where`() throws {
        let colleague = try temporary.addPerson("Colleague", at: clinic)
        try met([person], at: clinic, .call, daysAgo: 30)
        try met([person], at: other, .visit, daysAgo: 3)
        try met([colleague], at: clinic, .meeting, daysAgo: 1)
        let rows = try dossier().people
        let doctor = try #require(rows.first { $0.person.id == person }?.lastContact)
        #expect(doctor.day == TemporaryDesk.today - 3 && doctor.kind == .visit && doctor.elsewhere?.name == "Other")
        let second = try #require(rows.first { $0.person.id == colleague }?.lastContact)
        #expect(second.day == TemporaryDesk.today - 1 && second.elsewhere == nil)
    }

    @Test func `power and stance are the latest of each at this client and to us`() throws {
        let today = TemporaryDesk.today
        try temporary.write { write in
            try write.assess(
                person, at: clinic, AssessmentDraft(day: today - 40, power: 4, stance: -1, certainty: .confirmed))
            try write.assess(person, at: clinic, AssessmentDraft(day: today - 20, stance: 1, certainty: .assumed))
            try write.assess(person, at: clinic, AssessmentDraft(day: today - 5, stance: -2, competitor: "Rival"))
            try write.addPost(PostDraft(title: nil), person: person, client: other)
            try write.assess(person, at: other, AssessmentDraft(day: today - 1, power: 1, stance: 0))
        }
        let judged = try #require(try dossier().people.first?.judged)
        #expect(judged.power == 4 && judged.stance == 1)
        #expect(judged.day == today - 20 && judged.certainty == .assumed && judged.by == "Anna Orlova")
    }

    @Test func `an open project shows its level and goal, and a closed one does not`() throws {
        let today = TemporaryDesk.today
        try temporary.write { write in
            let old = try write.beginProject(ProjectDraft(goal: "Old", from: today - 90), with: person, at: clinic)
            try write.closeProject(old, from: nil, ClosingDraft(day: today - 50, outcome: "Done"))
            try write.beginProject(ProjectDraft(goal: "New", from: today - 10), with: person, at: clinic)
        }
        let project = try #require(try dossier().people.first?.project)
        #expect(project.goal == "New" && project.level == .d1)
    }

    @Test func `roles that nobody plays are empty seats, and the closest person could introduce us`() throws {
        let today = TemporaryDesk.today
        try temporary.write { write in
            try write.addPost(PostDraft(title: nil, role: .decider), person: person, client: clinic)
            try write.addPost(
                PostDraft(title: nil, role: .buyer, from: nil, to: today - 1), person: person, client: clinic)
            try write.climb(person, LadderDraft(day: today - 9, step: .contact, theirs: "Card"))
        }
        let distant = try #require(try dossier().power)
        #expect(distant.emptySeats == [.approver, .influencer, .buyer, .user, .gatekeeper])
        #expect(distant.introducer == nil)
        try temporary.write {
            _ = try $0.climb(person, LadderDraft(day: today - 1, step: .loyal, theirs: "Speaks well", ours: "Knows us"))
        }
        let near = try #require(try dossier().power?.introducer)
        #expect(near.person.name == "Doctor" && near.step == .loyal && near.user.name == "Anna Orlova")
    }

    @Test func `the balance tells what it was half a year ago`() throws {
        let today = TemporaryDesk.today
        try temporary.write { write in
            try write.assess(person, at: clinic, AssessmentDraft(day: today - 200, power: 3, stance: -1))
            try write.assess(person, at: clinic, AssessmentDraft(day: today - 100, power: 4, stance: 2))
        }
        let power = try #require(try dossier().power)
        #expect(power.balance?.middle == 8 && power.before?.middle == -3)
    }

    @Test func `a balance is not compared with a day on which nobody had been judged`() throws {
        try temporary.write {
            _ = try $0.assess(person, at: clinic, AssessmentDraft(day: TemporaryDesk.today - 10, power: 4, stance: 2))
        }
        let power = try #require(try dossier().power)
        #expect(power.balance?.middle == 8 && power.before == nil)
    }

    @Test func `the brief tells how to approach a guest and the boundary agreed last`() throws {
        let today = TemporaryDesk.today
        try temporary.write { write in
            for (kind, text, daysAgo) in [
                (FactKind.boundary, "Old boundary", 90), (.boundary, "No gifts", 9), (.approach, "Mornings", 30),
                (.interest, "Chess", 1),
            ] {
                try write.addFact(FactDraft(kind: kind, text: text, source: "Said", day: today - daysAgo), of: person)
            }
        }
        let guest = try #require(try brief().guests.first)
        #expect(guest.boundary?.text == "No gifts" && guest.approach?.text == "Mornings")
    }

    @Test func `a brief without an aim suggests what is open`() throws {
        try temporary.write { write in
            try write.addMatter(
                MatterDraft(side: .theirs, text: "The list", due: write.today - 2, person: nil), client: clinic)
            try write.addInvoice(
                InvoiceDraft(number: "1", day: write.today - 40, due: write.today - 10, amount: Money(777_00)),
                of: clinic)
        }
        let brief = try brief()
        guard case .promise(let matter) = try #require(brief.asks(on: TemporaryDesk.today).first) else {
            Issue.record("a late promise comes first")
            return
        }
        #expect(matter.text == "The list")
        #expect(brief.asks(on: TemporaryDesk.today).dropFirst() == [.payment(Money(777_00)), .seat(.decider)])
    }

    @Test func `a new assessment begins from the latest values at its client`() throws {
        let today = TemporaryDesk.today
        try temporary.write { write in
            try write.addPost(PostDraft(title: nil), person: person, client: other)
            try write.assess(person, at: clinic, AssessmentDraft(day: today - 40, power: 4, openness: 2))
            try write.assess(person, at: clinic, AssessmentDraft(day: today - 20, stance: -1, certainty: .confirmed))
            try write.assess(person, at: other, AssessmentDraft(day: today - 30, power: 1, stance: 2))
        }
        try temporary.desk.read { read in
            let clients = try read.clientsOf(person, on: today)
            let latest = try read.latestJudgement(of: person, at: nil, among: clients, on: today)
            #expect(latest["client"] == "\(clinic.number)" && latest["day"] == today.iso)
            #expect(latest["power"] == "4" && latest["stance"] == "-1" && latest["openness"] == "2")
            #expect(latest["grade"] == "confirmed" && latest["source"].isEmpty)
            let elsewhere = try read.latestJudgement(of: person, at: other, among: clients, on: today)
            #expect(elsewhere["power"] == "1" && elsewhere["stance"] == "2" && elsewhere["openness"].isEmpty)
        }
    }
}

/// Who sees what the dossier and the brief know of people.
@Suite struct KnownPeopleSightTests {
    private let desk = try! SightDesk()

    private func act<T>(_ who: String, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.temporary.desk.write(as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: SightDesk.today, body)
    }

    @Test func `a personal boundary stands on the brief of those who may see it only`() throws {
        let (person, client) = (desk.people["a"]!, desk.clients["a"]!)
        try act("anna") { write in
            for (kind, privacy) in [(FactKind.boundary, Privacy.personal), (.approach, .internal)] {
                try write.addFact(
                    FactDraft(kind: kind, text: "Said", source: "s", day: write.today, privacy: privacy), of: person)
            }
        }
        for (who, sees) in [("anna", true), ("head", true), ("deputy", true), ("reader", false)] {
            let guest = try desk.read(who) { try $0.briefSheet(of: client, on: SightDesk.today) }.guests.first
            #expect((guest?.boundary != nil) == sees && guest?.approach != nil, "\(who)")
        }
    }

    @Test func `the step shown is the KAM's own, and a colleague who is closer is named beside it`() throws {
        let (person, client) = (desk.people["a"]!, desk.clients["a"]!)
        try desk.temporary.write { write in
            try write.addPost(PostDraft(title: nil), person: person, client: desk.clients["b"]!)
        }
        try act("anna") { _ = try $0.climb(person, LadderDraft(day: $0.today, step: .contact, theirs: "Card")) }
        try act("boris") { write in
            _ = try write.climb(person, LadderDraft(day: write.today, step: .loyal, theirs: "Praises", ours: "Knows"))
        }
        let row = try #require(
            try desk.read("head") { try $0.clientSheet(client, on: SightDesk.today) }.people.first)
        #expect(row.step?.user.name == "anna" && row.step?.step == .contact)
        #expect(row.closer?.user.name == "boris" && row.closer?.step == .loyal)
        let hers = try #require(
            try desk.read("anna") { try $0.clientSheet(client, on: SightDesk.today) }.people.first)
        #expect(hers.step?.user.name == "anna" && hers.closer == nil)
    }

    @Test func `sales support gets names and posts on a dossier, and neither power nor seats`() throws {
        try act("anna") { write in
            _ = try write.assess(
                desk.people["a"]!, at: desk.clients["a"]!, AssessmentDraft(day: write.today, power: 5, stance: 1))
        }
        let sheet = try desk.read("support") { try $0.clientSheet(desk.clients["a"]!, on: SightDesk.today) }
        #expect(sheet.power == nil && sheet.people.map(\.person.name) == ["Person a"])
        #expect(sheet.people.allSatisfy { $0.judged == nil && $0.step == nil && $0.lastContact == nil })
    }
}
