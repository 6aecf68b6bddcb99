/// What the viewer has just done: its last line of history, and whether they may undo it.
package struct SavedAct: Sendable, Equatable {
    package var line: Change.ID
    package var mayBeUndone: Bool
    /// True if it took back something done before.
    package var isReversal: Bool
    /// The change that says best what was done; nil if it is not known.
    package var change: Change?

    package init(line: Change.ID, mayBeUndone: Bool, isReversal: Bool = false, change: Change? = nil) {
        self.line = line
        self.mayBeUndone = mayBeUndone
        self.isReversal = isReversal
        self.change = change
    }
}

/// All changes of one act, to be taken back.
package struct PastAct: Sendable {
    /// The line of history through which the act was asked for.
    package var id: Change.ID
    /// Its lines of history, the latest first; at most `PastAct.shown`.
    package var changes: [Change]
    /// How many lines it has.
    package var count: Int
    /// How many records of each kind it added, changed and deleted, with the first names.
    package var summary: [Going]
    /// The records that have changed since.
    package var obstacles: [Obstacle]
    /// What else is in the way, each with the record that needs it as it is.
    package var hindrances: [Hindrance]
    /// True if the viewer may make the changes that take it back.
    package var mayBeTakenBack: Bool
    /// The import that the act belongs to. An import is taken back only as a whole.
    package var importID: Import.ID?

    package static let shown = 100

    package init(
        id: Change.ID, changes: [Change], count: Int, summary: [Going], obstacles: [Obstacle],
        hindrances: [Hindrance], mayBeTakenBack: Bool, importID: Import.ID?
    ) {
        self.id = id
        self.changes = changes
        self.count = count
        self.summary = summary
        self.obstacles = obstacles
        self.hindrances = hindrances
        self.mayBeTakenBack = mayBeTakenBack
        self.importID = importID
    }

    /// The client whose page shows the act.
    package var client: Client.ID? { changes.lazy.compactMap { $0.client?.id }.first }
}
