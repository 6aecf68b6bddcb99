import Domain
import GRDB

extension ReadTransaction {
    /// A record as a line of history left it. Four statements.
    package func pastVersion(_ id: Change.ID) throws -> PastVersion {
        guard let change = try changes(where: "id = ?", [id.number], before: nil, atMost: 1).first else {
            throw Refusal.notFound
        }
        let (later, arguments) = change.later
        let table = change.subject.rawValue
        return PastVersion(
            change: change, since: try changes(where: later, arguments, before: nil, atMost: PastAct.shown),
            sinceCount: try count("SELECT count(*) FROM change WHERE \(later)", arguments),
            version: try first("SELECT version FROM \(table) WHERE id = ?", [change.record]) { $0[0] })
    }
}

extension WriteTransaction {
    /// Puts a record back as a line of history left it, whatever was changed of it since; what belongs to it stays as it is. Throws
    /// where the record is not there or not of that version, and where something else needs it as it is now.
    package func putBack(_ id: Change.ID, from version: Int) throws {
        let past = try read.pastVersion(id)
        guard let current = past.version, past.change.act != .deleted else { throw Refusal.notFound }
        guard current == version else { throw Refusal.conflict(current: current) }
        let (later, arguments) = past.change.later
        let changes = try read.changesToRevert(where: later, arguments, atMost: past.sinceCount)
        guard var whole = changes.first else { return }
        (whole.act, whole.title, whole.client) = (.changed, past.change.title, past.change.client?.id)
        whole.before = changes.filter { $0.act != .created }.reduce(into: RevertibleChange.State()) {
            $0.overwrite(with: $1.before)
        }
        try reverting(changes) { try revert(whole) }
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
    /// What an earlier change says goes before what a later one does.
    fileprivate mutating func overwrite(with earlier: RevertibleChange.State) {
        let names = Set(earlier.columns.map(\.key))
        columns = columns.filter { !names.contains($0.key) } + earlier.columns
        people = earlier.people ?? people
    }
}
