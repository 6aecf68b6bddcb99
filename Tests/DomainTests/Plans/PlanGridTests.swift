import Testing

@testable import Domain

@Suite struct PlanGridTests {
    private static let euro = Currency("EUR")

    private static let quarters: [PlanPeriod] = PeriodDraft.calendarYear(2027).filter { $0.kind == .quarter }
        .enumerated().map { PlanPeriod(id: .init(Int64($0.offset + 1)), version: 1, draft: $0.element) }

    /// The company above two colleagues, with what each has planned and had last year by quarter.
    private func grid(
        _ metric: PlanMetric = .income, _ company: [Int64?], _ kams: [[Int64?]], lastYear: [[Int64]],
        agreed: Set<Int> = []
    ) -> PlanGrid {
        func row(_ scope: PlanScope, _ depth: Int, _ values: [Int64?], _ lastYear: [Int64]) -> PlanGrid.Row {
            let place = Int(scope.number ?? 0)
            var draft = PlanDraft(scope, year: 2027)
            if agreed.contains(place) {
                (draft.state, draft.agreedBy, draft.agreedOn) = (.agreed, .init(9), Day("2026-12-15")!)
            }
            let plan = Plan(id: .init(Int64(place + 1)), version: 1, draft: draft)
            let targets = values.enumerated().map { column, value in
                value.map {
                    PlanTarget(
                        id: .init(Int64(place * 10 + column + 1)), version: 1,
                        draft: TargetDraft(
                            plan: plan.id, period: PlanGridTests.quarters[column].id, PlanMeasure(metric), value: $0))
                }
            }
            return PlanGrid.Row(
                scope: scope, name: scope.key, depth: depth, plan: plan, targets: targets, lastYear: lastYear,
                mayPlan: true, mayAgree: true)
        }
        return PlanGrid(
            query: PlanGridQuery(year: 2027, measure: PlanMeasure(metric)), columns: PlanGridTests.quarters,
            rows: [row(.company, 0, company, lastYear[0])]
                + kams.enumerated().map {
                    row(.kam(.init(Int64($0.offset + 1))), 1, $0.element, lastYear[$0.offset + 1])
                },
            groups: [])
    }

    private let year: [[Int64]] = [[300, 300, 300, 300], [200, 100, 0, 0], [100, 200, 0, 0]]

    @Test func `a gap stands where a target is, below what its parts carry and above it`() {
        let grid = grid(.income, [100, 100, 100, nil], [[60, 100, 70, 1], [30, nil, 40, 2]], lastYear: year)
        #expect(grid.gaps(of: 0) == [10, 0, -10, nil])
        #expect(grid.gaps(of: 1) == nil)
        #expect(grid.total(grid.rows[0]) == nil && grid.total(grid.rows[1]) == 231)
        let buying = self.grid(.buying, [5, 5, 5, 5], [[5, 5, 5, 5], [nil, nil, nil, nil]], lastYear: year)
        #expect(buying.total(buying.rows[0]) == nil && buying.lastYearTotal(buying.rows[0]) == nil)
    }

    @Test func `what nobody carries goes to the empty cells by the shares of last year, to the last unit`() {
        let grid = grid(.income, [100, 100, 101, nil], [[nil, 40, nil, nil], [nil, nil, nil, nil]], lastYear: year)
        let cells = grid.handedDown(from: 0)
        func value(_ kam: Int64, _ column: Int) -> Int64? {
            cells.first { $0.scope == .kam(.init(kam)) && $0.period == grid.columns[column].id }?.value
        }
        #expect(value(1, 0) == 67 && value(2, 0) == 33)
        #expect(value(1, 1) == nil && value(2, 1) == 60)
        // Without a last year all count as equal; the first gets what is left over.
        #expect(value(1, 2) == 51 && value(2, 2) == 50)
        #expect(cells.count == 5 && grid.handedDown(from: 1).isEmpty)
    }

