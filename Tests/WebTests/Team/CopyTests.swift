import Domain
import Foundation
import HTTP
import Logging
import Testing

@testable import Store
@testable import Web

/// What whoever administers takes out of the desk: copies, and what rehearsals of imports tell.
@Suite struct CopyTests {
    private static let words = "nine green bottles"

    /// A desk with a copy, an administrator who sees no client, and a director who sees all.
    private func kept() throws -> TeamApp {
        let team = try TeamApp(keepsCopies: true)
        try team.setPassword(of: Desk.owner)
        _ = try team.add("Admin", .administrator)
        _ = try team.add("Dina", .director)
        _ = try team.act {
            try $0.addClient(ClientDraft(name: "Secret Centre", kind: .hospital, isConfidential: true))
        }
        team.backups?.keepUp()
        return team
    }

    private func setPassphrase(_ team: TeamApp, as name: String, _ words: String, again: String? = nil) -> Response {
        let browser = team.loggedIn(name)
        _ = browser.get("/settings")
        return browser.post("/settings/copy/passphrase", ["passphrase": words, "again": again ?? words])
    }

    @Test func `a user who does not see everything can download only a sealed copy`() throws {
        let team = try kept()
        let admin = team.loggedIn("Admin")
        // Until a director has set a passphrase there is none.
        #expect(admin.get("/settings/copy").status == .forbidden)
        #expect(admin.get("/settings").text.contains("A director sets a passphrase first"))
        #expect(setPassphrase(team, as: "Dina", CopyTests.words).status == .seeOther)
        let copy = admin.get("/settings/copy")
        #expect(copy.status == .ok && copy.headers["Content-Disposition"]?.contains(".sqlite.sealed") == true)
        let bytes = copy.bytes
        #expect(bytes.count == copy.body.count && !bytes.starts(with: Data("SQLite format 3".utf8)))
        #expect(bytes.range(of: Data("Secret Centre".utf8)) == nil)
        let sealed = team.folder.appendingPathComponent("down.sqlite.sealed").path
        try bytes.write(to: URL(fileURLWithPath: sealed))
        let again = team.folder.appendingPathComponent("again.sqlite").path
        #expect(throws: Seal.Fault.self) { try Desk.restore(sealed, to: again, sealedBy: "ten green bottles") }
        try Desk.restore(sealed, to: again, sealedBy: CopyTests.words)
        #expect(try Desk.read(at: again) { try $0.clientList(ClientListQuery(), on: WorldApp.today) }.rows.count == 1)
        // Each download is told.
        let log = try team.desk.read { try $0.logPage(LogQuery()) }.lines
        #expect(log.filter { $0.act == "copied-sealed" }.map(\.name) == ["Admin"])
        #expect(log.filter { $0.act == "copy-passphrase" }.map(\.name) == ["Dina"])
    }

    @Test func `a user who sees everything downloads an unsealed copy`() throws {
        let team = try kept()
        let copy = team.loggedIn("Anna Orlova").get("/settings/copy")
        #expect(copy.status == .ok && copy.text.hasPrefix("SQLite format 3"))
    }

    @Test func `only a director may set the passphrase, typed twice alike and of at least twelve characters`() throws {
        let team = try kept()
        #expect(setPassphrase(team, as: "Admin", CopyTests.words).status == .forbidden)
        let short = setPassphrase(team, as: "Dina", "short")
        #expect(short.status == .invalid && short.text.contains("id=\"passphrase-error\""))
        let differs = setPassphrase(team, as: "Dina", CopyTests.words, again: "other green bottles")
        #expect(differs.status == .invalid && differs.text.contains("id=\"again-error\""))
        #expect(!short.text.contains("value=\"short\""))
        #expect(team.loggedIn("Admin").get("/settings/copy").status == .forbidden)
    }

    @Test func `the passphrase is not stored in the desk's file`() throws {
        let team = try kept()
        #expect(setPassphrase(team, as: "Dina", CopyTests.words).status == .seeOther)
        try team.desk.close()
        for suffix in ["", "-wal"] {
            let bytes = FileManager.default.contents(atPath: team.desk.path + suffix) ?? Data()
            #expect(bytes.range(of: Data(CopyTests.words.utf8)) == nil)
        }
    }

    /// A file that a browser sends to be imported.
    private func upload(_ browser: Browser, _ content: String, _ team: TeamApp) throws -> String {
        let file = try StagedFile(in: team.folder.path)
        try file.write(Array(content.utf8)[...])
        var form = Form([(name: "kind", value: "clients")])
        form.add("token", browser.token)
        let headers = Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8090")])
        let answer = browser.send(
            Request(
                .post, "/imports", headers: headers, form: form,
                upload: Upload(fileName: "guess.csv", byteCount: content.utf8.count, file: file)))
        return try #require(answer.headers["Location"])
    }

    /// Waits until what was begun on a file is done, as the page does that comes again each second.
    private func outcome(_ browser: Browser, _ place: String) -> String {
        for _ in 0..<100_000 {
            let page = browser.get(place).text
            if !page.contains("http-equiv=\"refresh\"") { return page }
            sched_yield()
        }
        return ""
    }

    @Test func `a rehearsed import is logged, and the log of each trade secret that it read shows it`() throws {
        let team = try kept()
        let admin = team.loggedIn("Admin")
        let place = try upload(admin, "name\nSecret Centre\nNew\n", team)
        #expect(outcome(admin, place).contains("1 the same"))
        let log = try team.desk.read { try $0.logPage(LogQuery()) }.lines
        let rehearsed = log.filter { $0.act == "rehearsed" }
        #expect(rehearsed.map(\.name) == ["Admin", "Admin"])
        #expect(rehearsed.contains { $0.title?.contains("guess.csv") == true && $0.subject == nil })
        let told = try team.desk.read { try $0.logPage(LogQuery(client: Client.ID(1))) }.lines
        #expect(told.map(\.act) == ["rehearsed"])
    }

    @Test func `an uploaded file can be seen, imported or discarded only by the user who uploaded it`() throws {
        let team = try kept()
        let (admin, dina) = (team.loggedIn("Admin"), team.loggedIn("Dina"))
        let place = try upload(dina, "name\nCentre\n", team)
        #expect(dina.get(place).status == .ok)
        #expect(admin.get(place).status == .notFound)
        for act in ["/rehearsal", "/run"] { #expect(admin.post(place + act, [:]).status == .notFound) }
        _ = admin.post(place + "/discard", [:])
        #expect(dina.get(place).status == .ok)
    }
}
