import Domain
import GRDB

/// The clients that an act has touched so far, by number.
final class TouchedClients {
    var all: Set<Int64> = []
    /// The absent colleagues for whom the viewer acts at some of these clients.
    var absent: [Int64: User.ID] = [:]
    /// The clients that the act deletes, together with their KAM ties.
    var going: Set<Int64> = []
}

extension WriteTransaction {
    /// Throws `notFound` if the viewer does not see the whole of what a record belongs to, both as it will be and as it is stored under
    /// `id`. Imports are exempt: only those who see everything or administer the desk may run them.
    func requireSight(of record: RecordValues, _ id: Int64?) throws {
        guard let sight, importID == nil else { return }
        guard sight.seesRoom(of: record.subject) else { throw Refusal.notFound }
        switch record.subject.kind.owner {
        case .desk:
            guard record.subject.kind.keepers != .administrators || read.frame.viewer.administers else {
                throw Refusal.notFound
            }
        case .itself: if let id { try requireSight(ofClient: id) }
        case .client, .clientIfAny, .clientAndPerson:
            if let client = record.client { try requireSight(ofClient: client.number) }
            if let id { try requireSight(ofStored: record.subject, id) }
            if id == nil, record.client == nil { try requireSight(ofApart: record) }
            // A KAM gets to know a person whom others already know from them or from the head, not by adding a post.
            if record.subject.kind.owner == .clientAndPerson, id == nil, let person = record.person {
                try requireSight(ofPerson: person.number)
            }
        case .person where record.subject == .person:
            if let id = id ?? record.formerID { try requireSight(ofPerson: id) }
        case .person, .personIfAny:
            try requireSight(ofPersonOf: record, id)
            if record.subject == .ladderMove { try requireSight(ofStepOf: record, id, sight) }
        case .twoPeople: try requireSight(ofTie: record, id)
        case .scope: try requireSight(ofPlan: id, record)
        case .part(of: .plan, by: _):
            guard let plan = try record.number("plan_id") ?? id.map({ try read.planID(of: .init($0)).number }) else {
                throw Refusal.notFound
            }
            try requireSight(ofPlan: plan, record)
        case .part:
            guard let client = record.client else { throw Refusal.notFound }
            try requireSight(ofClient: client.number)
        }
    }

    /// Checks sight for a plan or a target of it: as the plan is stored, or if it is new or comes back later in the same act, as the record
    /// says.
    private func requireSight(ofPlan id: Int64?, _ record: RecordValues) throws {
        let stored = try id.flatMap { try read.knownPlan(.init($0)) }?.draft.scope
        let said = record.subject == .plan ? PlanScope(record) : record.client.map { .client($0) }
        guard let scope = stored ?? said else { throw Refusal.notFound }
        if case .client(let client) = scope { return try requireSight(ofClient: client.number) }
        guard try read.sees(scope, by: sight) else { throw Refusal.notFound }
    }

    /// Checks sight for a record without a client: a matter belongs to its interaction or person, an interaction to its author.
    private func requireSight(ofApart record: RecordValues) throws {
        let number = record.number
        if let interaction = number("interaction_id") {
            // An interaction that comes back in the same act is checked itself.
            guard try read.count("SELECT count(*) FROM interaction WHERE id = ?", [interaction]) == 1 else { return }
            return try requireSight(ofStored: .interaction, interaction)
        }
        if let person = number("person_id") { return try requireSight(ofPerson: person) }
        guard let author = number("user_id"), sight?.kams?.contains(User.ID(author)) ?? true else {
            throw Refusal.notFound
        }
    }

    /// Throws `notFound` if a payment does not exist or the viewer does not see it. For acts that may find nothing to do.
    package func requireSight(of id: Payment.ID) throws {
        try requireSight(ofClient: try read.payment(id).client.number)
    }

    package func requireSight(of id: Order.ID) throws {
        try requireSight(ofClient: try read.order(id).draft.client.number)
    }

    /// True if the viewer sees a client whole.
    package func sees(_ client: Client.ID) throws -> Bool {
        do { try requireSight(ofClient: client.number) } catch Refusal.notFound { return false }
        return true
    }

    private func requireSight(ofClient id: Int64) throws {
        guard let sight, !touched.all.contains(id) else { return }
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

    /// A person is seen by those who see one of their clients. If the person holds no post any more, a former client counts. Everybody sees
    /// a person who never held a post.
    private func requireSight(ofPerson id: Int64) throws {
        var clients = try read.rows("SELECT DISTINCT client_id FROM post WHERE person_id = ?", [id]) { $0[0] as Int64 }
        if clients.isEmpty {
            clients = try read.rows(
                "SELECT DISTINCT client_id FROM change WHERE person_id = ? AND subject = 'post'", [id]
            ) { $0[0] as Int64 }
        }
        guard try clients.isEmpty || clients.contains(where: { try sees(Client.ID($0)) }) else {
            throw Refusal.notFound
        }
    }

    /// A tie is seen by those who see one of its two people whole.
    private func requireSight(ofTie record: RecordValues, _ id: Int64?) throws {
        let people =
            try id.map { try read.one("SELECT from_id, to_id FROM tie WHERE id = ?", [$0]) { [$0[0], $0[1]] } }
            ?? record.columns.all.filter { ["from_id", "to_id"].contains($0.key) }.compactMap {
                Int64.fromDatabaseValue($0.value)
            }
        for person in people {
            do { return try requireSight(ofPerson: person) } catch Refusal.notFound { continue }
        }
        throw Refusal.notFound
    }

    /// A step is seen by those who see the colleague with whom it was taken. The same holds for a step that is brought back.
    private func requireSight(ofStepOf record: RecordValues, _ id: Int64?, _ sight: Sight) throws {
        let user =
            try id.map { try read.one("SELECT user_id FROM ladder_move WHERE id = ?", [$0]) { $0[0] as Int64 } }
            ?? record.columns.all.first { $0.key == "user_id" }.flatMap { Int64.fromDatabaseValue($0.value) }
        if let user, sight.kams?.contains(User.ID(user)) == false { throw Refusal.notFound }
    }

    private func requireSight(ofPersonOf record: RecordValues, _ id: Int64?) throws {
        if let person = record.person { try requireSight(ofPerson: person.number) }
        if let id {
            let table = record.subject.rawValue
            let stored = try read.one("SELECT person_id FROM \(table) WHERE id = ?", [id]) { $0[0] as Int64? }
            if let stored { try requireSight(ofPerson: stored) }
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
        // A record without a client or a person belongs to its author.
        guard let author = stored.author, sight?.kams?.contains(author) ?? true else { throw Refusal.notFound }
    }
}
