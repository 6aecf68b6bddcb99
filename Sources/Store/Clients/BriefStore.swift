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

    /// The one-page sheet for a meeting. At most thirty-one statements.
    package func briefSheet(of id: Client.ID, on today: Day) throws -> BriefSheet {
        let (client, kam) = (try client(id), try kam(of: id, on: today))
        let brief = try brief(of: id)
        let (nearest, peopleCount) = try peopleOf(id, on: today)
        let known = try known(
            try guests(of: brief, nearest: nearest, at: id, on: today), at: id, kam: kam?.user, on: today)
        let facts = try approaches(to: known.rows.map(\.person.id))
        func open(_ side: Side) throws -> [MatterRow] {
            try openMatters(
                where: "m.client_id = ? AND m.side = ?", [id.number, side.rawValue], atMost: BriefSheet.shown)
        }
        func count(_ side: Side) throws -> Int {
            try self.count(
                "SELECT count(*) FROM matter WHERE client_id = ? AND done_day IS NULL AND side = ?",
                [id.number, side.rawValue])
        }
        let (ours, theirs) = (try open(.ours), try open(.theirs))
        return BriefSheet(
            client: client, kam: kam, brief: brief,
            known: StrategySheet(
                client: Named(id: id, name: client.draft.name), today: today,
                rows: try strategyRows(of: id, on: today), programme: InvestmentProgramme([], rate: nil)),
            guests: known.rows.map { BriefGuest(person: $0, facts: facts[$0.person.id, default: []]) },
            peopleCount: peopleCount, power: try power(at: id, introducer: known.introducer, on: today),
            ours: ours, oursCount: try count(.ours), theirs: theirs, theirsCount: try count(.theirs),
            titles: try titles(of: (ours + theirs).compactMap(\.person?.id), at: id, on: today),
            sales: try clientSales(id, on: today), ageing: try ageing(of: id, on: today),
            invoices: try invoiceRows(
                "i.client_id = ? AND i.paid < i.amount ORDER BY i.due_day, i.id LIMIT \(BriefSheet.rows)", [id.number]),
            risks: try risks(of: id),
            orders: try orderRows(
                "o.client_id = ? AND o.status IN ('accepted', 'handed', 'confirmed')", [id.number], before: nil,
                atMost: BriefSheet.rows),
            tenders: try openTenders(of: id, atMost: BriefSheet.rows),
            interactions: try interactions(
                where: "i.client_id = ?", [id.number], before: nil, atMost: BriefSheet.rows))
    }

    /// Those who will come, each once: the chosen ones, with their post at the client if they hold one. If nobody is chosen, the nearest
    /// to the decision.
    private func guests(of brief: Brief, nearest: [PostRow], at client: Client.ID, on today: Day) throws
        -> [KnownPerson]
    {
        let chosen = try posts(
            where: "p.client_id = ? AND p.person_id IN (SELECT person_id FROM brief_person WHERE brief_id = ?)",
            order: byStanding, [client.number, brief.id.number, today.stored], atMost: 100)
        let strangers = try rows(
            """
            SELECT e.id, e.name, e.is_vip, e.is_kol FROM brief_person b JOIN person_named e ON e.id = b.person_id
            WHERE b.brief_id = ? AND NOT EXISTS (SELECT 1 FROM post WHERE client_id = ? AND person_id = e.id)
            ORDER BY e.sort_name
            """, [brief.id.number, client.number]
        ) { KnownPerson(Named(id: $0.id(0), name: $0[1]), isVip: $0[2], isKol: $0[3]) }
        var seen: Set<Person.ID> = []
        func once(_ posts: [PostRow], atMost most: Int) -> [KnownPerson] {
            Array(posts.filter { seen.insert($0.person.id).inserted }.map { KnownPerson($0) }.prefix(most))
        }
        guard !brief.draft.people.isEmpty else { return once(nearest, atMost: BriefSheet.shown) }
        return once(chosen, atMost: BriefDraft.people) + strangers
    }

    /// What some people are at a client on a day; of several posts one.
    private func titles(of people: [Person.ID], at client: Client.ID, on today: Day) throws -> [Person.ID: String] {
        let titles: [(Person.ID, String)] = try rows(
            """
            SELECT person_id, title FROM post WHERE client_id = ? AND person_id IN (SELECT value FROM json_each(?))
              AND title IS NOT NULL AND coalesce(from_day, '') <= ? AND coalesce(to_day, '9999-12-31') >= ? ORDER BY id
            """, [client.number, jsonList(people.map(\.number)), today.stored, today.stored]
        ) { ($0.id(0), $0[1]) }
        return Dictionary(titles) { first, _ in first }
    }

    /// How to approach some people and what boundaries were agreed with them, the latest first.
    private func approaches(to people: [Person.ID]) throws -> [Person.ID: [FactRow]] {
        let facts: [(person: Person.ID, fact: FactRow)] = try rows(
            """
            SELECT f.person_id, f.id, f.kind, f.text, f.source, f.day, f.privacy, u.name
            FROM json_each(?) each JOIN fact f ON f.person_id = each.value JOIN user u ON u.id = f.user_id
            WHERE f.kind IN ('approach', 'boundary') ORDER BY f.day DESC, f.id DESC LIMIT 200
            """, [jsonList(people.map(\.number))]
        ) {
            (
                $0.id(0),
                FactRow(
                    id: $0.id(1), kind: $0.word(2), text: $0[3], source: $0[4], day: $0.day(5), privacy: $0.word(6),
                    by: $0[7])
            )
        }
        return Dictionary(grouping: facts, by: \.person).mapValues { $0.map(\.fact) }
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
        // What was typed before is noted already, and may have another answer by now.
        try note(draft.objections.filter { !before.draft.objections.contains($0) }, of: client)
        guard before.version > 0 else {
            try join(draft.people, to: .brief, try insert(record))
            return
        }
        if try update(before.id.number, from: nil, record) {
            try rejoin(draft.people, to: .brief, before.id.number)
        }
    }

    /// Keeps the objections of a meeting where all objections stand: in the strategy. An answer that is typed anew takes the old one's place.
    private func note(_ objections: [Objection], of client: Client.ID) throws {
        let known = try read.strategyRows(of: client, on: today).filter { $0.draft.topic == .objection }
        for objection in objections {
            guard let text = objection.text else { continue }
            guard let line = known.first(where: { $0.draft.text.lowercased() == text.lowercased() }) else {
                try addStrategyLine(
                    StrategyDraft(.objection, text: text, day: today) { $0.answer = objection.answer }, of: client)
                continue
            }
            guard line.draft.state == .open, let answer = objection.answer, answer != line.draft.answer else {
                continue
            }
            var draft = line.draft
            draft.answer = answer
            try changeStrategyLine(line.line.id, from: nil, draft)
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
