import Domain
import HTTP
import Testing

@testable import Store
@testable import Web

@Suite struct DoorTests {
    @Test func `the owner of a new desk is created only at the address printed when the program starts`() throws {
        let team = try TeamApp(owner: nil)
        let browser = team.browser()
        #expect(browser.get("/").headers["Location"] == "/login")
        #expect(browser.get("/login").text.contains("This desk has no owner yet"))
        #expect(browser.get("/owner?key=guess").status == .notFound)
        let address = "/owner?key=\(team.app.ownerKey)"
        #expect(browser.get(address).status == .ok)
        let short = browser.post(
            "/owner", ["key": team.app.ownerKey, "name": "Anna", "password": "short", "again": "short"])
        #expect(short.status == .invalid && short.text.contains("id=\"password-error\""))
        let made = browser.post(
            "/owner",
            [
                "key": team.app.ownerKey, "name": "Anna", "password": TeamApp.password, "again": TeamApp.password,
            ])
        #expect(made.status == .seeOther && browser.get("/").text.contains("Anna"))
        #expect(team.browser().get(address).status == .notFound)
        #expect(team.browser().get("/").headers["Location"] == "/login")
    }

    @Test func `an owner may have no password only if the desk is reachable from its own machine alone`() throws {
        let local = try TeamApp(owner: nil)
        let browser = local.browser()
        _ = browser.get("/owner?key=\(local.app.ownerKey)")
        #expect(
            browser.post("/owner", ["key": local.app.ownerKey, "name": "Anna", "password": "", "again": ""]).status
                == .seeOther)
        #expect(local.browser().get("/").status == .ok)
        let reached = try TeamApp(owner: nil, isLocal: false)
        let other = reached.browser()
        _ = other.get("/owner?key=\(reached.app.ownerKey)")
        let refused = other.post("/owner", ["key": reached.app.ownerKey, "name": "Anna", "password": "", "again": ""])
        #expect(refused.status == .invalid && refused.text.contains("id=\"password-error\""))
    }

    @Test func `the desk asks for a login as soon as somebody besides the owner has a password`() throws {
        let team = try TeamApp()
        let browser = team.browser()
        #expect(browser.get("/clients").status == .ok)
        try team.setPassword(of: Desk.owner)
        #expect(browser.get("/clients").status == .ok)
        _ = try team.add("Boris", .kam)
        #expect(browser.get("/clients?q=x").headers["Location"] == "/login?back=%2Fclients%3Fq%3Dx")
        #expect(browser.get("/clients.json").status == .forbidden)
    }

    @Test func `an owner must set a password before inviting others, and an invitation works once`() throws {
        let team = try TeamApp()
        let owner = team.browser()
        #expect(owner.get("/settings").status == .ok)
        #expect(owner.post("/colleagues", ["name": "Boris", "role": "kam"]).status == .seeOther)
        #expect(owner.get("/colleagues/2/edit").text.contains("Set a password of your own before"))
        #expect(!owner.get("/colleagues/2/edit").text.contains("Make an invitation"))
        let refused = owner.post("/colleagues/2/invitation", [:])
        #expect(refused.status == .invalid && refused.text.contains("password of your own"))
        _ = owner.get("/account")
        #expect(
            owner.post("/account/password", ["password": TeamApp.password, "again": TeamApp.password]).status
                == .seeOther)
        _ = owner.get("/colleagues/2/edit")
        let page = owner.post("/colleagues/2/invitation", [:]).text
        let key = String(try #require(page.firstMatch(of: /join\?key=([0-9a-f]{64})/)).1)
        let guest = team.browser()
        #expect(guest.get("/join?key=\(key)").text.contains("Welcome, Boris"))
        let fields = ["key": key, "password": TeamApp.password, "again": TeamApp.password]
        #expect(guest.post("/join", fields).status == .seeOther)
        #expect(guest.get("/").status == .ok)
        #expect(team.browser().get("/join?key=\(key)").status == .notFound)
        // The owner stays in by the session that the password began.
        #expect(owner.get("/settings").status == .ok)
        let log = owner.get("/log").text
        for word in ["invited", "joined", "logged in", "password set"] { #expect(log.contains(word), "\(word)") }
    }

    @Test func `an invitation says whether colleagues can open its address, and has it as a square`() throws {
        for (isLocal, addresses, link, isTold) in [
            (true, [], "http://127.0.0.1:8090/join?key=", true),
            (false, ["https://desk.example:8443/"], "https://desk.example:8443/join?key=", false),
        ] as [(Bool, [String], String, Bool)] {
            let team = try TeamApp(isLocal: isLocal)
            team.app.listens(at: addresses)
            try team.setPassword(of: Desk.owner)
            let owner = team.loggedIn("Anna Orlova")
            #expect(owner.post("/colleagues", ["name": "Boris", "role": "kam"]).status == .seeOther)
            _ = owner.get("/colleagues/2/edit")
            let page = owner.post("/colleagues/2/invitation", [:]).text
            #expect(page.contains("value=\"\(link)"))
            #expect(page.contains("opens on this machine only") == isTold)
            #expect(page.contains("<svg class=\"square\"") && page.contains("data-copy=\"link\""))
        }
    }

    @Test func `whoever looks after the desk changes their own name in the account`() throws {
        let team = try TeamApp()
        let owner = team.browser()
        let form = try FilledForm(owner.get("/account"))
        let empty = owner.post("/account/name", form.with("name", ""))
        #expect(empty.status == .invalid && empty.text.contains("id=\"name-error\""))
        #expect(owner.post("/account/name", form.with("name", "Olga Zimina")).status == .seeOther)
        #expect(owner.get("/account").text.contains("Olga Zimina"))
    }

    @Test func `an empty file has no time to keep, and nothing is logged as a fault`() throws {
        let team = try TeamApp(owner: nil)
        #expect(team.app.keepUp(unlessTold: nil) == nil)
    }

    @Test func `the empty desk leads to the first client and to the import, and to no console`() throws {
        let team = try TeamApp()
        let page = team.browser().get("/").text
        #expect(page.contains("href=\"/clients/new\"") && page.contains("href=\"/imports\""))
        #expect(!page.contains("kamdesk import"))
    }

    @Test func `a login ends after twelve hours without use, and after fourteen days at the latest`() throws {
        let team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        _ = try team.add("Boris", .director)
        let browser = team.loggedIn("boris")
        team.wait(hours: 11)
        #expect(browser.get("/").status == .ok)
        try team.app.callers.keep()
        team.wait(hours: 11)
        #expect(browser.get("/").status == .ok)
        team.wait(hours: 13)
        #expect(browser.get("/").headers["Location"] == "/login")
        let busy = team.loggedIn("Boris")
        for _ in 0..<33 {
            #expect(busy.get("/").status == .ok)
            try team.app.callers.keep()
            team.wait(hours: 10)
        }
        team.wait(hours: 6)
        #expect(busy.get("/").headers["Location"] == "/login")
    }

    /// Boris has the form of a client of his open, at an address.
    private func editing() throws -> (TeamApp, Browser, address: String) {
        let team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        let boris = try team.add("Boris", .kam)
        let client = try team.act {
            try $0.addClient(ClientDraft(name: "Centre", kind: .hospital), kam: boris)
        }
        let browser = team.loggedIn("Boris")
        let address = "/clients/\(client.number)"
        _ = browser.get(address + "/edit")
        return (team, browser, address)
    }

    @Test func `text typed when a login ended is in the form again after the next login`() throws {
        let (team, browser, address) = try editing()
        let hidden = browser.hidden
        team.wait(hours: 20)
        var fields = ["name": "Centre", "kind": "hospital", "status": "active", "note": "what a long text & more"]
        for name in ["version", "base", "viewer"] { fields[name] = hidden[name] }
        let door = browser.post(address, fields)
        #expect(door.status == .forbidden && door.text.contains("What you typed is kept"))
        fields = browser.hidden
        (fields["name"], fields["password"]) = ("Boris", TeamApp.password)
        let form = browser.post("/login", fields)
        #expect(form.status == .ok && form.text.contains("what a long text &amp; more"))
        #expect(form.text.contains("action=\"\(address)\""))
        var again = browser.hidden
        for (name, value) in ["name": "Centre", "kind": "hospital", "status": "active", "note": "kept"] {
            again[name] = value
        }
        #expect(browser.post(address, again).status == .seeOther)
        #expect(browser.get(address).text.contains("kept"))
    }

    @Test func `text typed when a login ended is not shown to another user who signs in on that browser`() throws {
        let (team, browser, address) = try editing()
        var fields = browser.hidden.filter { $0.key != "token" }
        team.wait(hours: 20)
        for (name, value) in ["name": "Centre", "kind": "hospital", "status": "active", "note": "for Boris alone"] {
            fields[name] = value
        }
        #expect(browser.post(address, fields).text.contains("What you typed is kept"))
        fields = browser.hidden
        (fields["name"], fields["password"]) = ("Anna Orlova", TeamApp.password)
        let answer = browser.post("/login", fields)
        #expect(answer.status == .seeOther && !answer.text.contains("for Boris alone"))
    }

    @Test func `a user whose rights change or who has left is signed out everywhere`() throws {
        let team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        _ = try team.add("Boris", .kam)
        let (owner, boris) = (team.loggedIn("Anna Orlova"), team.loggedIn("Boris"))
        #expect(boris.get("/").status == .ok)
        _ = owner.get("/colleagues/2/edit")
        var fields = owner.hidden
        for (name, value) in ["name": "Boris", "role": "head"] { fields[name] = value }
        #expect(owner.post("/colleagues/2", fields).status == .seeOther)
        #expect(boris.get("/").headers["Location"] == "/login")
        #expect(boris.logIn("Boris").status == .seeOther)
        _ = owner.get("/colleagues/2/edit")
        fields = owner.hidden
        for (name, value) in ["name": "Boris", "role": "head", "has_left": "yes"] { fields[name] = value }
        #expect(owner.post("/colleagues/2", fields).status == .seeOther)
        #expect(boris.get("/").headers["Location"] == "/login")
        #expect(boris.logIn("Boris").status == .invalid)
    }

    @Test func `a record's page names other users who have it open, and other pages do not`() throws {
        let team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        _ = try team.add("Boris", .director)
        let client = try team.act {
            try $0.addClient(ClientDraft(name: "Centre", kind: .hospital))
        }
        let (anna, boris) = (team.loggedIn("Anna Orlova"), team.loggedIn("Boris"))
        #expect(!anna.get("/clients/\(client.number)").text.contains("Also open by"))
        let page = boris.get("/clients/\(client.number)/edit")
        #expect(page.text.contains("Also open by Anna Orlova"))
        #expect(page.headers["Also-Open"] == "Also%20open%20by%20Anna%20Orlova")
        #expect(anna.get("/clients/\(client.number)").text.contains("Also open by Boris"))
        #expect(!anna.get("/clients").text.contains("Also open by"))
    }

    @Test func `users who see a confidential dossier see who has read, printed or exported it`() throws {
        let team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        let boris = try team.add("Boris", .kam)
        let client = try team.act {
            try $0.addClient(
                ClientDraft(name: "Centre", kind: .hospital, isConfidential: true), kam: boris)
        }
        let anna = team.loggedIn("Anna Orlova")
        let address = "/clients/\(client.number)"
        #expect(anna.get(address).text.contains("Centre — Trade secret\""))
        _ = anna.get(address + "/print")
        _ = anna.get(address + "/people.csv")
        let lines = try team.loggedIn("Boris").get(address + "/readings.json").json()["lines"] as? [[String: Any]]
        #expect(lines?.compactMap { $0["act"] as? String } == ["exported", "printed", "read"])
        #expect(lines?.allSatisfy { $0["address"] as? String == "127.0.0.1" } == true)
    }
}
