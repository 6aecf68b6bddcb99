import Domain
import GRDB

// What follows from a change of a record, however it was changed.

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

    /// The name of a client that is a trade secret; nil for any other client.
    private func secretName(of client: Client.ID) throws -> String? {
        try read.first("SELECT name FROM client WHERE id = ? AND is_confidential = 1", [client.number]) { $0[0] }
    }

    /// Signs a user out everywhere after their rights change. Deletes the invitation and the feed of a user who has left or is deleted, so that
    /// they never let anybody in.
    private func endWaysIn(of user: User.ID, after write: RecordWrite) throws {
        guard ["role", "department_id", "administers", "is_active"].contains(where: write.changes) else { return }
        try endSessions(of: user)
        guard write.act == .deleted || write.after["is_active"].flatMap({ Int64.fromDatabaseValue($0) }) == 0 else {
            return
        }
        try execute("DELETE FROM invitation WHERE user_id = ?", [user.number])
        try endFeed(of: user)
        if write.act == .deleted { try execute("DELETE FROM recovery_code WHERE user_id = ?", [user.number]) }
    }
}

extension LogEntry {
    /// The act after which a client, or a record that belonged to it, is no longer a trade secret.
    static let secrecyLifted = "confidential-lifted"
}
