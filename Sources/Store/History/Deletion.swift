import Domain
import GRDB

extension WriteTransaction {
    /// Deletes a record and the records that belong to it, as their kinds declare. Records that only mention it lose the reference.
    func deleteWhole(_ subject: Change.Subject, _ id: Int64, from version: Int?) throws {
        var record = try read.stored(subject, id)
        try requireSight(of: record, id)
        let current = try read.count("SELECT version FROM \(subject.rawValue) WHERE id = ?", [id])
        if let version, version != current { throw Refusal.conflict(current: current) }
        for reference in subject.references { try settle(reference, id) }
        if subject.kind.namesPeople {
            let people = try read.people(of: subject, id)
            record.beside = [("people", try told(people) { try read.personName($0).name }, .null)]
        }
        try delete(id, from: version, record)
    }

    /// Settles the references to a record before it is deleted.
    private func settle(_ reference: Change.Subject.Reference, _ id: Int64) throws {
        let (table, column) = (reference.from.rawValue, reference.column)
        func numbers(where condition: String = "1") throws -> [Int64] {
            try read.rows("SELECT id FROM \(table) WHERE \(column) = ? AND \(condition)", [id]) { $0[0] }
        }
        func letGo(_ numbers: [Int64]) throws {
            for number in numbers { try refer(read.stored(reference.from, number), number, by: column, to: nil) }
        }
        func go(_ numbers: [Int64]) throws {
            for number in numbers { try deleteWhole(reference.from, number, from: nil) }
        }
        switch reference.fate {
        case .stays: break
        case .goes: try go(numbers())
        case .letsGo: try letGo(numbers())
        case .goesUnlessClients:
            try go(numbers(where: "client_id IS NULL"))
            try letGo(numbers())
        }
    }
}

extension WriteTransaction {
    /// Lets a record refer to another one, or to none. Throws `inUse` if the viewer does not see the record: somebody else's needs what it
    /// refers to, and the viewer may not be told which.
    func refer(_ record: RecordValues, _ id: Int64, by column: String, to number: Int64?) throws {
        var record = record
        record.columns = [column: number]
        do { try update(id, from: nil, record) } catch Refusal.notFound { throw Refusal.inUse }
    }
}

extension ReadTransaction {
    /// A record with its title and owners but without its values, as history needs it. Throws `notFound` if there is none.
    /// `with`: a column that refers to another record from now on.
    func stored(_ subject: Change.Subject, _ id: Int64, with other: (column: String, number: Int64)? = nil) throws
        -> RecordValues
    {
        let kind = subject.kind
        let columns = kind.fields.filter(\.isColumn).map { field in
            field.column == other?.column ? "?2 AS \(field.column)" : field.column
        }
        let row = "SELECT \((["id"] + columns).joined(separator: ", ")) FROM \(subject.rawValue) WHERE id = ?1"
        return try one(
            "SELECT \(kind.title), \(kind.client), \(kind.person) FROM (\(row))",
            [id] + (other.map { [$0.number] } ?? [])
        ) {
            RecordValues(
                subject: subject, title: $0[0] as String? ?? "", client: $0.optionalID(1), person: $0.optionalID(2),
                columns: [:])
        }
    }
}

extension RecordKind {
    /// An SQL expression on a record's row: the client that it belongs to, or NULL if none.
    var client: String { owner("client_id") { $0.client } }

    /// The same for the person that it belongs to.
    var person: String { owner == .twoPeople ? "from_id" : owner("person_id") { $0.person } }

    private func owner(_ column: String, _ further: (RecordKind) -> String) -> String {
        if self[column] != nil { return column }
        guard case .part(let whole, let reference) = owner else { return "NULL" }
        return "(SELECT \(further(whole.kind)) FROM \(whole.rawValue) WHERE id = \(reference))"
    }
}
