import Domain
import GRDB

extension Caller {
    /// Is nothing hidden from them, whoever is absent?
    func seesEverything(as viewer: Viewer) -> Bool {
        if case .program = self { true } else { viewer.asMember.isAbove }
    }
}

extension Sight {
    /// What a caller sees on a day, nil where it is everything. At most two statements; none for a director.
    static func of(_ caller: Caller, _ viewer: Viewer, on day: Day, _ reading: Reading) throws -> Sight? {
        if caller.seesEverything(as: viewer) { return nil }
        let absent = try reading.rows(
            """
            SELECT u.id, u.role, u.department_id FROM absence a JOIN user u ON u.id = a.user_id
            WHERE a.deputy_id = ? AND a.from_day <= ? AND a.to_day >= ?
            """, [viewer.id.number, day.stored, day.stored]
        ) { Member(id: $0.id(0), role: $0.word(1), department: $0.optionalID(2)) }
        return try Sight.of(viewer, absent: absent) { department in
            try reading.rows("SELECT id FROM user WHERE department_id = ?", [department.number]) { $0.id(0) }
        }
    }
}

extension Reading {
    /// Cuts what the connection shows to what a viewer sees on a day. Which clients these are is gathered again only where that
    /// may have changed.
    func cut(to sight: Sight, of viewer: User.ID, on day: Day) throws {
        func flag(_ sees: Bool) -> Int { sees ? 1 : 0 }
        try execute(
            "INSERT OR REPLACE INTO temp.viewing VALUES (1, ?, ?, ?, ?, ?)",
            [
                viewer.number, flag(sight.seesDossier), flag(sight.seesMoney), flag(sight.seesPersonal),
                flag(sight.seesTeam),
            ])
        let isGathered = try first(
            "SELECT g.day = ? AND g.n = s.n FROM main.sight s JOIN temp.gathered g ON g.viewer = ?",
            [day.stored, viewer.number]
        ) { $0[0] as Bool }
        guard isGathered != true else { return }
        try gather(sight, viewer, day)
    }

    private func gather(_ sight: Sight, _ viewer: User.ID, _ day: Day) throws {
        for table in ["whole", "colleague"] {
            try execute("DELETE FROM temp.\(table) WHERE viewer = ?", [viewer.number])
        }
        if let kams = sight.kams {
            for kam in kams { try execute("INSERT INTO temp.colleague VALUES (?, ?)", [viewer.number, kam.number]) }
        } else {
            try execute("INSERT INTO temp.colleague SELECT ?, id FROM main.user", [viewer.number])
        }
        let allowed = sight.seesConfidential ? "" : "AND c.is_confidential = 0"
        let held = "k.from_day <= ?2 AND coalesce(k.to_day, '9999-12-31') >= ?2"
        try execute(
            """
            INSERT OR IGNORE INTO temp.whole SELECT ?1, c.id FROM temp.colleague h
            CROSS JOIN main.client_kam k ON k.user_id = h.user_id CROSS JOIN main.client c ON c.id = k.client_id
            WHERE h.viewer = ?1 AND \(held) \(allowed)
            """, [viewer.number, day.stored])
        if sight.seesUnheld {
            try execute(
                """
                INSERT OR IGNORE INTO temp.whole SELECT ?1, c.id FROM main.client c
                WHERE NOT EXISTS (SELECT 1 FROM main.client_kam k WHERE k.client_id = c.id AND \(held)) \(allowed)
                """, [viewer.number, day.stored])
        }
        try execute(
            "INSERT OR REPLACE INTO temp.gathered SELECT ?, ?, n FROM main.sight", [viewer.number, day.stored])
    }
}

extension ReadTransaction {
    /// Does the viewer see a client whole, if there is one? To whoever sees everything no statement is needed.
    package func sees(_ client: Client.ID) throws -> Bool { try sees(.client, client.number) }

    package func sees(_ person: Person.ID) throws -> Bool { try sees(.person, person.number) }

    package func sees(_ subject: Change.Subject, _ record: Int64) throws -> Bool {
        try sight == nil || count("SELECT EXISTS (SELECT 1 FROM \(subject.rawValue) WHERE id = ?)", [record]) == 1
    }

    /// The rows of a table's search index that an expression finds, as a query with its values. Of what the viewer knows by name
    /// only it finds the name only.
    func matching(_ table: String, _ expression: String, _ order: String = "") -> (sql: String, values: Values) {
        let index = "\(table)_search"
        let found = "SELECT rowid FROM main.\(index) WHERE \(index) MATCH ?"
        let names = ["client": "{name short_name city}", "person": "{name}"]
        guard let sight, table != "product" else { return (found + order, [expression]) }
        let isSeen = "EXISTS (SELECT 1 FROM temp.\(table) WHERE id = main.\(index).rowid)"
        let seen = "\(found) AND \(isSeen)"
        var expression = expression
        // By a note on a person nobody finds them who may not read it.
        if table == "person", !sight.seesPersonal { expression = "{name phone email} : (\(expression))" }
        guard let columns = names[table] else { return (seen + order, [expression]) }
        return ("\(seen) UNION ALL \(found) AND NOT \(isSeen)\(order)", [expression, "\(columns) : (\(expression))"])
    }
}
