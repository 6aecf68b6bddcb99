import Domain
import GRDB

extension ReadTransaction {
    package func client(_ id: Client.ID) throws -> Client {
        try one("SELECT \(Client.columns) FROM client WHERE id = ?", [id.number]) { Client($0) }
    }

    package func clientName(_ id: Client.ID) throws -> Named<Client> {
        try one("SELECT id, name FROM client WHERE id = ?", [id.number]) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// The head of a client's dossier; nil if the viewer does not see the client whole.
    package func dossierHead(of id: Client.ID, on today: Day) throws -> DossierHead? {
        try first(
            """
            SELECT c.id, c.name, c.status, c.is_confidential, coalesce(s.overdue, 0),
              (SELECT count(*) FROM matter WHERE client_id = c.id AND \(Overdue.matter(on: "?2")))
            FROM client c LEFT JOIN standing s ON s.client_id = c.id WHERE c.id = ?1
            """, [id.number, today.stored]
        ) {
            DossierHead(
                client: Named(id: $0.id(0), name: $0[1]), status: $0.word(2), isConfidential: $0[3],
                overdue: $0.money(4), overdueMatters: $0[5])
        }
    }

    /// A client's name, which everybody may know; nil if there is no such client.
    package func clientByName(_ id: Client.ID) throws -> Named<Client>? {
        try first("SELECT id, name FROM client_named WHERE id = ?", [id.number]) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// The page of a client that the viewer knows by name only. Two statements.
    package func namedClientSheet(_ id: Client.ID, on today: Day) throws -> NamedClientSheet {
        try one("SELECT id, name, kind, city FROM client_named WHERE id = ?", [id.number]) {
            NamedClientSheet(
                client: Named(id: $0.id(0), name: $0[1]), kind: $0.word(2), city: $0[3],
                kam: try kam(of: id, on: today)?.name)
        }
    }

    /// The dossier. At most thirty-five statements, however long the history is.
    package func clientSheet(_ id: Client.ID, on today: Day) throws -> ClientSheet {
        let client = try client(id)
        let kam = try kam(of: id, on: today)
        let (posts, peopleCount) = try peopleOf(id, on: today)
        let people = try known(posts.map { KnownPerson($0) }, at: id, kam: kam?.user, on: today)
        let matters = try openMatters(where: "m.client_id = ?", [id.number], atMost: ClientSheet.shown)
        let counts = try one(
            """
            SELECT (SELECT count(*) FROM matter WHERE client_id = ?1 AND done_day IS NULL),
              (SELECT count(*) FROM matter WHERE client_id = ?1 AND \(Overdue.matter(on: "?2"))),
              (SELECT count(*) FROM interaction WHERE client_id = ?1)
            """, [id.number, today.stored]
        ) { ($0[0] as Int, $0[1] as Int, $0[2] as Int) }
        let seesDossier = sight?.seesDossier ?? true
        let lines = seesDossier ? try strategyRows(of: id, on: today) : []
        let named = Named<Client>(id: id, name: client.draft.name)
        return ClientSheet(
            client: client, parent: try client.draft.parent.flatMap(clientByName), members: try members(of: id),
            kam: kam, people: people.rows, peopleCount: peopleCount,
            power: try power(at: id, introducer: people.introducer, on: today),
            keys: seesDossier ? try evidenceSheet(of: named, lines, on: today) : nil,
            strategy: seesDossier
                ? StrategySheet(
                    client: named, today: today, rows: lines,
                    programme: InvestmentProgramme([], rate: frame.desk.rate)) : nil, matters: matters,
            mattersCount: counts.0, overdueCount: counts.1,
            next: try openMatters(where: "m.client_id = ? AND m.due_day >= ?", [id.number, today.stored], atMost: 1)
                .first,
            interactions: try interactions(
                where: "i.client_id = ?", [id.number], before: nil, atMost: ClientSheet.latest),
            interactionsCount: counts.2, sales: try clientSales(id, on: today), ageing: try ageing(of: id, on: today),
            orders: try orderRows("o.client_id = ?", [id.number], before: nil, atMost: ClientSheet.latest),
            tenders: try openTenders(of: id, atMost: ClientSheet.latest), risks: try risks(of: id),
            history: try changes(
                where: "client_id = ? AND subject NOT IN ('order_line', 'allocation')", [id.number], before: nil,
                atMost: 3))
    }

    package func kam(of id: Client.ID, on day: Day) throws -> KamTie? {
        try first(
            """
            SELECT \(KamTie.columns) FROM \(KamTie.source)
            WHERE k.client_id = ? AND k.from_day <= ? AND coalesce(k.to_day, '9999-12-31') >= ?
            """, [id.number, day.stored, day.stored]
        ) { KamTie($0) }
    }

    private func members(of id: Client.ID) throws -> [Named<Client>] {
        try rows("SELECT id, name FROM client WHERE parent_id = ? ORDER BY sort_name LIMIT 50", [id.number]) {
            Named(id: $0.id(0), name: $0[1])
        }
    }

    /// The choices in the client's form.
    package func clientChoices(parent: Client.ID?) throws -> ClientChoices {
        ClientChoices(
            kams: try holders(), territories: try distinct("territory"), segments: try distinct("segment"),
            parent: try parent.flatMap { id in
                try clientByName(id)
            })
    }

    /// The distinct values of an indexed column, at most 200. Each takes one step in the index; reading the whole table would cost too
    /// much. Values that only confidential clients have are left out.
    func distinct(_ column: String) throws -> [String] {
        try rows(
            """
            WITH RECURSIVE each(value) AS (
              SELECT min(\(column)) FROM client WHERE is_confidential = 0
              UNION ALL SELECT (SELECT min(\(column)) FROM client WHERE \(column) > each.value AND is_confidential = 0)
              FROM each
              WHERE each.value IS NOT NULL)
            SELECT value FROM each WHERE value IS NOT NULL LIMIT 200
            """, []
        ) { $0[0] }
    }
}

extension Client {
    static let columns = "status, \(ClientDraft.columns(of: "client"))"

    init(_ row: Columns) { self.init(id: row.id(1), version: row[2], draft: row.draft(from: 3), status: row.word(0)) }
}
