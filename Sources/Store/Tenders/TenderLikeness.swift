import Domain
import GRDB

/// Which tenders are like one another.
enum TenderLikeness {
    /// The latest tenders for a product of the tender ?1, of rank 0, and the latest of its customer ?2, of rank 1.
    static let near = """
        near (id, rank) AS (
          SELECT * FROM (SELECT DISTINCT l.tender_id, 0 FROM lot_item i JOIN tender_lot l ON l.id = i.lot_id
            WHERE i.product_id IN (SELECT o.product_id FROM tender_lot m JOIN lot_item o ON o.lot_id = m.id WHERE m.tender_id = ?1)
            ORDER BY l.tender_id DESC LIMIT 50)
          UNION ALL SELECT * FROM (SELECT id, 1 FROM tender WHERE client_id = ?2 ORDER BY id DESC LIMIT 50))
        """
}

extension WriteTransaction {
    /// Takes over the requirements of the last tender like this one that has any. Nothing of them is confirmed yet. Throws a problem of the
    /// field `fit` if this tender has requirements, or if there is no such tender.
    package func beginFit(of id: Tender.ID) throws {
        let tender = try read.tender(id)
        guard try read.parts(FitDraft.self, of: id).isEmpty else { throw Refusal.invalid(Problems(["fit": .taken])) }
        let near = try read.rows(
            """
            WITH \(TenderLikeness.near)
            SELECT n.id, t.client_id FROM near n JOIN tender t ON t.id = n.id
            WHERE n.id <> ?1 AND EXISTS (SELECT 1 FROM fit_line f WHERE f.tender_id = n.id)
            GROUP BY n.id ORDER BY min(n.rank), n.id DESC
            """, [id.number, tender.draft.client.number]
        ) { (id: $0.id(0) as Tender.ID, client: $0.id(1) as Client.ID) }
        // An act reads the whole desk, and may take over only what its author sees.
        guard let last = try near.first(where: { try sees($0.client) })?.id else {
            throw Refusal.invalid(Problems(["fit": .unknown]))
        }
        for line in try read.parts(FitDraft.self, of: last) {
            var draft = line.draft
            (draft.verdict, draft.confirmedOn, draft.user) = (.unknown, nil, nil)
            try addPart(draft, to: id.number)
        }
    }
}
