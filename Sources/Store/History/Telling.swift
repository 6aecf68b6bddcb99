import Domain
import GRDB

/// How history tells of a record: by the values of its columns, with the names of what they refer to.
struct Telling {
    /// A field before and after.
    typealias Field = (name: String, before: HistoryValue, after: HistoryValue)

    /// What a record of a table is called now, by the expression that names it there.
    let name: (_ table: String, _ expression: String, _ id: Int64) throws -> String

    /// A column's value as history keeps it: a reference with the name it had.
    func value(_ column: String, _ value: DatabaseValue, _ names: [String: String] = [:]) throws -> HistoryValue {
        guard !value.isNull else { return .null }
        guard let id = Int64.fromDatabaseValue(value) else { return .text(String.fromDatabaseValue(value) ?? "") }
        guard let (table, expression) = Telling.references[column] else { return .number(id) }
        return .reference(id, try names[column] ?? name(table, expression, id))
    }

    /// The fields of a new record that hold something.
    func fields(ofNew record: RecordValues) throws -> [Field] {
        var fields: [Field] = []
        for (column, value) in record.columns.all where !Telling.kept.contains(column) {
            let after = try self.value(column, value, record.names)
            if after != .null { fields.append((column, .null, after)) }
        }
        return fields + record.beside.filter { $0.after != .null }.map { ($0.name, .null, $0.after) }
    }

    /// The columns that the desk itself keeps, of which history does not tell.
    static let kept: Set = [
        "id", "version", "tongue", "password", "second_secret", "second_step", "sort_name", "turnover", "income",
        "paid", "settled_day", "used",
    ]

    /// The columns that refer to a record, its table, and what names it there.
    private static let references = [
        "client_id": ("client", "name"), "parent_id": ("client", "name"), "payer_id": ("client", "name"),
        "person_id": ("person", "name"), "from_id": ("person", "name"), "to_id": ("person", "name"),
        "user_id": ("user", "name"), "interaction_id": ("interaction", "topic"),
        "group_id": ("product_group", "name"), "product_id": ("product", "name"),
        "order_id": ("client_order", "number"),
        "department_id": ("department", "name"), "deputy_id": ("user", "name"),
        "line_id": ("order_line", "(SELECT name FROM product WHERE id = product_id)"),
        "payment_id": ("payment", "number"),
        "invoice_id": ("invoice", "number"), "project_id": ("vip_project", "goal"), "event_id": ("event", "name"),
        "kam_id": ("user", "name"), "manager_id": ("user", "name"), "approver_id": ("user", "name"),
    ]
}

extension RecordValues {
    /// The line of history of what somebody did to the record of a number, `colleague` being whom they stood in for.
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
