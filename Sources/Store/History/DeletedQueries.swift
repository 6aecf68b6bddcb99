import Domain
import GRDB

extension ReadTransaction {
    /// What was deleted within the last days and has not come back: a row for each act, named by the last record of it that the viewer
    /// may know of; mostly it is the one that was asked for. The acts are stepped through one by one, so the cost does not grow with what went in each.
    package func deleted(_ query: DeletedQuery, at now: Moment, on today: Day) throws -> DeletedPage {
        let users = try colleagues().map { Named(id: $0.id, name: $0.name) }
        let (lines, later) = try deletedLines(query, since: deletedSince(now))
        let rows = try deletedRows(
            changes(
                where: "id IN (SELECT value FROM json_each(?))", [jsonList(lines)], before: nil, atMost: lines.count),
            on: today)
        return DeletedPage(rows: rows, later: later, users: users)
    }

    /// How a record was deleted, for whoever asks for its page; nil if it was not deleted within the last days, or if the viewer may not
    /// know of it.
    package func deletion(of subject: Change.Subject, _ record: Int64, at now: Moment, on today: Day) throws
        -> DeletedRow?
    {
        let line = try changes(
            where: "subject = ? AND record_id = ?", [subject.rawValue, record], before: nil, atMost: 1)
        guard let line = line.first, line.act == .deleted, line.at.milliseconds >= deletedSince(now) else { return nil }
        return try deletedRows([line], on: today).first
    }

    private func deletedSince(_ now: Moment) -> Int64 {
        now.milliseconds - Int64(DeletedPage.days) * 86_400_000
    }

    /// The last lines of the acts that a query asks for, and the line at which the next page begins.
    private func deletedLines(_ query: DeletedQuery, since: Int64) throws -> (lines: [Int64], later: Change.ID?) {
        let listed = Change.Subject.listedOnceDeleted.map { "'\($0.rawValue)'" }.joined(separator: ", ")
        let next = """
            SELECT p.id FROM main.change p WHERE p.act = 'deleted' AND (p.at, p.user_id) < (act.at, act.user_id) AND p.at >= ?2
            ORDER BY p.at DESC, p.user_id DESC, p.id DESC LIMIT 1
            """
        let found = try rows(
            """
            WITH RECURSIVE act(at, user_id, id, n) AS (
              SELECT coalesce((SELECT at FROM main.change WHERE id = ?1), 9223372036854775807),
                coalesce((SELECT user_id FROM main.change WHERE id = ?1), 0), 0, 0
              UNION ALL SELECT c.at, c.user_id, c.id, act.n + 1 FROM act JOIN main.change c ON c.id = (\(next)) WHERE act.n < ?3)
            SELECT coalesce(named.id, named.last), EXISTS (SELECT 1 FROM change c JOIN user u ON u.id = c.user_id
              LEFT JOIN client_named l ON l.id = c.client_id
              WHERE c.id = named.id AND c.subject IN (\(listed))
                AND (?4 IS NULL OR c.subject = ?4) AND (?5 IS NULL OR c.user_id = ?5)
                AND (?6 IS NULL OR says(c.title || ' ' || coalesce(l.name, '') || ' ' || u.name, ?6))
                AND NOT EXISTS (SELECT 1 FROM main.change n
                  WHERE n.subject = c.subject AND n.record_id = c.record_id AND n.id > c.id))
            FROM (SELECT act.id AS last, (SELECT c.id FROM change c
                WHERE c.act = 'deleted' AND c.at = act.at AND c.user_id = act.user_id ORDER BY c.id DESC LIMIT 1) AS id
              FROM act WHERE act.id > 0) named
            """,
            [
                query.before?.number, since, actsWalked, query.subject?.rawValue, query.user?.number, query.text,
            ]
        ) { ($0[0] as Int64, $0[1] as Bool) }
        let matching = found.filter(\.1).map(\.0)
        guard matching.count <= deletedShown else {
            return (Array(matching.prefix(deletedShown)), Change.ID(matching[deletedShown - 1]))
        }
        return (matching, found.count == actsWalked ? found.last.map { Change.ID($0.0) } : nil)
    }

