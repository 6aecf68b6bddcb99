import Domain
import GRDB

extension ReadTransaction {
    package func ownPaper(_ id: OwnPaper.ID) throws -> OwnPaper {
        try one("SELECT \(PaperDraft.columns) FROM own_paper p WHERE p.id = ?", [id.number]) { OwnPaper($0) }
    }

    /// All our papers.
    func ownPapers() throws -> [OwnPaper] {
        try rows("SELECT \(PaperDraft.columns) FROM own_paper p ORDER BY p.expires_day, p.id LIMIT 2000", []) {
            OwnPaper($0)
        }
    }

    /// The paper of this kind with this number; nil if there is none.
    func ownPaper(_ kind: PaperKind, numbered number: String) throws -> OwnPaper? {
        try first(
            "SELECT \(PaperDraft.columns) FROM own_paper p WHERE p.kind = ? AND p.number = ? ORDER BY p.id LIMIT 1",
            [kind.rawValue, number]
        ) { OwnPaper($0) }
    }
}

extension ReadTransaction {
    /// Our papers, each with the tenders whose signing it does not reach. Two statements.
    package func paperList() throws -> PaperList {
        let own = try currency().code
        // A paper is held against the tenders whose application asks for one of its kind and product, and what somebody signs with against
        // those that they lead.
        let touched = try rows(
            """
            SELECT p.id, t.id, t.title, (SELECT coalesce(sum(l.start), 0) FROM tender_lot l WHERE l.tender_id = t.id),
              coalesce(t.currency, ?1) = ?1, min(d.day)
            FROM own_paper p JOIN tender t ON t.stage <> 'closed' AND t.stage <> 'execution' AND t.go <> 'no-go'
              AND (p.kind IN ('signature', 'attorney') AND t.user_id = p.user_id OR EXISTS (SELECT 1 FROM application_line a
                WHERE a.tender_id = t.id AND a.paper = p.kind AND a.product_id IS p.product_id))
            JOIN tender_deadline d ON d.tender_id = t.id AND d.kind = 'signing-ours' AND d.done_day IS NULL AND d.day > p.expires_day
            WHERE p.expires_day >= '' GROUP BY p.id, t.id ORDER BY 6, t.id LIMIT 2000
            """, [own]
        ) {
            (
                $0[0] as Int64, TouchedTender(tender: Named(id: $0.id(1), name: $0[2]), signing: $0.day(5)),
                $0.money(3),
                $0[4] as Bool
            )
        }
        let byPaper = Dictionary(grouping: touched) { $0.0 }
        let papers = try rows(
            """
            SELECT \(PaperDraft.columns), r.name, u.name FROM own_paper p LEFT JOIN product r ON r.id = p.product_id
            LEFT JOIN user u ON u.id = p.user_id ORDER BY p.expires_day, p.id LIMIT 2000
            """, []
        ) { (OwnPaper($0), $0[11] as String?, $0[12] as String?) }
        // An index has those without an end first, the page has them last.
        let ordered = papers.filter { $0.0.draft.expiresOn != nil } + papers.filter { $0.0.draft.expiresOn == nil }
        return PaperList(
            papers: ordered.map { paper, product, user in
                let tenders = byPaper[paper.id.number] ?? []
                return PaperRow(
                    paper: paper, product: product, user: user, touched: tenders.map(\.1),
                    touchedWorth: tenders.filter(\.3).map(\.2).reduce(.zero, +))
            })
    }

    /// The securities that are not returned yet. Two statements.
    package func securityList(on today: Day) throws -> SecurityList {
        let own = try currency().code
        let found = try rows(
            """
            SELECT s.tender_id, \(SecurityDraft.columns(of: "s")), c.id, c.name, t.id, t.title, coalesce(g.currency, ?1)
            FROM tender_security s JOIN tender_ground g ON g.id = s.tender_id JOIN client c ON c.id = g.client_id
            LEFT JOIN tender t ON t.id = g.id WHERE s.returned_day IS NULL
            ORDER BY s.needed_day IS NULL, s.needed_day, s.id LIMIT 2000
            """, [own]
        ) {
            SecurityRow(
                security: TenderSecurity(id: $0.id(1), version: $0[2], owner: $0[0], draft: $0.draft(from: 3)),
                client: Named(id: $0.id(16), name: $0[17]), tender: $0.named(18), currency: $0[20])
        }
        return SecurityList(rows: found, own: own, on: today)
    }
}

extension ReadTransaction {
    /// The deliveries that are not paid yet. Two statements.
    package func deliveryList(on today: Day) throws -> DeliveryList {
        let own = try currency().code
        let found = try rows(
            """
            SELECT s.tender_id, \(DeliveryDraft.columns(of: "s")), c.id, c.name, t.id, t.title, coalesce(g.currency, ?1)
            FROM tender_delivery s JOIN tender_ground g ON g.id = s.tender_id JOIN client c ON c.id = g.client_id
            LEFT JOIN tender t ON t.id = g.id WHERE s.paid_day IS NULL ORDER BY s.due_day, s.id LIMIT 2000
            """, [own]
        ) {
            DeliveryRow(
                delivery: TenderDelivery(id: $0.id(1), version: $0[2], owner: $0[0], draft: $0.draft(from: 3)),
                client: Named(id: $0.id(13), name: $0[14]), tender: $0.named(15), currency: $0[17])
        }
        return DeliveryList(rows: found, own: own, on: today)
    }
}

extension WriteTransaction {
    @discardableResult
    package func addPaper(_ draft: PaperDraft) throws -> OwnPaper.ID {
        try requireColleague(draft.user)
        return OwnPaper.ID(try insert(draft.record))
    }

    /// Returns false if nothing differs.
    @discardableResult
    package func changePaper(_ id: OwnPaper.ID, from version: Int?, _ draft: PaperDraft) throws -> Bool {
        try requireColleague(draft.user)
        return try update(id.number, from: version, draft.record)
    }

    package func deletePaper(_ id: OwnPaper.ID, from version: Int?) throws {
        try deleteWhole(.ownPaper, id.number, from: version)
    }
}

extension PaperDraft {
    static let columns = columns(of: "p")

    var record: RecordValues { RecordValues(subject: .ownPaper, title: number, columns: stored) }
}

extension OwnPaper {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}
