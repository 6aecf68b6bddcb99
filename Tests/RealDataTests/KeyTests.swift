import Domain
import Foundation
import Store
import Testing

/// Who is key among Northwind's clients. What is right was computed apart, from the files alone.
@Suite struct KeyTests {
    private static let last = Day("1998-05-06")!

    /// The folder of its desk goes away with it.
    private let bought: BoughtTests

    init() throws { bought = try BoughtTests() }

    /// A desk on which each client is held by the employee who took most of its orders, and the employees are in the department of the head
    /// whom they report to, and the head too. `named` gives a client's name by its key.
    private func northwind() throws -> (desk: Desk, named: (String) throws -> String) {
        let desk = try bought.northwind()
        let folder = try Program.data("sales_northwind")
        func table(_ name: String) throws -> [[String]] {
            try String(contentsOfFile: "\(folder)/\(name).csv", encoding: .utf8).split(separator: "\n").dropFirst().map
            {
                $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            }
        }
        let names = try Dictionary(
            uniqueKeysWithValues: table("customers").map { ($0[0], $0[1].replacingOccurrences(of: "\"", with: "")) })
        // Customer and employee of each order.
        var counts: [String: [Int: Int]] = [:]
        for order in try table("orders") { counts[order[1], default: [:]][Int(order[2]) ?? 0, default: 0] += 1 }
        let heads = [1: 2, 2: 2, 3: 2, 4: 2, 8: 2, 5: 5, 6: 5, 7: 5, 9: 5]
        try desk.write(at: .current(), on: KeyTests.last) { write in
            let users = try Dictionary(
                uniqueKeysWithValues: (1...9).map { number in
                    (
                        number,
                        try write.addColleague(
                            UserDraft(
                                name: "Employee \(number)", role: .kam, department: heads[number].map { "Of \($0)" }))
                    )
                })
            let clients = try Dictionary(
                uniqueKeysWithValues: write.read.keySheet(KeyQuery(), on: KeyTests.last).clients.map {
                    ($0.client.name, $0.client.id)
                })
            for (key, orders) in counts {
                let best = orders.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
                guard let best, let user = users[best], let client = clients[names[key] ?? ""] else { continue }
                try write.handOver(client, HandoverDraft(user: user, from: Day("1996-01-01")!))
            }
        }
        return (desk, { try #require(names[$0]) })
    }

    @Test func `Northwind's key clients are those whom its shipments say, at each level`() throws {
        let (desk, named) = try northwind()
        let keys = try desk.read { try $0.keySheet(KeyQuery(), on: KeyTests.last) }
        #expect(keys.company.turnover == 85_277_927 && keys.company.income == 30_706_044 && keys.company.clients == 88)
        #expect(keys.pareto?.seventy == 25 && keys.pareto?.eighty == 34 && keys.pareto?.of == 88)
        func row(_ key: String) throws -> KeySheet.Row {
            let name = try named(key)
            return try #require(keys.clients.first { $0.client.name == name })
        }
        func shares(_ key: String) throws -> [Double?] {
            let share = try row(key).ofCompany
            return [share?.exactTurnoverShare, share?.exactIncomeShare]
        }
        #expect(try shares("QUICK") == [10.8660, 10.8966] && shares("SAVEA") == [9.1516, 8.5860])
        #expect(try shares("ERNSH") == [8.1086, 7.9352])
        let quick = try row("QUICK")
        #expect(quick.sums.turnover == 9_266_278 && quick.sums.income == 3_345_906 && quick.level == .company)
        // Three quarters of what one KAM brings, and no mono-client: a KAM with few clients always has one.
        let ofKam = try #require(quick.shares.first { $0.share.level == .manager }?.share)
        #expect(ofKam.incomeShare == 7_513 && ofKam.verdict == .key)
        func ofDepartment(_ key: String) throws -> KeyShare? {
            try row(key).shares.first { $0.share.level == .department }?.share
        }
        let (queen, godos) = (try #require(try ofDepartment("QUEEN")), try #require(try ofDepartment("GODOS")))
        #expect(queen.incomeShare == 2_427 && queen.verdict == .critical)
        #expect(godos.incomeShare == 2_304 && godos.verdict == .critical)
        #expect(queen.base == godos.base && queen.base.isSmall(of: keys.company.income))
    }
}
