import Domain
import GRDB

extension Desk {
    /// Takes an import back, updates included, in one transaction. Returns what stands in the way, and then has changed nothing:
    /// records that were changed since, and those that something newer needs.
    package func undoImport(
        _ id: Import.ID, at moment: Moment = .current(), as user: User.ID = Desk.owner,
        progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> [Obstacle] {
        let today = moment.day(in: try read { try $0.frame().desk.timeZone })
        do {
            try write(as: user, at: moment, on: today, settling: false) { write in
                guard try write.read.importRecord(id).state == .done else { throw Refusal.notFound }
                let obstacles = try write.read.obstacles(to: id)
                guard obstacles.isEmpty else { throw Obstructed(by: obstacles) }
                let total = try write.read.count("SELECT count(*) FROM change WHERE import_id = ?", [id.number])
                var (last, done) = (Int64.max, 0)
                while case let changes = try write.read.changesToRevert(id, before: last), let first = changes.last?.id
                {
                    for change in changes { try write.revertOrObstruct(change) }
                    (last, done) = (first, done + changes.count)
                    progress(done, total)
                }
                try write.execute("UPDATE import SET state = 'undone' WHERE id = ?", [id.number])
            }
        } catch let obstructed as Obstructed {
            return obstructed.by
        }
        while try write(at: moment, on: today, settling: false, { try $0.settlePace() }) {}
        return []
    }

    /// Takes back what an import that did not come to its end has written, in short transactions, from its last change to its first.
    /// What something newer needs by now stays. Begun again, it goes on where it was cut off.
    func takeBack(_ id: Import.ID, at moment: Moment) throws {
        let today = moment.day(in: try read { try $0.frame().desk.timeZone })
        var last = Int64.max
        while true {
            let changes = try write(at: moment, on: today, settling: false) { write in
                let changes = try write.read.changesToRevert(id, before: last)
                for change in changes { try write.revertUnlessNeeded(change) }
                return changes
            }
            guard let first = changes.last?.id else { break }
            last = first
        }
        while try write(at: moment, on: today, settling: false, { try $0.settlePace() }) {}
        try write(at: moment, on: today) {
            try $0.execute("UPDATE import SET state = 'undone' WHERE id = ?", [id.number])
        }
    }

    /// Takes back imports that were cut off.
    func recoverImports() throws {
        let cut = try read { try $0.rows("SELECT id FROM import WHERE state = 'running'", []) { Import.ID($0[0]) } }
        for id in cut { try takeBack(id, at: .current()) }
    }
}

/// Ends an undo, and with it all that it has done.
private struct Obstructed: Error { var by: [Obstacle] }

extension WriteTransaction {
    fileprivate func revertOrObstruct(_ change: RevertibleChange) throws {
        do { try revert(change) } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            throw Obstructed(by: [
                Obstacle(subject: change.subject, record: change.record, title: change.title, isChanged: false)
            ])
        }
    }

    fileprivate func revertUnlessNeeded(_ change: RevertibleChange) throws {
        try Walk.run(db, "SAVEPOINT change")
        do { try revert(change) } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
            try Walk.run(db, "ROLLBACK TO change")
        }
        try Walk.run(db, "RELEASE change")
    }
}

/// A change as history keeps it, to be taken back.
struct RevertibleChange {
    var id: Int64
    var act: Change.Act
    var subject: Change.Subject
    var record: Int64
    var title: String
    var client: Client.ID?
    var person: Person.ID?
    /// The columns that it touched with the values before.
    var before: [RecordColumns.Column]
}

extension ReadTransaction {
    fileprivate func changesToRevert(_ id: Import.ID, before last: Int64) throws
        -> [RevertibleChange]
    {
        var changes: [RevertibleChange] = []
        _ = try rows(
            """
            SELECT c.id, c.act, c.subject, c.record_id, c.title, c.client_id, c.person_id, f.key,
              CASE json_type(f.value, '$[0]') WHEN 'object' THEN json_extract(f.value, '$[0].id')
                WHEN 'integer' THEN json_extract(f.value, '$[0]') END,
              iif(json_type(f.value, '$[0]') = 'text', json_extract(f.value, '$[0]'), NULL)
            FROM (SELECT * FROM change WHERE import_id = ? AND id < ? ORDER BY id DESC LIMIT ?) c JOIN json_each(c.fields) f
            ORDER BY c.id DESC, f.id
            """, [id.number, last, 500]
        ) { row in
            if changes.last?.id != row[0] {
                changes.append(
                    RevertibleChange(
                        id: row[0], act: row.word(1), subject: row.word(2), record: row[3], title: row[4],
                        client: row.optionalID(5), person: row.optionalID(6), before: []))
            }
            let value = (row[8] as Int64?)?.databaseValue ?? (row[9] as String?)?.databaseValue ?? .null
            changes[changes.count - 1].before.append((row[7], value))
        }
        return changes
    }

