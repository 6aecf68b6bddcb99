import Domain
import Foundation
import GRDB

extension ReadTransaction {
    /// What every page shows around its matter. One statement.
    package func frame() throws -> Frame {
        try one(
            """
            SELECT d.name, d.currency, d.time_zone, d.version, u.id, u.name, u.role, u.tongue,
              (SELECT n FROM tally WHERE name = 'client'), (SELECT n FROM tally WHERE name = 'person'),
              (SELECT n FROM tally WHERE name = 'product'), (SELECT n FROM tally WHERE name = 'open_order'),
              (SELECT n FROM tally WHERE name = 'open_invoice')
            FROM desk d JOIN user u ON u.id = ?
            """, [viewer.number]
        ) { row in
            Frame(
                desk: DeskSettings(name: row[0], currency: row[1], timeZone: row[2], version: row[3]),
                viewer: Viewer(id: row.id(4), name: row[5], role: row.word(6), tongue: row.word(7)),
                tallies: Tallies(
                    clients: row[8], people: row[9], products: row[10], openOrders: row[11], openInvoices: row[12]))
        }
    }

    package func colleagues() throws -> [User] {
        try rows("SELECT id, name, role FROM user ORDER BY name", []) {
            User(id: $0.id(0), name: $0[1], role: $0.word(2))
        }
    }

    package func colleague(_ id: User.ID) throws -> (User, version: Int) {
        try one("SELECT id, name, role, version FROM user WHERE id = ?", [id.number]) {
            (User(id: $0.id(0), name: $0[1], role: $0.word(2)), $0[3])
        }
    }

    package func settings(version: String) throws -> SettingsSheet {
        let frame = try frame()
        return SettingsSheet(
            desk: frame.desk, viewer: frame.viewer, colleagues: try colleagues(), schema: Desk.schema, version: version)
    }

    /// Is there any amount, which is kept in minor units of the currency?
    func hasAmounts() throws -> Bool {
        try count(
            """
            SELECT EXISTS (SELECT 1 FROM order_line) OR EXISTS (SELECT 1 FROM invoice) OR EXISTS (SELECT 1 FROM payment)
              OR EXISTS (SELECT 1 FROM product WHERE price IS NOT NULL OR cost IS NOT NULL)
            """) == 1
    }

    /// The key of form tokens.
    package func secret() throws -> [UInt8] {
        try one("SELECT secret FROM desk", []) { [UInt8]($0[0] as Data) }
    }
}

extension WriteTransaction {
    /// Makes the desk in a new file, with its owner as user 1.
    package func make(_ settings: DeskSettings, owner: UserDraft, tongue: Tongue) throws {
        var random = SystemRandomNumberGenerator()
        let secret = Data((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
        try execute(
            "INSERT INTO user (id, name, role, tongue) VALUES (?, ?, ?, ?)",
            [read.viewer.number, owner.name, owner.role.rawValue, tongue.rawValue])
        try execute(
            "INSERT INTO desk (id, name, currency, time_zone, secret) VALUES (1, ?, ?, ?, ?)",
            [settings.name, settings.currency, settings.timeZone, secret])
    }

    /// The currency stays once there are amounts, for they are kept in its minor units.
    package func changeSettings(_ draft: SettingsDraft, from version: Int) throws {
        if try read.hasAmounts() && read.currency().code != draft.currency {
            throw Refusal.invalid(Problems(["currency": .inUse]))
        }
        try update(
            1, from: version,
            RecordValues(
                subject: .desk, title: draft.name,
                columns: ["name": draft.name, "currency": draft.currency, "time_zone": draft.timeZone]))
    }

    /// The language in which the viewer reads the desk; a habit and not a matter of history.
    package func speak(_ tongue: Tongue) throws {
        try execute("UPDATE user SET tongue = ? WHERE id = ?", [tongue.rawValue, read.viewer.number])
    }

    @discardableResult
    package func addColleague(_ draft: UserDraft) throws -> User.ID {
        try requireFreeName(draft.name, except: nil)
        return User.ID(try insert(draft.record))
    }

    /// Changes a colleague; the last administrator stays one.
    package func changeColleague(_ id: User.ID, from version: Int, _ draft: UserDraft) throws {
        try requireFreeName(draft.name, except: id)
        let others = try read.count("SELECT count(*) FROM user WHERE role = 'administrator' AND id <> ?", [id.number])
        if draft.role != .administrator && others == 0 { throw Refusal.invalid(Problems(["role": .lastAdministrator])) }
        try update(id.number, from: version, draft.record)
    }

    private func requireFreeName(_ name: String, except id: User.ID?) throws {
        let taken = try read.count("SELECT count(*) FROM user WHERE name = ? AND id IS NOT ?", [name, id?.number])
        if taken > 0 { throw Refusal.invalid(Problems(["name": .taken])) }
    }
}

extension UserDraft {
    fileprivate var record: RecordValues {
        RecordValues(subject: .user, title: name, columns: ["name": name, "role": role.rawValue])
    }
}
