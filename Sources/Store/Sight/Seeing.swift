import Domain
import GRDB

extension Caller {
    /// True if nothing is ever hidden from the caller, whoever is absent.
    func seesEverything(as viewer: Viewer) -> Bool {
        isProgram || viewer.asMember.isAbove
    }
}

extension Sight {
    /// What a caller sees on a day; nil if they see everything. At most two statements; none for a director.
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
    /// The numbers of all confidential clients. Includes deleted ones that were confidential, because history still tells of them, as long
    /// as history can be read.
    func confidentialClients() throws -> Set<Int64> {
        let living = try rows("SELECT id FROM main.client WHERE is_confidential = 1") { $0[0] as Int64 }
        do {
            let gone = try rows(
                """
                SELECT record_id FROM main.change
                WHERE subject = 'client' AND act = 'deleted' AND fields ->> '$.is_confidential[0]' = 1
                """
            ) { $0[0] as Int64? }
            return Set(living + gone.compactMap(\.self))
        } catch let error as DatabaseError where [.SQLITE_CORRUPT, .SQLITE_ERROR].contains(error.resultCode) {
            // The pages of history are damaged, so its JSON may not be readable.
            return Set(living)
        }
    }

    /// The numbers of the clients that a sight shows whole on a day; the value is true if the client is confidential.
    func clients(inside sight: Sight, on day: Day) throws -> [Int64: Bool] {
        let allowed = sight.seesConfidential ? "" : " AND c.is_confidential = 0"
        let held = "k.from_day <= ?1 AND coalesce(k.to_day, '9999-12-31') >= ?1"
        let (holder, kams): (String, Values) =
            if let kams = sight.kams {
                ("k.user_id IN (SELECT value FROM json_each(?2))", [jsonList(kams.map(\.number))])
            } else {
                ("1", [])
            }
        var clients = try rows(
            """
            SELECT c.id, c.is_confidential FROM main.client_kam k JOIN main.client c ON c.id = k.client_id
            WHERE \(holder) AND \(held)\(allowed)
            """, [day.stored] + kams
        ) { ($0[0] as Int64, $0[1] as Bool) }
        if sight.seesUnheld {
            clients += try rows(
                """
                SELECT c.id, c.is_confidential FROM main.client c
                WHERE NOT EXISTS (SELECT 1 FROM main.client_kam k WHERE k.client_id = c.id AND \(held))\(allowed)
                """, [day.stored]
            ) { ($0[0] as Int64, $0[1] as Bool) }
        }
        clients += try deletedClients(inside: sight, on: day)
        return Dictionary(clients) { one, _ in one }
    }

    /// The clients that were deleted within the last days and that a sight would show whole if they came back: whoever could see a client
    /// sees that it is deleted. The value is true if the client was confidential.
    private func deletedClients(inside sight: Sight, on day: Day) throws -> [(Int64, Bool)] {
        let gone = try rows(
            """
            SELECT c.record_id, coalesce(c.fields ->> '$.is_confidential[0]', 0) = 1, (SELECT k.fields ->> '$.user_id[0].id' FROM main.change k
              WHERE +k.client_id = c.record_id AND k.subject = 'client_kam' AND k.act = 'deleted' AND k.at = c.at AND k.user_id = c.user_id
                AND k.fields ->> '$.from_day[0]' <= ?1 AND coalesce(k.fields ->> '$.to_day[0]', '9999-12-31') >= ?1)
            FROM main.change c WHERE c.act = 'deleted' AND c.subject = 'client' AND c.at >= ?2
              AND NOT EXISTS (SELECT 1 FROM main.client l WHERE l.id = c.record_id)
            """, [day.stored, Moment.start(of: day + -(DeletedPage.days + 1), in: "UTC").milliseconds]
        ) { ($0[0] as Int64, $0[1] as Bool, $0[2] as Int64?) }
        return gone.compactMap { id, isConfidential, holder in
            sight.sees(heldBy: holder.map { User.ID($0) }, isConfidential: isConfidential) ? (id, isConfidential) : nil
        }
    }
}

extension ReadTransaction {
    /// True if the viewer sees a client whole; also true if there is no such client and the viewer sees everything.
    package func sees(_ client: Client.ID) throws -> Bool { try sees(.client, client.number) }

    package func sees(_ person: Person.ID) throws -> Bool { try sees(.person, person.number) }

    package func sees(_ subject: Change.Subject, _ record: Int64) throws -> Bool {
        guard let seen else { return true }
        if subject == .client { return seen.seesClient(record) }
        return try count("SELECT EXISTS (SELECT 1 FROM \(subject.rawValue) WHERE id = ?)", [record]) == 1
    }

    /// A query, with its values, for the rows of a table's search index that an expression finds. Records that the viewer knows by name
    /// only are found by name only.
    func matching(_ table: String, _ expression: String, _ order: String = "") -> (sql: String, values: Values) {
        let index = "\(table)_search"
        let found = "SELECT rowid FROM main.\(index) WHERE \(index) MATCH ?"
        let names = ["client": "{name short_name city}", "person": "{name}"]
        guard let sight, table != "product" else { return (found + order, [expression]) }
        let isSeen = "EXISTS (SELECT 1 FROM temp.\(table) WHERE id = main.\(index).rowid)"
        let seen = "\(found) AND \(isSeen)"
        var expression = expression
        // A viewer who may not read a note on a person must not find the person by it.
        if table == "person", !sight.seesPersonal { expression = "{name phone email} : (\(expression))" }
        guard let columns = names[table] else { return (seen + order, [expression]) }
        return ("\(seen) UNION ALL \(found) AND NOT \(isSeen)\(order)", [expression, "\(columns) : (\(expression))"])
    }
}
