import Domain
import GRDB

extension ReadTransaction {
    /// True if one of some people decides on a tender that was announced by a day and is not decided.
    package func isQuiet(_ people: [Person.ID], on day: Day) throws -> Bool {
        guard !people.isEmpty else { return false }
        return try count(
            """
            SELECT count(*) FROM tender_seat s JOIN tender t ON t.id = s.tender_id
            WHERE s.person_id IN (SELECT value FROM json_each(?)) AND t.stage IN ('open', 'bidding')
              AND coalesce(t.announced_day, '') <= ?
            """, [jsonList(people.map(\.number)), day.stored]) > 0
    }

    /// The record of contacts of a tender: what is written down of those who decide, from the announcement on. Four statements.
    package func tenderContacts(_ id: Tender.ID) throws -> TenderContacts {
        let tender = try tender(id)
        let decided = try first(
            """
            SELECT coalesce(done_day, day) FROM tender_deadline
            WHERE tender_id = ? AND kind = 'decision' ORDER BY done_day IS NULL, day DESC LIMIT 1
            """, [id.number]
        ) { $0.day(0) }
        let isOpen = tender.draft.stage.isBeforeApplication || tender.draft.stage == .bidding
        let end = isOpen ? nil : decided
        let contacts = try rows(
            """
            SELECT i.id, i.day, i.kind, i.topic, i.lawful_subject, u.name, (SELECT group_concat(name, char(31)) FROM (
              SELECT DISTINCT e.name FROM tender_seat x JOIN interaction_person y ON y.person_id = x.person_id
              JOIN person_named e ON e.id = y.person_id WHERE x.tender_id = ?1 AND y.interaction_id = i.id))
            FROM tender_seat s JOIN interaction_person p ON p.person_id = s.person_id
            JOIN interaction i ON i.id = p.interaction_id JOIN user u ON u.id = i.user_id
            WHERE s.tender_id = ?1 AND i.day >= ?2 GROUP BY i.id ORDER BY i.day, i.id LIMIT \(TenderContacts.most)
            """, [id.number, tender.draft.announcedOn?.stored ?? "9999-12-31"]
        ) { row in
            let day = row.day(1)
            return TenderContact(
                id: row.id(0), day: day, kind: row.word(2), topic: row[3], by: row[5],
                people: ((row[6] as String?) ?? "").split(separator: "\u{1F}").map(String.init), lawfulSubject: row[4],
                isQuiet: end.map { day <= $0 } ?? true)
        }
        return TenderContacts(
            tender: tender.named, client: try clientName(tender.draft.client), announcedOn: tender.draft.announcedOn,
            decidedOn: end, contacts: contacts)
    }
}
