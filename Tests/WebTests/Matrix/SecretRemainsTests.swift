import Domain
import HTTP
import Store
import Testing

@testable import Web

/// What is left of a confidential client elsewhere: history once it is gone, and what was said to its people at no client.
@Suite struct SecretRemainsTests {
    private let copy: CopiedDesk
    private let served: ServedDesk
    private let secret = Client.ID(TeamDesk.plain.numbers["clients"]!["s"]!)

    init() throws {
        copy = try TeamDesk.plain.copy()
        served = try ServedDesk(copy.desk)
    }

    private func lineCount() throws -> Int {
        try copy.desk.read { try $0.logPage(LogQuery(client: secret)) }.lines.count
    }

    private func isTold(_ target: String, to who: String) throws -> Bool {
        let before = try lineCount()
        let answer = try served.browser(of: copy.user(who)).get(target)
        #expect(answer.status == 200, "\(target)")
        return try answer.headers["Trade-Secret"] == "yes" && answer.headers["Cache-Control"] == "no-store"
            && lineCount() == before + 1
    }

    @Test func `reading the history of a deleted confidential client is still logged`() throws {
        let line = try copy.desk.write(as: .user(copy.user("director")), at: TeamDesk.noon, on: TeamDesk.today) {
            try $0.deleteClient(secret, from: $0.read.client(secret).version)
            return try #require(try $0.read.lastChange())
        }
        for target in ["/history/\(line.number)/back", "/history/\(line.number)/version", "/today.json"] {
            #expect(try isTold(target, to: "director"), "\(target)")
        }
    }

    @Test
    func `reading an interaction with a person of a confidential client is logged, and a reader does not see it`()
        throws
    {
        let person = try #require(
            try copy.desk.read { try $0.clientPeople(secret, on: TeamDesk.today) }.posts.first?.person.id)
        let apart = try copy.desk.write(as: .user(copy.user("anna")), at: TeamDesk.noon, on: TeamDesk.today) {
            try $0.logInteraction(
                InteractionDraft(
                    client: nil, kind: .call, day: $0.today, topic: "Apart", note: "whispered", mood: nil,
                    isConfidential: false, people: [person]),
                agreed: [MatterDraft(side: .ours, text: "promised", due: nil, person: nil)])
        }
        for target in ["", ".json", "/edit"] {
            #expect(try isTold("/interactions/\(apart.number)\(target)", to: "anna"), "\(target)")
        }
        #expect(try served.browser(of: copy.user("reader")).get("/interactions/\(apart.number)").status == 404)
        let found = try served.browser(of: copy.user("reader")).get("/search.json?q=whispered").text
        #expect(!found.contains("Apart"))
    }
}
