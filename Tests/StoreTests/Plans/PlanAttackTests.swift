import Domain
import Testing

@testable import Store

/// What somebody could once do with plans, or learn from them, and should not.
@Suite struct PlanAttackTests {
    private static let today = TemporaryDesk.today
    private let desk: TemporaryDesk
    private let (marta, pavel, reader): (User.ID, User.ID, User.ID)
    private let (hers, his): (Client.ID, Client.ID)

    /// Two KAMs of a department, each with a client who buys on days of their own, and a reader.
    init() throws {
        desk = try TemporaryDesk()
        (marta, pavel, reader, hers, his) = try desk.write(on: Day("2025-01-02")!) { write in
            for year in 2025...2026 { try write.addPeriods(of: year) }
            let product = try write.addProduct(ProductDraft(name: "Product"))
            func member(_ name: String, _ role: Role) throws -> User.ID {
                try write.addColleague(UserDraft(name: name, role: role, department: "South"))
            }
            let (marta, pavel) = (try member("Marta", .kam), try member("Pavel", .kam))
            let reader = try member("Rita", .reader)
            func client(_ name: String, _ kam: User.ID, _ days: [String]) throws -> Client.ID {
                let client = try write.addClient(ClientDraft(name: name, kind: .hospital), kam: kam)
                for day in days {
                    let day = Day(day)!
                    try write.addOrder(
                        OrderDraft(
                            number: "\(name) \(day.iso)", client: client, day: day, shippedOn: day, status: .shipped),
                        lines: [
                            OrderLineDraft(
                                product: product,
                                worth: Worth(quantity: Quantity(thousandths: 1000), price: Money(900), cost: Money(500))
                            )
                        ])
                }
                return client
            }
            return (
                marta, pavel, reader, try client("Hers", marta, ["2026-01-12", "2025-02-03"]),
                try client("His", pavel, ["2026-01-13", "2025-02-04", "2026-02-17"])
            )
        }
        try desk.desk.tick(on: PlanAttackTests.today)
    }

