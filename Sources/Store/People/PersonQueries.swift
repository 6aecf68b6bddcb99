import Domain
import GRDB

extension ReadTransaction {
    package func person(_ id: Person.ID) throws -> Person {
        try one(
            "SELECT \(PersonDraft.columns(of: "person")) FROM person WHERE id = ?", [id.number]
        ) { Person(id: $0.id(0), version: $0[1], draft: $0.draft()) }
    }

    package func personName(_ id: Person.ID) throws -> Named<Person> {
        try one("SELECT id, name FROM person WHERE id = ?", [id.number]) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// The name of a person, for a viewer who may know only the name.
    package func knownName(_ id: Person.ID) throws -> Named<Person> {
        try one("SELECT id, name FROM person_named WHERE id = ?", [id.number]) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// The clients that the viewer sees and where a person holds a post.
    package func clientsOf(_ id: Person.ID, on today: Day) throws -> [Named<Client>] {
        try rows(
            """
            SELECT DISTINCT c.id, c.name FROM post p JOIN client c ON c.id = p.client_id
            WHERE p.person_id = ? AND coalesce(p.to_day, '9999-12-31') >= ? ORDER BY c.sort_name
            """, [id.number, today.stored]
        ) { Named(id: $0.id(0), name: $0[1]) }
    }

    /// The page of a person whom the viewer knows by name only: their posts, and which colleagues know them. Three statements.
    package func namedPersonSheet(_ id: Person.ID, on today: Day) throws -> NamedPersonSheet {
        NamedPersonSheet(
            person: try knownName(id),
            posts: try posts(of: id, on: today),
            knownBy: try rows(
                """
                SELECT DISTINCT u.name FROM post p JOIN client_kam k ON k.client_id = p.client_id JOIN user u ON u.id = k.user_id
                WHERE p.person_id = ?1 AND coalesce(p.to_day, '9999-12-31') >= ?2 AND k.from_day <= ?2
                  AND coalesce(k.to_day, '9999-12-31') >= ?2 ORDER BY u.name
                """, [id.number, today.stored]
            ) { $0[0] })
    }

    private func posts(of id: Person.ID, on today: Day) throws -> [PostRow] {
        try posts(
            where: "p.person_id = ?",
            order: "coalesce(p.to_day, '9999-12-31') < ?, p.to_day DESC, p.from_day DESC, p.id",
            [id.number, today.stored], atMost: 100)
    }

    /// A person's page. Fourteen statements.
    package func personSheet(_ id: Person.ID, on today: Day) throws -> PersonSheet {
        let person = try person(id)
        return PersonSheet(
            person: person,
            posts: try posts(of: id, on: today), ties: try ties(of: id, on: today),
            assessments: try assessments(of: id), ladder: try ladder(of: id), facts: try facts(of: id),
            projects: try projects(of: id, on: today),
            events: try events(of: id), expected: try expectedChanges(of: id, on: today),
            matters: try openMatters(where: "m.person_id = ?", [id.number], atMost: 20),
            interactions: try interactions(with: id, before: nil, atMost: ClientSheet.shown),
            interactionsCount: try count("SELECT count(*) FROM interaction_person WHERE person_id = ?", [id.number]),
            history: try changes(where: "person_id = ?", [id.number], before: nil, atMost: 6))
    }

    /// All people of a client with past posts too, at most 1,000; their projects; and the balance. Eleven statements.
    package func clientPeople(_ id: Client.ID, on today: Day) throws -> ClientPeople {
        let client = try clientName(id)
        let posts = try clientPosts(id, on: today)
        let held = posts.filter { $0.holds(on: today) }.map { KnownPerson($0) }
        let now = try known(held, at: id, kam: try kam(of: id, on: today)?.user, on: today)
        return ClientPeople(
            client: client, posts: posts, now: now.rows, projects: try projects(at: id, on: today),
            power: try power(at: id, introducer: now.introducer, on: today), contacts: now.contacts)
    }

    /// All posts at a client, whether past, current or future; at most 1000.
    func clientPosts(_ id: Client.ID, on today: Day) throws -> [PostRow] {
        try posts(where: "p.client_id = ?", order: byStanding, [id.number, today.stored], atMost: 1000)
    }

    /// The people who hold a post at a client, the deciding roles first, and how many there are.
    func peopleOf(_ id: Client.ID, on today: Day) throws -> ([PostRow], Int) {
        let holds = "p.client_id = ? AND coalesce(p.from_day, '') <= ? AND coalesce(p.to_day, '9999-12-31') >= ?"
        let arguments: Values = [id.number, today.stored, today.stored]
        let shown = try posts(
            where: holds, order: byStanding, arguments + [today.stored], atMost: ClientSheet.shown)
        return (shown, try count("SELECT count(DISTINCT person_id) FROM post p WHERE \(holds)", arguments))
    }

    /// Posts with their person and client. The last contact is looked up only for the rows that are shown. The arguments are those of the
    /// condition, then those of the order.
    func posts(where condition: String, order: String, _ arguments: Values, atMost limit: Int) throws
        -> [PostRow]
    {
        try rows(
            """
            SELECT shown.*, (SELECT day FROM interaction_person WHERE person_id = shown.person_id ORDER BY day DESC LIMIT 1)
            FROM (SELECT p.id, e.id AS person_id, e.name, e.is_vip, e.is_kol, c.id, c.name, p.title, p.role, p.from_day, p.to_day
              FROM post p JOIN person_named e ON e.id = p.person_id JOIN client_named c ON c.id = p.client_id
              WHERE \(condition) ORDER BY \(order) LIMIT \(limit)) shown
            """, arguments
        ) {
            PostRow(
                id: $0.id(0), person: Named(id: $0.id(1), name: $0[2]), isVip: $0[3], isKol: $0[4],
                client: Named(id: $0.id(5), name: $0[6]), title: $0[7], role: $0.optionalWord(8),
                from: $0.optionalDay(9),
                to: $0.optionalDay(10), lastContact: $0.optionalDay(11))
        }
    }

    package func post(_ id: Post.ID) throws -> Post {
        try one(
            """
            SELECT p.id, p.version, e.id, e.name, c.id, c.name, p.title, p.role, p.from_day, p.to_day
            FROM post p JOIN person e ON e.id = p.person_id JOIN client c ON c.id = p.client_id WHERE p.id = ?
            """, [id.number]
        ) {
            Post(
                id: $0.id(0), version: $0[1], person: Named(id: $0.id(2), name: $0[3]),
                client: Named(id: $0.id(4), name: $0[5]),
                draft: PostDraft(title: $0[6], role: $0.optionalWord(7), from: $0.optionalDay(8), to: $0.optionalDay(9))
            )
        }
    }

    /// One page of people, by name.
    package func personList(_ query: PersonListQuery, on today: Day, atMost length: Int = ListPage.length) throws
        -> PersonList
    {
        var page = ListPage(query.place, by: "e.sort_name", "e.id", length: length)
        if let text = query.text {
            let found = matching("person", SearchPattern(text)?.expression ?? "\"\"")
            page.add("e.id IN (\(found.sql))", found.values)
        }
        switch query.flag {
        case .vip: page.add("e.is_vip = 1")
        case .kol: page.add("e.is_kol = 1")
        case nil: break
        }
        let tail = page.tail
        let found = try personRows(tail, page.arguments, on: today)
        let (shown, earlier, later) = page.cut(found) { ($0.sortName, $0.row.id.number) }
        return PersonList(rows: shown.map(\.row), earlier: earlier, later: later)
    }

    /// People as rows, with their names for sorting. `tail` follows the joins; `e` is the person.
    func personRows(_ tail: String, _ arguments: Values, on today: Day) throws -> [(
        row: PersonRow, sortName: String
    )] {
        try rows(
            """
            SELECT e.id, e.name, e.is_vip, e.is_kol, p.title, c.id, c.name,
              (SELECT count(*) FROM post q WHERE q.person_id = e.id
                AND coalesce(q.from_day, '') <= ?1 AND coalesce(q.to_day, '9999-12-31') >= ?1),
              (SELECT day FROM interaction_person WHERE person_id = e.id ORDER BY day DESC LIMIT 1), e.sort_name
            FROM person_named e
            LEFT JOIN post p ON p.id = (SELECT q.id FROM post q WHERE q.person_id = e.id
              AND coalesce(q.from_day, '') <= ?1 AND coalesce(q.to_day, '9999-12-31') >= ?1 ORDER BY q.from_day DESC, q.id LIMIT 1)
            LEFT JOIN client_named c ON c.id = p.client_id
            \(tail)
            """, [today.stored] + arguments
        ) {
            (
                PersonRow(
                    id: $0.id(0), name: $0[1], isVip: $0[2], isKol: $0[3], title: $0[4], client: $0.named(5),
                    posts: $0[7],
                    lastContact: $0.optionalDay(8)),
                $0[9]
            )
        }
    }
}

/// The order of posts: current ones before past ones (the argument is today), then by how close the role is to the decision.
let byStanding = """
    coalesce(p.to_day, '9999-12-31') < ?,
    CASE p.role WHEN 'decider' THEN 0 WHEN 'approver' THEN 1 WHEN 'influencer' THEN 2 WHEN 'buyer' THEN 3
      WHEN 'user' THEN 4 WHEN 'gatekeeper' THEN 5 ELSE 6 END,
    e.is_vip DESC, e.is_kol DESC, e.sort_name, p.id
    """
