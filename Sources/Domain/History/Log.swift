/// What is to be written into the log: who did what that changes no record, such as logging in, reading, printing, exporting.
package struct LogEntry: Sendable, Equatable {
    /// Nil where nobody known did it: a login that failed, the desk itself.
    package var user: User.ID?
    /// What the user is called, or what was typed for a name; nil where the desk did it itself.
    package var name: String?
    /// A word, such as login, login-failed, logout, password, invited, read, printed, exported; more may come.
    package var act: String
    /// The record that it was about: its table, its number and what it is called.
    package var subject: String?
    package var record: Int64?
    /// What the record is called; where there is none, what else there is to say.
    package var title: String?
    /// Where from in the network.
    package var address: String?

    package init(
        user: User.ID? = nil, name: String? = nil, act: String, subject: String? = nil, record: Int64? = nil,
        title: String? = nil, address: String? = nil
    ) {
        self.user = user
        self.name = name
        self.act = act
        self.subject = subject
        self.record = record
        self.title = title
        self.address = address
    }
}

/// A line of the log.
package struct LogLine: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<LogLine>

    package var id: ID
    package var at: Moment
    package var user: User.ID?
    package var name: String?
    package var act: String
    package var subject: String?
    package var record: Int64?
    package var title: String?
    package var address: String?

    package init(
        id: ID, at: Moment, user: User.ID?, name: String?, act: String, subject: String?, record: Int64?,
        title: String?,
        address: String?
    ) {
        self.id = id
        self.at = at
        self.user = user
        self.name = name
        self.act = act
        self.subject = subject
        self.record = record
        self.title = title
        self.address = address
    }

    private enum CodingKeys: String, CodingKey { case id, at, user, name, act, subject, record, title, address }
}

/// Which lines of the log are asked for.
package struct LogQuery: Sendable, Equatable {
    /// From this moment on.
    package var from: Moment?
    /// Before this one.
    package var to: Moment?
    package var user: User.ID?
    /// Only readings of this client's dossier.
    package var client: Client.ID?
    /// Stands in the name or the title, in whatever case; "" asks for nothing.
    package var text: String
    /// Only lines before this one, where an earlier page ended.
    package var before: LogLine.ID?

    package init(
        from: Moment? = nil, to: Moment? = nil, user: User.ID? = nil, client: Client.ID? = nil, text: String = "",
        before: LogLine.ID? = nil
    ) {
        self.from = from
        self.to = to
        self.user = user
        self.client = client
        self.text = text
        self.before = before
    }
}

/// Lines of the log, the latest first, paged by key.
package struct LogPage: Sendable, Equatable, Encodable {
    package var lines: [LogLine]
    /// Before which line the next page begins, nil at the end.
    package var later: LogLine.ID?

    package init(lines: [LogLine], later: LogLine.ID?) {
        self.lines = lines
        self.later = later
    }

    private enum CodingKeys: String, CodingKey { case lines, later }
}
