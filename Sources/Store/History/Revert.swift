import Domain
import GRDB

/// A change from history that is to be taken back.
struct RevertibleChange {
    var id: Int64
    var user: User.ID
    var act: Change.Act
    var subject: Change.Subject
    var record: Int64
    var title: String
    var client: Client.ID?
    var person: Person.ID?
    var before = State()
    var after = State()

    /// The columns that a change touched, with their values before or after it.
    struct State {
        var columns: [RecordColumns.Column] = []
        /// The people whom the record names in a separate table; nil if the change did not touch them.
        var people: [Person.ID]?

        fileprivate func isSame(as other: State) -> Bool {
            func values(_ state: State) -> [String: DatabaseValue] {
                Dictionary(state.columns.map { ($0.key, $0.value) }) { first, _ in first }
            }
            return values(self) == values(other) && people == other.people
        }
    }

    /// True if this line of a record's history undoes an earlier one. A deletion is undone only by creating the record again.
    func takesBack(_ earlier: RevertibleChange) -> Bool {
        switch (earlier.act, act) {
        case (.deleted, .created): true
        case (.changed, .changed): before.isSame(as: earlier.after) && after.isSame(as: earlier.before)
        default: false
        }
    }
}

extension ReadTransaction {
    /// The changes that a condition selects, the latest first.
    func changesToRevert(where condition: String, _ arguments: Values, atMost limit: Int) throws -> [RevertibleChange] {
        var changes: [RevertibleChange] = []
        _ = try rows(
            """
            SELECT c.id, c.user_id, c.act, c.subject, c.record_id, c.title, c.client_id, c.person_id, f.key,
              \(ReadTransaction.stored("$[0]")), \(ReadTransaction.stored("$[1]"))
            FROM (SELECT * FROM change WHERE \(condition) ORDER BY id DESC LIMIT ?) c LEFT JOIN json_each(c.fields) f
            ORDER BY c.id DESC, f.id
            """, arguments + [limit]
        ) { row in
            if changes.last?.id != row[0] {
                changes.append(
                    RevertibleChange(
                        id: row[0], user: row.id(1), act: row.word(2), subject: row.word(3), record: row[4],
                        title: row[5], client: row.optionalID(6), person: row.optionalID(7)))
            }
            guard let field = row[8] as String? else { return }
            changes[changes.count - 1].before.add(field, of: changes[changes.count - 1].subject, row, at: 9)
            changes[changes.count - 1].after.add(field, of: changes[changes.count - 1].subject, row, at: 12)
        }
        return changes
    }

    /// An SQL expression for a value of history as its column stores it: a number, a text, or the numbers of a list.
    private static func stored(_ path: String) -> String {
        """
        CASE json_type(f.value, '\(path)') WHEN 'object' THEN json_extract(f.value, '\(path).id')
            WHEN 'integer' THEN json_extract(f.value, '\(path)') END,
          iif(json_type(f.value, '\(path)') = 'text', json_extract(f.value, '\(path)'), NULL),
          (SELECT group_concat(json_extract(e.value, '$.id')) FROM json_each(f.value, '\(path)') e
            WHERE f.key = 'people')
        """
    }

    /// The records that have changed since the given changes, which come latest first.
    func overtaken(_ changes: [RevertibleChange]) throws -> [Obstacle] {
        var (seen, obstacles): ([String: Set<String>], [Obstacle]) = ([:], [])
        for change in changes {
            let (table, kind) = (change.subject.rawValue, change.subject.kind)
            let key = "\(table) \(change.record)"
            let isLast = seen[key] == nil
            let row = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM \(table) WHERE id = ?"), arguments: [change.record])
            var isAsLeft = !isLast || (row == nil) == (change.act == .deleted)
            if let row, change.act != .deleted {
                for (column, value) in change.after.columns where seen[key]?.contains(column) != true {
                    isAsLeft = isAsLeft && row[column] == value
                }
                if let people = change.after.people, seen[key]?.contains("people") != true {
                    isAsLeft = try isAsLeft && Set(self.people(of: change.subject, change.record)) == Set(people)
                }
                // History does not tell of the empty columns of a new record.
                if change.act == .created {
                    let told = Set(change.after.columns.map(\.key)).union(seen[key] ?? [])
                    isAsLeft =
                        isAsLeft && row.allSatisfy { told.contains($0.0) || !kind.tells($0.0) || $0.1.isNull }
                }
            }
            seen[key, default: []].formUnion(
                change.after.columns.map(\.key) + (change.after.people == nil ? [] : ["people"]))
            if !isAsLeft {
                obstacles.append(
                    Obstacle(subject: change.subject, record: change.record, title: change.title, isChanged: true))
            }
        }
        return obstacles
    }
}

extension RevertibleChange.State {
    fileprivate mutating func add(_ field: String, of subject: Change.Subject, _ row: Columns, at place: Int) {
        switch (field, subject.kind[field]?.sort) {
        case ("people", .beside):
            people = ((row[place + 2] as String?)?.split(separator: ",") ?? []).compactMap { Person.ID(String($0)) }
        // A list stored in another table has its own lines of history.
        case (_, .beside), (_, .former): break
        default:
            // Older texts may not be in composed Unicode form; they come back composed.
            let text = (row[place + 1] as String?).map(typed)
            let value = (row[place] as Int64?)?.databaseValue ?? text?.databaseValue ?? .null
            columns.append((field, value))
        }
    }
}

extension RecordValues {
    /// The record before a change, as far as the change touched it. A record that is brought back keeps its number.
    init(of change: RevertibleChange) {
        let number = change.act == .deleted ? [("id", change.record.databaseValue)] : []
        self.init(
            subject: change.subject, title: change.title, client: change.client, person: change.person,
            columns: RecordColumns(change.before.columns + number))
    }
}

extension WriteTransaction {
    /// Puts a record back to how it was before a change. Does nothing if it is so already.
    func revert(_ change: RevertibleChange) throws {
        var record = RecordValues(of: change)
        let exists =
            try read.count("SELECT count(*) FROM \(change.subject.rawValue) WHERE id = ?", [change.record]) == 1
        switch change.act {
        case .created where exists && change.subject == .interaction:
            try deleteInteraction(Interaction.ID(change.record), from: nil)
        case .created where exists:
            if change.subject.kind.namesPeople {
                let people = try read.people(of: change.subject, change.record)
                record.beside = [("people", try named(people), .null)]
            }
            try delete(change.record, from: nil, record)
        case .changed where exists && change.subject.kind.namesPeople: try revertNaming(change, record)
        case .changed where exists: try update(change.record, from: nil, record)
        case .deleted where !exists:
            let version = try read.count(
                "SELECT count(*) + 1 FROM change WHERE subject = ? AND record_id = ? AND act <> 'deleted'",
                [change.subject.rawValue, change.record])
            record.columns.all.append(("version", version.databaseValue))
            if let people = change.before.people { record.beside = [("people", .null, try named(people))] }
            _ = try insert(record)
            if let people = change.before.people { try join(people, to: change.subject, change.record) }
        default: break
        }
    }

    /// Puts back a record together with the people it names. The participants of an interaction have its day.
    private func revertNaming(_ change: RevertibleChange, _ record: RecordValues) throws {
        let now = try read.people(of: change.subject, change.record)
        let people = change.before.people ?? now
        var record = record
        record.beside = [("people", try named(now), try named(people))]
        try update(change.record, from: nil, record)
        try rejoin(people, to: change.subject, change.record)
    }

    private func named(_ people: [Person.ID]) throws -> HistoryValue {
        try told(people) { try read.personName($0).name }
    }
}
