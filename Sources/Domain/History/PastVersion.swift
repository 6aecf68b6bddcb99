/// A record as a line of history left it, to be put back.
package struct PastVersion: Sendable {
    /// The line of history that left it so.
    package var change: Change
    /// What was changed of the record since, the latest first; at most `PastAct.shown`.
    package var since: [Change]
    package var sinceCount: Int
    /// The record's version now; nil where it is not there: what is deleted comes back by taking its deletion back, with all that
    /// went with it.
    package var version: Int?
    /// Could the viewer write the record so?
    package var mayBePutBack: Bool

    package init(change: Change, since: [Change], sinceCount: Int, version: Int?, mayBePutBack: Bool) {
        self.change = change
        self.since = since
        self.sinceCount = sinceCount
        self.version = version
        self.mayBePutBack = mayBePutBack
    }
}
