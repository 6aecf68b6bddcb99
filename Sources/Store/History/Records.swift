import Domain
import GRDB

/// A record as it is to be written: the values of its columns, and how history tells of it. A record changes only through the three
/// functions below, so that every change has its line of history and its version.
struct RecordValues {
    var subject: Change.Subject
    /// The record's name in history.
    var title: String
    /// The client and the person whose pages show its history.
    var client: Client.ID?
    var person: Person.ID?
    var columns: RecordColumns
    /// The names of the records that columns refer to, if already known; otherwise history looks them up.
    var names: [String: String] = [:]
    /// Values that are stored in other tables, such as the participants. History tells of them; the verb writes them.
    var beside: [(name: String, before: HistoryValue, after: HistoryValue)] = []

    /// The number of a record that is brought back; nil for a new record.
    var formerID: Int64? { number("id") }

    /// The number in a column; nil if it has none.
    func number(_ column: String) -> Int64? {
        columns.all.first { $0.key == column }.flatMap { Int64.fromDatabaseValue($0.value) }
    }
}

/// The values of a record's columns, in order.
struct RecordColumns: ExpressibleByDictionaryLiteral {
    typealias Column = (key: String, value: DatabaseValue)
    var all: [Column]

    init(_ all: [Column]) { self.all = all }

    /// The columns as they are stored: with the name for sorting, if the kind has one.
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

    /// Adds a row without a line of history.
    func insert(_ columns: RecordColumns, into table: String) throws {
        let names = columns.all.map(\.key).joined(separator: ", ")
        let marks = columns.all.map { _ in "?" }.joined(separator: ", ")
        try execute(
            "INSERT INTO \(table) (\(names)) VALUES (\(marks))", Values(columns.all.map(\.value)))
    }

    /// Writes the values that differ and raises the version. Returns false if nothing differs. Throws `conflict` if the record no longer
    /// has the version that the change was made from. An import passes nil, because it has read no version.
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

    /// Deletes a record. History keeps all its values. Everything that refers to it must be deleted first.
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
