import Domain
import GRDB

extension ReadTransaction {
    /// On whom the income of the last twelve full months rests; nil if nobody brought any. At most five statements.
    func concentration(_ team: PlanningTeam, on today: Day) throws -> Concentration? {
        let figures = try keyFigures(team, on: today)
        return try concentration(figures, team, clientNames((figures.largest + figures.named).map(\.head)), on: today)
    }

    /// The same of figures that were read.
    func concentration(
        _ figures: KeyFigures, _ team: PlanningTeam, _ names: [Client.ID: String], on today: Day
    ) -> Concentration? {
        guard figures.count > 0 else { return nil }
        func member(_ unit: KeyUnit, _ income: Int64) -> Concentration.Member {
            Concentration.Member(
                client: Named(id: unit.head, name: names[unit.head] ?? ""), isGroup: unit.isGroup, income: income)
        }
        let departments = Dictionary(team.names.map { ($0.id, $0.name) }) { first, _ in first }
        func dependencies(_ units: some Sequence<KeyUnit>) -> [Concentration.Dependency] {
            units.flatMap { unit in
                unit.shares.compactMap { share -> Concentration.Dependency? in
                    let name: String? =
                        switch share.scope {
                        case .company: ""
                        case .department(let id): team.names.count > 1 ? departments[id] ?? "" : nil
                        case .kam, .client: nil
                        }
                    guard let name, share.base.income > 0 else { return nil }
                    return Concentration.Dependency(member: member(unit, share.part.income), share: share, name: name)
                }
            }.sorted { ($0.share.incomeShare ?? 0) > ($1.share.incomeShare ?? 0) }
        }
        let counting = dependencies(figures.named).filter(\.isNamed).prefix(Concentration.named)
        let shown =
            counting.count < Concentration.fewest
            ? dependencies(figures.largest.prefix(Concentration.fewest)).prefix(Concentration.fewest) : counting
        return Concentration(
            span: PeriodSpan.twelveMonths(before: today), members: figures.largest.map { member($0, $0.sums.income) },
            count: figures.count, positive: figures.positive, negativeCount: figures.negativeCount,
            negative: figures.negative, dependencies: Array(shown), rules: frame.desk.keys)
    }

    /// The short names of clients. One statement.
    func clientNames(_ ids: [Client.ID]) throws -> [Client.ID: String] {
        let found = try rows(
            "SELECT c.id, coalesce(c.short_name, c.name) FROM json_each(?) e CROSS JOIN client c ON c.id = e.value",
            [jsonList(ids.map(\.number))]
        ) { ($0.id(0) as Client.ID, $0[1] as String) }
        return Dictionary(found) { first, _ in first }
    }
}