    /// The rows of these lines of history, in their order of time. A statement for each kind that something may hinder, and those of
    /// `offering`.
    private func deletedRows(_ lines: [Change], on today: Day) throws -> [DeletedRow] {
        let lines = try offering(lines, on: today).sorted {
            ($0.at.milliseconds, $0.id.number) > ($1.at.milliseconds, $1.id.number)
        }
        let ids: Values = [jsonList(lines.map(\.id.number))]
        let hindrances = try hindrances(
            to: changesToRevert(where: "id IN (SELECT value FROM json_each(?))", ids, atMost: lines.count))
        let counts = try partsDeleted(ids)
        let barred = try barred(ids, on: today)
        return lines.map { line in
            let parts = counts[line.id.number] ?? []
            return DeletedRow(
                change: line, going: parts.filter(\.subject.isListedOnceDeleted),
                isMore: parts.reduce(0) { $0 + $1.count } >= partsCounted,
                until: frame.desk.day(of: line.at) + DeletedPage.days,
                hindrance: hindrances.first { $0.line == line.id.number }?.hindrance,
                mayBeBroughtBack: line.mayBeTakenBack && !barred.contains(line.at.milliseconds))
        }
    }

    /// The moments of the acts that the viewer may not take back, because of what went with the record: who held a client, what was
    /// reviewed and approved. One statement, and one or two more for each of these lines.
    private func barred(_ lines: Values, on today: Day) throws -> Set<Int64> {
        let parts = try rows(
            """
            SELECT p.id, p.at FROM main.change r JOIN change p ON p.act = 'deleted' AND p.at = r.at AND p.user_id = r.user_id
            WHERE r.id IN (SELECT value FROM json_each(?)) AND p.subject IN ('client_kam', 'project_review', 'project_expense')
            LIMIT 200
            """, lines
        ) { ($0[0] as Int64, $0[1] as Int64) }
        let moments = Dictionary(parts) { first, _ in first }
        let changes = try changesToRevert(
            where: "id IN (SELECT value FROM json_each(?))", [jsonList(moments.keys)], atMost: moments.count)
        let authority = authority(on: today)
        return Set(try changes.filter { try !authority.allows(RecordWrite(undoing: $0)) }.compactMap { moments[$0.id] })
    }

    /// How many records of each kind an act deleted besides the line that names it; each act is counted up to a limit.
    private func partsDeleted(_ lines: Values) throws -> [Int64: [Going]] {
        let counted = try rows(
            """
            SELECT r.id, (SELECT group_concat(subject || ' ' || n, ',') FROM (SELECT subject, count(*) AS n FROM
                (SELECT p.subject FROM change p WHERE p.act = 'deleted' AND p.at = r.at AND p.user_id = r.user_id AND p.id <> r.id
                  LIMIT ?2) GROUP BY subject))
            FROM main.change r WHERE r.id IN (SELECT value FROM json_each(?1))
            """, lines + [partsCounted]
        ) { ($0[0] as Int64, $0[1] as String?) }
        return Dictionary(
            uniqueKeysWithValues: counted.map { line, told in
                let going = (told?.split(separator: ",") ?? []).compactMap { part -> Going? in
                    let words = part.split(separator: " ")
                    guard let subject = Change.Subject(rawValue: String(words[0])), let count = Int(words[1]) else {
                        return nil
                    }
                    return Going(subject: subject, count: count)
                }
                return (line, going.inOrder)
            })
    }
}

/// How many acts of a page are looked through, how many it shows, and how many records of an act are counted.
private let (actsWalked, deletedShown, partsCounted) = (500, 50, 2000)

extension [Going] {
    /// The kinds that people look for first come first.
    var inOrder: [Going] {
        let order = Change.Subject.listedOnceDeleted
        return sorted {
            (order.firstIndex(of: $0.subject) ?? order.count) < (order.firstIndex(of: $1.subject) ?? order.count)
        }
    }
}

extension DeskSettings {
    /// The day of a moment on the desk's clock.
    func day(of moment: Moment) -> Day { moment.day(in: timeZone) }
}
