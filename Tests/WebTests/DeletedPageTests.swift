import Domain
import HTTP
import Store
import Testing

@testable import Web

@Suite struct DeletedPageTests {
    private func delete(_ world: WorldApp, _ address: String) throws {
        let form = try FilledForm(world.get(address + "/delete"))
        #expect(world.post(address + "/delete", form.fields).status == .seeOther)
    }

    @Test func `the page before a deletion says in ten lines at most what goes, and has a way back`() throws {
        let world = try WorldApp()
        let page = world.get("/clients/2/delete").text
        let list = try #require(page.firstMatch(of: /(?s)<ul class="going">(.*?)<\/ul>/))
        #expect((2...10).contains(list.1.matches(of: /<li>/).count))
        #expect(list.1.contains("orders</b>: ") && list.1.contains("interactions</b>: "))
        #expect(page.contains("button dangerous") && page.contains("Keep it"))
    }

    @Test func `a deleted client comes back by one press from the list of deleted records`() throws {
        let world = try WorldApp()
        let name = try #require(world.get("/clients/2").text.firstMatch(of: /<h1>([^<]+)</)).1
        try delete(world, "/clients/2")
        let page = world.get("/deleted").text
        #expect(page.contains(name) && page.contains("Bring back"))
        let press = String(try #require(page.firstMatch(of: /action="(\/history\/\d+\/back)"/)).1)
        #expect(world.post(press, [:]).headers["Location"] == "/clients/2")
        #expect(world.get("/clients/2").status == .ok && !world.get("/deleted").text.contains("Bring back"))
    }

    @Test func `the address of a deleted client says who deleted it, and brings it back`() throws {
        let world = try WorldApp()
        try delete(world, "/clients/2")
        for address in ["/clients/2", "/clients/2/people", "/clients/2/edit"] {
            let page = world.get(address)
            #expect(page.status == .notFound, "\(address)")
            #expect(page.text.contains("was deleted") && page.text.contains("Bring it back"), "\(address)")
            #expect(page.text.contains("deleted by Anna Orlova"), "\(address)")
        }
        let never = world.get("/clients/999")
        #expect(never.status == .notFound && never.text.contains("Nothing is here"))
        let press = try #require(world.get("/clients/2").text.firstMatch(of: /action="(\/history\/\d+\/back)"/))
        #expect(world.post(String(press.1), [:]).status == .seeOther)
        #expect(world.get("/clients/2").status == .ok)
    }

    @Test func `a stranger to a deleted client gets the same page as for one that never was`() throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let client = Client.ID(try #require(TeamDesk.plain.numbers["clients"]?["b"]))
        try copy.desk.write(as: .user(copy.user("head")), at: TeamDesk.noon, on: TeamDesk.today) {
            try $0.deleteClient(client, from: $0.read.client(client).version)
        }
        func page(_ who: String, _ address: String) throws -> String {
            let answer = try served.browser(of: copy.user(who)).get(address)
            #expect(answer.status == 404)
            return answer.text.replacing(/name="token" value="[^"]*"/, with: "")
        }
        #expect(try page("boris", "/clients/\(client.number)").contains("was deleted"))
        #expect(try page("clara", "/clients/\(client.number)") == page("clara", "/clients/99999"))
    }

    @Test func `reading the page of a deleted confidential client is logged`() throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let secret = Client.ID(try #require(TeamDesk.plain.numbers["clients"]?["s"]))
        try copy.desk.write(as: .user(copy.user("director")), at: TeamDesk.noon, on: TeamDesk.today) {
            try $0.deleteClient(secret, from: $0.read.client(secret).version)
        }
        for address in ["/deleted", "/deleted.json", "/clients/\(secret.number)"] {
            let before = try copy.desk.read { try $0.logPage(LogQuery(client: secret)) }.lines.count
            let answer = try served.browser(of: copy.user("director")).get(address)
            #expect(answer.headers["Trade-Secret"] == "yes", "\(address)")
            #expect(try copy.desk.read { try $0.logPage(LogQuery(client: secret)) }.lines.count == before + 1)
        }
    }

    @Test func `a product that orders need is not offered for deletion, and the orders are links`() throws {
        let world = try WorldApp()
        let page = world.get("/products/1/delete").text
        #expect(page.contains("cannot be deleted") && !page.contains("button dangerous"))
        #expect(page.contains("href=\"/orders/"))
    }

    @Test func `undoing a large act shows counts and folds the fields`() throws {
        let world = try WorldApp()
        try delete(world, "/clients/2")
        let line = try #require(world.get("/deleted").text.firstMatch(of: /\/history\/\d+\/back/)).0
        let page = world.get(String(line)).text
        #expect(page.contains("What was deleted and comes back:") && page.contains("<details class=\"sheet\">"))
    }
}
