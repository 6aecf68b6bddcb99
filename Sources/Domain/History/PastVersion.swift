/// A record as a line of history left it, to be put back.
package struct PastVersion: Sendable {
    /// The line of history that left it so.
    package var change: Change
    /// What was changed of the record since, the latest first; at most `PastAct.shown`.
    package var since: [Change]
    package var sinceCount: Int
    /// Is the record there now? What is deleted comes back by taking its deletion back, with all that went with it.
    package var isThere: Bool

    package init(change: Change, since: [Change], sinceCount: Int, isThere: Bool) {
        self.change = change
        self.since = since
        self.sinceCount = sinceCount
        self.isThere = isThere
    }
}
