import Domain
import Testing

@testable import Demo
@testable import Store

/// Every figure of every plan opens to rows that sum to it, for everybody who sees it.
@Suite struct FigureTests {
    private static let today = TemporaryDesk.today

    private static func day(_: String) -> Day { today }

    private static let template = Result {
        try DeskTemplate { temporary in
            try World(clients: 25, years: 2, seed: 3, language: "en", today: today).write(into: temporary.desk) {
                _, _ in
            }
            try temporary.write { write in
                try write.addColleague(UserDraft(name: "Rita Reader", role: .reader, department: "South"))
                try write.addColleague(UserDraft(name: "Helen Head", role: .head, department: "South"))
            }
        }
    }

    private static let viewers = [
        "Anna Orlova", "Marta Weiss", "Pavel Sedov", "Igor Belkin", "Rita Reader", "Helen Head",
    ]

    private func expectSum(_ value: Int64, _ figure: Figure, _ read: ReadTransaction, seesAll: Bool = true) throws {
        let sheet = try read.figureSheet(figure, atMost: 100_000)
        let what: Comment =
            "\(figure.measure.metric) of \(figure.scope.key) from \(figure.span.from.iso) to \(figure.span.to.iso)"
        #expect(sheet.sum == value, what)
        #expect(sheet.rows.count == sheet.count && sheet.rows.map(\.value).reduce(sheet.unseen, +) == value, what)
    }

    @Test(arguments: viewers)
    func `a figure of a plan equals the sum of its rows`(name: String) throws {
        let desk = try FigureTests.template.get().copy()
        let viewer = try #require(try desk.desk.read { try $0.colleague(named: name)?.id })
        var seen = 0
        try desk.desk.read(as: .user(viewer), on: FigureTests.day) { read in
            let periods = try [2025, 2026].flatMap { try read.periods(of: $0) }.filter {
                $0.draft.kind != .month && $0.draft.from <= FigureTests.today
            }
            let scopes = try read.planGrid(PlanGridQuery(year: 2026), on: FigureTests.today).rows.map(\.scope)
            for scope in scopes {
                for period in periods {
                    let sheet = try #require(try read.planSheet(of: scope, in: period.id, on: FigureTests.today))
                    let span = period.draft.span
                    for line in sheet.lines {
                        try expectSum(line.actual, Figure(line.measure, of: scope, in: span), read)
                        try expectSum(line.lastYear, Figure(line.measure, of: scope, in: span.yearBefore), read)
                        seen += 2
                    }
                    for (row, line) in zip(sheet.stepActuals, sheet.lines) {
                        for (value, step) in zip(row, sheet.steps) {
                            try expectSum(value, Figure(line.measure, of: scope, in: step.draft.span), read)
                        }
                    }
                    for line in sheet.groups {
                        guard let group = line.group else { continue }
                        let figure = Figure(PlanMeasure(.income, group: group.id), of: scope, in: span)
                        try expectSum(line.actual, figure, read)
                    }
                    for part in sheet.parts {
                        guard let below = part.scope, below.level != .client else { continue }
                        try expectSum(part.actual, Figure(PlanMeasure(.income), of: below, in: span), read)
                    }
                }
            }
        }
        #expect(seen > 50)
    }

    @Test(arguments: viewers)
    func `a figure of a dashboard equals the sum of its rows, and a ratio its parts`(name: String) throws {
        let desk = try FigureTests.template.get().copy()
        try desk.desk.tick(on: FigureTests.today)
        let viewer = try #require(try desk.desk.read { try $0.colleague(named: name)?.id })
        try desk.desk.read(as: .user(viewer), on: FigureTests.day) { read in
            let dashboard = try #require(try read.dashboard(on: FigureTests.today))
            let income = PlanMeasure(.income)
            for row in dashboard.plan?.rows ?? [] {
                let figure = Figure(income, of: row.scope, in: dashboard.plan!.period.draft.span)
                try expectSum(row.pace.actual, figure, read)
                let share = try read.shareSheet(figure, of: .plan, on: FigureTests.today)
                #expect(share.value == row.pace.actual && share.baseValue == row.pace.plan)
                if let bridge = row.bridge {
                    #expect(bridge.parts.map(\.value).reduce(bridge.before, +) == bridge.after)
                    let sheet = try read.bridgeSheet(of: row.scope, in: figure.span, on: FigureTests.today)
                    #expect(sheet.bridge == bridge)
                }
            }
            for line in dashboard.plan?.lines ?? [] {
                let scope = dashboard.plan!.rows[0].scope
                try expectSum(line.actual, Figure(line.measure, of: scope, in: dashboard.plan!.period.draft.span), read)
            }
            if let plan = dashboard.plan, let year = plan.year {
                try expectSum(
                    year.actual, Figure(income, of: plan.rows[0].scope, in: plan.yearPeriod!.draft.span), read)
            }
            for fall in dashboard.falls {
                try expectSum(fall.before, Figure(income, of: .client(fall.client.id), in: fall.then), read)
                try expectSum(fall.now, Figure(income, of: .client(fall.client.id), in: fall.days), read)
                #expect(fall.change < 0)
            }
            guard let found = dashboard.concentration else { return }
            try expectSum(found.total, Figure(income, of: .company, in: found.span), read)
            for member in found.members { try expectSum(member.income, member.figure(in: found.span), read) }
            for row in found.dependencies {
                let base: ShareBase = row.share.scope == .company ? .scope(.company) : .held(row.share.scope)
                let share = try read.shareSheet(row.member.figure(in: found.span), of: base, on: FigureTests.today)
                #expect(share.value == row.member.income && share.baseValue == row.share.base.income)
                #expect(share.share == row.share.incomeShare)
            }
            #expect(found.members.map(\.income).reduce(0, +) == found.positive && found.count == found.members.count)
        }
    }

    @Test func `a figure is read in pages, and they hold each row once`() throws {
        let desk = try FigureTests.template.get().copy()
        try desk.desk.read { read in
            let span = try #require(PeriodSpan(from: Day("2025-01-01")!, to: FigureTests.today))
            for metric in PlanMetric.allCases {
                let figure = Figure(PlanMeasure(metric), of: .company, in: span)
                let whole = try read.figureSheet(figure, atMost: 100_000)
                var (sum, count, next): (Int64, Int, Int?) = (0, 0, 0)
                while let from = next {
                    let page = try read.figureSheet(figure, after: from, atMost: 37)
                    sum += page.rows.map(\.value).reduce(0, +)
                    count += page.rows.count
                    #expect(page.others.count == page.count - page.rows.count)
                    next = page.next
                }
                #expect(sum == whole.sum && count == whole.count)
                #expect(count > 0 || metric == .new)
            }
        }
    }

    @Test func `a figure of somebody else's is not there`() throws {
        let desk = try FigureTests.template.get().copy()
        let span = try #require(PeriodSpan(from: Day("2025-01-01")!, to: FigureTests.today))
        try desk.desk.read(as: .user(.init(2)), on: FigureTests.day) { read in
            for scope in [PlanScope.company, .kam(.init(3)), .kam(Desk.owner)] {
                #expect(throws: Refusal.notFound) {
                    try read.figureSheet(Figure(PlanMeasure(.income), of: scope, in: span))
                }
            }
        }
    }
}
