import Domain
import Testing

@testable import Store

/// Random sequences of what people do with plans: type, hand down, fill, propose, agree, revise, delete and take back. After each step
/// the numbers of the grid are those that the tables hold.
@Suite struct PlanSequenceTests {
    private static let year = 2026

    /// A company with two departments, a KAM beside them, and clients who bought different amounts last year or nothing.
    private static let template = Result {
        try DeskTemplate { temporary in
            // They hold their clients since long before the year that is planned.
            try temporary.write(on: Day("2024-01-01")!) { write in
                try write.addPeriods(of: year)
                let product = try write.addProduct(ProductDraft(name: "Product"))
                var kams: [User.ID] = []
                for (name, department) in [
                    ("Marta", "South"), ("Pavel", "South"), ("Roman", "South"), ("Daria", "North"), ("Timur", nil),
                ] {
                    kams.append(
                        try write.addColleague(UserDraft(name: name, role: .kam, department: department)))
                }
                for (place, kam) in (kams + kams + kams).enumerated() {
                    let client = try write.addClient(
                        ClientDraft(name: "Client \(place)", kind: .hospital), kam: kam)
                    guard place % 4 != 0 else { continue }
                    for month in stride(from: 1 + place % 3, to: 13, by: 1 + place % 4) {
                        let day = Day(year: 2025, month: month, day: 10)!
                        try write.addOrder(
                            OrderDraft(
                                number: "\(place)-\(month)", client: client, day: day, shippedOn: day,
                                status: .shipped),
                            lines: [
                                OrderLineDraft(
                                    product: product,
                                    worth: Worth(
                                        quantity: Quantity(thousandths: Int64(1 + place * 7 + month) * 1000),
                                        price: Money(1_337), cost: Money(1_000)))
                            ])
                    }
                }
            }
        }
    }

    /// What the tables hold of all plans: a line for each version and for each of its targets.
    private func contents(_ read: ReadTransaction) throws -> [String] {
        try read.rows(
            """
            SELECT p.id || ' ' || p.scope || ' ' || p.edition || ' ' || p.state || ' ' || coalesce(t.period_id, '') || ' '
              || coalesce(t.amount, '') FROM plan p LEFT JOIN plan_target t ON t.plan_id = p.id ORDER BY p.id, t.period_id
            """, []
        ) { $0[0] as String }
    }

