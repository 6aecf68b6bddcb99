import Domain
import GRDB

extension ReadTransaction {
    /// The whole act that a line of history belongs to, and what prevents taking it back.
    package func pastAct(_ id: Change.ID, on today: Day) throws -> PastAct {
        let lines = try lines(of: id)
        let reverted = try changesToRevert(lines)
        let authority = authority(on: today)
        return PastAct(
            id: id,
            changes: try changes(
                where: "id BETWEEN ? AND ?", [lines.lowerBound, lines.upperBound], before: nil, atMost: PastAct.shown),
            count: sight == nil
                ? lines.count
                : try count(
                    "SELECT count(*) FROM change WHERE id BETWEEN ? AND ?", [lines.lowerBound, lines.upperBound]),
            summary: RevertibleChange.summary(of: reverted), obstacles: try overtaken(reverted),
            hindrances: try Array(
                (hindrances(to: reverted).map(\.hindrance).filter { !$0.isOfAct(reverted) } + needing(reverted))
                    .prefix(DeletionSheet.needsShown)),
            mayBeTakenBack: try isWhole(reverted)
                && reverted.allSatisfy { try authority.allows(RecordWrite(undoing: $0)) },
            importID: try importID(of: id))
    }

    /// The number of the latest line of history; nil while there is none.
    package func lastChange() throws -> Change.ID? {
        try first("SELECT max(id) FROM change", []) { $0.optionalID(0) } ?? nil
    }

    /// What the viewer did in an act, given its last line of history: the deletion if it ends in one, otherwise the first record that it
    /// added, otherwise its first change. The viewer wrote these lines, so it may name what they see no more, such as a client that they
    /// deleted.
    package func told(_ act: SavedAct) throws -> SavedAct {
        var act = act
        // A security is named after its tender, of which sales support knows the client only.
        let isLimited = sight.map { !$0.seesDossier } ?? false
        act.change = try first(
            """
            SELECT c.id, c.at, u.name, c.act, c.subject, c.record_id,
              CASE WHEN c.subject = 'tender_security' AND ? THEN (SELECT name FROM client WHERE id = c.client_id)
              ELSE c.title END, c.person_id, c.client_id, json_extract(c.fields, CASE c.subject WHEN 'matter' THEN '$.done_day[1]' WHEN 'plan' THEN '$.state[1]' END)
            FROM main.change o JOIN main.change c ON c.id <= o.id AND c.id > coalesce((SELECT id FROM main.change
                WHERE id < o.id AND (at, user_id) IS NOT (o.at, o.user_id) ORDER BY id DESC LIMIT 1), 0)
              JOIN user u ON u.id = c.user_id
            WHERE o.id = ? AND o.user_id = ?
            ORDER BY o.act = 'deleted' AND c.id = o.id DESC, c.act = 'created' DESC, c.id LIMIT 1
            """, [isLimited, act.line.number, viewer.number]
        ) { row in
            let client: Client.ID? = row.optionalID(8)
            if let client { reading.witness?.saw(client: client.number) }
            var change = Change(
                id: row.id(0), at: Moment(milliseconds: row[1]), by: row[2], act: row.word(3), subject: row.word(4),
                record: row[5], title: row[6], client: nil, person: row.optionalID(7), fields: [])
            if let after = row[9] as String? {
                let field = change.subject == .matter ? "done_day" : "state"
                change.fields = [FieldChange(field: field, before: nil, after: after)]
            }
            return change
        }
        return act
    }

    /// The numbers of the lines that one act wrote. Two acts in a row never have the same moment and user.
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

