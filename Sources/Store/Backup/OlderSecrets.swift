import GRDB

/// What a desk holds in clear that no program of this schema has opened yet.
enum OlderSecrets {
    /// Puts random bytes in their place in a copy, for it may leave the machine. Whoever goes back to it keeps the passwords, and sets
    /// second factors anew.
    static func remove(from copy: String) throws {
        let queue = try DatabaseQueue(path: copy, configuration: Connection.configuration())
        try queue.writeWithoutTransaction { db in
            guard try db.columns(in: "desk").contains(where: { $0.name == "secret" }) else { return }
            // No other file holds what was there before.
            try db.execute(sql: "PRAGMA journal_mode = MEMORY; UPDATE desk SET secret = randomblob(32)")
            guard try db.columns(in: "user").contains(where: { $0.name == "second_secret" }) else { return }
            try db.execute(
                sql: "UPDATE user SET second_secret = randomblob(?) WHERE second_secret IS NOT NULL",
                arguments: [DeskKey.sealedSize])
        }
        try queue.close()
    }
}
