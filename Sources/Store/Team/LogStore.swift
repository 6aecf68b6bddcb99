import Domain

extension WriteTransaction {
    /// Writes a line into the log with the time of the act.
    package func log(_ entry: LogEntry) throws {
        try add(
            [
                "at": moment.milliseconds, "user_id": entry.user?.number, "name": entry.name, "act": entry.act,
                "subject": entry.subject, "record_id": entry.record, "title": entry.title, "address": entry.address,
            ], to: .log)
    }
}

extension ReadTransaction {
    /// The log of sign-ins and administration; with `client`, the log of who has read, printed and exported that client's dossier.
    package func logPage(_ query: HistoryQuery, readingsOf client: Client.ID? = nil) throws -> LogPage {
        let span = span(query)
        return try logPage(
            LogQuery(
                from: span.from, to: span.to, client: client, text: query.text ?? "",
                before: query.before.map { LogLine.ID($0) }))
    }

    /// Lines of the log, the latest first, 50 at a time. A text is searched for line by line.
    package func logPage(_ query: LogQuery) throws -> LogPage {
        let text = SoughtText(sortingName(query.text))
        let walk = try Walk(
            db,
            """
            SELECT id, at, user_id, name, act, subject, record_id, title, address FROM log
            WHERE id < ? AND at >= ? AND at < ?\(query.user == nil ? "" : " AND user_id = ?")\
            \(query.client == nil ? "" : " AND subject = 'client' AND record_id = ?") ORDER BY id DESC
            """,
            [query.before?.number ?? .max, query.from?.milliseconds ?? .min, query.to?.milliseconds ?? .max]
                + (query.user.map { [$0.number] } ?? []) + (query.client.map { [$0.number] } ?? []))
        defer { walk.end() }
        var lines: [LogLine] = []
        while lines.count <= LogPage.size, try walk.next() {
            let line = LogLine(Columns(statement: walk.pointer))
            guard [line.name, line.title].contains(where: { text.isIn(sortingName($0 ?? "")) }) else { continue }
            lines.append(line)
        }
        return LogPage(
            lines: Array(lines.prefix(LogPage.size)),
            later: lines.count > LogPage.size ? lines[LogPage.size - 1].id : nil)
    }
}

extension LogPage {
    fileprivate static let size = 50
}

extension LogLine {
    fileprivate init(_ row: Columns) {
        self.init(
            id: row.id(0), at: Moment(milliseconds: row[1]), user: row.optionalID(2), name: row[3], act: row[4],
            subject: row[5], record: row[6], title: row[7], address: row[8])
    }
}
