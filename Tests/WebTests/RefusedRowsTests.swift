import Domain
import Foundation
import HTTP
import Store
import Testing

@testable import Web

@Suite struct RefusedRowsTests {
    private func upload(_ browser: Browser, _ content: String, _ kind: String, _ team: TeamApp) throws -> String {
        let file = try StagedFile(in: team.folder.path)
        try file.write(Array(content.utf8)[...])
        var form = Form([(name: "kind", value: kind)])
        form.add("token", browser.token)
        let headers = Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8090")])
        let answer = browser.send(
            Request(
                .post, "/imports", headers: headers, form: form,
                upload: Upload(fileName: "rows.csv", byteCount: content.utf8.count, file: file)))
        return try #require(answer.headers["Location"])
    }

    private func outcome(_ browser: Browser, _ place: String) -> String {
        for _ in 0..<100_000 {
            let page = browser.get(place).text
            if !page.contains("http-equiv=\"refresh\"") { return page }
            sched_yield()
        }
        return ""
    }

    @Test func `a refused row names its record, the value read and what is allowed, and comes back as a file`() throws {
        let team = try TeamApp()
        let owner = team.browser()
        _ = owner.get("/imports")
        let place = try upload(
            owner, "name,status,kam\nGood,active,\nBad,activ,\n=Odd,active,Nobody\n", "clients", team)
        // The needed columns are known, so the file is rehearsed at once.
        let page = outcome(owner, place)
        #expect(page.contains("1 new") && page.contains("2 refused"))
        #expect(page.contains("Bad") && page.contains("“activ”"))
        #expect(page.contains("Allowed: prospect, active, dormant, lost."))
        #expect(page.contains("Allowed: Anna"))
        let file = owner.get(place + "/refused.csv")
        #expect(file.status == .ok)
        let lines = file.text.split(separator: "\r\n").map(String.init)
        #expect(lines.count == 3 && lines[0].hasSuffix("name,status,kam,Why it is refused"))
        #expect(lines[1].hasPrefix("Bad,activ,,") && lines[2].hasPrefix("'=Odd,active,Nobody,"))
        let corrected = file.text.replacing("activ,", with: "active,").replacing("Nobody", with: "")
        let second = outcome(owner, try upload(owner, corrected, "clients", team))
        #expect(second.contains("2 new") && second.contains("0 refused"))
    }
}
