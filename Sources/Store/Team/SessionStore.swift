import Domain
import Foundation
import GRDB

// Logins are no records: they have no version, and the log tells of them instead of the history.

/// What is needed to let somebody in.
package struct Credentials: Sendable {
    package var user: User
    /// The Argon2id hash of the password.
    package var password: String
    /// The secret of their codes of six digits; nil where none are asked for.
    package var secondSecret: [UInt8]?
    /// Are codes asked for, and their secret was sealed by a key that is not there any more?
    package var hasLostSecond = false
    /// The step of the latest code: an earlier one and this one are taken no more.
    package var secondStep: Int64
}

extension Desk {
    /// Of the colleague of a name in any of its forms; nil where there is none, who has left or has no password.
    package func credentials(of name: String) throws -> Credentials? {
        try reading { reading in try reading.colleague(named: name).flatMap { try credentials(of: $0.id, reading) } }
    }

    package func credentials(of user: User.ID) throws -> Credentials? {
        try reading { try credentials(of: user, $0) }
    }

    private func credentials(of user: User.ID, _ reading: Reading) throws -> Credentials? {
        try reading.first(
            """
            SELECT u.id, u.name, u.role, d.id, d.name, u.administers, u.is_active, 1, u.password, u.second_secret, u.second_step
            FROM user u LEFT JOIN department d ON d.id = u.department_id
            WHERE u.id = ? AND u.is_active = 1 AND u.password IS NOT NULL
            """, [user.number]
        ) {
            let (user, sealed) = (User($0), ($0[9] as Data?).map { [UInt8]($0) })
            let secret = sealed.flatMap { key.unseal($0, of: user.id.number) }
            return Credentials(
                user: user, password: $0[8], secondSecret: secret,
                hasLostSecond: sealed != nil && secret == nil, secondStep: $0[10])
        }
    }

    /// The colleague whom an invitation of a digest lets in at a moment, nil where it is none, or not any more.
    package func invited(by digest: [UInt8], at moment: Moment) throws -> User? {
        try reading { reading in
            try reading.first(
                "\(User.query) JOIN invitation i ON i.user_id = u.id WHERE i.digest = ? AND i.ends_at > ? AND u.is_active = 1",
                [Data(digest), moment.milliseconds], User.init)
        }
    }

    /// What holds for the whole desk, for those whom it does not know yet; nil where no desk is made.
    package func settings() throws -> DeskSettings? {
        try reading { reading in
            try reading.first("SELECT name, currency, time_zone, version FROM desk") {
                DeskSettings(name: $0[0], currency: $0[1], timeZone: $0[2], version: $0[3])
            }
        }
    }

    /// Is there nobody on the desk yet?
    package func hasNobody() throws -> Bool {
        try reading { try $0.first("SELECT NOT EXISTS (SELECT 1 FROM user)") { $0[0] } ?? true }
    }

    /// Has somebody who administers a password?
    package func hasKeeper() throws -> Bool {
        try reading {
            try $0.first(
                "SELECT EXISTS (SELECT 1 FROM user WHERE administers = 1 AND is_active = 1 AND password IS NOT NULL)"
            ) { $0[0] } ?? false
        }
    }

    /// May the owner of the desk go without login?
    package func isOpen() throws -> Bool {
        do {
            return try read(as: .local) { _ in true }
        } catch Refusal.needsLogin { return false }
    }

    /// The key of form tokens and of the digests of everything that is secret; it is in no file but that of the desk's key.
    package var tokenKey: [UInt8] { key.derived("tokens") }

    /// Was what is secret in the desk sealed by the key beside it? True of a desk that is not made yet.
    func isSealedByKey() throws -> Bool {
        try reading { try $0.first("SELECT key_mark FROM desk") { ($0[0] as Data?).map { [UInt8]($0) } == key.mark } }
            ?? true
    }

    /// Takes the key beside the desk for its own. What another has hashed opens nothing any more, and goes; what it has sealed stays,
    /// for that key may come back. Returns whether it was another.
    func takeKey() throws -> Bool {
        guard try !isSealedByKey() else { return false }
        try withWriterUncounted { db in
            let reading = Reading(db: db)
            try reading.execute("UPDATE desk SET key_mark = key_mark()")
            for table in ["session", "invitation", "recovery_code"] { try reading.execute("DELETE FROM \(table)") }
        }
        guard try !hasNobody() else { return false }
        try write(at: .current(), on: Moment.current().day(in: "UTC"), settling: false) {
            try $0.log(LogEntry(act: "key-other"))
        }
        return true
    }

    /// Notes when sessions were used last, and forgets those that are over. One of a clock that has been set back since is as old as if
    /// it had begun now: nothing lasts longer for it. It changes no page.
    package func keepSessions(_ seen: [[UInt8]: (at: Moment, address: String)], at moment: Moment) throws {
        try withWriterUncounted { db in
            let reading = Reading(db: db)
            for (digest, (at, address)) in seen {
                try reading.execute(
                    "UPDATE session SET seen_at = max(seen_at, ?), address = ? WHERE digest = ?",
                    [at.milliseconds, address, Data(digest)])
            }
            let now = moment.milliseconds
            try reading.execute(
                """
                UPDATE session SET started_at = min(started_at, ?1), seen_at = min(seen_at, ?1)
                WHERE started_at > ?1 OR seen_at > ?1
                """, [now])
            try reading.execute(
                "UPDATE invitation SET ends_at = ?1 WHERE ends_at > ?1", [now + SessionAge.invitation * 3_600_000])
            try reading.execute(
                "DELETE FROM session WHERE seen_at <= ? OR started_at <= ?",
                [
                    SessionAge.start(SessionAge.idle, before: moment),
                    SessionAge.start(SessionAge.most, before: moment),
                ])
        }
    }
}

