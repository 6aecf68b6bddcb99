import Domain
import GRDB

extension ReadTransaction {
    /// The first page of the day, filled by the features. Nine statements, ten for a head or a director. `since` is the moment from which
    /// "what moved" counts.
    package func todaySheet(on today: Day, since: Moment) throws -> TodaySheet {
        let end = today + TodaySheet.horizon
        let counts = try one(
            """
            SELECT (SELECT count(*) FROM matter WHERE \(Overdue.matter(on: "?1"))),
              (SELECT count(*) FROM matter WHERE done_day IS NULL AND due_day BETWEEN ?1 AND ?2),
              (SELECT n = 0 FROM tally WHERE name = 'client')
            """, [today.stored, end.stored]
        ) { (overdue: $0[0] as Int, due: $0[1] as Int, isEmpty: $0[2] as Bool) }
        let ahead = try TodaySource.all.flatMap { try $0.ahead(self, today, end) }.sorted { $0.day < $1.day }
        return TodaySheet(
            day: today,
            due: try matters(
                where: "m.done_day IS NULL AND m.due_day <= ?", order: "m.due_day, m.id", [end.stored], atMost: 30),
            overdueCount: counts.overdue, dueCount: counts.due,
            risks: try risks(atMost: TodaySheet.risksShown),
            standstills: try TodaySource.all.flatMap { try $0.standstills(self, today) },
            moved: try moved(since: since), opened: frame.viewer.role.leads ? try opened(since: since) : [],
            ahead: Array(ahead.prefix(20)), isEmpty: counts.isEmpty)
    }

    /// The latest changes that count as news, as their kinds define it. Imported changes do not count.
    private func moved(since: Moment) throws -> [Change] {
        try changes(
            where: "at >= ? AND act <> 'deleted' AND import_id IS NULL AND (\(ReadTransaction.isNews))",
            [since.milliseconds], before: nil, atMost: 12, byTime: true)
    }

    private static let isNews: String = Change.Subject.allCases.flatMap { subject in
        subject.kind.news.map { news -> String in
            switch news {
            case .created: "subject = '\(subject.rawValue)' AND act = 'created'"
            case .changed(nil): "subject = '\(subject.rawValue)' AND act = 'changed'"
            case .changed(let field?):
                "subject = '\(subject.rawValue)' AND act = 'changed' AND json_type(fields, '$.\(field)') IS NOT NULL"
            }
        }
    }.joined(separator: " OR ")

    /// The clients whose secrecy others have lifted.
    private func opened(since: Moment) throws -> [Change] {
        try changes(
            where: """
                at >= ? AND subject = 'client' AND act = 'changed' AND json_extract(fields, '$.is_confidential[1]') = 0
                  AND user_id <> ?
                """, [since.milliseconds, viewer.number], before: nil, atMost: 12, byTime: true)
    }
}