    /// The targets of agreed versions.
    private func agreed(_ read: ReadTransaction) throws -> [Int64: [String]] {
        let rows = try read.rows(
            """
            SELECT p.id, t.period_id || ' ' || t.amount FROM plan p JOIN plan_target t ON t.plan_id = p.id
            WHERE p.state = 'agreed' ORDER BY p.id, t.period_id
            """, []
        ) { ($0[0] as Int64, $0[1] as String) }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    private func query(_ random: inout SplitMix, _ kams: [User.ID]) -> PlanGridQuery {
        PlanGridQuery(
            year: PlanSequenceTests.year, kind: random.pick([.year, .quarter, .month]),
            of: random.chance(40) ? random.pick(kams) : nil)
    }

    private func expectTrue(_ query: PlanGridQuery, _ read: ReadTransaction) throws {
        let grid = try read.planGrid(query, on: TemporaryDesk.today)
        // By their own way: the latest version of a scope, and its target of a period.
        func value(_ scope: PlanScope, _ period: PlanPeriod.ID) throws -> Int64? {
            let versions = try read.plans(of: scope, year: PlanSequenceTests.year)
            guard let latest = versions.max(by: { $0.draft.edition < $1.draft.edition }) else { return nil }
            return try read.targets(of: latest.id).first { $0.draft.period == period }?.draft.value
        }
        let periods = try read.periods(of: PlanSequenceTests.year)
        // A period without a target of its own is planned by shorter ones if they fill it.
        func planned(_ scope: PlanScope, _ period: PlanPeriod) throws -> Int64? {
            if let own = try value(scope, period.id) { return own }
            for kind in [PeriodKind.quarter, .month] where kind != period.draft.kind {
                let parts = periods.filter {
                    $0.draft.kind == kind && $0.draft.from >= period.draft.from && $0.draft.to <= period.draft.to
                }
                let values = try parts.compactMap { try value(scope, $0.id) }
                if !parts.isEmpty, values.count == parts.count { return values.reduce(0, +) }
            }
            return nil
        }
        for (place, row) in grid.rows.enumerated() {
            let below = grid.children(of: place).map(\.scope)
            for (column, period) in grid.columns.enumerated() {
                #expect(try row.value(column) == value(row.scope, period.id), "\(row.scope.key) \(period.draft.name)")
                guard let gaps = grid.gaps(of: place) else { continue }
                let carried = try below.compactMap { try planned($0, period) }.reduce(0, +)
                let gap = try planned(row.scope, period).map { $0 - carried }
                #expect(gaps[column] == gap, "\(row.scope.key) \(period.draft.name)")
            }
        }
    }

    @Test(arguments: 1...10 as ClosedRange<UInt64>)
    func `whatever is done, parents, children and gaps agree, agreed versions stand, and an act is taken back whole`(
        seed: UInt64
    ) throws {
        let desk = try PlanSequenceTests.template.get().copy()
        var random = SplitMix(seed: seed)
        let kams = try desk.desk.read { try $0.planningTeam().colleagues.map(\.id) }
        var done: [String: Int] = [:]
        for _ in 0..<60 {
            let before = try desk.desk.read { (try contents($0), try agreed($0)) }
            let query = query(&random, kams)
            let choice = random.below(10)
            var act = "refused"
            do {
                act = try desk.write { try step(choice, query, $0, &random) }
            } catch is Refusal {
            } catch is Problems {
            } catch is PastAct {}
            done[act, default: 0] += 1
            let after = try desk.desk.read { (try contents($0), try agreed($0)) }
            if act == "refused" { #expect(after.0 == before.0) }
            for (plan, targets) in before.1 { #expect(after.1[plan] == targets || act == "taken back") }
            try desk.desk.read { try expectTrue(query, $0) }
            // Half of the acts are taken back at once, which leaves what was there.
            guard after.0 != before.0, act != "taken back", random.chance(50) else { continue }
            let line = try #require(try desk.desk.read { try $0.lastChange() })
            try desk.write { try $0.takeBack(line) }
            #expect(try desk.desk.read { try contents($0) } == before.0, "\(act) taken back")
            try desk.desk.read { try expectTrue(query, $0) }
        }
        // The sequence tried what it is about.
        #expect(done.keys.count > 5, "\(done)")
    }

    private func step(_ choice: Int, _ query: PlanGridQuery, _ write: WriteTransaction, _ random: inout SplitMix) throws
        -> String
    {
        let grid = try write.planGrid(query)
        let place = random.below(grid.rows.count)
        let row = grid.rows[place]
        func set(_ cells: [TypedCell]) throws { try write.setTargets(cells, query.measure, year: query.year) }
        switch choice {
        case 0...3:
            let cells = (0...random.below(4)).map { _ in
                TypedCell(
                    random.pick(grid.rows).scope, random.pick(grid.columns).id,
                    random.pick([0, 1, 7, 99_999, 1_234_567_89]))
            }
            try set(Array(Dictionary(cells.map { ("\($0.scope.key) \($0.period)", $0) }) { $1 }.values))
            return "typed"
        case 4, 5:
            let unit: Int64 = random.pick([1, 100])
            try set(grid.handedDown(from: place, unit: unit))
            let now = try write.planGrid(query)
            for (column, gap) in (grid.gaps(of: place) ?? []).enumerated() where (gap ?? 0) > 0 {
                let hasEmpty = grid.children(of: place).contains { $0.isOpen && $0.planned(column) == nil }
                #expect(now.gaps(of: place)?[column] == (hasEmpty ? 0 : gap), "handed down to the last unit")
            }
            return "handed down"
        case 6:
            try set(grid.grown(by: Int64(random.below(3_000)) - 500))
            return "filled"
        case 7:
            guard let plan = row.plan else { return "refused" }
            try random.chance(50) ? write.propose(plan.id, from: nil) : write.agree(plan.id, from: nil)
            return "agreed"
        case 8:
            guard let plan = row.plan else { return "refused" }
            if random.chance(70) {
                try write.revise(plan.id, because: "Why")
            } else {
                try write.deletePlan(plan.id, from: nil)
            }
            return "revised"
        default:
            let line = try write.read.lastChange()
            let subject = try line.flatMap { line in
                try write.read.first("SELECT subject FROM change WHERE id = ?", [line.number]) { $0[0] as String }
            }
            // What was there before the sequence stays.
            guard let line, subject?.hasPrefix("plan") == true, subject != "plan_period" else { return "refused" }
            try write.takeBack(line)
            return "taken back"
        }
    }
}
