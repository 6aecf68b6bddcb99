/// A record as it was after a line of history, to be put back.
package struct PastVersion: Sendable {
    /// The line of history that left the record so.
    package var change: Change
    /// The later changes of the record, the latest first; at most `PastAct.shown`.
    package var since: [Change]
    package var sinceCount: Int
    /// The record's version now; nil if it is deleted. A deleted record comes back only by taking back its deletion, with all that went
    /// with it.
    package var version: Int?
    /// True if the viewer may write the record so.
    package var mayBePutBack: Bool

    package init(change: Change, since: [Change], sinceCount: Int, version: Int?, mayBePutBack: Bool) {
        self.change = change
        self.since = since
        self.sinceCount = sinceCount
        self.version = version
        self.mayBePutBack = mayBePutBack
    }
}
