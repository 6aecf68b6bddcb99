import Demo
import Domain
import Foundation
import HTTP
import Testing

@testable import Templates
@testable import Web

/// Follows the link of every figure on the pages of money: what it opens sums to the figure, and a ratio is that of its two parts.
@Suite struct FigureWalkTests {
    private static let pages = [
        "/", "/keys", "/plans", "/company/plan", "/departments/1/plan", "/colleagues/1/plan", "/colleagues/2/plan",
        "/clients", "/clients?order=income", "/clients/2", "/clients/2/money", "/clients/2/plan",
    ]

    private struct Opened: Decodable {
        struct Row: Decodable { var value: Int64 }
        var figure: Figured
        var rows: [Row]
        var skipped: Int
        var count: Int
        var sum: Int64
        var unseen: Int64
        var unknown: Int64
    }

    private struct Figured: Decodable { var measure: Measured }
    private struct Measured: Decodable { var metric: String }

    private struct Ratio: Decodable {
        var figure: Figured
        var value: Int64
        var baseValue: Int64
    }

    private struct Bridged: Decodable {
        struct Sums: Decodable { var amount: Int64 }
        struct Product: Decodable {
            var before: Sums
            var after: Sums
            var atOldPrices: Sums?
        }
        struct Client: Decodable { var amount: Int64 }
        struct Parts: Decodable { var before, price, volume, mix, lost, won, after: Int64 }
        var bridge: Parts
        var compared: [Product]
        var changed: [Product]
        var lost: [Client]
        var won: [Client]
    }

    private let team: TeamApp

    init() throws {
        team = try TeamApp()
        try World(clients: 40, years: 2, seed: 3, language: "en", today: WorldApp.today).write(into: team.desk) {
            _, _ in
        }
        try team.desk.tick(on: WorldApp.today)
        for id in [1, 2, 4] { try team.setPassword(of: User.ID(Int64(id))) }
        _ = try team.add("Rita Reader", .reader, department: "South")
    }

    private func texts(_ value: Int64, _ metric: String, _ c: Currency) -> Set<String> {
        let l = Language(.english, .empty)
        guard !["buying", "new"].contains(metric) else { return [l.number(Int(value))] }
        let money = Money(value)
        return [l.whole(money, c), l.short(money, c), l.amount(money, c), l.money(money, c)]
    }

    private func decoded<T: Decodable>(_ browser: Browser, _ address: String) throws -> T {
        let twin = address.replacing("/why?", with: "/why.json?")
        return try JSONDecoder().decode(T.self, from: Data(browser.get(twin).text.utf8))
    }

    @Test(arguments: ["Anna Orlova", "Marta Weiss", "Igor Belkin", "Rita Reader"])
    func `every figure opens to what sums to it`(name: String) throws {
        let browser = team.loggedIn(name)
        let currency = try team.desk.read { try $0.currency() }
        var links: [String: Set<String>] = [:]
        for page in FigureWalkTests.pages {
            let answer = browser.get(page)
            guard answer.status == .ok else { continue }
            for match in answer.text.matches(of: /<a class="quietly" href="([^"]*\/why\?[^"]*)">([^<]*)<\/a>/) {
                links[String(match.1).replacing("&amp;", with: "&"), default: []].insert(
                    String(match.2).replacing("&nbsp;", with: "\u{A0}"))
            }
        }
        #expect(links.count > 20)
        for (address, said) in links.sorted(by: { $0.key < $1.key }) {
            let page = browser.get(address)
            guard page.status == .ok else {
                Issue.record("\(address) is \(page.status)")
                continue
            }
            let what: Comment = "\(address) says \(said)"
            if address.contains("of=last-year") {
                expectSums(try decoded(browser, address), said, page.text, currency, what)
                continue
            }
            if address.contains("of=") {
                let ratio: Ratio = try decoded(browser, address)
                let share = ratio.baseValue > 0 ? Pace.divided(ratio.value, by: 10_000, of: ratio.baseValue) : 0
                let l = Language(.english, .empty)
                let whole = l.percent(Int(Pace.divided(ratio.value, by: 100, of: max(1, ratio.baseValue))))
                #expect(said.isSubset(of: [l.percent(Discount(hundredths: share)), whole]), what)
                for part in [ratio.value, ratio.baseValue] {
                    #expect(
                        !texts(part, ratio.figure.measure.metric, currency).allSatisfy { !page.text.contains($0) }, what
                    )
                }
                continue
            }
            let first: Opened = try decoded(browser, address)
            var (sum, count, last) = (first.unseen, 0, first)
            while true {
                sum += last.rows.reduce(0) { $0 + $1.value }
                count += last.rows.count
                guard count < first.count, !last.rows.isEmpty else { break }
                last = try decoded(browser, "\(address)&after=\(count)")
            }
            #expect(sum == first.sum && count == first.count, what)
            let allowed = texts(first.sum, first.figure.measure.metric, currency)
            #expect(said.subtracting(first.unknown != 0 ? ["unknown"] : []).isSubset(of: allowed), what)
            #expect(allowed.contains { page.text.contains("<b>\($0)</b>") }, what)
        }
    }

    /// Each part of a bridge is the sum of its rows, and all of them make this year of last year.
    private func expectSums(
        _ sheet: Bridged, _ said: Set<String>, _ page: String, _ currency: Currency, _ what: Comment
    ) {
        let parts = sheet.bridge
        func sum<Row>(_ rows: [Row], _ value: (Row) -> Int64) -> Int64 { rows.reduce(0) { $0 + value($1) } }
        let old = sum(sheet.compared) { $0.atOldPrices?.amount ?? 0 }
        #expect(parts.price == sum(sheet.compared) { $0.after.amount } - old, what)
        let changed = sum(sheet.changed) { $0.after.amount - $0.before.amount }
        #expect(parts.mix == old - sum(sheet.compared) { $0.before.amount } - parts.volume + changed, what)
        #expect(parts.lost == -sum(sheet.lost, \.amount) && parts.won == sum(sheet.won, \.amount), what)
        #expect(
            parts.before + parts.price + parts.volume + parts.mix + parts.lost + parts.won == parts.after, what)
        let values = [parts.before, parts.price, parts.volume, parts.mix, parts.lost, parts.won, parts.after]
        let allowed = values.flatMap { texts($0, "income", currency) } + (parts.won <= 0 ? ["no new clients"] : [])
        #expect(said.allSatisfy { text in allowed.contains { text == $0 || text.hasSuffix(" \($0)") } }, what)
        #expect(values.allSatisfy { value in texts(value, "income", currency).contains { page.contains($0) } }, what)
    }
}
