/// An entry for the log: an act that changes no record, such as signing in, reading, printing or exporting.
package struct LogEntry: Sendable, Equatable {
    /// Nil if no known user did it: for a failed sign-in, or for an act of the desk itself.
    package var user: User.ID?
    /// The user's name, or the name that was typed; nil for an act of the desk itself.
    package var name: String?
    /// A word such as login, login-failed, logout, password, invited, read, printed, exported. New words may be added.
    package var act: String
    /// The table and number of the record that it is about.
    package var subject: String?
    package var record: Int64?
    /// The record's name; if there is no record, other details.
    package var title: String?
    /// The network address that it came from.
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

/// The request for lines of the log.
package struct LogQuery: Sendable, Equatable {
    /// From this moment on.
    package var from: Moment?
    /// Before this moment.
    package var to: Moment?
    package var user: User.ID?
    /// Only readings of this client's dossier.
    package var client: Client.ID?
    /// A text that the name or the title must contain, in any case; "" for any line.
    package var text: String
    /// Only lines before this one, where the previous page ended.
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
    /// The line before which the next page begins; nil at the end.
    package var later: LogLine.ID?

    package init(lines: [LogLine], later: LogLine.ID?) {
        self.lines = lines
        self.later = later
    }

    private enum CodingKeys: String, CodingKey { case lines, later }
}
