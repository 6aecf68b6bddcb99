import Domain
import Foundation
import Testing

@testable import Web

/// Two desks that differ in nothing but what somebody may not see are one desk to them: no sum, no count, no date, no order of rows
/// tells of it.
@Suite struct CountTests {
    /// What is added to the second desk: for each of us, whose clients and which rooms are closed to them.
    static let hidden: [String: [(letters: [String], rooms: [Room])]] = {
        let all: [Room] = [.client, .dossier, .money, .personal]
        return [
            "anna": [(["b", "c", "n"], all)], "deputy": [(["b", "c", "n"], all)], "head": [(["c"], all)],
            "support": [(["s"], all), (["a", "b", "c", "n"], [.dossier, .personal])],
            "reader": [(["s"], all), (["a", "b", "c", "n"], [.personal])],
            "admin": [(TeamDesk.letters, all)], "former": [(TeamDesk.letters, all)],
            "lead": [(TeamDesk.letters, all)],
        ]
    }()

    @Test(arguments: hidden.keys.sorted())
    func `no page reveals that hidden records exist`(who: String) throws {
        let parts = CountTests.hidden[who]!
        let more = try TeamDesk { records in
            for (letters, rooms) in parts { for letter in letters { try records.add(to: letter, rooms) } }
        }
        defer { try? FileManager.default.removeItem(at: more.folder) }
        let desks = try [TeamDesk.plain, more].map { try $0.copy() }
        let served = try desks.map { try ServedDesk($0.desk) }
        let browsers = try served.map { try $0.browser(of: TeamDesk.plain.users[who]) }
        let asking = Asking(who: who, team: TeamDesk.plain, served: served[0], browser: browsers[0])
        let beyond = [
            "clients", "people", "interactions", "matters", "orders", "invoices", "payments", "history", "ties",
            "assessments", "ladder", "facts", "projects", "reviews", "expenses", "expected", "guests", "talks",
            "tenders", "lots", "bids",
            "deadlines", "questions", "complaints", "notices", "go-answers", "requirements", "application-lines",
            "lot-items", "seats", "signals", "tender-members",
        ].flatMap { kind in (Int64(1)...3).map { "/\(kind)/\(TeamDesk.plain.numbers[kind]!.values.max()! + $0)" } }
        var same = 0
        // The secret of a second factor is another on every desk.
        for target in CanaryTests.targets(asking) + beyond where !target.contains("second-factor") {
            let pages = try browsers.map { try $0.get(target) }
            let texts = zip(pages, browsers).map { $0.text.settled.replacing($1.host, with: "") }
            #expect(pages[0].status == pages[1].status && texts[0] == texts[1], "\(target) tells \(who)")
            if pages[0].status == 200, texts[0] == texts[1] { same += 1 }
        }
        #expect(same > 50)
    }

    @Test func `added records change the pages of a user who may see them`() throws {
        let more = try TeamDesk { records in
            for letter in TeamDesk.letters { try records.add(to: letter, [.client, .dossier, .money, .personal]) }
        }
        defer { try? FileManager.default.removeItem(at: more.folder) }
        let desks = try [TeamDesk.plain, more].map { try $0.copy() }
        let served = try desks.map { try ServedDesk($0.desk) }
        let browsers = try served.map { try $0.browser(of: TeamDesk.plain.users["director"]) }
        for target in [
            "/", "/clients", "/clients/3", "/people/3", "/orders", "/receivables", "/products/1", "/clients/3/money",
        ] {
            let texts = try browsers.map { try $0.get(target).text.settled }
            #expect(texts[0] != texts[1], "\(target)")
        }
    }
}
