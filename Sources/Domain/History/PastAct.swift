/// What the viewer has just done: the last line of history that it wrote, and whether they could undo it.
package struct SavedAct: Sendable, Equatable {
    package var line: Change.ID
    package var mayBeUndone: Bool

    package init(line: Change.ID, mayBeUndone: Bool) {
        self.line = line
        self.mayBeUndone = mayBeUndone
    }
}

/// All that one act has changed, to be taken back.
package struct PastAct: Sendable {
    /// The line of history by which it was asked for.
    package var id: Change.ID
    /// Its lines of history, the latest first; at most `PastAct.shown`.
    package var changes: [Change]
    /// How many lines it has.
    package var count: Int
    /// The records that were changed since.
    package var obstacles: [Obstacle]
    /// Could the viewer do what takes it back?
    package var mayBeTakenBack: Bool
    /// The import that it is a part of, which is taken back as a whole.
    package var importID: Import.ID?

    package static let shown = 100

    package init(
        id: Change.ID, changes: [Change], count: Int, obstacles: [Obstacle], mayBeTakenBack: Bool, importID: Import.ID?
    ) {
        self.id = id
        self.changes = changes
        self.count = count
        self.obstacles = obstacles
        self.mayBeTakenBack = mayBeTakenBack
        self.importID = importID
    }

    /// Whose page shows what it was about.
    package var client: Client.ID? { changes.lazy.compactMap { $0.client?.id }.first }
}
