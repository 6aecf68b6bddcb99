import Domain
import Store

extension Story {
    /// How much each wants to grow, in hundredths of a per cent: Pavel and Timur promised more than they can keep, and nobody carries all that
    /// the company wants.
    private static let growth: [PlanScope: Int64] = [
        .company: 900, .department(ID(1)): 700, .department(ID(2)): 500, .kam(Desk.owner): 500,
        .kam(User.ID(2)): 300, .kam(User.ID(3)): 1800, .kam(User.ID(6)): 600, .kam(User.ID(7)): 600,
        .kam(User.ID(8)): 9000,
    ]

    /// Two years of plans: proposed in December, agreed some days later, and one of them changed in the course of the year.
    func plan() {
        let year = world.today.year
        act(Story.first) { write, _ in
            for year in year - 1...year + 1 { try write.addPeriods(of: year) }
            try write.take(.russia)
        }
        for year in year - 1...year {
            guard let december = Day(year: year - 1, month: 12, day: 10) else { continue }
            let ago = min(world.today - december, Story.first - 1)
            act(ago) { write, _ in
                for metric in PlanMetric.allCases { try Story.promise(metric, in: year, write) }
                for plan in try Story.plans(of: year, write) where plan.draft.user != nil {
                    try write.propose(plan.id, from: nil)
                }
            }
            act(ago - 5, by: Story.head) { write, _ in
                for plan in try Story.plans(of: year, write) { try write.agree(plan.id, from: nil) }
            }
        }
        // The owner divides this year among the clients; some of it nobody carries.
        act(max(0, world.today - (Day(year: year, month: 1, day: 20) ?? world.today))) { write, _ in
            let query = PlanGridQuery(year: year, of: Desk.owner)
            let grid = try write.read.planGrid(query, on: write.today)
            let cells = grid.grown(by: 400).filter { $0.scope.level == .client && $0.value > 0 }
            try write.setTargets(cells.map(Story.rounded), query.measure, year: year)
        }
        let changed = min(60, world.today - (Day(year: year, month: 1, day: 1) ?? world.today))
        revise(
            User.ID(3), changed, by: Story.head, percent: 95,
            Text(
                "Two of his clients now order through a distributor",
                "Двое его клиентов теперь заказывают через дистрибьютора")
        ) { try $0.agree($1, from: nil) }
        // This one waits for a yes.
        revise(
            User.ID(8), min(3, changed), by: User.ID(8), percent: 90,
            Text("The hospital of Taganrog opens in spring", "Больница в Таганроге откроется весной")
        ) { try $0.propose($1, from: nil) }
    }

    /// A new version of a KAM's plan, in which the last quarter is so many per cent of what it was.
    private func revise(
        _ kam: User.ID, _ ago: Int, by author: User.ID, percent: Int64, _ reason: Text,
        then conclude: @escaping (WriteTransaction, Plan.ID) throws -> Void
    ) {
        let (year, t) = (world.today.year, world.tongue)
        act(ago, by: author) { write, _ in
            let all = try Story.plans(of: year, write)
            guard let plan = all.first(where: { $0.draft.scope == .kam(kam) }) else { return }
            let next = try write.revise(plan.id, because: reason(t))
            let grid = try write.read.planGrid(PlanGridQuery(year: year, kind: .quarter), on: write.today)
            guard let row = grid.rows.first(where: { $0.plan?.id == next }), let last = grid.columns.last,
                let target = row.value(grid.columns.count - 1)
            else { return }
            let cell = Story.rounded(TypedCell(row.scope, last.id, target / 100 * percent))
            try write.setTargets([cell], grid.query.measure, year: year)
            try conclude(write, next)
        }
    }

    /// Everybody's quarters, grown from the year before.
    private static func promise(_ metric: PlanMetric, in year: Int, _ write: WriteTransaction) throws {
        let query = PlanGridQuery(year: year, kind: .quarter, measure: PlanMeasure(metric))
        let grid = try write.read.planGrid(query, on: write.today)
        for (scope, growth) in growth.sorted(by: { $0.key.key < $1.key.key }) {
            let cells = grid.grown(by: growth).filter { $0.scope == scope }.map {
                metric.isMoney ? Story.rounded($0) : $0
            }
            try write.setTargets(cells, query.measure, year: year)
        }
    }

    /// Nobody promises kopecks.
    private static func rounded(_ cell: TypedCell) -> TypedCell {
        TypedCell(cell.scope, cell.period, (cell.value + 50_000) / 100_000 * 100_000)
    }

    /// The latest versions of a year's plans.
    private static func plans(of year: Int, _ write: WriteTransaction) throws -> [Plan] {
        try write.read.planGrid(PlanGridQuery(year: year, kind: .quarter), on: write.today).rows.compactMap(\.plan)
    }
}
