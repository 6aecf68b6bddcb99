import Domain
import GRDB

extension Desk {
    /// Takes an import back, updates included, in one transaction. Returns what stands in the way, and then has changed nothing:
    /// records that were changed since, and those that something newer needs.
    package func undoImport(
        _ id: Import.ID, at moment: Moment = .current(), as user: User.ID = Desk.owner,
        progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> [Obstacle] {
        let today = moment.day(in: try timeZone())
        do {
            try write(as: .program(for: user), at: moment, on: today, settling: false) { write in
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
        let today = moment.day(in: try timeZone())
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

    /// Takes back imports that failed and could not be taken back when they did.
    package func recoverHalfDone() throws {
        for id in halfDone.withLock({ $0 }).sorted() {
            try takeBack(id, at: .current())
            halfDone.withLock { _ = $0.remove(id) }
        }
    }

    /// Takes back imports that were cut off.
    func recoverImports() throws {
        let cut = try reading { try $0.rows("SELECT id FROM import WHERE state = 'running'", []) { Import.ID($0[0]) } }
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

extension ReadTransaction {
    fileprivate func changesToRevert(_ id: Import.ID, before last: Int64) throws -> [RevertibleChange] {
        try changesToRevert(where: "import_id = ? AND id < ?", [id.number, last], atMost: 500)
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
                    id.number, reference.to, reference.from.replacing("_person", with: ""),
                    ["allocation", "goods_return"].contains(reference.from) || reference.to == "client_order",
                ]
            ) { Obstacle(subject: $0.word(0), record: $0[1], title: $0[2], isChanged: false) }
        }
    }

    /// Which column of which table refers to which.
    private static let references: [(from: String, column: String, identity: String, to: String)] = [
        ("client", "parent_id", "id", "client"), ("client_kam", "client_id", "id", "client"),
        ("post", "client_id", "id", "client"),
        ("brief", "client_id", "id", "client"), ("interaction", "client_id", "id", "client"),
        ("matter", "client_id", "id", "client"),
        ("client_order", "client_id", "id", "client"), ("client_order", "payer_id", "id", "client"),
        ("invoice", "client_id", "id", "client"), ("payment", "client_id", "id", "client"),
        ("assessment", "client_id", "id", "client"),
        ("post", "person_id", "id", "person"), ("tie", "from_id", "id", "person"), ("tie", "to_id", "id", "person"),
        ("assessment", "person_id", "id", "person"), ("ladder_move", "person_id", "id", "person"),
        ("fact", "person_id", "id", "person"), ("vip_project", "person_id", "id", "person"),
        ("vip_project", "client_id", "id", "client"), ("expected_change", "client_id", "id", "client"),
        ("expected_change", "person_id", "id", "person"), ("event_guest", "person_id", "id", "person"),
        ("event_guest", "event_id", "id", "event"), ("talk", "person_id", "id", "person"),
        ("talk", "event_id", "id", "event"),
        ("interaction_person", "person_id", "interaction_id", "person"),
        ("brief_person", "person_id", "brief_id", "person"), ("matter", "person_id", "id", "person"),
        ("product", "group_id", "id", "product_group"), ("order_line", "product_id", "id", "product"),
        ("order_line", "order_id", "id", "client_order"), ("invoice", "order_id", "id", "client_order"),
        ("goods_return", "line_id", "id", "order_line"), ("allocation", "payment_id", "id", "payment"),
        ("allocation", "invoice_id", "id", "invoice"),
    ]
}