    @Test func `what is agreed takes nothing`() {
        let grid = grid(
            .income, [100, 100, 100, 100], [[nil, 1, 1, 1], [nil, 1, 1, 1]], lastYear: year, agreed: [1])
        #expect(grid.handedDown(from: 0).filter { $0.scope == .kam(.init(1)) }.isEmpty)
        #expect(grid.handedDown(from: 0).first { $0.period == grid.columns[0].id }?.value == 100)
        let field = PlanGrid.field(.kam(.init(1)), grid.columns[1].id)
        #expect(throws: Problems([field: .agreedPlan])) {
            try grid.typed(Entries([field: "5"]), PlanGridTests.euro)
        }
        #expect(throws: Never.self) { try grid.typed(Entries([field: "0.01"]), PlanGridTests.euro) }
    }

    @Test func `an amount far below last year is asked about when it is typed, and not where it stands`() throws {
        let lastYear: [[Int64]] = [[300_000, 300_000, 300_000, 300_000], [200_000, 200_000, 200_000, 200_000]]
        let grid = grid(.income, [100, 100, 100, 100], [[100, nil, nil, nil]], lastYear: lastYear)
        let (stands, empty) = (
            PlanGrid.field(.kam(.init(1)), grid.columns[0].id), PlanGrid.field(.kam(.init(1)), grid.columns[1].id)
        )
        #expect(throws: Problems([empty: .farBelowLastYear])) {
            try grid.typed(Entries([stands: "1", empty: "1"]), PlanGridTests.euro)
        }
        #expect(try grid.typed(Entries([stands: "1", empty: "1 €"]), PlanGridTests.euro).map(\.value) == [100])
    }

    @Test func `a year that grows is spread over its quarters and sums exactly`() {
        let grid = grid(.income, [nil, nil, nil, nil], [[nil, 7, nil, nil], [1, 1, 1, 1]], lastYear: year)
        let cells = grid.grown(by: 950)
        let company = cells.filter { $0.scope == .company }.map(\.value)
        #expect(company == [329, 329, 328, 328] && company.reduce(0, +) == 1314)
        // 100 of 300 was planned already.
        #expect(cells.filter { $0.scope == .kam(.init(1)) }.map(\.value) == [219, 0, 0])
        #expect(cells.filter { $0.scope == .kam(.init(2)) }.isEmpty)
    }

    @Test(arguments: [0, 1, 333, 800, 1_234, -250]) func `what everybody grows to leaves no unit to nobody`(
        growth: Int64
    ) {
        let below: [[Int64]] = [[10_150, 20_250, 33_333, 1], [99_999, 12_345, 50, 7_777], [1, 1, 1, 1]]
        let company = (0..<4).map { column in below.reduce(0) { $0 + $1[column] } }
        let empty = [Int64?](repeating: nil, count: 4)
        let grid = grid(.income, empty, [empty, empty, empty], lastYear: [company] + below)
        let cells = grid.grown(by: growth, unit: 100)
        for column in grid.columns {
            let values = cells.filter { $0.period == column.id }
            let carried = values.filter { $0.scope != .company }.reduce(0) { $0 + $1.value }
            #expect(values.first { $0.scope == .company }?.value == carried)
        }
        #expect(cells.allSatisfy { $0.value % 100 == 0 })
    }

    @Test(
        arguments: [
            ("1 234,5", 123_450), ("1.234,50", 123_450), ("1,234.50", 123_450), ("108 %", 32_400), ("+8%", 32_400),
            ("-100 %", 0), ("415 €", 41_500), ("10000000000000", 1_000_000_000_000_000),
        ] as [(String, Int64)])
    func `a typed cell is a target`(typed: String, value: Int64) throws {
        let grid = grid(.income, [nil, nil, nil, nil], [], lastYear: [[30_000, 0, 0, 0]])
        let field = PlanGrid.field(.company, grid.columns[0].id)
        let cells = try grid.typed(Entries([field: typed, "other": "x"]), PlanGridTests.euro)
        #expect(cells == [TypedCell(.company, grid.columns[0].id, value)])
    }

    @Test(arguments: ["75,o", "-5", "1e5", "=1+1", "10000000000000.01", "99999999999999999999", "1,234"])
    func `a cell that is no target is refused under its own name, and the others wait`(typed: String) {
        let grid = grid(.income, [nil, nil, nil, nil], [], lastYear: [[30_000, 0, 0, 0]])
        let (field, other) = (
            PlanGrid.field(.company, grid.columns[0].id), PlanGrid.field(.company, grid.columns[1].id)
        )
        #expect(throws: Problems([field: .notATarget])) {
            try grid.typed(Entries([field: typed, other: "5"]), PlanGridTests.euro)
        }
    }

    @Test func `an empty cell and one that says what stands change nothing`() throws {
        let grid = grid(.income, [123_456, 5, nil, nil], [], lastYear: [[30_000, 0, 0, 0]])
        let entries = grid.entries(PlanGridTests.euro)
        #expect(entries[PlanGrid.field(.company, grid.columns[0].id)] == "1\u{A0}234.56")
        #expect(try grid.typed(entries, PlanGridTests.euro).isEmpty)
        #expect(try grid.typed(Entries(), PlanGridTests.euro).isEmpty)
        let clients = self.grid(.new, [1200, nil, nil, nil], [], lastYear: [[3, 0, 0, 0]])
        #expect(clients.entries(PlanGridTests.euro)[PlanGrid.field(.company, grid.columns[0].id)] == "1\u{A0}200")
        #expect(try clients.typed(clients.entries(PlanGridTests.euro), PlanGridTests.euro).isEmpty)
    }

    @Test func `the number of a grid changes with each target`() {
        let one = grid(.income, [1, nil, nil, nil], [], lastYear: [[0, 0, 0, 0]])
        let two = grid(.income, [1, 2, nil, nil], [], lastYear: [[0, 0, 0, 0]])
        #expect(one.version != two.version && one.version > 0)
    }

    @Test(arguments: 0..<200)
    func `handing down never loses a unit and never takes what is planned`(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let count = 1 + random.below(6)
        let last = (0...count).map { _ in (0..<4).map { _ in Int64(random.below(3) * random.below(10_000)) } }
        let company = (0..<4).map { _ in random.below(5) == 0 ? nil : Int64(random.below(1_000_000)) }
        let kams = (0..<count).map { _ in (0..<4).map { _ in random.below(2) == 0 ? nil : Int64(random.below(200_000)) }
        }
        let grid = grid(.income, company, kams, lastYear: last)
        let cells = grid.handedDown(from: 0)
        for column in 0..<4 {
            let given = cells.filter { $0.period == grid.columns[column].id }
            guard let target = company[column] else {
                #expect(given.isEmpty)
                continue
            }
            let carried = kams.compactMap { $0[column] }.reduce(0, +)
            let isOpen = kams.contains { $0[column] == nil } && target > carried
            #expect(given.map(\.value).reduce(0, +) == (isOpen ? target - carried : 0))
            #expect(given.allSatisfy { cell in kams[Int(cell.scope.number!) - 1][column] == nil })
        }
    }

    @Test func `a period without a target has the sum of the shorter ones that fill it`() {
        let drafts = PeriodDraft.calendarYear(2027)
        let periods = drafts.enumerated().map {
            PlanPeriod(id: .init(Int64($0.offset + 1)), version: 1, draft: $0.element)
        }
        func targets(_ kind: PeriodKind, _ measure: PlanMeasure, without name: String = "") -> [PlanTarget] {
            periods.filter { $0.draft.kind == kind && $0.draft.name != name }.map { period in
                PlanTarget(
                    id: .init(period.id.number), version: 1,
                    draft: TargetDraft(plan: .init(1), period: period.id, measure, value: 10)
                )
            }
        }
        let income = PlanMeasure(.income)
        let year = periods[0]
        #expect(TargetBook(targets(.month, income), periods: periods).target(income, in: year) == 120)
        #expect(TargetBook(targets(.quarter, income), periods: periods).target(income, in: year) == 40)
        #expect(
            TargetBook(targets(.month, income, without: "2027-05"), periods: periods).target(income, in: year) == nil)
        let both = targets(.month, income) + targets(.year, income)
        #expect(TargetBook(both, periods: periods).target(income, in: year) == 10)
        let buying = PlanMeasure(.buying)
        #expect(TargetBook(targets(.month, buying), periods: periods).target(buying, in: year) == nil)
        #expect(TargetBook([], periods: periods).target(income, in: year) == nil)
    }
}
