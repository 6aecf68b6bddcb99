import Domain
import GRDB

// What follows from a change of a record by whatever way it was changed.

extension WriteTransaction {
    func follow(_ write: RecordWrite, of record: RecordValues) throws {
        if write.subject == .user, let id = write.record { try endWaysIn(of: User.ID(id), after: write) }
        if write.liftsSecrecy, let id = write.record { try logLifting(of: Client.ID(id), titled: record.title) }
        if let left = write.leaves, let name = try secretName(of: left), try record.client.flatMap(secretName) == nil {
            try logLifting(of: left, titled: name)
        }
    }

    private func logLifting(of client: Client.ID, titled name: String) throws {
        let viewer = read.frame.viewer
        try log(
            LogEntry(
                user: viewer.id, name: viewer.name, act: LogEntry.secrecyLifted,
                subject: Change.Subject.client.rawValue, record: client.number, title: name))
    }

    /// The name of a client that is a trade secret; nil of any other.
    private func secretName(of client: Client.ID) throws -> String? {
        try read.first("SELECT name FROM client WHERE id = ? AND is_confidential = 1", [client.number]) { $0[0] }
    }

    /// Whose rights are others is logged out everywhere; an invitation of whoever has left or is gone never lets anybody in again.
    private func endWaysIn(of user: User.ID, after write: RecordWrite) throws {
        guard ["role", "department_id", "administers", "is_active"].contains(where: write.changes) else { return }
        try endSessions(of: user)
        guard write.act == .deleted || write.after["is_active"].flatMap({ Int64.fromDatabaseValue($0) }) == 0 else {
            return
        }
        try execute("DELETE FROM invitation WHERE user_id = ?", [user.number])
        if write.act == .deleted { try execute("DELETE FROM recovery_code WHERE user_id = ?", [user.number]) }
    }
}

extension LogEntry {
    /// The act by which a client, or a record that was its, is a trade secret no longer.
    static let secrecyLifted = "confidential-lifted"
}
