import Domain
import Foundation
import GRDB

// Logins are not records. They have no version, and the log tells of them instead of the history.

/// What is needed to check a user's login.
package struct Credentials: Sendable {
    package var user: User
    /// The Argon2id hash of the password.
    package var password: String
    /// The secret of the user's six-digit codes; nil if no codes are needed or the secret cannot be unsealed.
    package var secondSecret: [UInt8]?
    /// True if codes are needed but the key that sealed their secret is missing.
    package var hasLostSecond = false
    /// The time step of the latest code. Codes of this step or an earlier one are no longer accepted.
    package var secondStep: Int64
}

extension Desk {
    /// The credentials of the colleague with this name, in any of its forms. Returns nil if there is no such colleague, or if they have
    /// left or have no password.
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

    /// The colleague whose invitation has this digest. Returns nil if the invitation is unknown or has ended, or if the colleague has left.
    package func invited(by digest: [UInt8], at moment: Moment) throws -> User? {
        try reading { reading in
            try reading.first(
                "\(User.query) JOIN invitation i ON i.user_id = u.id WHERE i.digest = ? AND i.ends_at > ? AND u.is_active = 1",
                [Data(digest), moment.milliseconds], User.init)
        }
    }

    /// The settings of the whole desk, for users who have not signed in yet. Returns nil if no desk has been made.
    package func settings() throws -> DeskSettings? {
        try reading { reading in
            try reading.first("SELECT \(DeskSettings.columns) FROM desk d") { DeskSettings($0, from: 0) }
        }
    }

    /// True if the desk has no users yet.
    package func hasNobody() throws -> Bool {
        try reading { try $0.first("SELECT NOT EXISTS (SELECT 1 FROM user)") { $0[0] } ?? true }
    }

    /// True if an administrator who has not left has a password.
    package func hasKeeper() throws -> Bool {
        try reading {
            try $0.first(
                "SELECT EXISTS (SELECT 1 FROM user WHERE administers = 1 AND is_active = 1 AND password IS NOT NULL)"
            ) { $0[0] } ?? false
        }
    }

    /// True if the owner may work without a login.
    package func isOpen() throws -> Bool {
        do {
            return try read(as: .local) { _ in true }
        } catch Refusal.needsLogin { return false }
    }

    /// The key for form tokens and for the digests of all secrets. It is stored only in the desk's key file.
    package var tokenKey: [UInt8] { key.derived("tokens") }

    /// True if the key beside the desk sealed the desk's secrets. Also true if no desk has been made.
    func isSealedByKey() throws -> Bool {
        try reading { try $0.first("SELECT key_mark FROM desk") { ($0[0] as Data?).map { [UInt8]($0) } == key.mark } }
            ?? true
    }

    /// Makes the key beside the desk its own. Digests made with another key are worthless and are deleted. Secrets sealed with another key
    /// are kept, because that key may come back. Returns true if the key has changed on a desk with users.
    func takeKey() throws -> Bool {
        guard try !isSealedByKey() else { return false }
        try withWriterUncounted { db in
            let reading = Reading(db: db)
            try reading.execute("UPDATE desk SET key_mark = key_mark()")
            for table in ["session", "invitation", "recovery_code", "calendar_feed"] {
                try reading.execute("DELETE FROM \(table)")
            }
        }
        guard try !hasNobody() else { return false }
        try write(at: .current(), on: Moment.current().day(in: "UTC"), settling: false) {
            try $0.log(LogEntry(act: "key-other"))
        }
        return true
    }

    /// Stores when sessions were last used, and deletes expired ones. If the clock has been set back, times in the future count as now, so
    /// that no session or invitation lasts longer. No page changes.
    package func keepSessions(_ seen: [[UInt8]: (at: Moment, address: String)], at moment: Moment) throws {
        try withWriterUncounted { db in
            let reading = Reading(db: db)
            for (digest, (at, address)) in seen {
                try reading.execute(
                    "UPDATE session SET seen_at = max(seen_at, ?), address = ? WHERE digest = ?",
                    [at.milliseconds, address, Data(digest)])
                // After so long a pause a new sitting begins.
                try reading.execute(
                    """
                    INSERT INTO look (user_id, seen_at) SELECT user_id, ?1 FROM session WHERE digest = ?2
                    ON CONFLICT DO UPDATE SET left_at = iif(excluded.seen_at - seen_at > ?3, seen_at, left_at),
                      seen_at = max(seen_at, excluded.seen_at)
                    """, [at.milliseconds, Data(digest), 4 * 3_600_000])
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
    /// The viewer's own logins, the latest first. `digest` marks the login of this browser.
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

    /// How many recovery codes the viewer still has.
    package func recoveryCodesLeft() throws -> Int {
        try count("SELECT count(*) FROM recovery_code WHERE user_id = ?", [viewer.number])
    }

    /// Whether the viewer has a password, and whether they have a second factor.
    package func ownFactors() throws -> (hasPassword: Bool, hasSecond: Bool) {
        try one("SELECT password IS NOT NULL, second_secret IS NOT NULL FROM user WHERE id = ?", [viewer.number]) {
            ($0[0], $0[1])
        }
    }
}

extension WriteTransaction {
    /// Signs the viewer in from a browser at an address.
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

    /// Stores the hash of a colleague's new password. Ends all their logins and their invitation.
    package func setPassword(_ hash: String, of user: User.ID) throws {
        try execute("UPDATE user SET password = ? WHERE id = ?", [hash, user.number])
        try execute("DELETE FROM invitation WHERE user_id = ?", [user.number])
        try endSessions(of: user)
    }

    /// Invites a colleague to sign in until a moment. An earlier invitation is no longer valid. Throws if the colleague has left.
    package func invite(_ user: User.ID, by digest: [UInt8], until end: Moment) throws {
        guard try read.colleague(user).0.isActive else { throw Refusal.invalid(Problems(["name": .hasLeft])) }
        try execute(
            "INSERT OR REPLACE INTO invitation (digest, user_id, ends_at) VALUES (?, ?, ?)",
            [Data(digest), user.number, end.milliseconds])
    }

    /// Uses up an invitation. Returns false if it was used before.
    package func spendInvitation(_ digest: [UInt8]) throws -> Bool {
        try execute("DELETE FROM invitation WHERE digest = ?", [Data(digest)])
        return db.changesCount == 1
    }

    /// Requires six-digit codes from now on; with a nil secret, requires them no longer. `codes` are the digests of the recovery codes,
    /// each of which replaces a six-digit code once.
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

    /// Uses up the code of a time step. Returns false if this code or a later one was used before. A stored step far ahead comes from a
    /// clock that has since been set back. It is ignored, so that nobody is locked out.
    package func takeCode(ofStep step: Int64) throws -> Bool {
        try execute(
            "UPDATE user SET second_step = ?1 WHERE id = ?2 AND second_step NOT BETWEEN ?1 AND ?1 + 2",
            [step, read.viewer.number])
        return db.changesCount == 1
    }

    /// Uses up a recovery code. Returns false if it is not one of the viewer's.
    package func takeRecoveryCode(_ digest: [UInt8]) throws -> Bool {
        try execute(
            "DELETE FROM recovery_code WHERE digest = ? AND user_id = ?", [Data(digest), read.viewer.number])
        return db.changesCount == 1
    }

    /// Sets whether the owner may work without a login on the desk's own machine.
    package func setOpen(_ isOpen: Bool) throws {
        try execute("UPDATE desk SET is_open = ?", [isOpen ? 1 : 0])
    }
}
