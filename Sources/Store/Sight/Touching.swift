import Domain
import GRDB

/// Clients by their number, gathered while an act goes on.
final class TouchedClients {
    var all: Set<Int64> = []
    /// The absent colleagues for whom the viewer acts at some of them.
    var absent: [Int64: User.ID] = [:]
}

extension WriteTransaction {
    /// Throws `notFound` where a record, as it is to be or as it is stored under a number, belongs to what the viewer does not see
    /// whole. An import is the right of those who see everything or look after the desk.
    func requireSight(of record: RecordValues, _ id: Int64?) throws {
        guard read.sight != nil, importID == nil else { return }
        switch record.subject {
        case .user, .desk, .department: guard read.frame.viewer.administers else { throw Refusal.notFound }
        case .absence: try requireLead(of: record, id)
        case .product, .productGroup: return
        case .client: if let id { try requireSight(ofClient: id) }
        case .person: if let id { try requireSight(ofPerson: id) }
        case .post:
            if let client = record.client { try requireSight(ofClient: client.number) }
            // Who is known to others becomes known to a KAM by them or by the head, not by a post.
            if id == nil, let person = record.person { try requireSight(ofPerson: person.number) }
        case .clientKam, .interaction, .matter, .brief, .order, .invoice, .payment:
            if let client = record.client { try requireSight(ofClient: client.number) }
            if let id { try requireSight(ofStored: record.subject, id) }
        case .orderLine, .goodsReturn, .allocation:
            guard let client = record.client else { throw Refusal.notFound }
            try requireSight(ofClient: client.number)
        }
    }

    /// A head orders absences of their own department, as they are and as they are to be: whoever deputises sees what the absent one
    /// does, and nobody gives more than they have.
    private func requireLead(of record: RecordValues, _ id: Int64?) throws {
        let viewer = read.frame.viewer
        guard viewer.role == .head, let department = viewer.department else { throw Refusal.notFound }
        var absent = record.columns.all.filter { $0.key == "user_id" }.compactMap { Int64.fromDatabaseValue($0.value) }
        if let id { absent.append(try read.one("SELECT user_id FROM absence WHERE id = ?", [id]) { $0[0] }) }
        for user in absent {
            let isOurs = try read.count(
                "SELECT count(*) FROM user WHERE id = ? AND department_id = ? AND role IN ('kam', 'head')",
                [user, department.number])
            guard isOurs == 1 else { throw Refusal.invalid(Problems(["user": .notOfDepartment])) }
        }
    }

    /// Does the viewer see a client whole?
    package func sees(_ client: Client.ID) throws -> Bool {
        do { try requireSight(ofClient: client.number) } catch Refusal.notFound { return false }
        return true
    }

    private func requireSight(ofClient id: Int64) throws {
        guard let sight = read.sight, !touched.all.contains(id) else { return }
        let isSeen = try read.first(
            """
            SELECT c.is_confidential, k.user_id FROM client c LEFT JOIN client_kam k ON k.client_id = c.id
              AND k.from_day <= ?2 AND coalesce(k.to_day, '9999-12-31') >= ?2 WHERE c.id = ?1
            """, [id, today.stored]
        ) { row in
            touched.absent[id] = sight.deputises(atClientOf: row.optionalID(1), read.viewer)
            return sight.sees(heldBy: row.optionalID(1), isConfidential: row[0])
        }
        guard isSeen == true else { throw Refusal.notFound }
        touched.all.insert(id)
    }

    /// A person is seen by those who see one of their clients; one who never held a post belongs to nobody.
    private func requireSight(ofPerson id: Int64) throws {
        let clients = try read.rows("SELECT DISTINCT client_id FROM post WHERE person_id = ?", [id]) { $0[0] as Int64 }
        guard try clients.isEmpty || clients.contains(where: { try sees(Client.ID($0)) }) else {
            throw Refusal.notFound
        }
    }

    private func requireSight(ofStored subject: Change.Subject, _ id: Int64) throws {
        let columns =
            switch subject {
            case .matter: "client_id, NULL, interaction_id, person_id"
            case .interaction: "client_id, user_id, NULL, NULL"
            default: "client_id, NULL, NULL, NULL"
            }
        let stored = try read.one("SELECT \(columns) FROM \(subject.rawValue) WHERE id = ?", [id]) { row in
            (
                client: row[0] as Int64?, author: row.optionalID(1) as User.ID?, interaction: row[2] as Int64?,
                person: row[3] as Int64?
            )
        }
        if let client = stored.client { return try requireSight(ofClient: client) }
        if let interaction = stored.interaction { return try requireSight(ofStored: .interaction, interaction) }
        if let person = stored.person { return try requireSight(ofPerson: person) }
        // One with nobody's client is its author's.
        guard let author = stored.author, read.sight?.kams?.contains(author) ?? true else { throw Refusal.notFound }
    }
}
