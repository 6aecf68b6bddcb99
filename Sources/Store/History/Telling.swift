import Domain
import GRDB

/// How history tells of a record: the values of its columns, with the names of the records they refer to.
struct Telling {
    /// A field before and after.
    typealias Field = (name: String, before: HistoryValue, after: HistoryValue)

    /// Returns the present name of a record.
    let name: (_ subject: Change.Subject, _ id: Int64) throws -> String

    /// A column's value as history stores it. A reference gets the name that the record has at that time.
    func value(_ column: String, of kind: RecordKind, _ value: DatabaseValue, _ names: [String: String] = [:]) throws
        -> HistoryValue
    {
        guard !value.isNull else { return .null }
        guard let id = Int64.fromDatabaseValue(value) else { return .text(String.fromDatabaseValue(value) ?? "") }
        guard let subject = kind.reference(column) else { return .number(id) }
        return .reference(id, try names[column] ?? name(subject, id))
    }

    /// The fields of a new record that have a value.
    func fields(ofNew record: RecordValues) throws -> [Field] {
        var fields: [Field] = []
        let kind = record.subject.kind
        for (column, value) in record.columns.all where kind.tells(column) {
            let after = try self.value(column, of: kind, value, record.names)
            if after != .null { fields.append((column, .null, after)) }
        }
        return fields + record.beside.filter { $0.after != .null }.map { ($0.name, .null, $0.after) }
    }
}

extension RecordValues {
    /// The line of history for what a user did to a record. `id` is the record's number. `colleague` is the one for whom the user
    /// deputised.
    func line(
        _ act: Change.Act, _ id: Int64, _ fields: [Telling.Field], by user: User.ID, for colleague: User.ID? = nil,
        at moment: Moment, in importID: Import.ID? = nil
    ) -> RecordColumns {
        let json = fields.map { "\(HistoryValue.quoted($0.name)):[\($0.before.json),\($0.after.json)]" }.joined(
            separator: ",")
        return [
            "at": moment.milliseconds, "user_id": user.number, "act": act.rawValue, "subject": subject.rawValue,
            "record_id": id, "title": title, "client_id": subject == .client ? id : client?.number,
            "person_id": subject == .person ? id : person?.number, "fields": "{\(json)}", "import_id": importID?.number,
            "for_user_id": colleague?.number,
        ]
    }
}
