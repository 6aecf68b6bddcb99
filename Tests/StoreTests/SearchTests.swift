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
