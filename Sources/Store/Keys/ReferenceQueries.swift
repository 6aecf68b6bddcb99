import Domain
import GRDB

extension ReadTransaction {
    /// The reference cards of the clients whom the viewer sees. One statement.
    package func references(_ query: ReferenceQuery, on today: Day) throws -> ReferenceSheet {
        guard sight?.seesDossier ?? true else { return ReferenceSheet(query, today: today, all: []) }
        let found = try rows(
            """
            SELECT c.id, c.name, c.kind, c.segment, c.territory, \(EvidenceDraft.columns(of: "v"))
            FROM evidence v JOIN client c ON c.id = v.client_id
            WHERE v.definition = 'known' AND v.kind <> 'denied' AND (? = 0 OR c.is_confidential = 0)
            ORDER BY c.sort_name, c.id, v.day DESC, v.id DESC LIMIT 5000
            """, [query.isForOutsiders]
        ) { row in
            (
                client: Named<Client>(id: row.id(0), name: row[1]), kind: row.word(2) as ClientKind,
                segment: row[3] as String?, territory: row[4] as String?, draft: row.draft(from: 7) as EvidenceDraft
            )
        }
        var cards: [ReferenceSheet.Card] = []
        for (_, rows) in Dictionary(grouping: found, by: \.client.id) {
            let first = rows[0]
            let card = ReferenceSheet.Card(
                first.client, first.kind, segment: first.segment, territory: first.territory, rows.map(\.draft))
            if let card { cards.append(card) }
        }
        let places = Dictionary(found.enumerated().map { ($1.client.id, $0) }) { first, _ in first }
        return ReferenceSheet(query, today: today, all: cards.sorted { places[$0.client.id]! < places[$1.client.id]! })
    }
}
