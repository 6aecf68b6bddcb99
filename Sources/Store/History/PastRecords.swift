import Domain
import GRDB

/// A record as it stood at the end of a past day.
struct PastRecord {
    var id: Int64
    /// Its columns, without those that were empty; references by number.
    var values: [String: ColumnValue]
    /// The names that records in its columns had then.
    var names: [String: String]

    func draft<Draft: StoredDraft>() -> Draft {
        var reading = PastReading(values: values)
        var draft = Draft.blank
        draft.visit(&reading)
        return draft
    }

    /// The day of which it speaks.
    fileprivate var day: Day? { if case .text(let text) = values["day"] { Day(text) } else { nil } }
}

private struct PastReading: FieldVisitor {
    let values: [String: ColumnValue]

    mutating func field<Value: StoredValue>(_ column: String, form: String?, _ value: inout Value) {
        _ = Value.fill(&value, from: values[column] ?? .null)
    }
}

extension ReadTransaction {
    /// What was judged of a client, as it stood at the end of a day, by the kind of record. What was recorded later counts from the day of
    /// which it speaks, as it was first written, unless it was deleted since. One statement, whose cost grows with the changes of what was
    /// judged of this client alone.
    func judgedRecords(of client: Client.ID, at end: Moment, on day: Day) throws -> [Change.Subject: [PastRecord]] {
        struct Key: Hashable { var subject: Change.Subject, id: Int64 }
        struct Course {
            var atEnd: PastRecord?
            var first: PastRecord?
            var now: PastRecord?
            var wasThere = false
            /// The line that wrote it first.
            var firstLine: Int64?
        }
        var courses: [Key: Course] = [:]
        var order: [Key] = []
        var line: Int64?
        _ = try rows(
            """
            SELECT c.id, c.subject, c.record_id, c.act, c.at < ?2, f.key, json_type(f.value, '$[1]'),
              coalesce(json_extract(f.value, '$[1].id'), json_extract(f.value, '$[1]')), json_extract(f.value, '$[1].name')
            FROM change c LEFT JOIN json_each(c.fields) f
            WHERE c.client_id = ?1 AND c.subject IN ('evidence', 'strategy_line', 'investment_year') ORDER BY c.id, f.id
            """, [client.number, end.milliseconds]
        ) { row in
            let key = Key(subject: row.word(1), id: row[2])
            let (act, isBefore): (Change.Act, Bool) = (row.word(3), row[4])
            if courses[key] == nil { order.append(key) }
            var course = courses[key] ?? Course()
            if line != row[0] as Int64 {
                line = row[0]
                course.now = act == .deleted ? nil : course.now ?? PastRecord(id: key.id, values: [:], names: [:])
                course.wasThere = course.wasThere || isBefore
            }
            if act != .deleted, let field = row[5] as String? {
                let value: ColumnValue =
                    switch row[6] as String? {
                    case "object", "integer": .number(row[7])
                    case "text": .text(row[7])
                    default: .null
                    }
                course.now?.values[field] = value
                course.now?.names[field] = row[8] as String?
            }
            if isBefore { course.atEnd = course.now }
            if course.firstLine == nil { course.firstLine = line }
            if course.firstLine == line { course.first = course.now }
            courses[key] = course
        }
        var found: [Change.Subject: [PastRecord]] = [:]
        for key in order {
            guard let course = courses[key] else { continue }
            let later = course.now == nil ? nil : course.first
            guard let record = course.wasThere ? course.atEnd : later, record.day.map({ $0 <= day }) ?? false else {
                continue
            }
            found[key.subject, default: []].append(record)
        }
        return found
    }

    /// A client as it stood at the end of a past day. At most thirty statements, however long the history is.
    package func pastDossier(of id: Client.ID, on day: Day) throws -> PastDossier {
        let client = try clientName(id)
        guard sight?.seesDossier ?? true else { throw Refusal.notFound }
        let end = Moment.start(of: day + 1, in: frame.desk.timeZone)
        let judged = try judgedRecords(of: id, at: end, on: day)
        let lines = newestFirst((judged[.strategyLine] ?? []).map(strategyRow)) { ($0.draft.day, $0.line.id.number) }
        let kam = try kam(of: id, on: day)
        let (posts, _) = try peopleOf(id, on: day)
        let known = try known(posts.map { KnownPerson($0) }, at: id, kam: kam?.user, on: day)
        // The month of the day was not over.
        var sales = try clientSales(id, on: day)
        sales.months.removeLast()
        return PastDossier(
            client: client, day: day, kam: kam, people: known.rows.map(\.withoutProject),
            power: try power(at: id, introducer: known.introducer, on: day),
            keys: try evidenceSheet(
                client,
                { _, _ in
                    newestFirst((judged[.evidence] ?? []).map { evidenceRow($0, client) }) {
                        ($0.evidence.draft.day, $0.evidence.id.number)
                    }
                }, lines.filter { $0.draft.topic == .level }, on: day),
            strategy: StrategySheet(
                client: client, today: day, rows: lines,
                programme: InvestmentProgramme(
                    (judged[.investmentYear] ?? []).map(investmentYear),
                    rate: frame.desk.rate.flatMap { $0.since <= day ? $0 : nil })),
            matters: try pastMatters(of: id, at: end, on: day), sales: sales)
    }

    private func newestFirst<Row>(_ rows: [Row], by place: (Row) -> (Day, Int64)) -> [Row] {
        rows.sorted { place($1) < place($0) }
    }

    private func strategyRow(_ record: PastRecord) -> StrategySheet.Row {
        let draft: StrategyDraft = record.draft()
        return StrategySheet.Row(
            line: StrategyLine(id: ID(record.id), version: 0, draft: draft), by: record.names["user_id"] ?? "",
            owner: record.names["owner_id"],
            person: draft.person.flatMap { person in
                record.names["person_id"].map { Named(id: person, name: $0) }
            })
    }

    private func evidenceRow(_ record: PastRecord, _ client: Named<Client>) -> EvidenceSheet.Row {
        EvidenceSheet.Row(
            evidence: Evidence(id: ID(record.id), version: 0, draft: record.draft()), by: record.names["user_id"] ?? "",
            client: client)
    }

    private func investmentYear(_ record: PastRecord) -> InvestmentProgramme.Year {
        InvestmentProgramme.Year(
            investment: InvestmentYear(id: ID(record.id), version: 0, draft: record.draft()),
            by: record.names["user_id"] ?? "", actual: nil)
    }

    /// What was promised by the end of a day and open then: agreed by that day, or written down by its end.
    private func pastMatters(of client: Client.ID, at end: Moment, on day: Day) throws -> [MatterRow] {
        try matters(
            where: """
                (m.client_id = ?1 AND m.done_day IS NULL OR m.client_id = ?1 AND m.done_day > ?2)
                AND (i.day <= ?2 OR m.interaction_id IS NULL
                  AND (SELECT min(at) FROM change WHERE subject = 'matter' AND record_id = m.id) < ?3)
                """, order: "m.due_day IS NULL, m.due_day, m.id", [client.number, day.stored, end.milliseconds],
            atMost: PastDossier.most
        ).map { row in
            var row = row
            // On that day it was open.
            (row.doneOn, row.drop) = (nil, nil)
            return row
        }
    }
}
