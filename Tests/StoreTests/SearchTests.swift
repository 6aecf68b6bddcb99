import Domain
import GRDB
import Testing

@testable import Store

@Suite struct SearchTests {
    @Test(arguments: [
        "больница", "больницы", "больницей", "БОЛЬНИЦАМИ", "больн", "бо", "городская больниц", "№ 4", "федор", "фёдора",
    ])
    func `a Russian word is found in any inflection and by its beginning`(typed: String) throws {
        let desk = try TemporaryDesk()
        _ = try desk.addClient("Городская больница № 4 имени Фёдора")
        _ = try desk.addClient("Аптечная сеть «Вита»")
        #expect(
            try desk.desk.read { try $0.search(typed, on: TemporaryDesk.today).clients.map(\.name) } == [
                "Городская больница № 4 имени Фёдора"
            ])
    }

    @Test(arguments: ["contracts", "contract", "CONTRACTING", "contr"])
    func `an English word is found in any inflection`(typed: String) throws {
        let desk = try TemporaryDesk()
        let id = try desk.addClient("A")
        try desk.write { write in
            try write.logInteraction(
                InteractionDraft(
                    client: id, kind: .call, day: write.today, topic: "New contract", note: nil, mood: nil,
                    isConfidential: false, people: []))
        }
        #expect(
            try desk.desk.read { try $0.search(typed, on: TemporaryDesk.today).interactions.map(\.topic) } == [
                "New contract"
            ])
    }

    @Test(arguments: [
        "\"", "AND", "a OR", "-x", "*", "NEAR(", "col:x", "^a", "()", "  ", "'; DROP TABLE client; --", "\u{0}",
        "{a b}",
    ])
    func `typed search text is never read as query syntax`(typed: String) throws {
        let desk = try TemporaryDesk()
        _ = try desk.addClient("Plain")
        #expect(throws: Never.self) { try desk.desk.read { try $0.search(typed, on: TemporaryDesk.today) } }
    }

    @Test
    func `invoices and payments are found by the beginning of their number, products, events and projects by a word`()
        throws
    {
        let desk = try TemporaryDesk()
        let client = try desk.addClient("Clinic")
        let person = try desk.addPerson("Irina", at: client)
        try desk.write { write in
            let day = write.today
            let invoice = try write.addInvoice(
                InvoiceDraft(number: "INV-77", day: day, due: day, amount: Money(100), isDisputed: false), of: client)
            _ = try write.addProduct(ProductDraft(name: "Sterile gloves"))
            _ = try write.addEvent(EventDraft(name: "Surgeons' congress", kind: .congress, from: day, to: day))
            _ = try write.beginProject(ProjectDraft(goal: "Tender for gloves", from: day), with: person, at: client)
            _ = try write.addTender(
                TenderDraft(number: "0358/2", title: "Dressings", client: client, stage: .open, go: .go))
            _ = invoice
        }
        func found(_ typed: String) throws -> SearchSheet {
            try desk.desk.read { try $0.search(typed, on: TemporaryDesk.today) }
        }
        #expect(try found("inv-7").invoices.map(\.number) == ["INV-77"])
        #expect(try found("inv-77").isNumber && found("inv-77").opened?.subject == .invoice)
        #expect(try found("glove").products.map(\.name) == ["Sterile gloves"])
        #expect(try found("gloves").projects.map(\.goal) == ["Tender for gloves"])
        #expect(try found("dressing").tenders.map(\.title) == ["Dressings"])
        #expect(try found("0358/2").opened?.subject == .tender)
        #expect(try found("congress").events.map(\.name) == ["Surgeons' congress"])
    }

    @Test func `a client of this very name comes first, then those that bring most, and a kind says if there is more`()
        throws
    {
        let desk = try TakingBackTests.world()
        let listed = try desk.desk.read { read in
            try read.rows(
                "SELECT c.name FROM client c JOIN standing s ON s.client_id = c.id ORDER BY s.income DESC LIMIT 1", []
            ) { $0[0] as String }
        }
        let best = try #require(listed.first)
        let word = try #require(best.split(separator: " ").first)
        let found = try desk.desk.read { try $0.search(String(word), on: TemporaryDesk.today) }
        #expect(found.clients.first?.name == best)
        for number in 0..<14 { _ = try desk.addClient("Zeta \(number)") }
        let zeta = try desk.addClient("Zeta")
        let many = try desk.desk.read { try $0.search("zeta", on: TemporaryDesk.today) }
        #expect(many.clients.count == 12 && many.cut == [.clients] && many.clients.first?.id == zeta)
        #expect(many.opened?.record == zeta.number)
    }

    @Test func `the search index follows every change and deletion`() throws {
        let desk = try TemporaryDesk()
        let id = try desk.addPerson("Irina Sokolova")
        func found(_ typed: String) throws -> Int {
            try desk.desk.read { try $0.search(typed, on: TemporaryDesk.today).people.count }
        }
        #expect(try found("Sokolova") == 1)
        try desk.write { try $0.changePerson(id, from: 1, PersonDraft(name: "Irina Belova")) }
        #expect(try (found("Sokolova"), found("Belova")) == (0, 1))
        try desk.write { try $0.deletePerson(id, from: 2) }
        #expect(try found("Belova") == 0)
        try desk.write {
            try $0.db.execute(sql: "INSERT INTO person_search (person_search) VALUES ('integrity-check')")
        }
    }
}
