/// The request for lines of a history or of the log. It is paged by key.
package struct HistoryQuery: Sendable, Equatable, Hashable {
    /// The first day; nil means from the beginning.
    package var from: Day?
    /// The last day.
    package var to: Day?
    /// A text that the line must contain, in any case. Only its first characters count, up to a limit.
    package var text: String?
    /// Only lines before the line with this number.
    package var before: Int64?

    package init(from: Day? = nil, to: Day? = nil, text: String? = nil, before: Int64? = nil) {
        self.from = from
        self.to = to
        self.text = text.map { String($0.unicodeScalars.prefix(HistoryQuery.longest)) }
        self.before = before
    }

    private static let longest = 200

    package var isFiltered: Bool { from != nil || to != nil || text != nil }

    package func going(on before: Int64) -> HistoryQuery {
        HistoryQuery(from: from, to: to, text: text, before: before)
    }
}
