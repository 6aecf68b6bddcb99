import Domain

extension TodaySource {
    static let people = TodaySource(
        ahead: { try $0.birthdays(from: $1, to: $2) + $0.endingPosts(from: $1, to: $2) },
        standstills: { try $0.stalledLadders(on: $1) })
}

extension ReadTransaction {
    /// The viewer's own ladders that stand still, the longest first: those with VIPs and KOLs who hold a post at a client that the viewer
    /// sees. Of the ladders that have not moved for `Standstill.fallDays`, only the 500 that have waited longest are read.
    fileprivate func stalledLadders(on today: Day) throws -> [Standstill] {
        let rows = try rows(
            """
            SELECT e.id, e.name, c.id, c.name, m.step, m.day, (SELECT b.step FROM ladder_move b WHERE b.user_id = ?1
              AND b.person_id = m.person_id AND (b.day, b.id) < (m.day, m.id) ORDER BY b.day DESC, b.id DESC LIMIT 1)
            FROM (SELECT DISTINCT person_id FROM ladder_move WHERE user_id = ?1) latest
            JOIN ladder_move m ON m.id = (SELECT l.id FROM ladder_move l WHERE l.user_id = ?1 AND l.person_id = latest.person_id
              AND l.day <= ?2 ORDER BY l.day DESC, l.id DESC LIMIT 1)
            JOIN person e ON e.id = m.person_id AND (e.is_vip = 1 OR e.is_kol = 1)
            JOIN client c ON c.id = (SELECT w.id FROM post p JOIN client w ON w.id = p.client_id WHERE p.person_id = e.id
              AND coalesce(p.from_day, '') <= ?2 AND coalesce(p.to_day, '9999-12-31') >= ?2 ORDER BY p.id LIMIT 1)
            WHERE m.step <> ?3 AND m.day < ?4 ORDER BY m.day, m.id LIMIT 500
            """, [viewer.number, today.stored, LadderStep.close.rawValue, (today - Standstill.fallDays).stored]
        ) {
            (
                person: Named<Person>(id: $0.id(0), name: $0[1]), client: Named<Client>(id: $0.id(2), name: $0[3]),
                reason: Standstill.ladder($0.word(4), after: $0.optionalWord(6), since: $0.day(5), on: today)
            )
        }
        return Array(
            rows.lazy.compactMap { row in
                row.reason.map { Standstill(person: row.person, client: row.client, reason: $0) }
            }.prefix(Standstill.most))
    }

    fileprivate func birthdays(from first: Day, to last: Day) throws -> [Occasion] {
        // Who was born on 29 February has their birthday on 1 March in a common year. Around New Year the period wraps over the end of the
        // calendar.
        let start = first.month == 3 && first.dayOfMonth == 1 ? "02-29" : String(first.iso.dropFirst(5))
        let end = String(last.iso.dropFirst(5))
        let within = start <= end ? "BETWEEN ?1 AND ?2" : ">= ?1 OR substr(b.day, 6) <= ?2"
        return try rows(
            """
            SELECT e.id, e.name, b.day, c.id, c.name FROM birthday b JOIN person e ON e.id = b.person_id
            LEFT JOIN post p ON p.id = (SELECT min(id) FROM post WHERE person_id = e.id AND coalesce(to_day, '9999-12-31') >= ?3)
            LEFT JOIN client c ON c.id = p.client_id
            WHERE substr(b.day, 6) \(within) LIMIT 100
            """, [start, end, first.stored]
        ) {
            let client: Named<Client>? = $0.named(3)
            return Occasion(
                .person, Named<Person>(id: $0.id(0), name: $0[1]), on: $0.day(2).anniversary(from: first),
                what: "birthday", beside: client?.name)
        }.filter { $0.day <= last }
    }

    fileprivate func endingPosts(from first: Day, to last: Day) throws -> [Occasion] {
        try rows(
            """
            SELECT e.id, e.name, p.to_day, c.id, c.name FROM post p JOIN person e ON e.id = p.person_id
            JOIN client c ON c.id = p.client_id WHERE p.to_day BETWEEN ? AND ? ORDER BY p.to_day, p.id LIMIT 20
            """, [first.stored, last.stored]
        ) {
            let client: Named<Client>? = $0.named(3)
            return Occasion(
                .person, Named<Person>(id: $0.id(0), name: $0[1]), on: $0.day(2), what: "leaves the post",
                beside: client?.name)
        }
    }
}