    private var south: PlanScope {
        get throws { .department(try #require(try desk.desk.read { try $0.planningTeam().names.first?.id })) }
    }

    private func quarter(_ read: ReadTransaction) throws -> PlanPeriod {
        try #require(try read.periods(of: 2026).first { $0.draft.kind == .quarter })
    }

    private func set(_ scope: PlanScope, _ value: Int64) throws {
        try desk.write { write in
            try write.setTargets(
                [TypedCell(scope, quarter(write.read).id, value)], PlanMeasure(.income), year: 2026)
        }
    }

    private func read<T>(as user: User.ID, _ body: (ReadTransaction) throws -> T) throws -> T {
        try desk.desk.read(as: .user(user), on: { _ in PlanAttackTests.today }, body)
    }

    private func latest(_ scope: PlanScope) throws -> Plan {
        try desk.desk.read { read in try read.marked(try #require(try read.plans(of: scope, year: 2026).last)) }
    }

    @Test func `nobody agrees to, proposes or drops targets that they have not seen`() throws {
        try set(.kam(pavel), 100_000)
        let seen = try latest(.kam(pavel))
        try set(.kam(pavel), 60_000)
        let present = try latest(.kam(pavel)).mark
        for act in [
            { try $0.agree(seen.id, from: seen.mark) }, { try $0.propose(seen.id, from: seen.mark) },
            { try $0.deletePlan(seen.id, from: seen.mark) },
        ] as [(WriteTransaction) throws -> Void] {
            #expect(throws: Refusal.conflict(current: present)) { try desk.write(act) }
        }
        try desk.write { try $0.agree(seen.id, from: present) }
        #expect(try latest(.kam(pavel)).draft.state == .agreed)
    }

    @Test func `a second new version with another reason is a conflict, and its reason is not lost`() throws {
        try set(.kam(pavel), 100)
        let id = try latest(.kam(pavel)).id
        try desk.write { try $0.agree(id, from: nil) }
        let next = try desk.write { try $0.revise(id, because: "One") }
        #expect(try desk.write { try $0.revise(id, because: "One") } == next)
        #expect(throws: Refusal.conflict(current: try latest(.kam(pavel)).version)) {
            try desk.write { try $0.revise(id, because: "Two") }
        }
    }

    @Test func `a KAM knows what the department sold in a period, and not on a day or in days of their choice`() throws
    {
        let south = try south
        func sheet(_ from: String, _ to: String) throws -> FigureSheet {
            let span = try #require(PeriodSpan(from: Day(from)!, to: Day(to)!))
            return try read(as: marta) { try $0.figureSheet(Figure(PlanMeasure(.income), of: south, in: span)) }
        }
        let quarter = try sheet("2026-01-01", "2026-03-31")
        #expect(quarter.sum == 1200 && quarter.unseen == 800 && quarter.isWhole)
        let before = try sheet("2025-01-01", "2025-03-31")
        #expect(before.sum == 800 && before.unseen == 400 && before.isWhole)
        for (from, to) in [("2026-01-13", "2026-01-13"), ("2026-01-13", "2026-03-31"), ("2026-01-01", "2026-01-30")] {
            let days = try sheet(from, to)
            #expect(days.unseen == 0 && !days.isWhole && days.sum <= 400, "\(from)")
        }
        let row = try read(as: marta) { read in
            try read.dashboard(on: PlanAttackTests.today)?.plan?.rows.first { $0.scope == south }
        }
        #expect(row == nil)
        try set(south, 5_000)
        try set(.kam(marta), 2_000)
        let known = try read(as: marta) { read in
            try read.dashboard(on: PlanAttackTests.today)?.plan?.rows.first { $0.scope == south }
        }
        // The total, and no reason that would be Marta's own.
        #expect(known?.pace.actual == 1200 && known?.bridge == nil && known?.fall == nil)
    }

    @Test func `whoever does not see a confidential client is not told that a sum is whole`() throws {
        let south = try south
        try set(south, 5_000)
        func isWhole() throws -> [Bool] {
            try read(as: reader) { read in
                let sheet = try #require(try read.planSheet(of: south, in: quarter(read).id, on: PlanAttackTests.today))
                let figure = Figure(PlanMeasure(.income), of: south, in: sheet.period.draft.span)
                return [sheet.isWhole, try read.figureSheet(figure).isWhole, sheet.line(.income)?.target != nil]
            }
        }
        #expect(try isWhole() == [true, true, true])
        try desk.write { write in
            var draft = try write.read.client(his).draft
            draft.isConfidential = true
            try write.changeClient(his, from: nil, draft)
        }
        #expect(try isWhole() == [false, false, false])
    }

    @Test func `the days of a period with targets stay, and its name may change`() throws {
        try set(.kam(pavel), 100)
        let period = try desk.desk.read { try quarter($0) }
        var moved = period.draft
        moved.to = Day("2026-03-30")!
        #expect(throws: Refusal.invalid(Problems(["to": .hasTargets]))) {
            try desk.write { try $0.changePeriod(period.id, from: nil, moved) }
        }
        #expect(throws: Refusal.invalid(Problems(["period": .hasTargets]))) {
            try desk.write { try $0.deletePeriod(period.id, from: nil) }
        }
        var named = period.draft
        named.name = "First quarter"
        #expect(try desk.write { try $0.changePeriod(period.id, from: nil, named) })
        let long = ["name": "Long", "kind": "other", "from": "2026-01-01", "to": "2126-01-01"]
        #expect(throws: Problems(["to": .lastsTooLong(PeriodDraft.longest)])) { try PeriodDraft(Entries(long)) }
    }

    @Test func `a period that overlaps another hides no target and is not counted twice`() throws {
        try set(.company, 3_000)
        try desk.write { write in
            let year = try write.read.periods(of: 2026)
            let others = year.filter { $0.draft.kind == .quarter }.dropFirst()
            try write.setTargets(
                others.map { TypedCell(.company, $0.id, 1_000) }, PlanMeasure(.income), year: 2026)
            for (name, kind) in [("Bis", PeriodKind.quarter), ("Promo", .other)] {
                let id = try write.addPeriod(
                    PeriodDraft(name: name, kind: kind, from: Day("2026-01-01")!, to: Day("2026-01-31")!))
                try write.setTargets([TypedCell(.company, id, 7)], PlanMeasure(.income), year: 2026)
            }
        }
        try desk.desk.read { read in
            let year = try #require(try read.periods(of: 2026).first { $0.draft.kind == .year })
            let sheet = try #require(try read.planSheet(of: .company, in: year.id, on: PlanAttackTests.today))
            #expect(sheet.line(.income)?.target == 6_000)
            let glance = try read.dashboard(on: PlanAttackTests.today)?.plan
            #expect(glance?.period.draft.name == "2026 Q1" && glance?.rows.first?.pace.plan == 3_000)
        }
    }
}
