import Domain
import GRDB

/// A write of one record, with all that decides who may do it.
struct RecordWrite {
    var act: Change.Act
    var subject: Change.Subject
    /// The record's number; nil for a new record.
    var record: Int64?
    var client: Client.ID?
    /// The columns that differ. For a record that is created or deleted, all columns.
    var before: [String: DatabaseValue]
    var after: [String: DatabaseValue]

    init(
        _ act: Change.Act, _ record: RecordValues, _ id: Int64?, from before: [RecordColumns.Column],
        to after: [RecordColumns.Column]
    ) {
        self.act = act
        subject = record.subject
        self.record = id
        client = subject == .client ? id.map { Client.ID($0) } : record.client
        self.before = Dictionary(before.map { ($0.key, $0.value) }) { first, _ in first }
        self.after = Dictionary(after.map { ($0.key, $0.value) }) { first, _ in first }
    }

    /// The write that takes a change back.
    init(undoing change: RevertibleChange) {
        let act: Change.Act =
            switch change.act {
            case .created: .deleted
            case .changed: .changed
            case .deleted: .created
            }
        self.init(
            act, RecordValues(of: change), change.record, from: change.after.columns, to: change.before.columns)
    }

    /// True if the write brings back a record that existed before.
    var restores: Bool { act == .created && record != nil }

    func changes(_ column: String) -> Bool { before[column] ?? .null != after[column] ?? .null }

    /// The number in a column, before the write, or if there was none after it.
    func number(_ column: String) -> Int64? {
        [before[column], after[column]].lazy.compactMap { $0.flatMap { Int64.fromDatabaseValue($0) } }.first
    }

    /// The client that a record belonged to, if the write moves the record away from it; otherwise nil.
    var leaves: Client.ID? {
        guard act == .changed, changes("client_id") else { return nil }
        return before["client_id"].flatMap { Int64.fromDatabaseValue($0) }.map { Client.ID($0) }
    }

    /// True if a client stops being a trade secret.
    var liftsSecrecy: Bool {
        subject == .client && act == .changed && changes("is_confidential")
            && after["is_confidential"].flatMap { Int64.fromDatabaseValue($0) } == 0
    }
}
