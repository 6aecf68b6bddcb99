import Domain
import Foundation
import GRDB
import HTTP
import Routes
import Testing

@testable import Web

/// Every private field of the desk holds a word of its own: it is looked for in everything that anybody can ask for.
@Suite struct CanaryTests {
    /// Columns of text that hold no secret of a client or a person: words of a list, days, what everybody may know, and what no page
    /// shows.
    static let open: Set = [
        "absence.from_day", "absence.number", "absence.to_day", "assessment.certainty", "assessment.day", "brief.day",
        "brief.start_time",
        "change.act", "change.fields", "change.subject", "change.title", "client.buys_since", "client.city",
        "client.kind", "client.name",
        "client.sort_name", "client.status", "client_kam.from_day", "client_kam.to_day", "client_order.day",
        "client_order.shipped_day", "client_order.status", "clock.day", "clock.late_day", "department.name",
        "desk.currency", "desk.name", "desk.series", "desk.time_zone", "event.from_day", "event.kind", "event.name",
        "event.note",
        "event.place", "event.to_day", "evidence.day", "evidence.definition", "evidence.grade", "evidence.kind",
        "evidence.permits", "evidence.until_day", "investment_year.day", "investment_year.grade", "desk.npv_day",
        "ladder_move.confirmed_day", "event_guest.standing", "expected_change.closed_day", "expected_change.day",
        "expected_change.kind", "expected_change.noted_day", "fact.day", "fact.kind", "fact.privacy",
        "goods_return.day",
        "import.kind", "import.map", "import.state", "interaction.day", "interaction.kind", "interaction.mood",
        "interaction_person.day", "invoice.day", "invoice.due_day", "invoice.settled_day", "ladder_move.day",
        "ladder_move.step", "log.act", "log.address", "log.name", "log.subject", "log.title", "map_picture.map",
        "map_place.map", "matter.done_day", "matter.due_day", "matter.side", "payment.day",
        "strategy_line.closed_day", "strategy_line.day", "strategy_line.due_day", "strategy_line.grade",
        "strategy_line.level", "strategy_line.likelihood", "strategy_line.passed_day", "strategy_line.side",
        "strategy_line.state",
        "strategy_line.step", "strategy_line.topic", "person.birthday",
        "person.name", "person.sort_name", "post.from_day", "post.role", "post.title", "post.to_day", "product.key",
        "product.name", "product.sort_name", "product.unit", "product_group.name", "project_expense.approved_day",
        "project_review.day", "project_review.next_day", "session.address", "session.browser",
        "kam_day.day", "standing.last_contact", "standing.last_order", "standing.last_shipped", "standing.quiet_day",
        "taken_form.digest", "taken_form.place",
        "talk.day", "talk.slides", "tally.name", "tie.certainty", "tie.from_day", "tie.kind", "tie.to_day", "user.name",
        "user.password", "user.role", "user.tongue", "vip_project.closed_day", "vip_project.due_day",
        "vip_project.from_day",
        "application_line.confirmed_day", "application_line.done_day", "application_line.due_day",
        "application_line.paper", "fit_line.confirmed_day", "fit_line.verdict", "go_answer.answer", "lot_bid.admitted",
        "law_rule.article", "law_rule.confirmed_by", "law_rule.from_day",
        "law_rule.law", "law_rule.name", "law_rule.source", "law_rule.to_day", "law_rule.value", "tender_template.kind",
        "tender_template.paper", "tender_template.procedure",
        "tender_template.text", "lot_item.origin",
        "signal.expected_day", "signal.likelihood", "signal.said_day", "signal.state",
        "lot_item.shelf_day",
        "own_paper.expires_day", "own_paper.issued_day", "own_paper.kind", "own_paper.note", "own_paper.number",
        "own_paper.scope", "tender.announced_day", "tender.currency", "tender.go", "tender.go_day",
        "tender.procedure", "tender.side", "tender.stage", "tender_complaint.from_day", "tender_complaint.lodged_day",
        "tender_complaint.until_day", "tender_deadline.day", "tender_deadline.done_day", "tender_deadline.kind",
        "tender_deadline.source", "tender_deadline.time", "tender_deadline.zone", "tender_lot.outcome",
        "tender_lot.reason", "tender_lot.vat", "tender_notice.day", "tender_procedure.key", "tender_procedure.law",
        "tender_delivery.accepted_day", "tender_delivery.delivered_day", "tender_delivery.due_day",
        "tender_delivery.paid_day", "tender_delivery.payable_day",
        "plan.agreed_day", "plan.proposed_day", "plan.scope", "plan.state", "plan_target.channel", "plan_target.metric",
        "plan_period.from_day", "plan_period.kind", "plan_period.name", "plan_period.to_day", "work_year.checked_day",
        "work_year.free", "work_year.source", "work_year.worked",
        "tender_procedure.moves", "tender_procedure.name", "tender_procedure.rules", "tender_procedure.stages",
        "tender_question.answered_day", "tender_question.asked_day", "tender_security.form",
        "tender_security.from_day", "tender_security.kind", "tender_security.needed_day", "tender_security.paid_day",
        "tender_security.asked_back_day", "tender_security.returned_day", "tender_security.until_day",
    ]

