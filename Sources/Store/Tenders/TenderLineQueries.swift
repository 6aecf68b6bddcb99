import Domain
import GRDB

extension ReadTransaction {
    /// The tenders that have this piece in their number, or else these words in their title; those that are not over first, at most
    /// twenty. At most two statements.
    package func tenders(meantBy piece: String) throws -> [Named<Tender>] {
        func found(_ condition: String, _ value: String) throws -> [Named<Tender>] {
            try rows(
                """
                SELECT hit.id, hit.title FROM tender hit WHERE \(condition) ORDER BY hit.stage = 'closed', hit.id DESC LIMIT 20
                """, [value]
            ) { Named(id: $0.id(0), name: $0[1]) }
        }
        let numbered = try found("instr(hit.number, ?) > 0", piece)
        guard numbered.isEmpty, let pattern = SearchPattern(piece) else { return numbered }
        return try found(
            """
            hit.id IN (SELECT rowid / 4 FROM main.named_search WHERE named_search MATCH ? AND rowid % 4 = 3)
            """, pattern.expression)
    }

    /// The part of a tender that a typed line is about; nil if a new one is meant, or none fits for certain.
    package func part(of tender: Tender.ID, meantBy deed: TenderLine.Deed) throws -> Int64? {
        switch deed {
        case .securityPaid:
            return try parts(SecurityDraft.self, of: tender).first { $0.draft.paidOn == nil }?.id.number
        case .securityReturned:
            return try parts(SecurityDraft.self, of: tender).first {
                $0.draft.paidOn != nil && $0.draft.returnedOn == nil
            }?.id.number
        case .applied: return try deadline(.applications, of: tender)
        case .signed: return try deadline(.signingOurs, of: tender)
        case .delivered: return try delivery(.deliver, of: tender)
        case .accepted: return try delivery(.accept, of: tender)
        case .paid: return try delivery(.pay, of: tender)
        case .won, .lost:
            let open = try parts(LotDraft.self, of: tender).filter { $0.draft.outcome == .undecided }
            return open.count == 1 ? open[0].id.number : nil
        case .answered: return try parts(QuestionDraft.self, of: tender).first { $0.draft.answeredOn == nil }?.id.number
        case .asked, .noted: return nil
        }
    }

    /// True if a part that nobody has written down yet may begin with what the line says.
    package func mayBegin(_ deed: TenderLine.Deed, of tender: Tender.ID) throws -> Bool {
        switch deed {
        case .asked: true
        case .securityPaid: try parts(SecurityDraft.self, of: tender).isEmpty
        default: false
        }
    }

    private func deadline(_ kind: DeadlineKind, of tender: Tender.ID) throws -> Int64? {
        try parts(DeadlineDraft.self, of: tender).first { $0.draft.kind == kind && $0.draft.doneOn == nil }?.id.number
    }

    private func delivery(_ step: DeliveryDraft.Step, of tender: Tender.ID) throws -> Int64? {
        try parts(DeliveryDraft.self, of: tender).filter { $0.draft.step == step }.min {
            ($0.draft.due, $0.id) < ($1.draft.due, $1.id)
        }?.id.number
    }
}
