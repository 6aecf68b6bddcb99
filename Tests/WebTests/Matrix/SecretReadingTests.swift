import Domain
import HTTP
import Store
import Testing

@testable import Web

/// Client s is confidential. Whatever tells of it, in whatever shape, is in the log and says that it is a trade secret.
@Suite struct SecretReadingTests {
    /// Those who see the client whole.
    static let readers = ["anna", "deputy", "head", "over", "director"]

    /// What tells of the client in numbers alone, which hold no word to look for.
    static let numbers: Set = [
        "/clients/5", "/clients/5/money", "/clients/5/money.json", "/clients/5/money.csv", "/clients/5/people.csv",
        "/clients.csv",
        "/clients.json", "/clients", "/map/5", "/receivables.csv", "/receivables", "/receivables.json", "/orders.csv",
        "/map", "/map.json", "/clients?order=income",
    ]

    @Test(arguments: readers)
    func `every answer about a confidential client is logged and marked as a trade secret`(who: String) throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let asking = Asking(
            who: who, team: TeamDesk.plain, served: served, browser: try served.browser(of: copy.user(who)))
        #expect(TeamDesk.plain.numbers["clients"]!["s"] == 5)
        var marked = 0
        for target in CanaryTests.targets(asking) where !target.hasPrefix("/log") {
            let before = try lines(copy).count
            let answer = try asking.browser.get(target)
            let tells = Canary.all(in: answer.text).contains { $0.letter == "s" }
            marked += try check(answer, target, tells || SecretReadingTests.numbers.contains(target), before, copy, who)
        }
        for address in Rights.site where address.method == "POST" && !address.pattern.hasPrefix("/imports") {
            for record in ["s", "s!"] {
                let target = asking.target(address, record)
                guard target != address.pattern || !address.hasRecords, address.pattern != "/logout" else { continue }
                for form in asking.forms(address, record) {
                    let before = try lines(copy).count
                    let answer = try asking.browser.post(target, form)
                    let tells = Canary.all(in: answer.text).contains { $0.letter == "s" }
                    marked += try check(answer, "POST \(target)", tells, before, copy, who)
                }
            }
        }
        #expect(marked > 100)
    }

    @Test func `an answer that shows nothing of a confidential client is not logged`() throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let browser = try served.browser(of: copy.user("director"))
        for target in [
            "/clients/1", "/clients/1/money", "/clients/1/orders", "/clients/1/people", "/clients/1/history",
            "/people/1",
            "/map/1", "/help", "/settings", "/products", "/clients/1/print", "/clients/new",
        ] {
            let answer = try browser.get(target)
            #expect(answer.headers["Trade-Secret"] == nil, "\(target)")
        }
        _ = try browser.send("HEAD", "/clients/5")
        #expect(try lines(copy).isEmpty)
    }

    /// 1 where an answer tells of the client, and the log and the answer say so.
    private func check(
        _ answer: WireAnswer, _ target: String, _ tells: Bool, _ before: Int, _ copy: CopiedDesk, _ who: String
    ) throws -> Int {
        guard tells else { return 0 }
        let new = try lines(copy).dropLast(before)
        #expect(new.count == 1 && new.first?.name == who, "\(target) to \(who) leaves \(new.count) lines")
        #expect(answer.headers["Trade-Secret"] == "yes", "\(target) to \(who) has no mark")
        #expect(answer.headers["Cache-Control"] == "no-store", "\(target) to \(who) is kept by the browser")
        #expect(answer.headers["ETag"] == nil, "\(target) to \(who) is kept by the browser")
        if answer.headers["Content-Type"]?.hasPrefix("text/html") == true {
            #expect(answer.text.contains("— Trade secret\""), "\(target) to \(who) has no mark on paper")
            #expect(answer.text.contains("Trade secret of Client s."), "\(target) to \(who) does not say it")
        }
        if target.hasSuffix(".csv") || target.hasSuffix(".svg") {
            #expect(answer.headers["Content-Disposition"]?.contains("trade-secret") == true, "\(target)")
            #expect(new.first?.act == "exported", "\(target)")
        }
        if target.hasSuffix(".svg") { #expect(answer.text.contains("Trade secret of Client s."), "\(target)") }
        return 1
    }

    /// The readings of the client in the log, the latest first.
    private func lines(_ copy: CopiedDesk) throws -> [LogLine] {
        var lines: [LogLine] = []
        var query = LogQuery(client: Client.ID(5))
        repeat {
            let page = try copy.desk.read { try $0.logPage(query) }
            lines += page.lines
            query.before = page.later
        } while query.before != nil
        return lines
    }
}
