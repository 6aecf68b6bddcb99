import Domain
import GRDB

/// What the figures of key clients were computed from.
struct KeyFiguresKey: Hashable, Sendable {
    var ground: SalesGround
    var day: Day
    var departments: [User.ID: ID<Department>]
    var rules: KeyRules
}

extension ReadTransaction {
    /// Definition 1 for the clients that the viewer sees, over the twelve full months before a day. At most three statements; where nothing
    /// was sold, handed over or grouped since they were last read, their cost does not grow with the number of clients.
    func keyFigures(_ team: PlanningTeam, on today: Day) throws -> KeyFigures {
        let departments = team.departments
        let key = KeyFiguresKey(
            ground: try salesGround(), day: today, departments: departments, rules: frame.desk.keys)
        return try kept.keys.value(key) {
            return KeyFigures(
                try keySales(of: "standing kept", [], on: today), heads: try groupHeads(), departments: departments,
                rules: frame.desk.keys,
                isSeen: { team.covers($0, sight) && sight?.seesDossier ?? true })
        }
    }

    /// What a client and its group bring, held against the company and whoever holds them; nil if nothing was sold. At most four statements.
    func keyUnit(of client: Client.ID, _ team: PlanningTeam, on today: Day) throws -> KeyUnit? {
        let figures = try keyFigures(team, on: today)
        let members = figures.group(of: client)
        let sales = try keySales(
            of: "(SELECT value AS client_id FROM json_each(?5)) kept", [jsonList(members.map(\.number))], on: today)
        return sales.isEmpty ? nil : figures.unit(sales, of: client)
    }

    /// What some clients brought in the twelve full months before a day and in the twelve before those. `clients` is a table "kept" of them
    /// for the statement, whose own arguments begin with "?5".
    private func keySales(of clients: String, _ arguments: Values, on today: Day) throws -> [KeySale] {
        let this = Month(of: today)
        return try rows(
            """
            SELECT kept.client_id, \(Schema2Totals.kam(of: "kept.client_id", on: "?4")),
              sum(iif(m.month >= ?2, m.income, 0)), sum(iif(m.month >= ?2, m.turnover, 0)),
              sum(iif(m.month >= ?2, m.unknown, 0)), sum(iif(m.month < ?2, m.income, 0))
            FROM \(clients) CROSS JOIN client_month m ON m.client_id = kept.client_id AND m.month BETWEEN ?1 AND ?3
            GROUP BY kept.client_id
            """, [(this - 24).number, (this - 12).number, (this - 1).number, today.stored] + arguments
        ) { row in
            let kam: Int64 = row[1]
            return KeySale(
                client: Client.ID(row[0] as Int64), kam: kam == 0 ? nil : User.ID(kam), income: row[2],
                turnover: row[3], unknown: row[4], before: row[5])
        }
    }

    /// The head of its group for every client that belongs to one, the head itself too. One statement.
    private func groupHeads() throws -> [Client.ID: Client.ID] {
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
    /// Who is key, why and whose: of those whom the viewer sees. At most ten statements.
    package func keySheet(_ query: KeyQuery, on today: Day) throws -> KeySheet {
        let team = try planningTeam()
        let figures = try keyFigures(team, on: today)
        var units = figures.named
        let known = Set(units.map(\.head))
        units += figures.largest.filter { !known.contains($0.head) }
        units.sort { ($1.sums.income, $0.head.number) < ($0.sums.income, $1.head.number) }
        let evidence = try allEvidence()
        func answers(_ clients: [Client.ID]) -> [KeyAnswer] {
            let known = clients.flatMap { evidence[$0] ?? [] }
            return KeyDefinition.allCases.map { known.answer(of: $0, on: today) }
        }
        let standings = try keyStandings(on: today)
        let worths = try investmentWorths()
        func potential(_ clients: [Client.ID]) -> Int64? {
            let amounts = clients.compactMap { client in
                evidence[client]?.filter {
                    $0.definition == .potential && $0.amount != nil && $0.day <= today && $0.holds(on: today)
                }
                .max { $0.day < $1.day }?.amount?.minor
            }
            return amounts.isEmpty ? nil : amounts.reduce(0, &+)
        }
        func worth(_ clients: [Client.ID]) -> Int64? {
            let known = clients.compactMap { worths[$0] }
            return known.isEmpty ? nil : known.reduce(0, &+)
        }
        // Those of whom something is known beside their income.
        let listed = Set(units.flatMap(\.clients))
        let others = try otherSales(
            Set(evidence.keys).union(standings.keys).subtracting(listed).sorted(), on: today)
        let asked = Set(others.map(\.client) + units.flatMap(\.clients)).sorted()
        let clients = try clientNames(asked)
        let colleagues = Dictionary(team.colleagues.map { ($0.id, $0.name) }) { first, _ in first }
        func client(_ id: Client.ID) -> Named<Client> { Named(id: id, name: clients[id] ?? "") }
        func kam(_ id: User.ID?) -> Named<User>? { id.flatMap { id in colleagues[id].map { Named(id: id, name: $0) } } }
        let rows =
            units.map { unit in
                KeySheet.Row(
                    client: client(unit.head), kam: kam(unit.kam), level: unit.level, sums: unit.sums,
                    shares: unit.shares.map { KeySheet.Share($0, name: team.name($0.scope) ?? frame.desk.name) },
                    members: unit.isGroup
                        ? unit.members.sorted { ($1.income, $0.client) < ($0.income, $1.client) }.map {
                            KeySheet.Member(
                                client: client($0.client), kam: kam($0.kam), income: $0.income, turnover: $0.turnover)
                        } : [], answers: answers(unit.clients), standing: standings[unit.head] ?? KeyStanding(),
                    potential: potential(unit.clients), worth: worth(unit.clients), isNamed: unit.isNamed)
            }
            + others.map { sale in
                KeySheet.Row(
                    client: client(sale.client), kam: kam(sale.kam), level: nil, sums: KeySums(sale), shares: [],
                    members: [], answers: answers([sale.client]), standing: standings[sale.client] ?? KeyStanding(),
                    potential: potential([sale.client]), worth: worths[sale.client], isNamed: false)
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
