import Domain
import GRDB

/// What the figures of key clients were computed from.
struct KeyFiguresKey: Hashable, Sendable {
    var ground: SalesGround
    var day: Day
    var heads: [Client.ID: Client.ID]
    var departments: [User.ID: ID<Department>]
    var rules: KeyRules
}

extension ReadTransaction {
    /// Definition 1 for the clients that the viewer sees, over the twelve full months before a day. Two statements; where nothing
    /// was sold or handed over since they were last read, their cost does not grow with the number of clients.
    func keyFigures(_ team: PlanningTeam, heads: [Client.ID: Client.ID], on today: Day) throws -> KeyFigures {
        let this = Month(of: today)
        let departments = team.departments
        let key = KeyFiguresKey(
            ground: try salesGround(), day: today, heads: heads, departments: departments, rules: frame.desk.keys)
        return try kept.keys.value(key) {
            let sales = try rows(
                """
                SELECT kept.client_id, \(Schema2Totals.kam(of: "kept.client_id", on: "?4")),
                  sum(iif(m.month >= ?2, m.income, 0)), sum(iif(m.month >= ?2, m.turnover, 0)),
                  sum(iif(m.month >= ?2, m.unknown, 0)), sum(iif(m.month < ?2, m.income, 0))
                FROM standing kept CROSS JOIN client_month m ON m.client_id = kept.client_id AND m.month BETWEEN ?1 AND ?3
                GROUP BY kept.client_id
                """, [(this - 24).number, (this - 12).number, (this - 1).number, today.stored]
            ) { row in
                let kam: Int64 = row[1]
                return KeySale(
                    client: Client.ID(row[0] as Int64), kam: kam == 0 ? nil : User.ID(kam), income: row[2],
                    turnover: row[3], unknown: row[4], before: row[5])
            }
            return KeyFigures(
                sales, heads: heads, departments: departments, rules: frame.desk.keys,
                isSeen: { team.covers($0, sight) && sight?.seesDossier ?? true })
        }
    }

    /// The head of its group for every client that belongs to one, the head itself too. One statement.
    func groupHeads() throws -> [Client.ID: Client.ID] {
        let parents = Dictionary(
            try rows("SELECT id, parent_id FROM client WHERE parent_id > 0") {
                ($0.id(0) as Client.ID, $0.id(1) as Client.ID)
            }
        ) { first, _ in first }
        func head(of id: Client.ID) -> Client.ID {
            var (id, steps) = (id, 0)
            while steps < parents.count, let parent = parents[id] { (id, steps) = (parent, steps + 1) }
            return id
        }
        var heads: [Client.ID: Client.ID] = [:]
        for id in parents.keys {
            heads[id] = head(of: id)
            heads[head(of: id)] = head(of: id)
        }
        return heads
    }
}

extension ReadTransaction {
    /// Who is key, why and whose: of those whom the viewer sees. At most seven statements.
    package func keySheet(_ query: KeyQuery, on today: Day) throws -> KeySheet {
        let team = try planningTeam()
        let figures = try keyFigures(team, heads: try groupHeads(), on: today)
        var units = figures.named
        let known = Set(units.map(\.head))
        units += figures.largest.filter { !known.contains($0.head) }
        units.sort { ($1.sums.income, $0.head.number) < ($0.sums.income, $1.head.number) }
        let evidence = try allEvidence()
        func answers(_ clients: [Client.ID]) -> [KeyAnswer] {
            let known = clients.flatMap { evidence[$0] ?? [] }
            return KeyDefinition.allCases.map { known.answer(of: $0, on: today) }
        }
        // Those of whom something is known beside their income.
        let listed = Set(units.flatMap { [$0.head] + $0.members.map(\.client) })
        let others = try otherSales(evidence.keys.filter { !listed.contains($0) }.sorted(), on: today)
        let asked = Set(others.map(\.client) + units.flatMap { unit in [unit.head] + unit.members.map(\.client) })
            .sorted()
        let clients = try clientNames(asked)
        let colleagues = Dictionary(team.colleagues.map { ($0.id, $0.name) }) { first, _ in first }
        let departments = Dictionary(team.names.map { ($0.id, $0.name) }) { first, _ in first }
        func client(_ id: Client.ID) -> Named<Client> { Named(id: id, name: clients[id] ?? "") }
        func kam(_ id: User.ID?) -> Named<User>? { id.flatMap { id in colleagues[id].map { Named(id: id, name: $0) } } }
        func name(_ scope: PlanScope) -> String {
            switch scope {
            case .company, .client: frame.desk.name
            case .department(let id): departments[id] ?? ""
            case .kam(let id): colleagues[id] ?? ""
            }
        }
        let rows =
            units.map { unit in
                KeySheet.Row(
                    client: client(unit.head), kam: kam(unit.kam), level: unit.level, sums: unit.sums,
                    shares: unit.shares.map { KeySheet.Share($0, name: name($0.scope)) },
                    members: unit.isGroup
                        ? unit.members.sorted { ($1.income, $0.client) < ($0.income, $1.client) }.map {
                            KeySheet.Member(
                                client: client($0.client), kam: kam($0.kam), income: $0.income, turnover: $0.turnover)
                        } : [], answers: answers(Array(Set([unit.head] + unit.members.map(\.client)))),
                    isNamed: unit.isNamed)
            }
            + others.map { sale in
                KeySheet.Row(
                    client: client(sale.client), kam: kam(sale.kam), level: nil, sums: KeySums(sale), shares: [],
                    members: [], answers: answers([sale.client]), isNamed: false)
            }
        let seesCompany = team.covers(.company, sight)
        let byKam = Dictionary(grouping: rows.filter { $0.level == .company }) { $0.kam?.id }
        let holders = team.colleagues.filter { user in byKam[user.id] != nil || figures.kams[user.id] != nil }
        let load =
            holders.map { user in
                KeySheet.Load(
                    kam: Named(id: user.id, name: user.name), clients: byKam[user.id]?.map(\.client) ?? [])
            } + (byKam[nil].map { [KeySheet.Load(kam: nil, clients: $0.map(\.client))] } ?? [])
        return KeySheet(
            span: .twelveMonths(before: today), rules: frame.desk.keys, query: query, company: figures.company,
            pareto: seesCompany && figures.count > 0
                ? KeySheet.Pareto(seventy: figures.seventy, eighty: figures.eighty, of: figures.count) : nil,
            concentration: seesCompany ? concentration(figures, team, clients, on: today) : nil, clients: rows,
            load: seesCompany ? load : [], isWhole: !team.hidesSome,
            isSeen: sight.map { $0.seesDossier && $0.seesMoney } ?? true)
    }

    /// What some clients brought in the last twelve full months, as their standings have it. One statement.
    private func otherSales(_ clients: [Client.ID], on today: Day) throws -> [KeySale] {
        guard !clients.isEmpty else { return [] }
        return try rows(
            """
            SELECT c.id, \(Schema2Totals.kam(of: "c.id", on: "?2")), coalesce(s.income, 0), coalesce(s.turnover, 0),
              coalesce(s.unknown, 0)
            FROM json_each(?1) e CROSS JOIN client c ON c.id = e.value LEFT JOIN standing s ON s.client_id = c.id
            """, [jsonList(clients.map(\.number)), today.stored]
        ) { row in
            let kam: Int64 = row[1]
            return KeySale(
                client: row.id(0), kam: kam == 0 ? nil : User.ID(kam), income: row[2], turnover: row[3],
                unknown: row[4])
        }.sorted { ($1.income, $0.client) < ($0.income, $1.client) }
    }
}
