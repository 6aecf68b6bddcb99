import Domain
import GRDB

extension ReadTransaction {
    /// The balance of power at a client between two days, as the viewer sees it. Two statements; of what was judged before the first
    /// day the latest only.
    package func balance(at client: Client.ID, from first: Day, to last: Day) throws -> [Balance] {
        let arguments: Values = [client.number, first.stored, last.stored]
        let judgements = try rows(
            """
            SELECT person_id, day, power, stance FROM (
              SELECT person_id, day, power, NULL AS stance, max(day || printf('%019d', id)) AS id FROM assessment
                WHERE client_id = ?1 AND day < ?2 AND competitor IS NULL AND power IS NOT NULL GROUP BY person_id
              UNION ALL SELECT person_id, day, NULL, stance, max(day || printf('%019d', id)) FROM assessment
                WHERE client_id = ?1 AND day < ?2 AND competitor IS NULL AND stance IS NOT NULL GROUP BY person_id
              UNION ALL SELECT person_id, day, power, stance, id FROM assessment
                WHERE client_id = ?1 AND day BETWEEN ?2 AND ?3 AND competitor IS NULL) ORDER BY day, id
            """, arguments
        ) { Judgement(person: $0.id(0), day: $0.day(1), power: $0[2], stance: $0[3]) }
        let spans = try rows(
            """
            SELECT person_id, from_day, to_day FROM post
            WHERE client_id = ?1 AND coalesce(to_day, '9999-12-31') >= ?2 AND coalesce(from_day, '') <= ?3 ORDER BY id
            """, arguments
        ) { PostSpan(person: $0.id(0), from: $0.optionalDay(1), to: $0.optionalDay(2)) }
        return Balance.curve(judgements, spans, from: first, to: last)
    }
}
