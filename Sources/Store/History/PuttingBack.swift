import Domain
import GRDB

extension ReadTransaction {
    /// A record as a line of history left it. Four statements.
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

    /// All that was changed of a record since a line of history as one change, which is to be taken back; nil where nothing was.
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
    /// Puts a record back as a line of history left it, whatever was changed of it since; what belongs to it stays as it is. Throws
    /// where the record is not there or not of that version, and where something else needs it as it is now.
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
    /// The condition that chooses what was changed of the record since.
    fileprivate var later: (String, Values) {
        ("subject = ? AND record_id = ? AND id > ?", [subject.rawValue, record, id.number])
    }
}

extension RevertibleChange.State {
    /// What another change says goes before what is known.
    fileprivate mutating func overwrite(with other: RevertibleChange.State) {
        let names = Set(other.columns.map(\.key))
        columns = columns.filter { !names.contains($0.key) } + other.columns
        people = other.people ?? people
    }
}
