import Domain
import GRDB

extension WriteTransaction {
    /// Throws if a reverted record breaks a rule that its verb enforces and the schema does not.
    func requireSound(_ change: RevertibleChange) throws {
        do {
            let isNamed = (change.before.columns + change.after.columns).contains { $0.key == "name" }
            if change.subject == .user, change.act != .created, isNamed {
                try requireFreeName(read.colleague(User.ID(change.record)).0.name, except: User.ID(change.record))
            }
            try read.requireRule(of: change)
        } catch Refusal.invalid {
            throw PastAct.overtaken
        } catch Refusal.notFound {
            // The record is gone, so it can break no rule.
        }
    }
}

extension ReadTransaction {
    fileprivate func requireRule(of change: RevertibleChange) throws {
        let id = change.record
        func touches(_ column: String) -> Bool {
            change.act == .changed && change.before.columns.contains { $0.key == column }
        }
        switch change.subject {
        case .client: try requireSound(client(.init(id)).draft, id: .init(id))
        case .clientKam:
            let overlaps = try count(
                """
                SELECT count(*) FROM client_kam a JOIN client_kam b ON b.client_id = a.client_id AND b.id <> a.id
                WHERE a.id = ? AND a.from_day <= coalesce(b.to_day, '9999-12-31')
                  AND b.from_day <= coalesce(a.to_day, '9999-12-31')
                """, [id])
            if overlaps > 0 { throw PastAct.overtaken }
        case .order: try requireSound(order(.init(id)).draft, id: .init(id))
        case .orderLine:
            try requireSound(line(.init(id)).draft, id: .init(id))
            let returns = try count("SELECT count(*) FROM goods_return WHERE line_id = ?", [id])
            if touches("product_id") && returns > 0 { throw PastAct.overtaken }
        case .goodsReturn:
            let back = try goodsReturn(.init(id))
            try requireSold(back.draft, of: back.line, id: back.id)
        case .invoice:
            let invoice = try invoice(.init(id))
            try requireSound(invoice.draft, of: invoice.client, id: invoice.id)
        case .payment:
            let payment = try payment(.init(id))
            try requireSound(payment.draft, of: payment.client, id: payment.id)
        case .user:
            if try count("SELECT count(*) FROM user WHERE administers = 1 AND is_active = 1") == 0 {
                throw PastAct.overtaken
            }
        case .desk: if try touches("currency") && hasAmounts() { throw PastAct.overtaken }
        case .event:
            let event = try event(.init(id)).draft
            if event.to - event.from >= Event.longest { throw PastAct.overtaken }
        case .planTarget:
            // What is agreed is changed only by a further version. With its client a plan may go and come back.
            let columns = change.before.columns + change.after.columns
            let owner = columns.first { $0.key == "plan_id" }.flatMap { Int64.fromDatabaseValue($0.value) }
            let plan = try plan(owner.map { Plan.ID($0) } ?? planID(of: .init(id)))
            if change.act != .deleted, plan.draft.state == .agreed { throw PastAct.overtaken }
        case .tender:
            let tender = try tender(.init(id))
            try requireSound(tender.draft, id: tender.id)
            if touches("stage"), tender.draft.stage == .closed { try requireReasons(of: tender.id) }
        case .tenderLot:
            let lot: TenderLot = try part(.init(id))
            // A deletion that is undone brings a lot back into a tender that may be closed.
            let isClosed = try tender(.init(lot.owner)).draft.stage == .closed
            if change.act == .changed || isClosed, lot.draft.owesReason { throw PastAct.overtaken }
        default: break
        }
    }
}
