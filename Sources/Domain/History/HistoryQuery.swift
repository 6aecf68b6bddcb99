/// What of a history or of the log is asked for. It is paged by key.
package struct HistoryQuery: Sendable, Equatable, Hashable {
    /// The first day, nil from the beginning.
    package var from: Day?
    /// The last day.
    package var to: Day?
    /// Stands in the line, in whatever case.
    package var text: String?
    /// Only what is before the line of this number.
    package var before: Int64?

    package init(from: Day? = nil, to: Day? = nil, text: String? = nil, before: Int64? = nil) {
        self.from = from
        self.to = to
        self.text = text
        self.before = before
    }

    package var isFiltered: Bool { from != nil || to != nil || text != nil }

    package func going(on before: Int64) -> HistoryQuery {
        HistoryQuery(from: from, to: to, text: text, before: before)
    }
}
