import Domain
import GRDB

extension ReadTransaction {
    /// The first page of the day. Nine statements, of a head or a director ten. `since` is the moment at which "what moved" begins.
    package func todaySheet(on today: Day, since: Moment) throws -> TodaySheet {
        let end = today + TodaySheet.horizon
        let counts = try one(
            """
            SELECT (SELECT count(*) FROM matter WHERE done_day IS NULL AND due_day < ?1),
              (SELECT count(*) FROM matter WHERE done_day IS NULL AND due_day BETWEEN ?1 AND ?2),
              (SELECT n = 0 FROM tally WHERE name = 'client')
            """, [today.stored, end.stored]
        ) { (late: $0[0] as Int, due: $0[1] as Int, isEmpty: $0[2] as Bool) }
        let ahead = try
            (birthdays(from: today, to: end) + endingPosts(from: today, to: end)
            + beginningEvents(from: today, to: end)).sorted { $0.day < $1.day }
        return TodaySheet(
            day: today,
            due: try matters(
                where: "m.done_day IS NULL AND m.due_day <= ?", order: "m.due_day, m.id", [end.stored], atMost: 30),
            lateCount: counts.late, dueCount: counts.due,
            risks: try risks(atMost: TodaySheet.risksShown),
            standstills: try stalledProjects(on: today) + stalledLadders(on: today),
            moved: try moved(since: since), opened: frame.viewer.role.leads ? try opened(since: since) : [],
            ahead: Array(ahead.prefix(20)), isEmpty: counts.isEmpty)
    }

    /// The viewer's own ladders that stand still, with VIPs and KOLs who hold a post at a client whom the viewer sees; the longest first.
    /// Only 500 of the viewer's ladders that have not moved for `Standstill.fallDays` are looked at, those that moved last the longest ago.
    private func stalledLadders(on today: Day) throws -> [Standstill] {
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

    /// The latest changes that tell a KAM something: contacts, posts, matters done, judgements, steps of the ladder and ties, clients
    /// new, lost or handed over. What a file brought is not news.
    private func moved(since: Moment) throws -> [Change] {
        try changes(
            where: """
                at >= ? AND act <> 'deleted' AND import_id IS NULL AND (subject IN ('interaction', 'client_kam', 'post')
                  OR (subject IN ('assessment', 'ladder_move', 'tie') AND act = 'created')
                  OR (subject = 'client' AND (act = 'created' OR json_type(fields, '$.status') IS NOT NULL))
                  OR (subject = 'matter' AND act = 'changed' AND json_type(fields, '$.done_day') IS NOT NULL))
                """, [since.milliseconds], before: nil, atMost: 12, byTime: true)
    }

    /// The clients that others have made trade secrets no longer.
    private func opened(since: Moment) throws -> [Change] {
        try changes(
            where: """
                at >= ? AND subject = 'client' AND act = 'changed' AND json_extract(fields, '$.is_confidential[1]') = 0
                  AND user_id <> ?
                """, [since.milliseconds, viewer.number], before: nil, atMost: 12, byTime: true)
    }

    private func birthdays(from first: Day, to last: Day) throws -> [Occasion] {
        // Who was born on 29 February has their day on 1 March of a common year; and around New Year the days run over the end
        // of the calendar.
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
            Occasion(
                kind: .birthday, day: $0.day(2).anniversary(from: first), person: Named(id: $0.id(0), name: $0[1]),
                client: $0.named(3))
        }.filter { $0.day <= last }
    }

    private func endingPosts(from first: Day, to last: Day) throws -> [Occasion] {
        try rows(
            """
            SELECT e.id, e.name, p.to_day, c.id, c.name FROM post p JOIN person e ON e.id = p.person_id
            JOIN client c ON c.id = p.client_id WHERE p.to_day BETWEEN ? AND ? ORDER BY p.to_day, p.id LIMIT 20
            """, [first.stored, last.stored]
        ) { Occasion(kind: .postEnds, day: $0.day(2), person: Named(id: $0.id(0), name: $0[1]), client: $0.named(3)) }
    }

    private func beginningEvents(from first: Day, to last: Day) throws -> [Occasion] {
        try rows(
            "SELECT id, name, from_day, place FROM event WHERE from_day BETWEEN ? AND ? ORDER BY from_day, id LIMIT 20",
            [first.stored, last.stored]
        ) { Occasion(event: Named(id: $0.id(0), name: $0[1]), on: $0.day(2), in: $0[3]) }
    }
}
