import GRDB

/// The secrets that a desk of an older schema holds unencrypted, because no program of this schema has opened it yet.
enum OlderSecrets {
    /// Overwrites the secrets in a copy with random bytes, because a copy may leave the machine. After a restore the passwords still work,
    /// but users must set up their second factors anew.
    static func remove(from copy: String) throws {
        let queue = try DatabaseQueue(path: copy, configuration: Connection.configuration())
        try queue.writeWithoutTransaction { db in
            guard try db.columns(in: "desk").contains(where: { $0.name == "secret" }) else { return }
            // In memory, so that no journal file keeps the old values.
            try db.execute(sql: "PRAGMA journal_mode = MEMORY; UPDATE desk SET secret = randomblob(32)")
            guard try db.columns(in: "user").contains(where: { $0.name == "second_secret" }) else { return }
            try db.execute(
                sql: "UPDATE user SET second_secret = randomblob(?) WHERE second_secret IS NOT NULL",
                arguments: [DeskKey.sealedSize])
        }
        try queue.close()
    }
}
