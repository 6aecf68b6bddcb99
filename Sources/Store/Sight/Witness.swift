import Domain
import Synchronization

/// Which confidential clients one reading tells of: those whose rows it hands out, and those of the people whose rows it hands out.
/// What everybody may know of a client or a person, such as the name, tells nothing.
final class Witness {
    fileprivate let confidential: Set<Int64>
    private var clients: Set<Int64> = []
    private var people: Set<Int64> = []
    /// Who was told of, as long as nothing more is seen.
    private var named: [Named<Client>]? = []
    /// The statement that was asked about last, for its rows ask one after the other.
    private var last: (sql: String, tells: Tells)?

    /// Nil where no confidential client is there to be told of.
    init?(_ confidential: Set<Int64>) {
        guard !confidential.isEmpty else { return nil }
        self.confidential = confidential
    }

    func saw(client: Int64) {
        if confidential.contains(client), clients.insert(client).inserted { named = nil }
    }

    func saw(person: Int64) { if people.insert(person).inserted { named = nil } }

    fileprivate func tells(_ sql: String) -> Tells {
        if let last, last.sql == sql { return last.tells }
        let tells = Tells.of(sql)
        last = (sql, tells)
        return tells
    }

    /// The clients told of, by name.
    func told(_ reading: Reading) throws -> [Named<Client>] {
        if let named { return named }
        let found = try Reading(db: reading.db).rows(
            """
            SELECT id, name FROM main.client WHERE id IN (SELECT value FROM json_each(?1))
            UNION SELECT record_id, title FROM main.change WHERE subject = 'client' AND act = 'deleted'
              AND record_id IN (SELECT value FROM json_each(?1) EXCEPT SELECT id FROM main.client)
            UNION SELECT c.id, c.name FROM json_each(?2) person JOIN main.post p ON p.person_id = person.value
              JOIN main.client c ON c.id = p.client_id AND c.is_confidential = 1 ORDER BY name, id
            """, [jsonList(clients), jsonList(people)]
        ) { Named<Client>(id: $0.id(0), name: $0[1]) }.filter { confidential.contains($0.id.number) }
        named = found
        return found
    }
}

/// What the rows of one statement tell a witness.
struct StatementWitness {
    let witness: Witness
    let sql: String

    /// A row names a record by its number. Most clients are not confidential, so what the statement tells is asked last.
    func saw<Kind>(_ kind: Kind.Type, _ number: Int64) {
        if kind == Client.self, witness.confidential.contains(number), witness.tells(sql).clients {
            witness.saw(client: number)
        }
        if kind == Person.self, witness.tells(sql).people { witness.saw(person: number) }
    }

    /// The same of a column whose value is of some type.
    func saw<Value>(valueOf type: Value.Type, _ number: Int64) {
        if type == Client.ID.self || type == Client.ID?.self { saw(Client.self, number) }
        if type == Person.ID.self || type == Person.ID?.self { saw(Person.self, number) }
    }
}

/// Of what a statement tells beside names, as far as the words in it say.
private struct Tells {
    var clients: Bool
    var people: Bool

    /// Tables and views of which everybody may read what concerns them, or that name nobody.
    private static let open: Set = [
        "client_named", "client_kam", "person_named", "post", "event", "event_count", "tally", "import", "log",
        "invitation", "recovery_code", "standing_total", "desk_month",
    ]
    private static let tables = Set(CutViews.views.map { Substring($0.name) }).subtracting(open.map { Substring($0) })
    /// What belongs to a person, and with them to the clients where they hold posts.
    private static let ofPeople = Set(
        Change.Subject.allCases.filter { [.person, .personIfAny, .twoPeople].contains($0.kind.owner) }.map {
            Substring($0.rawValue)
        })
    private static let known = Mutex<[String: Tells]>([:])

    static func of(_ sql: String) -> Tells {
        known.withLock { known in
            if let tells = known[sql] { return tells }
            let words = Set(sql.split { !$0.isLetter && $0 != "_" })
            let tellsClients = !words.isDisjoint(with: tables)
            let tells = Tells(clients: tellsClients, people: tellsClients && !words.isDisjoint(with: ofPeople))
            if known.count < 10_000 { known[sql] = tells }
            return tells
        }
    }
}

extension ReadTransaction {
    /// The confidential clients of which this reading has told until now, by name.
    package func told() throws -> [Named<Client>] { try reading.witness?.told(reading) ?? [] }
}