extension ReadTransaction {
    /// The viewer's own logins, the latest first; the one of a digest is this browser's.
    package func sessions(this digest: [UInt8]?) throws -> [SessionRow] {
        try rows(
            """
            SELECT id, started_at, seen_at, address, browser, digest IS ? FROM session WHERE user_id = ? ORDER BY seen_at DESC LIMIT 100
            """, [digest.map { Data($0) }, viewer.number]
        ) {
            SessionRow(
                id: $0.id(0), startedAt: Moment(milliseconds: $0[1]), seenAt: Moment(milliseconds: $0[2]),
                address: $0[3],
                browser: $0[4], isThis: $0[5])
        }
    }

    /// How many recovery codes the viewer has left.
    package func recoveryCodesLeft() throws -> Int {
        try count("SELECT count(*) FROM recovery_code WHERE user_id = ?", [viewer.number])
    }

    /// Has the viewer a password, and a second factor?
    package func ownFactors() throws -> (hasPassword: Bool, hasSecond: Bool) {
        try one("SELECT password IS NOT NULL, second_secret IS NOT NULL FROM user WHERE id = ?", [viewer.number]) {
            ($0[0], $0[1])
        }
    }
}

extension WriteTransaction {
    /// Lets the viewer in, from a browser at an address.
    package func beginSession(_ digest: [UInt8], address: String, browser: String) throws {
        try execute(
            "INSERT INTO session (digest, user_id, started_at, seen_at, address, browser) VALUES (?, ?, ?, ?, ?, ?)",
            [
                Data(digest), read.viewer.number, moment.milliseconds, moment.milliseconds, address,
                String(browser.prefix(200)),
            ])
    }

    package func endSession(_ digest: [UInt8]) throws {
        try execute("DELETE FROM session WHERE digest = ?", [Data(digest)])
    }

    /// Ends one of the viewer's own logins.
    package func endSession(_ id: SessionRow.ID) throws {
        try execute("DELETE FROM session WHERE id = ? AND user_id = ?", [id.number, read.viewer.number])
    }

    package func endSessions(of user: User.ID) throws {
        try execute("DELETE FROM session WHERE user_id = ?", [user.number])
    }

    /// Gives a colleague a password by its hash: whoever was logged in under the old one is so no more.
    package func setPassword(_ hash: String, of user: User.ID) throws {
        try execute("UPDATE user SET password = ? WHERE id = ?", [hash, user.number])
        try execute("DELETE FROM invitation WHERE user_id = ?", [user.number])
        try endSessions(of: user)
    }

    /// A new way in for a colleague; an earlier one is good no more.
    package func invite(_ user: User.ID, by digest: [UInt8], until end: Moment) throws {
        guard try read.colleague(user).0.isActive else { throw Refusal.invalid(Problems(["name": .hasLeft])) }
        try execute(
            "INSERT OR REPLACE INTO invitation (digest, user_id, ends_at) VALUES (?, ?, ?)",
            [Data(digest), user.number, end.milliseconds])
    }

    /// Takes an invitation once: false where it was taken already.
    package func spendInvitation(_ digest: [UInt8]) throws -> Bool {
        try execute("DELETE FROM invitation WHERE digest = ?", [Data(digest)])
        return db.changesCount == 1
    }

    /// Codes of six digits are asked for from now on, or, where there is no secret, no more. `codes` are digests of those that stand
    /// once for one of them.
    package func setSecondFactor(_ secret: [UInt8]?, step: Int64, recoveryCodes codes: [[UInt8]], of user: User.ID)
        throws
    {
        try execute(
            "UPDATE user SET second_secret = sealed(?, ?), second_step = ? WHERE id = ?",
            [secret.map { Data($0) }, user.number, step, user.number])
        try execute("DELETE FROM recovery_code WHERE user_id = ?", [user.number])
        for code in codes {
            try execute("INSERT INTO recovery_code (digest, user_id) VALUES (?, ?)", [Data(code), user.number])
        }
    }

    /// Takes a code of a step once: false where this one or a later one was taken already. One that no clock could have come to yet
    /// was taken by a clock that has been set back since, and locks nobody out.
    package func takeCode(ofStep step: Int64) throws -> Bool {
        try execute(
            "UPDATE user SET second_step = ?1 WHERE id = ?2 AND second_step NOT BETWEEN ?1 AND ?1 + 2",
            [step, read.viewer.number])
        return db.changesCount == 1
    }

    /// Takes a recovery code once: false where it is none of the viewer's.
    package func takeRecoveryCode(_ digest: [UInt8]) throws -> Bool {
        try execute(
            "DELETE FROM recovery_code WHERE digest = ? AND user_id = ?", [Data(digest), read.viewer.number])
        return db.changesCount == 1
    }

    /// May the owner go without login on the desk's own machine?
    package func setOpen(_ isOpen: Bool) throws {
        try execute("UPDATE desk SET is_open = ?", [isOpen ? 1 : 0])
    }
}
