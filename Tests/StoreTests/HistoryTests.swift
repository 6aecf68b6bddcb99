import Domain
import GRDB
import Testing

@testable import Store

@Suite struct HistoryTests {
    @Test func `a change is recorded field by field, with the names of the records it refers to`() throws {
        let desk = try TemporaryDesk()
        let group = try desk.addClient("Group")
        let id = try desk.addClient("Hospital")
        try desk.write { write in
            var draft = try write.read.client(id).draft
            draft.parent = group
            draft.city = "Samara"
            try write.changeClient(id, from: 1, draft)
        }
        let change = try #require(try desk.desk.read { try $0.clientHistory(id).changes.first })
        #expect(change.act == .changed && change.by == "Anna Orlova" && change.title == "Hospital")
        #expect(
            Set(change.fields.map { "\($0.field): \($0.before ?? "-") > \($0.after ?? "-")" })
                == ["parent_id: - > Group", "city: - > Samara"])
    }

    @Test func `a change from an old version is a conflict and writes nothing`() throws {
        let desk = try TemporaryDesk()
        let id = try desk.addClient("Hospital")
        let draft = ClientDraft(name: "Clinic", kind: .hospital)
        try desk.write { try $0.changeClient(id, from: 1, draft) }
        #expect(throws: Refusal.conflict(current: 2)) {
            try desk.write {
                try $0.changeClient(id, from: 1, ClientDraft(name: "Other", kind: .other))
            }
        }
        #expect(try desk.desk.read { try $0.client(id).draft.name } == "Clinic")
    }

    @Test func `a change that changes nothing adds no history line and no version`() throws {
        let desk = try TemporaryDesk()
        let id = try desk.addClient("Hospital")
        let changed = try desk.write {
            try $0.changeClient(id, from: 1, ClientDraft(name: "Hospital", kind: .hospital))
        }
        #expect(!changed)
        #expect(try desk.desk.read { try $0.clientHistory(id).changes.count } == 1)
    }

    @Test func `history may not be rewritten or deleted`() throws {
        let desk = try TemporaryDesk()
        _ = try desk.addClient("Hospital")
        for sql in ["UPDATE change SET title = 'x'", "DELETE FROM change"] {
            #expect(throws: DatabaseError.self) { try desk.write { try $0.db.execute(sql: sql) } }
        }
    }

    @Test func `deleting a client deletes all its own records, and history keeps every value`() throws {
        let desk = try TemporaryDesk()
        let (id, member) = (try desk.addClient("Hospital"), try desk.addClient("Member"))
        let person = try desk.addPerson("Irina Sokolova", at: id, title: "Chief physician")
        try desk.write { write in
            try write.changeClient(
                member, from: nil, ClientDraft(name: "Member", kind: .hospital, parent: id))
            try write.handOver(id, HandoverDraft(user: Desk.owner, from: write.today))
            try write.logInteraction(
                InteractionDraft(
                    client: id, kind: .visit, day: write.today, topic: "Audit", note: nil, mood: nil,
                    isConfidential: false, people: [person]),
                agreed: [MatterDraft(side: .ours, text: "Send data", due: write.today + 3, person: person)])
        }
        try desk.write { try $0.deleteClient(id, from: 1) }
        let (rest, changes, parent) = try desk.desk.read { read in
            (
                try ["client_kam", "post", "interaction", "interaction_person", "matter"].map {
                    try read.count("SELECT count(*) FROM \($0)")
                },
                try read.changes(where: "client_id = ?", [id.number], before: nil, atMost: 100),
                try read.client(member).draft.parent
            )
        }
        #expect(rest == [0, 0, 0, 0, 0])
        #expect(parent == nil)
        #expect(
            Set(changes.filter { $0.act == .deleted }.map(\.subject)) == [
                .client, .clientKam, .post, .interaction, .matter,
            ])
        let contact = try #require(changes.first { $0.subject == .interaction && $0.act == .deleted })
        #expect(contact.fields.contains(FieldChange(field: "people", before: "Irina Sokolova", after: nil)))
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `deleting a person deletes their posts and keeps the interactions`() throws {
        let desk = try TemporaryDesk()
        let id = try desk.addClient("Hospital")
        let person = try desk.addPerson("Oleg Titov", at: id)
        let contact = try desk.write { write in
            try write.logInteraction(
                InteractionDraft(
                    client: id, kind: .call, day: write.today, topic: "Price", note: nil, mood: nil,
                    isConfidential: false, people: [person]),
                agreed: [MatterDraft(side: .theirs, text: "Answer", due: nil, person: person)])
        }
        try desk.write { try $0.deletePerson(person, from: 1) }
        let sheet = try desk.desk.read { try $0.interactionSheet(contact) }
        #expect(sheet.people.isEmpty && sheet.matters.map(\.person) == [nil])
        #expect(try Desk.check(path: desk.path) == [])
    }
}
