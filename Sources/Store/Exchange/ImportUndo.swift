import Domain
import GRDB

extension Desk {
    /// Takes back a whole import, including its updates, in one transaction. If obstacles are in the way, returns them and changes nothing:
    /// records that were changed since, and records that something newer needs.
    package func undoImport(
        _ id: Import.ID, at moment: Moment = .current(), as user: User.ID = Desk.owner,
        progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> [Obstacle] {
        let today = moment.day(in: try timeZone())
        do {
            try write(as: .program(for: user), at: moment, on: today, settling: false) { write in
                // What takes an import back belongs to it, so that it is in the way of no earlier one.
                var write = write
                write.importID = id
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

    /// Takes back what an unfinished import has written, in short transactions, from its last change to its first. Leaves what something
    /// newer already needs. If it is interrupted, the next call continues.
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

    /// Takes back failed imports that could not be taken back when they failed.
    package func recoverHalfDone() throws {
        for id in halfDone.withLock({ $0 }).sorted() {
            try takeBack(id, at: .current())
            halfDone.withLock { _ = $0.remove(id) }
        }
    }

    /// Takes back imports that were interrupted.
    func recoverImports() throws {
        let cut = try reading { try $0.rows("SELECT id FROM import WHERE state = 'running'", []) { Import.ID($0[0]) } }
        for id in cut { try takeBack(id, at: .current()) }
    }
}

/// Thrown to stop an undo and to roll back all that it has done.
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

    /// The records that were changed since the import wrote them, and those that something newer refers to; at most 100.
    fileprivate func obstacles(to id: Import.ID) throws -> [Obstacle] {
        let changed = try rows(
            """
            SELECT DISTINCT c.subject, c.record_id, c.title FROM change c JOIN change d
              ON d.subject = c.subject AND d.record_id = c.record_id AND d.id > c.id
            WHERE c.import_id = ?1 AND \(ReadTransaction.stands("d")) LIMIT 100
            """, [id.number]
        ) { Obstacle(subject: $0.word(0), record: $0[1], title: $0[2], isChanged: true) }
        guard changed.isEmpty else { return changed }
        return try ReadTransaction.references.flatMap { reference in
            // A reference to a new record must come from the import too. A reference to a changed record must be older than the change if
            // it depends on the record's amount or quantity.
            try rows(
                """
                SELECT DISTINCT c.subject, c.record_id, c.title FROM change c JOIN \(reference.table) r ON r.\(reference.column) = c.record_id
                WHERE c.import_id = ?1 AND c.subject = ?2 AND (c.act = 'created' AND NOT EXISTS
                    (SELECT 1 FROM change d WHERE d.subject = ?3 AND d.record_id = r.\(reference.identity) AND d.import_id = ?1)
                  OR ?4 AND c.act = 'changed' AND EXISTS
                    (SELECT 1 FROM change d WHERE d.subject = ?3 AND d.record_id = r.\(reference.identity) AND d.id > c.id
                      AND \(ReadTransaction.stands("d"))))
                LIMIT 100
                """,
                [
                    id.number, reference.to.rawValue, reference.from.rawValue,
                    [.allocation, .goodsReturn].contains(reference.from) || reference.to == .order,
                ]
            ) { Obstacle(subject: $0.word(0), record: $0[1], title: $0[2], isChanged: false) }
        }
    }

    /// Is a change neither of this import nor of one that was taken back?
    private static func stands(_ change: String) -> String {
        """
        \(change).import_id IS NOT ?1
          AND NOT EXISTS (SELECT 1 FROM import u WHERE u.id = \(change).import_id AND u.state = 'undone')
        """
    }

    /// All references between tables that an import may write: which column of which table refers to which table. `identity` is the column
    /// that holds the number of the referring record.
    private static let references:
        [(from: Change.Subject, table: String, column: String, identity: String, to: Change.Subject)] =
            Change.Subject.allCases.filter(\.kind.isChecked).flatMap { target in
                target.references.map { ($0.from, $0.from.rawValue, $0.column, "id", target) }
            }
            + Change.Subject.allCases.filter(\.kind.namesPeople).map {
                ($0, "\($0.rawValue)_person", "person_id", "\($0.rawValue)_id", .person)
            }
}
