import Domain
import GRDB

extension ReadTransaction {
    package func evidence(_ id: Evidence.ID) throws -> (evidence: Evidence, client: Named<Client>) {
        try one(
            """
            SELECT c.id, c.name, \(EvidenceDraft.columns(of: "v"))
            FROM evidence v JOIN client_named c ON c.id = v.client_id WHERE v.id = ?
            """, [id.number]
        ) {
            (Evidence(id: $0.id(2), version: $0[3], draft: $0.draft(from: 4)), Named(id: $0.id(0), name: $0[1]))
        }
    }

    /// Why a client is key, definition by definition. At most ten statements.
    package func evidenceSheet(of client: Client.ID, on today: Day) throws -> EvidenceSheet {
        guard sight?.seesDossier ?? true else { throw Refusal.notFound }
        // Throws for a client whom the viewer does not see whole.
        return try evidenceSheet(of: clientName(client), strategyRows(of: client, on: today), on: today)
    }

    /// The same with the client's name and strategy, which are known already.
    func evidenceSheet(of client: Named<Client>, _ strategy: [StrategySheet.Row], on today: Day) throws -> EvidenceSheet
    {
        try evidenceSheet(client, evidenceRows, strategy.filter { $0.draft.topic == .level }, on: today)
    }

    /// The same: definition 1 is added against whoever holds the client, and `known` says what is known of it, and of a group's head of its
    /// members, by the day.
    func evidenceSheet(
        _ client: Named<Client>, _ known: ([Client.ID], Day) throws -> [EvidenceSheet.Row],
        _ levels: [StrategySheet.Row], on day: Day
    ) throws -> EvidenceSheet {
        let team = try planningTeam()
        let unit = sight?.seesMoney ?? true ? try keyUnit(of: client.id, team, on: day) : nil
        let isHead = unit?.head == client.id
        let own = unit?.members.first { $0.client == client.id }
        return EvidenceSheet(
            client: client, today: day, rows: try known(isHead ? unit?.clients ?? [] : [client.id], day),
            levels: levels,
            shares: (unit?.shares ?? []).map { KeySheet.Share($0, name: team.name($0.scope) ?? frame.desk.name) },
            isGroup: unit?.isGroup ?? false, income: isHead ? unit?.sums.income : own?.income,
            turnover: isHead ? unit?.sums.turnover : own?.turnover)
    }

    /// What was known of some clients by a day, the newest first. One statement.
    func evidenceRows(of clients: [Client.ID], on day: Day) throws -> [EvidenceSheet.Row] {
        try rows(
            """
            SELECT u.name, coalesce(i.topic, o.number, l.subject), l.tender_id, n.id, n.name, \(EvidenceDraft.columns(of: "v"))
            FROM json_each(?) e JOIN evidence v ON v.client_id = e.value JOIN client_named n ON n.id = v.client_id
            JOIN user u ON u.id = v.user_id LEFT JOIN interaction i ON i.id = v.interaction_id
            LEFT JOIN client_order o ON o.id = v.order_id LEFT JOIN tender_lot l ON l.id = v.lot_id
            WHERE v.day <= ? ORDER BY v.day DESC, v.id DESC LIMIT 500
            """, [jsonList(clients.map(\.number)), day.stored]
        ) {
            EvidenceSheet.Row(
                evidence: Evidence(id: $0.id(5), version: $0[6], draft: $0.draft(from: 7)), by: $0[0],
                client: Named(id: $0.id(3), name: $0[4]), linked: $0[1], tender: $0.optionalID(2))
        }
    }

