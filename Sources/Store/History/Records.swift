import Domain
import GRDB

/// A record as it is written: the values of its columns, and how history tells of it. The three functions below are the only
/// way by which a record changes, so that none changes without its line of history and its version.
struct RecordValues {
    var subject: Change.Subject
    /// What the record is called in history.
    var title: String
    /// Whose dossier and whose page show its history.
    var client: Client.ID?
    var person: Person.ID?
    var columns: RecordColumns
    /// What the records are called that columns refer to, where it is known already; otherwise history asks.
    var names: [String: String] = [:]
    /// Values that are kept in tables beside the record's, such as who took part: told in history, written by the verb.
    var beside: [(name: String, before: HistoryValue, after: HistoryValue)] = []

    /// The number that a record has had which comes back; nil of one that is new.
    var formerID: Int64? {
        columns.all.first { $0.key == "id" }.flatMap { Int64.fromDatabaseValue($0.value) }
    }
}

/// The values of a record's columns, in an order.
struct RecordColumns: ExpressibleByDictionaryLiteral {
    typealias Column = (key: String, value: DatabaseValue)
    var all: [Column]

    init(_ all: [Column]) { self.all = all }

    /// The columns as they are written: with the name by which lists sort, where the kind has one.
    func stored(as kind: RecordKind) -> RecordColumns {
        guard kind.hasSortName, let name = all.first(where: { $0.key == "name" })?.value else { return self }
        return RecordColumns(all + [("sort_name", sortingName(String.fromDatabaseValue(name) ?? "").databaseValue)])
    }

    static func + (a: RecordColumns, b: RecordColumns) -> RecordColumns { RecordColumns(a.all + b.all) }

    init(dictionaryLiteral elements: (String, (any DatabaseValueConvertible)?)...) {
        all = elements.map { ($0.0, $0.1?.databaseValue ?? .null) }
    }
}

extension WriteTransaction {
    func insert(_ record: RecordValues) throws -> Int64 {
        try requireSight(of: record, nil)
        try requireAuthority(over: RecordWrite(.created, record, record.formerID, from: [], to: record.columns.all))
        try insert(record.columns.stored(as: record.subject.kind), into: record.subject.rawValue)
        let id = db.lastInsertedRowID
        if record.subject == .client { touched.all.insert(id) }
        try tell(.created, record, id, telling.fields(ofNew: record))
        return id
    }

    /// Adds a row of which history does not tell by itself.
    func insert(_ columns: RecordColumns, into table: String) throws {
        let names = columns.all.map(\.key).joined(separator: ", ")
        let marks = columns.all.map { _ in "?" }.joined(separator: ", ")
        try execute(
            "INSERT INTO \(table) (\(names)) VALUES (\(marks))", Values(columns.all.map(\.value)))
    }

    /// Writes what differs and raises the version; false where nothing differs. Throws `conflict` where the record has another
    /// version than the one the change was made from; an import, which has read none, passes nil.
    @discardableResult
    func update(_ id: Int64, from version: Int?, _ record: RecordValues) throws -> Bool {
        let (table, kind) = (record.subject.rawValue, record.subject.kind)
        try requireSight(of: record, id)
        let columns = record.columns.stored(as: kind).all
        let names = (["version"] + columns.map(\.key)).joined(separator: ", ")
        guard
            let old = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT \(names) FROM \(table) WHERE id = ?"), arguments: [id])
        else { throw Refusal.notFound }
        if let version, old[0] != version { throw Refusal.conflict(current: old[0]) }
        var (before, after): ([RecordColumns.Column], [RecordColumns.Column]) = ([], [])
        var fields: [Telling.Field] = []
        for (place, (column, value)) in columns.enumerated() {
            let stored: DatabaseValue = old[place + 1]
            guard stored != value else { continue }
            before.append((column, stored))
            after.append((column, value))
            if kind.tells(column) {
                fields.append(
                    (column, try telling.value(column, of: kind, stored), try telling.value(column, of: kind, value)))
            }
        }
        fields += record.beside.filter { $0.before != $0.after }.map { ($0.name, $0.before, $0.after) }
        guard !fields.isEmpty else { return false }
        let write = RecordWrite(.changed, record, id, from: before, to: after)
        try requireAuthority(over: write)
        let sets = after.map { "\($0.key) = ?" } + ["version = version + 1"]
        try execute(
            "UPDATE \(table) SET \(sets.joined(separator: ", ")) WHERE id = ?",
            Values(after.map(\.value) + [id.databaseValue]))
        try tell(.changed, record, id, fields)
        try follow(write, of: record)
        return true
    }

    /// Deletes the record; history keeps all its values. What refers to it must be gone before.
    func delete(_ id: Int64, from version: Int?, _ record: RecordValues) throws {
        let (table, kind) = (record.subject.rawValue, record.subject.kind)
        try requireSight(of: record, id)
        guard
            let old = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM \(table) WHERE id = ?"), arguments: [id])
        else {
            throw Refusal.notFound
        }
        let write = RecordWrite(.deleted, record, id, from: old.map { ($0.0, $0.1) }, to: [])
        try requireAuthority(over: write)
        let current: Int = old["version"]
        if let version, version != current { throw Refusal.conflict(current: current) }
        try follow(write, of: record)
        try execute("DELETE FROM \(table) WHERE id = ?", [id])
        var fields: [Telling.Field] = []
        for (column, value) in old where kind.tells(column) && !value.isNull {
            fields.append((column, try telling.value(column, of: kind, value), .null))
        }
        fields += record.beside.filter { $0.before != .null }.map { ($0.name, $0.before, .null) }
        try tell(.deleted, record, id, fields)
    }

    private func tell(_ act: Change.Act, _ record: RecordValues, _ id: Int64, _ fields: [Telling.Field]) throws {
        try add(
            record.line(
                act, id, fields, by: read.viewer,
                for: touched.absent[record.subject == .client ? id : record.client?.number ?? 0], at: moment,
                in: importID), to: .history)
    }

    private var telling: Telling {
        Telling { subject, id in
            try read.first("SELECT \(subject.kind.name) FROM \(subject.rawValue) WHERE id = ?", [id]) {
                $0[0] as String
            } ?? ""
        }
    }
}
