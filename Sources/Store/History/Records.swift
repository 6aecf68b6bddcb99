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
}

/// The values of a record's columns, in an order.
struct RecordColumns: ExpressibleByDictionaryLiteral {
    typealias Column = (key: String, value: (any DatabaseValueConvertible)?)
    var all: [Column]

    init(_ all: [Column]) { self.all = all }
    init(dictionaryLiteral elements: (String, (any DatabaseValueConvertible)?)...) { all = elements }
}

extension WriteTransaction {
    func insert(_ record: RecordValues) throws -> Int64 {
        let names = record.columns.all.map(\.key).joined(separator: ", ")
        let marks = record.columns.all.map { _ in "?" }.joined(separator: ", ")
        try execute(
            "INSERT INTO \(record.subject.rawValue) (\(names)) VALUES (\(marks))",
            StatementArguments(record.columns.all.map(\.value)))
        let id = db.lastInsertedRowID
        var fields: [(String, HistoryValue, HistoryValue)] = []
        for (column, value) in record.columns.all where !WriteTransaction.kept.contains(column) {
            let after = try historyValue(column, value?.databaseValue ?? .null, record.names)
            if after != .null { fields.append((column, .null, after)) }
        }
        fields += record.beside.filter { $0.after != .null }.map { ($0.name, .null, $0.after) }
        try tell(.created, record, id, fields)
        return id
    }

    /// Writes what differs and raises the version; false where nothing differs. Throws `conflict` where the record has another
    /// version than the one the change was made from; an import, which has read none, passes nil.
    @discardableResult
    func update(_ id: Int64, from version: Int?, _ record: RecordValues) throws -> Bool {
        let table = record.subject.rawValue
        let names = record.columns.all.map(\.key).joined(separator: ", ")
        guard
            let old = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT version, \(names) FROM \(table) WHERE id = ?"), arguments: [id])
        else { throw Refusal.notFound }
        if let version, old[0] != version { throw Refusal.conflict(current: old[0]) }
        var sets: [String] = []
        var values: [DatabaseValue] = []
        var fields: [(String, HistoryValue, HistoryValue)] = []
        for (place, (column, value)) in record.columns.all.enumerated() {
            let before: DatabaseValue = old[place + 1]
            let after = value?.databaseValue ?? .null
            guard before != after else { continue }
            sets.append("\(column) = ?")
            values.append(after)
            if column != "sort_name" {
                fields.append((column, try historyValue(column, before), try historyValue(column, after)))
            }
        }
        fields += record.beside.filter { $0.before != $0.after }.map { ($0.name, $0.before, $0.after) }
        guard !fields.isEmpty else { return false }
        sets.append("version = version + 1")
        try execute(
            "UPDATE \(table) SET \(sets.joined(separator: ", ")) WHERE id = ?",
            StatementArguments(values + [id.databaseValue]))
        try tell(.changed, record, id, fields)
        return true
    }

    /// Deletes the record; history keeps all its values. What refers to it must be gone before.
    func delete(_ id: Int64, from version: Int?, _ record: RecordValues) throws {
        let table = record.subject.rawValue
        guard
            let old = try Row.fetchOne(
                db.cachedStatement(sql: "SELECT * FROM \(table) WHERE id = ?"), arguments: [id])
        else {
            throw Refusal.notFound
        }
        let current: Int = old["version"]
        if let version, version != current { throw Refusal.conflict(current: current) }
        try execute("DELETE FROM \(table) WHERE id = ?", [id])
        var fields: [(String, HistoryValue, HistoryValue)] = []
        for (column, value) in old where !WriteTransaction.kept.contains(column) && !value.isNull {
            fields.append((column, try historyValue(column, value), .null))
        }
        fields += record.beside.filter { $0.before != .null }.map { ($0.name, $0.before, .null) }
        try tell(.deleted, record, id, fields)
    }

    private func tell(
        _ act: Change.Act, _ record: RecordValues, _ id: Int64,
        _ fields: [(name: String, before: HistoryValue, after: HistoryValue)]
    ) throws {
        let json = fields.map { "\(HistoryValue.quoted($0.name)):[\($0.before.json),\($0.after.json)]" }.joined(
            separator: ",")
        try execute(
            """
            INSERT INTO change (at, user_id, act, subject, record_id, title, client_id, person_id, fields, import_id)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                moment.milliseconds, read.viewer.number, act.rawValue, record.subject.rawValue, id, record.title,
                record.subject == .client ? id : record.client?.number,
                record.subject == .person ? id : record.person?.number,
                "{\(json)}", importID?.number,
            ])
    }

    /// A column's value as history keeps it: a reference with the name it had.
    private func historyValue(_ column: String, _ value: DatabaseValue, _ names: [String: String] = [:]) throws
        -> HistoryValue
    {
        guard !value.isNull else { return .null }
        guard let id = Int64.fromDatabaseValue(value) else { return .text(String.fromDatabaseValue(value) ?? "") }
        guard let (table, name) = WriteTransaction.references[column] else { return .number(id) }
        if let name = names[column] { return .reference(id, name) }
        let title = try read.first("SELECT \(name) FROM \(table) WHERE id = ?", [id]) { $0[0] as String }
        return .reference(id, title ?? "")
    }

    /// The columns that refer to a record, its table, and what names it there.
    private static let references = [
        "client_id": ("client", "name"), "parent_id": ("client", "name"), "payer_id": ("client", "name"),
        "person_id": ("person", "name"), "user_id": ("user", "name"), "interaction_id": ("interaction", "topic"),
        "group_id": ("product_group", "name"), "product_id": ("product", "name"),
        "order_id": ("client_order", "number"),
        "line_id": ("order_line", "(SELECT name FROM product WHERE id = product_id)"),
        "payment_id": ("payment", "number"),
        "invoice_id": ("invoice", "number"),
    ]

    /// The columns that the desk itself keeps, of which history does not tell.
    private static let kept: Set = [
        "id", "version", "sort_name", "turnover", "income", "paid", "settled_day", "used",
    ]
}
