import Domain
import HTTP
import Testing

@testable import Store
@testable import Web

/// The secret address at which a calendar reads one's deadlines.
@Suite struct CalendarFeedTests {
    private let team: TeamApp
    private let boris: User.ID

    init() throws {
        team = try TeamApp()
        try team.setPassword(of: Desk.owner)
        boris = try team.add("Boris", .director)
        try team.act { [boris] write in
            let client = try write.addClient(
                ClientDraft(name: "Secret hospital", kind: .hospital, isConfidential: true))
            for (title, user) in [("Gloves", boris), ("Masks", Desk.owner)] {
                let tender = try write.addTender(TenderDraft(title: title, client: client, stage: .open, user: user))
                try write.addPart(
                    DeadlineDraft(day: WorldApp.today + 3, time: "08:00", zone: "UTC", note: title), to: tender.number)
            }
        }
    }

    private func key(_ browser: Browser) throws -> String {
        _ = browser.get("/account")
        let page = browser.post("/account/feed", [:]).text
        return String(try #require(page.firstMatch(of: /feed\.ics\?key=([0-9a-f]{64})/)).1)
    }

    @Test func `a calendar without a login reads when one's deadlines are, and nothing else`() throws {
        let key = try key(team.loggedIn("Boris"))
        let file = team.browser().get("/feed.ics?key=\(key)")
        #expect(file.status == .ok && file.headers["Content-Type"] == "text/calendar; charset=utf-8")
        #expect(file.text.matches(of: /BEGIN:VEVENT/).count == 1 && file.text.contains("DTSTART:20260305T080000Z"))
        for word in ["Gloves", "Masks", "hospital"] { #expect(!file.text.contains(word), "\(word)") }
    }

    @Test func `another address makes the first one worthless, and so does the end of the feed`() throws {
        let browser = team.loggedIn("Boris")
        let first = try key(browser)
        let second = try key(browser)
        #expect(team.browser().get("/feed.ics?key=\(first)").status == .notFound)
        #expect(team.browser().get("/feed.ics?key=\(second)").status == .ok)
        #expect(browser.get("/account").text.contains("It is not shown again"))
        #expect(browser.post("/account/feed/end", [:]).status == .seeOther)
        #expect(team.browser().get("/feed.ics?key=\(second)").status == .notFound)
        for key in ["", "x", first.uppercased(), first + "0"] {
            #expect(team.browser().get("/feed.ics?key=\(key)").status == .notFound, "\(key)")
        }
    }

    @Test func `who leaves has no feed any more, and who may see less reads less`() throws {
        let key = try key(team.loggedIn("Boris"))
        func change(_ role: Role, isActive: Bool) throws {
            try team.act { [boris] write in
                let (_, version) = try write.read.colleague(boris)
                try write.changeColleague(
                    boris, from: version, UserDraft(name: "Boris", role: role, isActive: isActive))
            }
        }
        try change(.support, isActive: true)
        let file = team.browser().get("/feed.ics?key=\(key)")
        #expect(file.status == .ok && !file.text.contains("VEVENT"))
        try change(.director, isActive: false)
        #expect(team.browser().get("/feed.ics?key=\(key)").status == .notFound)
        try change(.director, isActive: true)
        #expect(team.browser().get("/feed.ics?key=\(key)").status == .notFound)
    }

    @Test func `the reading of a confidential client is logged, and the key is written nowhere`() throws {
        let key = try key(team.loggedIn("Boris"))
        #expect(team.browser().get("/feed.ics?key=\(key)").headers["Trade-Secret"] == "yes")
        let log = team.loggedIn("Anna Orlova").get("/log").text
        #expect(log.contains("Secret hospital") && log.contains("calendar feed made") && !log.contains(key))
    }
}
