import Domain
import GRDB

extension ReadTransaction {
    /// The whole act that a line of history is a part of, and what stands in the way of taking it back.
    package func pastAct(_ id: Change.ID) throws -> PastAct {
        let lines = try lines(of: id)
        return PastAct(
            id: id,
            changes: try changes(
                where: "id BETWEEN ? AND ?", [lines.lowerBound, lines.upperBound], before: nil, atMost: PastAct.shown),
            count: sight == nil
                ? lines.count
                : try count(
                    "SELECT count(*) FROM change WHERE id BETWEEN ? AND ?", [lines.lowerBound, lines.upperBound]),
            obstacles: try overtaken(changesToRevert(lines)), importID: try importID(of: id))
    }

    /// The number of the latest line of history, nil while there is none.
    package func lastChange() throws -> Change.ID? {
        try first("SELECT max(id) FROM change", []) { $0.optionalID(0) } ?? nil
    }

    /// The numbers of the lines that were written together with a line: no two acts in a row have one moment.
    fileprivate func lines(of id: Change.ID) throws -> ClosedRange<Int64> {
        let other = "(o.at, o.user_id) IS NOT (c.at, c.user_id) ORDER BY o.id"
        return try one(
            """
            SELECT coalesce((SELECT o.id FROM change o WHERE o.id < c.id AND \(other) DESC LIMIT 1), 0) + 1,
              coalesce((SELECT o.id - 1 FROM change o WHERE o.id > c.id AND \(other) LIMIT 1), (SELECT max(id) FROM change))
            FROM change c WHERE c.id = ?
            """, [id.number]
        ) { $0[0]...$0[1] }
    }

    fileprivate func importID(of id: Change.ID) throws -> Import.ID? {
        try one("SELECT import_id FROM change WHERE id = ?", [id.number]) { $0.optionalID(0) }
    }

    fileprivate func changesToRevert(_ lines: ClosedRange<Int64>) throws -> [RevertibleChange] {
        try changesToRevert(
            where: "id BETWEEN ? AND ?", [lines.lowerBound, lines.upperBound], atMost: lines.count)
    }
}

extension WriteTransaction {
    /// Takes a whole act back, from its last change to its first: what was added goes, what was changed is as it was before, and
    /// what was deleted comes back with all that went with it. Throws where a record was changed since, where something newer
    /// needs one, and for what an import wrote, which is taken back as a whole.
    package func takeBack(_ id: Change.ID) throws {
        guard try read.importID(of: id) == nil else { throw Refusal.notFound }
        let lines = try read.lines(of: id)
        let changes = try read.changesToRevert(lines)
        try allowTakingBack(id, changes)
        try reverting(changes) {
            guard try read.overtaken(changes).isEmpty else { throw PastAct.overtaken }
            for change in changes { try revert(change) }
        }
        try forgetForms(of: "id BETWEEN ? AND ?", [lines.lowerBound, lines.upperBound])
    }

    /// Whoever does not see everything takes back what they have just done, wherever the clients are now, and what others did where
    /// they see it; a client that another has deleted is not theirs to bring back.
    private func allowTakingBack(_ id: Change.ID, _ changes: [RevertibleChange]) throws {
        guard sight != nil else { return }
        let (author, at) = try read.one("SELECT user_id, at FROM change WHERE id = ?", [id.number]) {
            ($0.id(0) as User.ID, $0[1] as Int64)
        }
        if author == read.viewer, moment.milliseconds - at < 3_600_000 {
            touched.all.formUnion(changes.compactMap { $0.client?.number })
        } else if changes.contains(where: { $0.subject == .client && $0.act == .deleted }) {
            throw Refusal.notFound
        }
    }

    /// Reverts changes and looks whether the desk's rules still hold of their records. Throws where they do not.
    func reverting(_ changes: [RevertibleChange], _ body: () throws -> Void) throws {
        for change in changes {
            if let sight {
                let isOfTeam = [.user, .desk, .department, .absence].contains(change.subject)
                guard isOfTeam ? sight.seesTeam : sight.seesRoom(of: change.subject) else { throw Refusal.notFound }
            }
            guard read.frame.viewer.mayChange(change.subject) else { throw Refusal.notAllowed }
            if change.subject == .absence { try requireOwn(absence: change) }
            if change.isDecision { try requireDecision(on: change) }
        }
        do {
            try body()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw PastAct.overtaken
        } catch Refusal.notFound {
            // A record that another named is gone.
            throw PastAct.overtaken
        }
        for change in changes { try read.requireSound(change) }
    }
}

extension WriteTransaction {
    /// Throws `notAllowed` where the viewer would undo what another has decided on the work of a KAM, and might not decide it themselves.
    private func requireDecision(on change: RevertibleChange) throws {
        let author = try read.one("SELECT user_id FROM change WHERE id = ?", [change.id]) { $0.id(0) as User.ID }
        guard author != read.viewer, let client = change.client else { return }
        // Seeing the client tells for whom the viewer stands in there.
        _ = try sees(client)
        try requireDecider(of: client)
    }
}

extension RevertibleChange {
    /// Is it a joint review, or the approval of a line of a budget?
    fileprivate var isDecision: Bool {
        subject == .review
            || subject == .expense
                && (before.columns + after.columns).contains { $0.key == "approver_id" && !$0.value.isNull }
    }
}

extension ReadTransaction {
    /// Throws where a record that was reverted breaks a rule that the schema does not hold itself: that of its verb.
    fileprivate func requireSound(_ change: RevertibleChange) throws {
        do {
            try requireRule(of: change)
        } catch Refusal.invalid {
            throw PastAct.overtaken
        } catch Refusal.notFound {
            // The record is gone, and with it what it could break.
        }
    }

    private func requireRule(of change: RevertibleChange) throws {
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
        case .person, .post, .interaction, .matter, .brief, .product, .productGroup, .allocation, .department, .absence,
            .tie, .assessment, .ladderMove, .fact, .project, .review, .expense, .guest, .talk, .expectedChange:
            break
        }
    }
}

extension PastAct {
    static let overtaken = Refusal.invalid(Problems(["act": .inUse]))
}
