import Domain
import Testing

@testable import Store

/// What a deputy would take with them, and what leaves a trade secret.
@Suite struct GivingAwayTests {
    private let desk: AuthorityDesk
    /// A client of the deputy's own.
    private let own: Client.ID

    init() throws {
        desk = try AuthorityDesk()
        own = try desk.desk.temporary.write { [desk] in
            try $0.addClient(
                ClientDraft(name: "Own", kind: .hospital), kam: desk.desk.users["deputy"])
        }
    }

    private func first(_ table: String, of client: Client.ID) throws -> Int64 {
        try desk.desk.temporary.desk.read {
            try $0.one("SELECT min(id) FROM \(table) WHERE client_id = ?", [client.number]) { $0[0] }
        }
    }

    /// Moves a record to another client.
    private var moves: [(table: String, act: (WriteTransaction, Int64, Client.ID?) throws -> Void)] {
        [
            (
                "interaction",
                { write, id, client in
                    var draft = try write.read.interaction(ID(id)).draft
                    draft.client = client
                    try write.changeInteraction(ID(id), from: nil, draft)
                }
            ),
            (
                "client_order",
                { write, id, client in
                    guard let client else { throw Refusal.notAllowed }
                    var draft = try write.read.order(ID(id)).draft
                    draft.client = client
                    try write.changeOrder(ID(id), from: nil, draft)
                }
            ),
        ]
    }

    @Test(arguments: ["a", "s"])
    func `a deputy may not move a record away from a client of the absent KAM`(letter: String) throws {
        let client = try #require(desk.desk.clients[letter])
        for (table, move) in moves {
            let id = try first(table, of: client)
            for target in [own, nil] {
                #expect(throws: Refusal.notAllowed, "\(table)") { try desk.act("deputy") { try move($0, id, target) } }
            }
            if letter == "a" {
                #expect(try desk.could("anna") { try move($0, id, desk.desk.clients["s"]) }, "\(table)")
            }
        }
    }

    @Test func `a deputy may not add a person of the absent KAM to a client of their own`() throws {
        let person = desk.person
        #expect(throws: Refusal.notAllowed) {
            try desk.act("deputy") { try $0.addPost(PostDraft(title: "T"), person: person, client: own) }
        }
        #expect(try desk.could("deputy") { try $0.addPost(PostDraft(title: "T"), person: person, client: desk.client) })
        let mine = try desk.act("deputy") { write in
            let mine = try write.addPerson(PersonDraft(name: "Mine"))
            try write.addPost(PostDraft(title: "T"), person: mine, client: own)
            return mine
        }
        #expect(throws: Refusal.notAllowed) {
            try desk.act("deputy") { try $0.mergePerson(person, into: mine, from: [:]) }
        }
    }

    @Test func `moving a record away from a trade secret is logged as lifting its mark`() throws {
        let secret = try #require(desk.desk.clients["s"])
        func lifted() throws -> [String?] {
            try desk.desk.read("director") { try $0.logPage(LogQuery(client: secret)) }.lines
                .filter { $0.act == "confidential-lifted" }.map(\.name)
        }
        for (count, (table, move)) in moves.enumerated() {
            let id = try first(table, of: secret)
            try desk.act("anna") { try move($0, id, desk.client) }
            #expect(try lifted().count == count + 1, "\(table)")
            #expect(try lifted().allSatisfy { $0 == "anna" })
        }
    }

    @Test func `a user who deletes a client and undoes it may still not change another's planned handover`() throws {
        let client = try #require(desk.desk.clients["s"])
        try desk.act("director") {
            try $0.handOver(client, HandoverDraft(user: desk.desk.users["boris"]!, from: $0.today + 10))
        }
        func keep(_ write: WriteTransaction) throws {
            try write.handOver(client, HandoverDraft(user: desk.desk.users["anna"]!, from: write.today + 10))
        }
        #expect(throws: Refusal.notAllowed) { try desk.act("anna", keep) }
        for _ in 0..<2 {
            try desk.act("anna") { try $0.deleteClient(client, from: $0.read.client(client).version) }
            try desk.act("anna") { try $0.takeBack(#require(try $0.read.lastChange())) }
            #expect(throws: Refusal.notAllowed) { try desk.act("anna", keep) }
        }
    }
}
