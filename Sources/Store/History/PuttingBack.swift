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
            isThere: try count("SELECT count(*) FROM \(table) WHERE id = ?", [change.record]) == 1)
    }
}

extension WriteTransaction {
    /// Puts a record back as a line of history left it, whatever was changed of it since; what belongs to it stays as it is. Throws
    /// where the record is not there, and where something else needs it as it is now.
    package func putBack(_ id: Change.ID) throws {
        let past = try read.pastVersion(id)
        guard past.isThere, past.change.act != .deleted else { throw Refusal.notFound }
        let (later, arguments) = past.change.later
        let changes = try read.changesToRevert(where: later, arguments, atMost: past.sinceCount)
        guard var whole = changes.first else { return }
        whole.act = .changed
        whole.before = changes.filter { $0.act != .created }.reduce(into: RevertibleChange.State()) {
            $0.overwrite(with: $1.before)
        }
        try reverting(changes) { try revert(whole) }
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
