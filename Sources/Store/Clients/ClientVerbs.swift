import Domain
import GRDB

extension WriteTransaction {
    /// Adds a client. If `kam` is given, that KAM holds it from today on.
    @discardableResult
    package func addClient(_ draft: ClientDraft, kam: User.ID? = nil) throws -> Client.ID {
        try read.requireSound(draft, id: nil)
        let id = Client.ID(try insert(draft.record))
        if let kam { try handOver(id, HandoverDraft(user: kam, from: today)) }
        return id
    }

    /// Returns false if nothing differs. A nil version comes from an import, which has read none.
    @discardableResult
    package func changeClient(_ id: Client.ID, from version: Int?, _ draft: ClientDraft) throws -> Bool {
        try read.requireSound(draft, id: id)
        return try update(id.number, from: version, draft.record)
    }

    /// Deletes a client with its records. Its members lose their parent, orders that it paid for others lose their payer, and its people
    /// stay.
    package func deleteClient(_ id: Client.ID, from version: Int) throws {
        let client = try read.client(id)
        try requireSight(of: client.draft.record, id.number)
        try requireAuthority(over: RecordWrite(.deleted, client.draft.record, id.number, from: [], to: []))
        touched.going.insert(id.number)
        try deleteWhole(.client, id.number, from: version)
    }

    /// Hands a client to a colleague from a day on. The previous KAM's time ends on the day before, and what was planned from that day on
    /// is dropped. Past times are not rewritten. If the colleague already holds the client on that day, their time goes on without an end.
    /// Throws a problem of "kam" if the colleague cannot hold a client.
    package func handOver(_ id: Client.ID, _ draft: HandoverDraft) throws {
        guard try read.count("SELECT count(*) FROM client WHERE id = ?", [id.number]) == 1 else {
            throw Refusal.notFound
        }
        guard let user = try read.first("\(User.query) WHERE u.id = ?", [draft.user.number], User.init) else {
            throw Refusal.invalid(Problems(["kam": .unknown]))
        }
        guard user.mayHoldClients else { throw Refusal.invalid(Problems(["kam": .notAChoice])) }
        let ties = try read.rows(
            """
            SELECT \(KamTie.columns) FROM \(KamTie.source) WHERE client_id = ? AND coalesce(to_day, '9999-12-31') >= ?
            """, [id.number, draft.from.stored]
        ) {
            (id: $0[0] as Int64, tie: KamTie($0))
        }
        guard try !read.isHeld(id, since: draft.from, until: today) else {
            throw Refusal.invalid(Problems(["from": .alreadyHeld]))
        }
        if let held = ties.first(where: { $0.tie.user == draft.user && $0.tie.from <= draft.from }) {
            for (number, tie) in ties where number != held.id {
                try delete(number, from: nil, tie.record(of: id, to: tie.to))
            }
            try update(held.id, from: nil, held.tie.record(of: id, to: nil))
            return
        }
        for (number, tie) in ties {
            if tie.from < draft.from {
                try update(number, from: nil, tie.record(of: id, to: draft.from - 1))
            } else {
                try delete(number, from: nil, tie.record(of: id, to: tie.to))
            }
        }
        let tie = KamTie(user: draft.user, name: user.name, from: draft.from, to: nil, note: draft.note)
        _ = try insert(tie.record(of: id, to: nil))
    }
}

extension ReadTransaction {
    /// Throws the problems that only the desk can find: a taken key, an unknown parent, or a parent that is a member itself.
    func requireSound(_ draft: ClientDraft, id: Client.ID?) throws {
        var problems = Problems()
        if let key = draft.key,
            try count("SELECT count(*) FROM client WHERE key = ? AND id IS NOT ?", [key, id?.number]) > 0
        {
            problems.add(.taken, to: "key")
        }
        if let parent = draft.parent {
            let line = try rows(
                """
                WITH RECURSIVE line(id) AS (SELECT ? UNION SELECT c.parent_id FROM client c JOIN line ON c.id = line.id)
                SELECT client.id FROM line JOIN client ON client.id = line.id
                """, [parent.number]
            ) { Client.ID($0[0]) }
            if line.isEmpty { problems.add(.unknown, to: "parent") }
            if let id, line.contains(id) { problems.add(.cycle, to: "parent") }
        }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }
}

extension ClientDraft {
    var record: RecordValues {
        RecordValues(
            subject: .client, title: name,
            columns: stored)
    }
}

extension KamTie {
    static let columns = "\(columns(of: "k")), u.name"
    static let source = "client_kam k JOIN user u ON u.id = k.user_id"

    init(_ row: Columns) {
        self = row.draft()
        name = row[6]
    }

    func record(of client: Client.ID, to last: Day?) -> RecordValues {
        var tie = self
        tie.to = last
        return RecordValues(
            subject: .clientKam, title: name, client: client, columns: ["client_id": client.number] + tie.stored)
    }
}
