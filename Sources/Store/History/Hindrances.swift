import Domain
import GRDB

extension ReadTransaction {
    /// What is in the way of taking changes back: the values of deleted records that others have now, the records that they belonged to and
    /// that are gone, and the newer records that refer to what was added. `line` is the line of history that is hindered. A statement for
    /// each column of the kinds among them.
    func hindrances(to changes: [RevertibleChange]) throws -> [(line: Int64, hindrance: Hindrance)] {
        var found: [(line: Int64, hindrance: Hindrance)] = []
        for (subject, changes) in Dictionary(grouping: changes, by: \.subject).sorted(by: {
            $0.key.rawValue < $1.key.rawValue
        }) {
            let deleted = changes.filter { $0.act == .deleted }
            if let column = subject.uniqueColumn { found += try taken(column, subject, deleted) }
            for field in subject.kind.fields {
                guard case .reference(let target, let fate) = field.sort, target != .user, fate != .letsGo else {
                    continue
                }
                found += try gone(field.column, target, deleted, within: changes)
            }
        }
        return found
    }

    private func taken(_ column: String, _ subject: Change.Subject, _ changes: [RevertibleChange]) throws
        -> [(line: Int64, hindrance: Hindrance)]
    {
        let values = changes.compactMap { change in change.text(column).map { (change, $0) } }
        guard !values.isEmpty else { return [] }
        let holders = try rows(
            """
            SELECT \(column), \(subject.culpritColumns()) FROM \(subject.rawValue)
            WHERE \(column) IN (SELECT value FROM json_each(?))
            """, [HistoryValue.list(values.map { .text($0.1) }).json]
        ) { ($0[0] as String, $0.culprit(subject, at: 1)) }
        let byValue = Dictionary(holders) { first, _ in first }
        return values.compactMap { change, value in
            byValue[value].map {
                (change.id, Hindrance(title: change.title, reason: .taken(value), culprit: $0))
            }
        }
    }

    private func gone(
        _ column: String, _ target: Change.Subject, _ changes: [RevertibleChange], within act: [RevertibleChange]
    ) throws -> [(line: Int64, hindrance: Hindrance)] {
        let values = changes.compactMap { change in change.number(column).map { (change, $0) } }
        guard !values.isEmpty else { return [] }
        let missing = try rows(
            """
            SELECT v.value, coalesce((SELECT c.title FROM change c WHERE c.subject = ?2 AND c.record_id = v.value ORDER BY c.id DESC LIMIT 1), '')
            FROM json_each(?1) v WHERE NOT EXISTS (SELECT 1 FROM main.\(target.rawValue) t WHERE t.id = v.value)
            """, [jsonList(values.map(\.1)), target.rawValue]
        ) { ($0[0] as Int64, $0[1] as String) }
        let byNumber = Dictionary(missing) { first, _ in first }
        return values.compactMap { change, number in
            byNumber[number].map {
                (
                    change.id,
                    Hindrance(
                        title: change.title, reason: .gone,
                        culprit: Culprit(subject: target, record: number, title: $0))
                )
            }
        }
    }

    /// The record of a kind that has a value which no two may share; nil if there is none or the viewer may not know of it.
    package func holder(of value: String, _ subject: Change.Subject) throws -> Culprit? {
        guard let column = subject.uniqueColumn else { return nil }
        return try first(
            "SELECT \(subject.culpritColumns()) FROM \(subject.rawValue) WHERE \(column) = ?", [value]
        ) { $0.culprit(subject, at: 0) }
    }

    /// The newer records that refer to what an act added; at most a few.
    func needing(_ act: [RevertibleChange]) throws -> [Hindrance] {
        var found: [Hindrance] = []
        let added = Dictionary(grouping: act.filter { $0.act == .created }, by: \.subject)
        for (subject, changes) in added.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            for reference in subject.references where found.count < DeletionSheet.needsShown {
                // What the act changed goes back with it.
                let own = act.filter { $0.subject == reference.from }.map(\.record)
                found += try rows(
                    """
                    SELECT \(reference.column), \(reference.from.culpritColumns()) FROM \(reference.from.rawValue)
                    WHERE \(reference.column) IN (SELECT value FROM json_each(?1)) AND id NOT IN (SELECT value FROM json_each(?2))
                    LIMIT ?3
                    """, [jsonList(changes.map(\.record)), jsonList(own), DeletionSheet.needsShown]
                ) { row in
                    let number = row[0] as Int64
                    return Hindrance(
                        title: changes.first { $0.record == number }?.title ?? "", reason: .needed,
                        culprit: row.culprit(reference.from, at: 1))
                }
            }
        }
        return found
    }
}

extension Change.Subject {
    /// The column whose value no two records of the kind share; nil if there is none.
    fileprivate var uniqueColumn: String? {
        switch self {
        case .client, .person, .product, .tenderLot: "key"
        case .order, .invoice, .tender: "number"
        case .productGroup: "name"
        default: nil
        }
    }
}

extension Change.Subject {
    /// The columns of a record that is shown as a culprit: its number and title, and whose reading it is.
    func culpritColumns(title: String? = nil) -> String {
        let client = self == .client ? "id" : kind.client
        let person = self == .person ? "id" : kind.person
        return "id, coalesce(\(title ?? kind.title), ''), \(client), \(person)"
    }
}

extension Columns {
    /// A culprit from its four columns. Whoever is shown it has read something of its client and person.
    func culprit(_ subject: Change.Subject, at place: Int) -> Culprit {
        _ = optionalID(place + 2) as Client.ID?
        _ = optionalID(place + 3) as Person.ID?
        return Culprit(subject: subject, record: self[place], title: self[place + 1])
    }
}

extension Hindrance {
    /// True if the act itself brings back the record that is missing.
    func isOfAct(_ changes: [RevertibleChange]) -> Bool {
        reason == .gone
            && changes.contains {
                $0.subject == culprit.subject && $0.record == culprit.record && $0.act == .deleted
            }
    }
}

extension RevertibleChange {
    /// How many records of each kind an act added, changed and deleted. The changes come latest first.
    static func summary(of changes: [RevertibleChange]) -> [Going] {
        var found: [Going] = []
        for change in changes where change.subject.isListedOnceDeleted || changes.count == 1 {
            let place =
                found.firstIndex { $0.subject == change.subject && $0.act == change.act }
                ?? {
                    found.append(Going(subject: change.subject, act: change.act, count: 0))
                    return found.count - 1
                }()
            found[place].count += 1
            if found[place].names.count < Going.named { found[place].names.append(change.title) }
        }
        return found.inOrder
    }

    fileprivate func text(_ column: String) -> String? {
        before.columns.first { $0.key == column }.flatMap { String.fromDatabaseValue($0.value) }
    }

    fileprivate func number(_ column: String) -> Int64? {
        before.columns.first { $0.key == column }.flatMap { Int64.fromDatabaseValue($0.value) }
    }
}
