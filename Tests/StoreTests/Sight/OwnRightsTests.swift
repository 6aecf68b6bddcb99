import Domain
import Testing

@testable import Store

/// Ways round what one sees: orders of absence, history, names in forms.
@Suite struct OwnRightsTests {
    private let desk = try! SightDesk()

    private func act<T>(_ who: String, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.temporary.desk.write(
            as: .user(desk.users[who]!), at: TemporaryDesk.noon, on: SightDesk.today, body)
    }

    private func order(_ user: String, _ deputy: String) -> AbsenceDraft {
        AbsenceDraft(
            number: "2", user: desk.users[user]!, deputy: desk.users[deputy]!, from: SightDesk.today,
            to: SightDesk.today + 9)
    }

    @Test(arguments: ["clara", "director", "over", "support", "admin"])
    func `a head may name a deputy only for colleagues of their own department`(stranger: String) throws {
        let notTheirs = Refusal.invalid(Problems(["user": .notOfDepartment]))
        #expect(throws: notTheirs) { try act("head") { _ = try $0.orderAbsence(order(stranger, "head")) } }
        let own = try act("head") { try $0.orderAbsence(order("boris", "head")) }
        #expect(throws: notTheirs) {
            try act("head") { try $0.changeAbsence(own, from: 1, order(stranger, "head")) }
        }
        let other = try desk.temporary.write { try $0.orderAbsence(order(stranger, "deputy")) }
        #expect(throws: notTheirs) {
            try act("head") { try $0.changeAbsence(other, from: 1, order("boris", "head")) }
        }
        #expect(throws: Refusal.notAllowed) { try act("head") { try $0.deleteAbsence(other, from: 1) } }
        try act("director") { try $0.deleteAbsence(other, from: 1) }
    }

    @Test func `only a user who may order an absence may take back a change to it`() throws {
        try desk.temporary.write { write in
            try write.changeAbsence(Absence.ID(1), from: 1, order("anna", "boris"))
        }
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        for who in ["deputy", "boris", "clara", "support"] {
            #expect(throws: Refusal.notFound) { try act(who) { try $0.takeBack(line) } }
        }
        #expect(throws: Refusal.notAllowed) { try act("lead") { try $0.takeBack(line) } }
        #expect(try desk.read("director") { try $0.absence(Absence.ID(1)) }.draft.deputy == desk.users["boris"])
        try act("director") { try $0.takeBack(line) }
    }

    @Test func `support may not take back an act in a dossier`() throws {
        try desk.temporary.write { try $0.setDone(Matter.ID(1), true) }
        let line = try #require(try desk.read("director") { try $0.lastChange() })
        #expect(throws: Refusal.notFound) { try act("support") { try $0.takeBack(line) } }
    }

    @Test func `a person whose last post is deleted is still seen by the users of that client`() throws {
        let person = try #require(desk.people["b"])
        let post = try desk.read("director") { try $0.personSheet(person, on: SightDesk.today).posts[0].id }
        try act("boris") { try $0.deletePost(post, from: nil) }
        for (who, sees) in [("boris", true), ("head", true), ("anna", false), ("clara", false), ("reader", true)] {
            #expect(try desk.read(who) { try $0.sees(person) } == sees, "\(who)")
        }
        #expect(throws: Refusal.notFound) {
            try act("anna") { _ = try $0.changePerson(person, from: nil, PersonDraft(name: "t")) }
        }
        _ = try act("boris") { try $0.addPost(PostDraft(title: "t"), person: person, client: desk.clients["b"]!) }
    }

    @Test func `an act finds a client by key for a user who sees it, and by name for everybody`() throws {
        for (who, typed, found) in [
            ("boris", "keyb", ["Client b"]), ("anna", "keyb", []), ("anna", "keya", ["Client a"]),
            ("anna", "Client b", ["Client b"]), ("anna", "Clien", ["a", "b", "c", "n", "s"].map { "Client \($0)" }),
        ] {
            #expect(try act(who) { try $0.clientsNamed(typed) }.clients.map(\.name) == found, "\(who) \(typed)")
        }
    }

    @Test func `a user may not close or reopen a matter that they do not see`() throws {
        let matter = try #require(
            try desk.read("director") { try $0.clientMatters(desk.clients["b"]!) }.open.first?.id)
        for done in [true, false] {
            #expect(throws: Refusal.notFound) { try act("anna") { try $0.setDone(matter, done) } }
        }
    }
}