    @Test func `every text column holds a marker word or is listed as open`() throws {
        let copy = try TeamDesk.plain.copy()
        try DatabaseQueue(path: copy.desk.path).read { db in
            let columns = try Row.fetchAll(
                db,
                sql: """
                    SELECT t.name, c.name FROM (SELECT name FROM sqlite_schema WHERE type = 'table'
                      AND sql NOT LIKE '%fts5%' AND name NOT GLOB '*_search_*' AND name NOT GLOB 'sqlite_*'
                      AND name NOT GLOB 'grdb_*' LIMIT -1) t JOIN pragma_table_xinfo(t.name) c WHERE c.type = 'TEXT'
                    """
            ).map { (table: $0[0] as String, column: $0[1] as String) }
            #expect(columns.count > 80)
            for (table, column) in columns where !CanaryTests.open.contains("\(table).\(column)") {
                let letters = Set(
                    try String.fetchAll(
                        db, sql: "SELECT \(column) FROM \"\(table)\" WHERE \(column) LIKE '%zq%'"
                    ).flatMap { Canary.all(in: $0).map(\.letter) })
                let expected: Set =
                    switch table {
                    case "import": ["n"]
                    case "client_kam", "project_review": ["a", "b", "c", "s"]
                    default: Set(TeamDesk.letters)
                    }
                #expect(letters == expected, "\(table).\(column)")
            }
        }
    }

    /// Everything that a viewer can ask for: every page, twin and table of every record, and what comes of asking for nonsense.
    static func targets(_ asking: Asking) -> [String] {
        Rights.site.filter { $0.method == "GET" && $0.pattern != "/settings/copy" }.flatMap { address -> [String] in
            guard address.hasRecords else { return [asking.target(address, "-")] }
            let kind = String(address.pattern.split(separator: "/")[0])
            return (asking.team.numbers[kind]?.keys.sorted() ?? ["0"]).map { asking.target(address, $0) }
        } + [
            "/clients?order=income", "/clients?order=overdue", "/clients?order=contact", "/clients?status=lost",
            "/clients.csv?status=lost", "/clients?kind=hospital", "/people?vip=yes", "/people?kind=vip",
            "/orders?status=refused", "/receivables?on=2026-02-20", "/clients/1/orders?status=shipped",
            "/interactions/new?client=3", "/interactions/new?person=3", "/interactions/new?line=call%20Person%20c:%20x",
            "/orders/new?client=3", "/log?q=c", "/clients/3/history?q=c", "/search?q=person", "/search?q=client",
            "/search?q=city", "/nowhere", "/clients/x", "/clients/999999",
            "/clients/3/print?section=history&section=people&section=money&section=matters&section=interactions",
            "/clients/1/print?section=history&section=people&section=money&section=matters&section=interactions",
        ]
    }

    @Test(arguments: Canary.sight.keys.sorted())
    func `no page shows a user a word of a record that the user may not see`(who: String) throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let browser = try served.browser(of: copy.user(who))
        let asking = Asking(who: who, team: TeamDesk.plain, served: served, browser: browser)
        var seen: Set<Canary> = []
        var targets = CanaryTests.targets(asking)
        while let target = targets.popLast() {
            let answer = try browser.get(target)
            #expect(answer.status < 500, "\(target)")
            let found = Canary.all(in: answer.text)
            let leaks = found.filter { !$0.isSeen(by: who) }
            #expect(leaks.isEmpty, "\(target) shows \(who) \(leaks)")
            seen.formUnion(found)
            // The history of a client is longer than a page.
            if target.contains("/history"), let next = answer.text.firstMatch(of: /rel="next" href="([^"]*)"/) {
                targets.append(String(next.1).replacing("&amp;", with: "&"))
            }
        }
        // What they may see they do: a crawl that met nothing would find no leak either.
        let missed = try CanaryTests.words(copy).filter {
            // What was said and is gone stands in history, which is closed to readers.
            $0.isSeen(by: who) && !seen.contains($0) && !(who == "reader" && $0.word.contains(/zq.d(old|gone)/))
        }
        #expect(missed.isEmpty, "\(who) sees nothing of \(missed)")
        #expect(!served.log.text.contains("zq"))
    }

    @Test(arguments: Canary.sight.keys.sorted())
    func `a search for a hidden word finds nothing`(who: String) throws {
        let copy = try TeamDesk.plain.copy()
        let served = try ServedDesk(copy.desk)
        let browser = try served.browser(of: copy.user(who))
        let hidden = try CanaryTests.words(copy).filter { !$0.isSeen(by: who) && !CanaryTests.names($0) }
        #expect(hidden.isEmpty == ["director", "over"].contains(who))
        for page in ["/search", "/clients", "/people"] {
            let nothing = try browser.get("\(page).json?q=zqnone").text
            for canary in hidden {
                let answer = try browser.get("\(page).json?q=\(canary.word)").text
                #expect(
                    answer.replacing(canary.word, with: "zqnone") == nothing, "\(page) finds \(who) \(canary)")
            }
        }
        for canary in hidden.prefix(30) {
            let page = try browser.get("/search?q=\(canary.word)").text
            #expect(Canary.all(in: page, but: canary.word).isEmpty)
        }
        #expect(!served.log.text.contains("zq"))
    }

    /// A short name is a name: by it everybody finds the client.
    static func names(_ canary: Canary) -> Bool { canary.word.hasSuffix("short") || canary.room == .team }

    /// All words of the desk, with those that only history knows.
    static func words(_ copy: CopiedDesk) throws -> [Canary] {
        let texts = try DatabaseQueue(path: copy.desk.path).read { db in
            try String.fetchAll(db, sql: "SELECT fields FROM change UNION ALL SELECT title FROM change")
                + String.fetchAll(db, sql: "SELECT file FROM import")
        }
        return Set(texts.flatMap { Canary.all(in: $0) }).sorted { $0.word < $1.word }
    }
}
