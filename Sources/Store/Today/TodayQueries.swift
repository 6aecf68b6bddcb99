import Domain
import GRDB

extension ReadTransaction {
    /// The first page of the day, filled by the features. At most fifty statements.
    package func todaySheet(on today: Day, at now: Moment) throws -> TodaySheet {
        let week = Moment(milliseconds: now.milliseconds - 7 * 86_400_000)
        let left = try lastLook(at: now)
        let (nextWeek, end) = (today + TodaySheet.week, today + TodaySheet.horizon)
        let counts = try one(
            """
            SELECT (SELECT count(*) FROM matter WHERE \(Overdue.matter(on: "?1"))),
              (SELECT count(*) FROM matter WHERE done_day IS NULL AND due_day = ?1),
              (SELECT count(*) FROM matter WHERE done_day IS NULL AND due_day >= ?1 AND due_day < ?2),
              (SELECT count(*) FROM matter WHERE done_day IS NULL AND due_day BETWEEN ?2 AND ?3),
              (SELECT coalesce(sum(late), 0) FROM standing WHERE late > 0),
              (SELECT n = 0 FROM tally WHERE name = 'client')
            """, [today.stored, nextWeek.stored, end.stored]
        ) {
            (
                late: $0[0] as Int, today: $0[1] as Int, week: $0[2] as Int, later: $0[3] as Int,
                debt: $0.money(4), isEmpty: $0[5] as Bool
            )
        }
        let promises = try promises(from: today, to: end)
        let ahead = try TodaySource.all.flatMap { try $0.ahead(self, today, end) }.sorted { $0.day < $1.day }
        return TodaySheet(
            day: today, seesPromises: sight?.seesDossier ?? true,
            late: Folded(promises.late, showing: 3, of: counts.late),
            week: Folded(promises.coming.filter { $0.due.map { $0 < nextWeek } == true }, showing: 4, of: counts.week),
            later: Folded(
                promises.coming.filter { $0.due.map { $0 >= nextWeek } == true }, showing: 0, of: counts.later),
            dueToday: counts.today,
            tenders: try tenderDues(
                TenderBoardQuery(), from: today - TodaySheet.missed, to: end, on: today, at: now),
            lateDebt: counts.debt,
            risks: try risks(atMost: TodaySheet.risksShown),
            standstills: try TodaySource.all.flatMap { try $0.standstills(self, today) },
            moved: try moved(since: left ?? week), movedSince: left,
            opened: frame.viewer.role.leads ? try opened(since: week) : [],
            ahead: Array(ahead.prefix(20)), dashboard: try dashboard(on: today), isEmpty: counts.isEmpty)
    }

    /// When the viewer was here before this sitting; nil if nobody kept it. A longer absence than a month counts as a month.
    private func lastLook(at now: Moment) throws -> Moment? {
        try first("SELECT left_at FROM look WHERE user_id = ? AND left_at IS NOT NULL", [viewer.number]) {
            Moment(milliseconds: max($0[0] as Int64, now.milliseconds - 30 * 86_400_000))
        }
    }

    /// The late promises, the newest first, and the coming ones, the first due first; at most `TodaySheet.promises` of each.
    private func promises(from today: Day, to end: Day) throws -> (late: [MatterRow], coming: [MatterRow]) {
        let most = TodaySheet.promises
        let rows = try matters(
            where: """
                m.id IN (SELECT id FROM (SELECT id FROM matter WHERE \(Overdue.matter(on: "?1"))
                    ORDER BY due_day DESC, id DESC LIMIT \(most))
                  UNION ALL SELECT id FROM (SELECT id FROM matter WHERE done_day IS NULL AND due_day BETWEEN ?1 AND ?2
                    ORDER BY due_day, id LIMIT \(most)))
                """, order: "m.due_day, m.id", [today.stored, end.stored], atMost: 2 * most)
        func isLate(_ row: MatterRow) -> Bool { row.due.map { $0 < today } == true }
        return (rows.filter(isLate).reversed(), rows.filter { !isLate($0) })
    }

    /// The latest changes that count as news, as their kinds define it, by the day on which they happened: what happened longer ago and is
    /// noted or brought back only now is no news. Imported changes do not count.
    private func moved(since: Moment) throws -> [Moved] {
        let source = "change\(sight == nil ? " INDEXED BY change_by_time" : "")"
        let found = try rows(
            """
            SELECT id, happened FROM (SELECT id, at, CASE \(ReadTransaction.happened) END AS happened FROM \(source)
              WHERE at >= ? AND act <> 'deleted' AND import_id IS NULL)
            WHERE happened = '' OR happened >= ? ORDER BY at DESC, id DESC LIMIT 12
            """, [since.milliseconds, frame.desk.day(of: since).stored]
        ) { (id: $0.id(0) as Change.ID, day: $0[1] == "" ? nil : $0.optionalDay(1)) }
        let days = Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0.day) })
        return try changes(
            where: "id IN (SELECT value FROM json_each(?))", [jsonList(found.map(\.id.number))], before: nil, atMost: 12
        ).map { Moved(change: $0, day: days[$0.id] ?? nil) }.sorted { $0.happened > $1.happened }
    }

    /// The branches of an SQL expression on a line of history: the day of what happened, '' if it happened when it was noted, and NULL if
    /// it is no news. Of several changes of one field only the last one is.
    private static let happened: String = Change.Subject.allCases.flatMap { subject in
        subject.kind.news.map { news -> String in
            let table = subject.rawValue
            func day(_ column: String) -> String { "(SELECT \(column) FROM \(table) WHERE id = change.record_id)" }
            // A record that has been there before was brought back.
            let isNew = """
                CASE WHEN NOT EXISTS (SELECT 1 FROM change o
                  WHERE o.subject = '\(table)' AND o.record_id = change.record_id AND o.id < change.id) THEN '' END
                """
            let (condition, happened) =
                switch news {
                case .created(let column?): ("act = 'created'", "coalesce(\(day(column)), \(isNew))")
                case .created(nil): ("act = 'created'", isNew)
                case .changed(nil, let column): ("act = 'changed'", column.map(day) ?? "''")
                case .changed(let field?, let column):
                    (
                        "act = 'changed' AND json_type(fields, '$.\(field)') IS NOT NULL",
                        """
                        CASE WHEN NOT EXISTS (SELECT 1 FROM change o WHERE o.subject = '\(table)'
                          AND o.record_id = change.record_id AND o.id > change.id AND o.act = 'changed'
                          AND json_type(o.fields, '$.\(field)') IS NOT NULL) THEN \(column.map(day) ?? "''") END
                        """
                    )
                }
            return "WHEN subject = '\(table)' AND \(condition) THEN \(happened)"
        }
    }.joined(separator: " ")

    /// The clients whose secrecy others have lifted.
    private func opened(since: Moment) throws -> [Change] {
        try changes(
            where: """
                at >= ? AND subject = 'client' AND act = 'changed' AND json_extract(fields, '$.is_confidential[1]') = 0
                  AND user_id <> ?
                """, [since.milliseconds, viewer.number], before: nil, atMost: 12, byTime: "change_opened")
    }
}

extension Moved {
    /// For the order: the day, and of the same day what was noted last.
    fileprivate var happened: (Int, Int64) {
        (day?.number ?? Int(change.at.milliseconds / 86_400_000), change.id.number)
    }
}
