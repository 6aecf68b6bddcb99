import Domain
import GRDB

extension ReadTransaction {
    package func evidence(_ id: Evidence.ID) throws -> (evidence: Evidence, client: Named<Client>) {
        try one(
            """
            SELECT \(EvidenceDraft.columns(of: "v")), c.id, c.name FROM evidence v JOIN client_named c ON c.id = v.client_id
            WHERE v.id = ?
            """, [id.number]
        ) { (Evidence(id: $0.id(0), version: $0[1], draft: $0.draft()), Named(id: $0.id(10), name: $0[11])) }
    }

    /// Why a client is key, definition by definition. At most ten statements.
    package func evidenceSheet(of client: Client.ID, on today: Day) throws -> EvidenceSheet {
        // Throws for a client whom the viewer does not see whole.
        let named = try one("SELECT id, name FROM client WHERE id = ?", [client.number]) {
            Named<Client>(id: $0.id(0), name: $0[1])
        }
        guard sight?.seesDossier ?? true else { throw Refusal.notFound }
        let found = try rows(
            """
            SELECT \(EvidenceDraft.columns(of: "v")), u.name FROM evidence v JOIN user u ON u.id = v.user_id
            WHERE v.client_id = ? ORDER BY v.day DESC, v.id DESC LIMIT 500
            """, [client.number]
        ) {
            EvidenceSheet.Row(evidence: Evidence(id: $0.id(0), version: $0[1], draft: $0.draft()), by: $0[10])
        }
        let keys = sight?.seesMoney ?? true ? try keySheet(KeyQuery(), on: today) : nil
        let row = keys?.clients.first { row in
            row.client.id == client || row.members.contains { $0.client.id == client }
        }
        return EvidenceSheet(
            client: named, today: today, rows: found, shares: row?.shares ?? [],
            turnover: row?.members.first { $0.client.id == client }?.turnover ?? row?.sums.turnover,
            mayEdit: true)
    }

    /// What is known for or against the definitions, of all clients. One statement; the claims themselves are left out.
    func allEvidence() throws -> [Client.ID: [EvidenceDraft]] {
        let found = try rows(
            "SELECT v.client_id, v.definition, v.kind, v.day, v.until_day FROM evidence v ORDER BY v.client_id LIMIT 50000"
        ) { row in
            (
                client: row.id(0) as Client.ID,
                draft: EvidenceDraft(
                    row.word(1), row.word(2), claim: "", source: "", day: row.day(3), until: row.optionalDay(4))
            )
        }
        return Dictionary(grouping: found, by: \.client).mapValues { $0.map(\.draft) }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addEvidence(_ draft: EvidenceDraft, of client: Client.ID) throws -> Evidence.ID {
        let client = try read.clientName(client)
        return Evidence.ID(try insert(draft.record(client.id, by: read.viewer)))
    }

    /// Returns false if nothing differs.
    @discardableResult
    package func changeEvidence(_ id: Evidence.ID, from version: Int?, _ draft: EvidenceDraft) throws -> Bool {
        let client = try read.evidence(id).client
        return try update(id.number, from: version, draft.record(client.id))
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