    /// True if these changes, the latest first, are all lines of an act and none is hidden from the viewer.
    private func isWhole(_ changes: [RevertibleChange]) throws -> Bool {
        guard seen != nil, let last = changes.first?.id, let first = changes.last?.id else { return true }
        return try one(
            """
            SELECT (SELECT count(*) FROM main.change WHERE id BETWEEN ?1 AND ?2) = ?3 AND NOT EXISTS (SELECT 1 FROM main.change o
              WHERE o.id IN (?1 - 1, ?2 + 1) AND (o.at, o.user_id) = (SELECT at, user_id FROM main.change WHERE id = ?1))
            """, [first, last, changes.count]
        ) { $0[0] }
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
    /// Takes back a whole act, from its last change to its first: deletes what was added, restores what was changed, and brings back what
    /// was deleted with all that went with it. Throws if a record has changed since or if something newer needs one. Throws `notFound` for
    /// what an import wrote: an import is taken back only as a whole.
    package func takeBack(_ id: Change.ID) throws {
        guard try read.importID(of: id) == nil else { throw Refusal.notFound }
        let lines = try read.lines(of: id)
        let changes = try read.changesToRevert(lines)
        try reach(id, changes)
        try reverting(changes) {
            guard try read.overtaken(changes).isEmpty else { throw PastAct.overtaken }
            for change in changes { try revert(change) }
        }
        try forgetForms(of: "id BETWEEN ? AND ?", [lines.lowerBound, lines.upperBound])
    }

    /// True if the viewer may take back an act that they have just done. A deputy who has made a client a trade secret may not.
    package func mayTakeBack(_ id: Change.ID) throws -> Bool {
        let changes = try read.changesToRevert(read.lines(of: id))
        do {
            try reach(id, changes)
            for change in changes { try requireRight(toUndo: change) }
        } catch Refusal.notFound { return false } catch Refusal.notAllowed { return false }
        return true
    }

    /// Lets the act reach clients that the viewer does not see now: those that they gave away or deleted within the last hour, and those
    /// that they would see again after the undo. Throws `notFound` if they would not see one.
    private func reach(_ id: Change.ID, _ changes: [RevertibleChange]) throws {
        guard let sight else { return }
        let (author, at) = try read.one("SELECT user_id, at FROM change WHERE id = ?", [id.number]) {
            ($0.id(0) as User.ID, $0[1] as Int64)
        }
        guard author != read.viewer || moment.milliseconds - at >= 3_600_000 else {
            let own = changes.filter { $0.subject == .clientKam || $0.subject == .client && $0.act != .changed }
            return touched.all.formUnion(own.compactMap { $0.client?.number })
        }
        for change in changes where change.subject == .client && change.act == .deleted {
            let holder = changes.lazy.filter { $0.client == change.client }.compactMap { $0.holder(on: today) }.first
            guard sight.sees(heldBy: holder, isConfidential: change.wasConfidential) else { throw Refusal.notFound }
            touched.all.insert(change.record)
            touched.absent[change.record] = sight.deputises(atClientOf: holder, read.viewer)
        }
    }

    /// Reverts changes and checks the desk's rules for their records. Throws if a rule is broken or if the viewer may not make one of the
    /// changes.
    func reverting(_ changes: [RevertibleChange], _ body: () throws -> Void) throws {
        for change in changes { try requireRight(toUndo: change) }
        do {
            try body()
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw PastAct.overtaken
        } catch Refusal.notFound {
            // A record that another record names is gone.
            throw PastAct.overtaken
        }
        for change in changes { try requireSound(change) }
    }

    /// Throws if the viewer does not see the record that would be put back, or may not write it.
    private func requireRight(toUndo change: RevertibleChange) throws {
        // Only those who look after the team may see its history.
        if change.subject == .absence, sight?.seesTeam == false { throw Refusal.notFound }
        let isThere =
            try read.count("SELECT count(*) FROM \(change.subject.rawValue) WHERE id = ?", [change.record]) == 1
        try requireSight(of: RecordValues(of: change), isThere ? change.record : nil)
        try requireAuthority(over: RecordWrite(undoing: change))
    }
}

extension RevertibleChange {
    /// Who held the client on a day, according to a deleted tie; nil for any other change.
    fileprivate func holder(on day: Day) -> User.ID? {
        guard subject == .clientKam, act == .deleted else { return nil }
        let values = Dictionary(before.columns.map { ($0.key, $0.value) }) { first, _ in first }
        func text(_ column: String) -> String? { values[column].flatMap { String.fromDatabaseValue($0) } }
        guard let from = text("from_day"), from <= day.stored, (text("to_day") ?? "9999-12-31") >= day.stored else {
            return nil
        }
        return values["user_id"].flatMap { Int64.fromDatabaseValue($0) }.map { User.ID($0) }
    }

    /// True if a client that was deleted was a trade secret.
    fileprivate var wasConfidential: Bool {
        before.columns.contains { $0.key == "is_confidential" && Int64.fromDatabaseValue($0.value) == 1 }
    }
}

extension PastAct {
    static let overtaken = Refusal.inUse
}

extension Refusal {
    /// Something else needs the record as it is.
    static let inUse = Refusal.invalid(Problems(["act": .inUse]))
}
