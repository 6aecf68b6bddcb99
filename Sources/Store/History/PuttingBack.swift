import Domain
import GRDB

extension ReadTransaction {
    /// A record as it was after a line of history. Four statements.
    package func pastVersion(_ id: Change.ID, on today: Day) throws -> PastVersion {
        guard let change = try changes(where: "id = ?", [id.number], before: nil, atMost: 1).first else {
            throw Refusal.notFound
        }
        let (later, arguments) = change.later
        let table = change.subject.rawValue
        let count = try count("SELECT count(*) FROM change WHERE \(later)", arguments)
        let whole = try undoing(since: change, count)
        return PastVersion(
            change: change, since: try changes(where: later, arguments, before: nil, atMost: PastAct.shown),
            sinceCount: count,
            version: try first("SELECT version FROM \(table) WHERE id = ?", [change.record]) { $0[0] },
            mayBePutBack: try whole.map { try authority(on: today).allows(RecordWrite(undoing: $0)) } ?? false)
    }

    /// All changes of a record since a line of history, joined into one change that can be taken back; nil if there are none.
    fileprivate func undoing(since change: Change, _ count: Int) throws -> RevertibleChange? {
        let (later, arguments) = change.later
        let changes = try changesToRevert(where: later, arguments, atMost: count)
        guard var whole = changes.first else { return nil }
        (whole.act, whole.title, whole.client) = (.changed, change.title, change.client?.id)
        let kept = changes.filter { $0.act != .created }
        whole.before = kept.reduce(into: RevertibleChange.State()) { $0.overwrite(with: $1.before) }
        whole.after = kept.reversed().reduce(into: RevertibleChange.State()) { $0.overwrite(with: $1.after) }
        return whole
    }
}

extension WriteTransaction {
    /// Puts a record back to how it was after a line of history, whatever has changed since. Records that belong to it stay as they are.
    /// Throws if the record is gone or has another version, or if something else needs it as it is now.
    package func putBack(_ id: Change.ID, from version: Int) throws {
        let past = try read.pastVersion(id, on: today)
        guard let current = past.version, past.change.act != .deleted else { throw Refusal.notFound }
        guard current == version else { throw Refusal.conflict(current: current) }
        guard let whole = try read.undoing(since: past.change, past.sinceCount) else { return }
        try reverting([whole]) { try revert(whole) }
        let (later, arguments) = past.change.later
        try forgetForms(of: later, arguments)
    }
}

extension Change {
    /// The condition that selects the later changes of the record.
    fileprivate var later: (String, Values) {
        ("subject = ? AND record_id = ? AND id > ?", [subject.rawValue, record, id.number])
    }
}

extension RevertibleChange.State {
    /// Adds the values of another change. They replace those already known.
    fileprivate mutating func overwrite(with other: RevertibleChange.State) {
        let names = Set(other.columns.map(\.key))
        columns = columns.filter { !names.contains($0.key) } + other.columns
        people = other.people ?? people
    }
}
