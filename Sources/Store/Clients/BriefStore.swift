import Domain
import GRDB

extension ReadTransaction {
    /// A client's brief; an empty one of version 0 if nobody has prepared any.
    package func brief(of client: Client.ID) throws -> Brief {
        let brief = try first(
            """
            SELECT \(BriefDraft.columns(of: "brief")) FROM brief WHERE client_id = ?
            """, [client.number]
        ) { Brief(id: $0.id(0), version: $0[1], draft: $0.draft()) }
        guard var brief else { return Brief(id: Brief.ID(0), version: 0, draft: BriefDraft()) }
        brief.draft.people = try people(of: .brief, brief.id.number)
        return brief
    }

    /// The one-page sheet for a meeting. At most sixteen statements.
    package func briefSheet(of id: Client.ID, on today: Day) throws -> BriefSheet {
        let client = try clientName(id)
        let brief = try brief(of: id)
        let isChosen = !brief.draft.people.isEmpty
        let posts =
            isChosen
            ? try posts(
                where: "p.client_id = ? AND p.person_id IN (SELECT person_id FROM brief_person WHERE brief_id = ?)",
                order: byStanding, [id.number, brief.id.number, today.stored], atMost: 100)
            : try peopleOf(id, on: today).0
        let guests = try rows(
            """
            SELECT e.id, e.name FROM brief_person b JOIN person_named e ON e.id = b.person_id
            WHERE b.brief_id = ? AND NOT EXISTS (SELECT 1 FROM post WHERE client_id = ? AND person_id = e.id) ORDER BY e.sort_name
            """, [brief.id.number, id.number]
        ) { Named<Person>(id: $0.id(0), name: $0[1]) }
        var seen: Set<Person.ID> = []
        func open(_ side: Side) throws -> [MatterRow] {
            try openMatters(
                where: "m.client_id = ? AND m.side = ?", [id.number, side.rawValue], atMost: BriefSheet.shown)
        }
        func count(_ side: Side) throws -> Int {
            try self.count(
                "SELECT count(*) FROM matter WHERE client_id = ? AND done_day IS NULL AND side = ?",
                [id.number, side.rawValue])
        }
        return BriefSheet(
            client: client, brief: brief,
            people: Array(
                posts.filter { seen.insert($0.person.id).inserted }.prefix(
                    isChosen ? BriefDraft.people : BriefSheet.shown)),
            guests: guests, ours: try open(.ours), oursCount: try count(.ours), theirs: try open(.theirs),
            theirsCount: try count(.theirs),
            sales: try clientSales(id, on: today), ageing: try ageing(of: id, on: today), risks: try risks(of: id),
            orders: try orderRows(
                "o.client_id = ? AND o.status IN ('accepted', 'handed', 'confirmed')", [id.number], before: nil,
                atMost: 2),
            interactions: try interactions(where: "i.client_id = ?", [id.number], before: nil, atMost: 2))
    }
}

extension WriteTransaction {
    /// Saves the brief for the next meeting with a client. `version` is the version that was read, 0 if there was none.
    package func prepareBrief(_ draft: BriefDraft, of client: Client.ID, from version: Int?) throws {
        let name = try read.clientName(client).name
        try requireKnown(draft.people)
        let before = try read.brief(of: client)
        if let version, version != before.version { throw Refusal.conflict(current: before.version) }
        let record = try draft.record(of: client, name, before: before.draft.people) { try read.personName($0).name }
        guard before.version > 0 else {
            try join(draft.people, to: .brief, try insert(record))
            return
        }
        if try update(before.id.number, from: nil, record) {
            try rejoin(draft.people, to: .brief, before.id.number)
        }
    }

}

extension BriefDraft {
    /// `name` returns a person's name, because history names the people who will come.
    fileprivate func record(
        of client: Client.ID, _ title: String, before: [Person.ID], name: (Person.ID) throws -> String
    ) rethrows -> RecordValues {
        return RecordValues(
            subject: .brief, title: title, client: client, columns: ["client_id": client.number] + stored,
            beside: [("people", try told(before, name), try told(people, name))])
    }
}
