import Domain
import Foundation
import GRDB

extension ReadTransaction {
    package func colleagues() throws -> [User] {
        try rows("\(User.query) ORDER BY u.is_active DESC, u.name", [], User.init)
    }

    /// The names of all colleagues, those who have left among them. One statement.
    func colleagueNames() throws -> [User.ID: String] {
        Dictionary(try colleagues().map { ($0.id, $0.name) }) { first, _ in first }
    }

    /// The colleagues to whom a client may be handed over, by name.
    package func holders() throws -> [User] { try colleagues().filter(\.mayHoldClients) }

    package func colleague(_ id: User.ID) throws -> (User, version: Int) {
        (
            try one("\(User.query) WHERE u.id = ?", [id.number], User.init),
            try count("SELECT version FROM user WHERE id = ?", [id.number])
        )
    }

    /// The colleague with this name in any of its forms. Nil if there is none, or if several match and none exactly.
    package func colleague(named name: String) throws -> User? { try reading.colleague(named: name) }

    package func departments() throws -> [String] {
        try rows("SELECT name FROM department ORDER BY name LIMIT 500", []) { $0[0] }
    }

    package func settings(version: String) throws -> SettingsSheet {
        SettingsSheet(
            desk: frame.desk, viewer: frame.viewer, colleagues: try colleagues(), departments: try departments(),
            schema: Desk.schema, version: version)
    }

    /// True if the desk has any amount; amounts are stored in minor units of the currency.
    func hasAmounts() throws -> Bool {
        let tables = Change.Subject.allCases.filter { !$0.kind.amounts.isEmpty }.map { subject in
            "EXISTS (SELECT 1 FROM \(subject.rawValue) WHERE coalesce(\(subject.kind.amounts.joined(separator: ", ")), NULL) IS NOT NULL)"
        }
        return try count("SELECT \(tables.joined(separator: " OR "))") == 1
    }
}

extension WriteTransaction {
    /// Throws if the currency would change although there are amounts, because they are stored in its minor units.
    package func changeSettings(_ draft: SettingsDraft, from version: Int) throws {
        if try read.hasAmounts() && read.currency().code != draft.currency {
            throw Refusal.invalid(Problems(["currency": .hasAmounts]))
        }
        try update(
            1, from: version,
            RecordValues(
                subject: .desk, title: draft.name,
                columns: [
                    "name": draft.name, "currency": draft.currency, "time_zone": draft.timeZone,
                    "active_months": draft.activeMonths, "key_percent": draft.keys.key / 100,
                    "critical_percent": draft.keys.critical / 100, "mono_percent": draft.keys.mono / 100,
                    "key_amount": draft.keys.amount, "npv_rate": draft.rate?.rate.hundredths,
                    "npv_day": draft.rate?.since.stored,
                ]))
        try execute(Totals.statuses(where: "true"), [])
    }

    /// Sets the language in which the viewer reads the desk. This is a habit, so history does not tell of it.
    package func speak(_ tongue: Tongue) throws {
        try execute("UPDATE user SET tongue = ? WHERE id = ?", [tongue.rawValue, read.viewer.number])
    }

    @discardableResult
    package func addColleague(_ draft: UserDraft) throws -> User.ID {
        try requireFreeName(draft.name, except: nil)
        let id = User.ID(try insert(draft.record(department: try department(named: draft.department))))
        // A new colleague starts with the language of whoever adds them.
        try execute("UPDATE user SET tongue = ? WHERE id = ?", [read.frame.viewer.tongue.rawValue, id.number])
        return id
    }

    /// Changes a colleague. Throws if no administrator would be left. A colleague whose rights change, or who has left, is signed out
    /// everywhere.
    package func changeColleague(_ id: User.ID, from version: Int?, _ draft: UserDraft) throws {
        if try read.colleague(id).0.name != draft.name { try requireFreeName(draft.name, except: id) }
        let others = try read.count(
            "SELECT count(*) FROM user WHERE administers = 1 AND is_active = 1 AND id <> ?", [id.number])
        if others == 0, !draft.administers || !draft.isActive {
            throw Refusal.invalid(Problems([draft.isActive ? "administers" : "has_left": .lastAdministrator]))
        }
        try update(id.number, from: version, draft.record(department: try department(named: draft.department)))
    }

    /// Throws if another colleague has the name in some form, if it looks like another's name, or if one of its words mixes alphabets.
    func requireFreeName(_ name: String, except id: User.ID?) throws {
        let (form, look) = (NameForm(name), NameLook(name))
        for user in try read.colleagues() where user.id != id {
            guard form != NameForm(user.name) else { throw Refusal.invalid(Problems(["name": .taken])) }
            guard !look.isLike(NameLook(user.name)) else {
                throw Refusal.invalid(Problems(["name": .looksLike(user.name)]))
            }
        }
        guard !form.mixesAlphabets else { throw Refusal.invalid(Problems(["name": .mixesAlphabets])) }
    }

    /// The department with this name; makes it if there is none.
    private func department(named name: String?) throws -> Int64? {
        guard let name else { return nil }
        return try read.first("SELECT id FROM department WHERE name = ?", [name]) { $0[0] as Int64 }
            ?? insert(RecordValues(subject: .department, title: name, columns: ["name": name]))
    }
}

extension Reading {
    /// The colleague with this name in any of its forms. Nil if there is none, or if several match and none exactly.
    func colleague(named name: String) throws -> User? {
        if let user = try first("\(User.query) WHERE u.name = ?", [name], User.init) { return user }
        let form = NameForm(name)
        let named = try rows("\(User.query)", [], User.init).filter { NameForm($0.name) == form }
        return named.count == 1 ? named[0] : nil
    }
}

extension User {
    static let query = """
        SELECT u.id, u.name, u.role, d.id, d.name, u.administers, u.is_active, u.password IS NOT NULL
        FROM user u LEFT JOIN department d ON d.id = u.department_id
        """

    init(_ row: Columns) {
        self.init(
            id: row.id(0), name: row[1], role: row.word(2), department: row.named(3), administers: row[5],
            isActive: row[6], canLogIn: row[7])
    }
}

extension UserDraft {
    fileprivate func record(department: Int64?) -> RecordValues {
        RecordValues(
            subject: .user, title: name,
            columns: ["department_id": department] + stored)
    }
}
