import Domain
import GRDB

extension ReadTransaction {
    /// On whom the income of the last twelve full months rests. At most five statements; two of them read a number of every client from an
    /// index.
    func concentration(_ team: PlanningTeam, on today: Day) throws -> Concentration? {
        let this = Month(of: today)
        let span = PeriodSpan(from: (this - 12).first, to: this.first - 1)!
        let signs = try one(
            """
            SELECT (SELECT count(*) FROM standing WHERE income > 0), (SELECT coalesce(sum(income), 0) FROM standing WHERE income > 0),
              (SELECT count(*) FROM standing WHERE income < 0), (SELECT coalesce(sum(income), 0) FROM standing WHERE income < 0)
            """, []
        ) { (above: $0[0] as Int, positive: $0[1] as Int64, below: $0[2] as Int, negative: $0[3] as Int64) }
        guard signs.above > 0 else { return nil }
        let largest = try rows(
            """
            SELECT c.id, coalesce(c.short_name, c.name), s.income FROM standing s JOIN client c ON c.id = s.client_id
            WHERE s.income > 0 ORDER BY s.income DESC, s.client_id LIMIT ?
            """, [Concentration.most]
        ) { (client: Named<Client>(id: $0.id(0), name: $0[1]), income: $0[2] as Int64) }
        var groups = try groups()
        var (count, positive, below, negative) = (signs.above, signs.positive, signs.below, signs.negative)
        for group in groups.values {
            // Its members counted one by one above.
            for income in group.incomes where income != 0 {
                if income > 0 {
                    (count, positive) = (count - 1, positive - income)
                } else {
                    (below, negative) = (below - 1, negative - income)
                }
            }
            let sum = group.incomes.reduce(0, +)
            if sum > 0 {
                (count, positive) = (count + 1, positive + sum)
            } else if sum < 0 {
                (below, negative) = (below + 1, negative + sum)
            }
        }
        let grouped = Set(groups.values.flatMap(\.members))
        groups = groups.filter { $0.value.incomes.reduce(0, +) > 0 }
        let members =
            largest.filter { !grouped.contains($0.client.id) }.map {
                Concentration.Member(client: $0.client, isGroup: false, income: $0.income)
            }
            + groups.values.map {
                Concentration.Member(client: $0.head, isGroup: $0.members.count > 1, income: $0.incomes.reduce(0, +))
            }
        var found = Concentration(
            span: span, members: members, count: count, positive: positive, negativeCount: below, negative: negative)
        found.dependencies = try dependencies(
            found, groups, team, before: PeriodSpan(from: (this - 24).first, to: (this - 12).first - 1)!, on: today)
        return found
    }

    /// What the company and its departments depend on: the largest clients, each held against the company and against the department of
    /// their KAM. Two statements.
    private func dependencies(
        _ found: Concentration, _ groups: [Client.ID: ClientGroup], _ team: PlanningTeam, before: PeriodSpan,
        on today: Day
    ) throws -> [Concentration.Dependency] {
        let largest = Array(found.members.prefix(Concentration.compared))
        let asked = largest.flatMap { member in
            (groups[member.client.id]?.members ?? [member.client.id]).map {
                "[\(member.client.id.number),\($0.number)]"
            }
        }
        let known = Dictionary(
            try rows(
                """
                SELECT e.value ->> 0, coalesce(sum((SELECT sum(m.income) FROM client_month m WHERE m.client_id = e.value ->> 1
                    AND m.month BETWEEN ?2 AND ?3)), 0), \(Schema2Totals.kam(of: "e.value ->> 0", on: "?4"))
                FROM json_each(?1) e GROUP BY 1
                """,
                [
                    "[\(asked.joined(separator: ","))]", Month(of: before.from).number, Month(of: before.to).number,
                    today.stored,
                ]
            ) { ($0.id(0) as Client.ID, (before: $0[1] as Int64, kam: $0[2] as Int64)) }
        ) { first, _ in first }
        let sold = PlanActuals(
            .income, try creditedParts(PlanMeasure(.income), in: [found.span, before]), departments: team.departments)
        let names = Dictionary(team.names.map { ($0.id, $0.name) }) { first, _ in first }
        let all = largest.flatMap { member -> [Concentration.Dependency] in
            let (before, kam) = known[member.client.id] ?? (0, 0)
            let department = team.departments[User.ID(kam)]
            let scopes =
                [(PlanScope.company, frame.desk.name)]
                + (team.names.count > 1 ? department.map { [(.department($0), names[$0] ?? "")] } ?? [] : [])
            return scopes.compactMap { scope, name in
                let base = sold.value(of: scope, in: 0)
                guard base > 0 else { return nil }
                return Concentration.Dependency(
                    member: member, scope: scope, name: name, base: base, before: before,
                    baseBefore: sold.value(of: scope, in: 1))
            }
        }
        let sorted = all.sorted { $0.share > $1.share }
        let counting = sorted.filter(\.isNamed)
        return Array(
            (counting.count < Concentration.fewest ? sorted : counting).prefix(
                max(Concentration.fewest, min(counting.count, Concentration.named))))
    }

    /// The groups of the desk by their head: who belongs to them, and what each brought.
    private func groups() throws -> [Client.ID: ClientGroup] {
        let rows = try rows(
            """
            SELECT c.id, c.parent_id, coalesce(c.short_name, c.name), coalesce(s.income, 0)
            FROM client c LEFT JOIN standing s ON s.client_id = c.id WHERE c.id IN (
              SELECT id FROM client WHERE parent_id > 0 UNION SELECT parent_id FROM client WHERE parent_id > 0)
            """
        ) {
            (
                id: $0.id(0) as Client.ID, parent: $0.optionalID(1) as Client.ID?, name: $0[2] as String,
                income: $0[3] as Int64
            )
        }
        let parents = Dictionary(rows.map { ($0.id, $0.parent) }) { first, _ in first }
        func head(of id: Client.ID) -> Client.ID {
            var (id, steps) = (id, 0)
            // A viewer may not see the head of a group.
            while steps < rows.count, let parent = parents[id] ?? nil, parents[parent] != nil {
                (id, steps) = (parent, steps + 1)
            }
            return id
        }
        var groups: [Client.ID: ClientGroup] = [:]
        for row in rows {
            let id = head(of: row.id)
            groups[id, default: ClientGroup(head: Named(id: id, name: row.name))].members.append(row.id)
            groups[id]?.incomes.append(row.income)
            if row.id == id { groups[id]?.head = Named(id: id, name: row.name) }
        }
        return groups
    }
}

/// A client with those that belong to it.
private struct ClientGroup {
    var head: Named<Client>
    var members: [Client.ID] = []
    var incomes: [Int64] = []
}
