import Domain
import Synchronization

/// Collects the confidential clients that one reading reveals: those whose rows it returns, and those of the people whose rows it returns.
/// What everybody may know, such as a name, does not count.
final class Witness {
    fileprivate let confidential: Set<Int64>
    private var clients: Set<Int64> = []
    private var people: Set<Int64> = []
    /// The names of the clients revealed so far; nil when they must be read again.
    private var named: [Named<Client>]? = []
    /// The last statement that was asked about. Rows of one statement ask one after the other.
    private var last: (sql: String, tells: Tells)?

    /// Returns nil if there are no confidential clients.
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

    /// The names of the clients revealed.
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

/// Reports the records in the rows of one statement to a witness.
struct StatementWitness {
    let witness: Witness
    let sql: String

    /// Notes that a row names a record by its number. The statement is looked at last, because most clients are not confidential.
    func saw<Kind>(_ kind: Kind.Type, _ number: Int64) {
        if kind == Client.self, witness.confidential.contains(number), witness.tells(sql).clients {
            witness.saw(client: number)
        }
        if kind == Person.self, witness.tells(sql).people { witness.saw(person: number) }
    }

    /// The same for a column whose value is of type `Value`.
    func saw<Value>(valueOf type: Value.Type, _ number: Int64) {
        if type == Client.ID.self || type == Client.ID?.self { saw(Client.self, number) }
        if type == Person.ID.self || type == Person.ID?.self { saw(Person.self, number) }
    }
}

/// Whether a statement reveals more than names of clients or people, judged by the words in it.
private struct Tells {
    var clients: Bool
    var people: Bool

    /// Tables and views that everybody may read, or that name nobody.
    private static let open: Set = [
        "client_named", "client_kam", "person_named", "post", "event_count", "tally", "import", "log",
        "invitation", "recovery_code", "standing_total", "desk_month", "kam_day", "debt_month", "look",
    ]
    private static let tables = Set(CutViews.views.map { Substring($0.name) })
        .subtracting(open.map { Substring($0) })
        .subtracting(Change.Subject.allCases.filter { $0.kind.owner == .desk }.map { Substring($0.rawValue) })
    /// Tables that belong to a person, and so to the clients where the person holds posts.
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
    /// The names of the confidential clients that this reading has revealed so far.
    package func told() throws -> [Named<Client>] { try reading.witness?.told(reading) ?? [] }
}