    /// What evidence for a client may refer to: what it refers to already, the latest interactions, shipped orders and won lots, with their
    /// names. Three statements.
    package func evidenceLinks(of client: Client.ID, with link: EvidenceLink?) throws -> [(
        link: EvidenceLink, name: String, day: Day?
    )] {
        try rows(
            "SELECT id, topic, day FROM interaction WHERE client_id = ? ORDER BY id IS ? DESC, day DESC, id DESC LIMIT 15",
            [client.number, link?.interaction?.number]
        ) { (.interaction($0.id(0)), $0[1], $0.day(2)) }
            + rows(
                """
                SELECT id, number, shipped_day FROM client_order WHERE client_id = ? AND shipped_day IS NOT NULL
                ORDER BY id IS ? DESC, day DESC, id DESC LIMIT 15
                """, [client.number, link?.order?.number]
            ) { (.order($0.id(0)), $0[1], $0.day(2)) }
            + rows(
                """
                SELECT l.id, l.subject FROM tender t JOIN tender_lot l ON l.tender_id = t.id
                WHERE t.client_id = ? AND (l.outcome = 'won' OR l.id IS ?) ORDER BY l.id IS ? DESC, l.id DESC LIMIT 15
                """, [client.number, link?.lot?.number, link?.lot?.number]
            ) { (.lot($0.id(0)), $0[1], nil) }
    }

    /// What is known for or against the definitions, of all clients. One statement; the claims themselves are left out.
    func allEvidence() throws -> [Client.ID: [EvidenceDraft]] {
        let found = try rows(
            "SELECT v.client_id, v.definition, v.kind, v.day, v.until_day, v.amount FROM evidence v ORDER BY v.client_id LIMIT 50000"
        ) { row in
            (
                client: row.id(0) as Client.ID,
                draft: EvidenceDraft(
                    row.word(1), row.word(2), claim: "", source: "",
                    amount: row[5] == nil as Int64? ? nil : row.money(5),
                    day: row.day(3), until: row.optionalDay(4))
            )
        }
        return Dictionary(grouping: found, by: \.client).mapValues { $0.map(\.draft) }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addEvidence(_ draft: EvidenceDraft, of client: Client.ID) throws -> Evidence.ID {
        let client = try read.clientName(client)
        try requireKnown(draft.link, instead: nil, at: client.id)
        return Evidence.ID(try insert(draft.record(client.id, by: read.viewer)))
    }

    /// Returns false if nothing differs.
    @discardableResult
    package func changeEvidence(_ id: Evidence.ID, from version: Int?, _ draft: EvidenceDraft) throws -> Bool {
        let (old, client) = try read.evidence(id)
        try requireKnown(draft.link, instead: old.draft.link, at: client.id)
        return try update(id.number, from: version, draft.record(client.id))
    }

    /// Throws if evidence would show another client's record.
    private func requireKnown(_ link: EvidenceLink?, instead old: EvidenceLink?, at client: Client.ID) throws {
        guard let link, link != old else { return }
        let (from, number) =
            switch link {
            case .interaction(let id): ("interaction r", id.number)
            case .order(let id): ("client_order r", id.number)
            case .lot(let id):
                ("(SELECT l.id, t.client_id FROM tender_lot l JOIN tender t ON t.id = l.tender_id) r", id.number)
            }
        guard
            try read.count("SELECT count(*) FROM \(from) WHERE r.id = ? AND r.client_id = ?", [number, client.number])
                == 1
        else { throw Refusal.invalid(Problems(["link": .unknown])) }
    }

    /// Says that a piece of evidence is still so: it is as old as today, and whoever says it answers for it.
    package func confirmEvidence(_ id: Evidence.ID) throws {
        let (old, client) = try read.evidence(id)
        let record = old.draft.stillSo(on: today).record(client.id, by: read.viewer)
        // A viewer who does not see it must not learn that it is there.
        try requireSight(of: record, id.number)
        try update(id.number, from: nil, record)
    }

    package func deleteEvidence(_ id: Evidence.ID, from version: Int?) throws {
        try deleteWhole(.evidence, id.number, from: version)
    }
}

extension EvidenceDraft {
    fileprivate func record(_ client: Client.ID, by user: User.ID? = nil) -> RecordValues {
        var record = RecordValues(
            subject: .evidence, title: claim, client: client, columns: ["client_id": client.number] + stored)
        // A correction does not change the author.
        if let user { record.columns.all.append(("user_id", user.number.databaseValue)) }
        return record
    }
}
