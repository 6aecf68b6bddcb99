import Domain
import GRDB

extension ReadTransaction {
    /// The changes from one map to another, with the day, the colleague and the source of each. Three statements, or two if no tie changed.
    /// `day` is the day of the later map.
    package func mapMoves(_ changes: [MapChange], _ query: MapQuery, on day: Day) throws -> [MapMove] {
        let said = try sayings(of: changes, query, on: day)
        let ties = try tieSayings(of: changes)
        let posts = try postDays(of: changes, on: day)
        return changes.map { change in
            switch change {
            case .power(let person, _): MapMove(change, said[Key(person.id, isPower: true)])
            case .stance(let person, _): MapMove(change, said[Key(person.id, isPower: false)])
            case .came(let person), .moved(let person, _): MapMove(change, day: posts[person.id] ?? nil)
            case .left: MapMove(change, day: nil)
            case .began(let tie), .changed(let tie, _): MapMove(change, ties[tie.id], day: tie.start)
            case .ended(let tie): MapMove(change, ties[tie.id], day: tie.end)
            }
        }
    }

    /// Who judged a person's present power or stance, when, and from what.
    private func sayings(of changes: [MapChange], _ query: MapQuery, on day: Day) throws -> [Key: Saying] {
        let judged = changes.compactMap { change -> String? in
            switch change {
            case .power(let person, _):
                "[\(person.id.number),\(person.client.map { String($0.id.number) } ?? "null"),1]"
            case .stance(let person, _):
                "[\(person.id.number),\(person.client.map { String($0.id.number) } ?? "null"),0]"
            default: nil
            }
        }
        return Dictionary(
            try rows(
                """
                SELECT asked.value ->> 0, asked.value ->> 2, a.day, u.name, a.source FROM json_each(?1) asked
                JOIN assessment a ON a.id = (SELECT j.id FROM assessment j WHERE j.person_id = asked.value ->> 0
                  AND j.client_id = coalesce(asked.value ->> 1, j.client_id) AND j.day <= ?2
                  AND CASE WHEN asked.value ->> 2 THEN j.power IS NOT NULL AND j.competitor IS NULL
                    ELSE j.stance IS NOT NULL AND j.competitor IS ?3 END ORDER BY j.day DESC, j.id DESC LIMIT 1)
                JOIN user u ON u.id = a.user_id
                """, ["[\(judged.joined(separator: ","))]", day.stored, query.competitor]
            ) { (Key($0.id(0), isPower: $0[1]), Saying(day: $0.day(2), by: $0[3], source: $0[4])) }
        ) { first, _ in first }
    }

    private func tieSayings(of changes: [MapChange]) throws -> [Tie.ID: Saying] {
        let ties = changes.compactMap { change -> Int64? in
            switch change {
            case .began(let tie), .changed(let tie, _), .ended(let tie): tie.id.number
            default: nil
            }
        }
        guard !ties.isEmpty else { return [:] }
        return Dictionary(
            try rows(
                """
                SELECT t.id, u.name, t.source FROM json_each(?) known JOIN tie t ON t.id = known.value
                JOIN user u ON u.id = t.user_id
                """, [jsonList(ties)]
            ) { ($0.id(0), Saying(day: nil, by: $0[1], source: $0[2])) }
        ) { first, _ in first }
    }

    /// Since when people hold the post under which the map shows them.
    private func postDays(of changes: [MapChange], on day: Day) throws -> [Person.ID: Day?] {
        let people = changes.compactMap { change -> String? in
            switch change {
            case .came(let person), .moved(let person, _):
                person.client.map { "[\(person.id.number),\($0.id.number)]" }
            default: nil
            }
        }
        return Dictionary(
            try rows(
                """
                SELECT o.person_id, max(o.from_day) FROM json_each(?1) asked
                JOIN post o ON o.person_id = asked.value ->> 0 AND o.client_id = asked.value ->> 1
                WHERE coalesce(o.from_day, '') <= ?2 AND coalesce(o.to_day, '9999-12-31') >= ?2 GROUP BY o.person_id
                """, ["[\(people.joined(separator: ","))]", day.stored]
            ) { ($0.id(0), $0.optionalDay(1)) }
        ) { first, _ in first }
    }
}

private struct Key: Hashable {
    let person: Person.ID
    let isPower: Bool

    init(_ person: Person.ID, isPower: Bool) { (self.person, self.isPower) = (person, isPower) }
}

private struct Saying {
    var day: Day?
    var by: String
    var source: String?
}

extension MapMove {
    fileprivate init(_ change: MapChange, _ said: Saying?, day: Day? = nil) {
        self.init(change, day: day ?? said?.day, by: said?.by, source: said?.source)
    }
}