    /// What was changed since an import wrote it, and what something newer refers to; at most 100.
    fileprivate func obstacles(to id: Import.ID) throws -> [Obstacle] {
        let changed = try rows(
            """
            SELECT DISTINCT c.subject, c.record_id, c.title FROM change c JOIN change d
              ON d.subject = c.subject AND d.record_id = c.record_id AND d.id > c.id
            WHERE c.import_id = ?1 AND d.import_id IS NOT ?1 LIMIT 100
            """, [id.number]
        ) { Obstacle(subject: $0.word(0), record: $0[1], title: $0[2], isChanged: true) }
        guard changed.isEmpty else { return changed }
        return try ReadTransaction.references.flatMap { reference in
            // What refers to a record that is new must be the import's too. What refers to one that is changed must be older where
            // the record's amount or quantity stands behind it.
            try rows(
                """
                SELECT DISTINCT c.subject, c.record_id, c.title FROM change c JOIN \(reference.from) r ON r.\(reference.column) = c.record_id
                WHERE c.import_id = ?1 AND c.subject = ?2 AND (c.act = 'created' AND NOT EXISTS
                    (SELECT 1 FROM change d WHERE d.subject = ?3 AND d.record_id = r.\(reference.identity) AND d.import_id = ?1)
                  OR ?4 AND c.act = 'changed' AND EXISTS
                    (SELECT 1 FROM change d WHERE d.subject = ?3 AND d.record_id = r.\(reference.identity) AND d.id > c.id
                      AND d.import_id IS NOT ?1))
                LIMIT 100
                """,
                [
                    id.number, reference.to, reference.from == "interaction_person" ? "interaction" : reference.from,
                    ["allocation", "goods_return"].contains(reference.from) || reference.to == "client_order",
                ]
            ) { Obstacle(subject: $0.word(0), record: $0[1], title: $0[2], isChanged: false) }
        }
    }

    /// Which column of which table refers to which.
    private static let references: [(from: String, column: String, identity: String, to: String)] = [
        ("client", "parent_id", "id", "client"), ("client_kam", "client_id", "id", "client"),
        ("post", "client_id", "id", "client"),
        ("interaction", "client_id", "id", "client"), ("matter", "client_id", "id", "client"),
        ("client_order", "client_id", "id", "client"), ("client_order", "payer_id", "id", "client"),
        ("invoice", "client_id", "id", "client"), ("payment", "client_id", "id", "client"),
        ("post", "person_id", "id", "person"),
        ("interaction_person", "person_id", "interaction_id", "person"), ("matter", "person_id", "id", "person"),
        ("product", "group_id", "id", "product_group"), ("order_line", "product_id", "id", "product"),
        ("order_line", "order_id", "id", "client_order"), ("invoice", "order_id", "id", "client_order"),
        ("goods_return", "line_id", "id", "order_line"), ("allocation", "payment_id", "id", "payment"),
        ("allocation", "invoice_id", "id", "invoice"),
    ]
}

extension WriteTransaction {
    /// Puts a record back as it was before a change. Nothing happens where it is so already.
    fileprivate func revert(_ change: RevertibleChange) throws {
        var record = RecordValues(
            subject: change.subject, title: change.title, client: change.client, person: change.person,
            columns: RecordColumns(change.before))
        if let name = change.before.first(where: { $0.key == "name" })?.value,
            [.client, .person, .product].contains(change.subject)
        {
            record.columns.all.append(("sort_name", sortingName(String.fromDatabaseValue(name) ?? "").databaseValue))
        }
        let exists =
            try read.count("SELECT count(*) FROM \(change.subject.rawValue) WHERE id = ?", [change.record]) == 1
        switch change.act {
        case .created where exists: try delete(change.record, from: nil, record)
        case .changed where exists: try update(change.record, from: nil, record)
        case .deleted where !exists:
            let version = try read.count(
                "SELECT count(*) + 1 FROM change WHERE subject = ? AND record_id = ? AND act <> 'deleted'",
                [change.subject.rawValue, change.record])
            record.columns.all += [("id", change.record.databaseValue), ("version", version.databaseValue)]
            _ = try insert(record)
        default: break
        }
    }
}
