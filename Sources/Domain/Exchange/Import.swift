/// An imported file. All that it changed carries its number, so that it can be taken back at once.
package struct Import: Sendable, Equatable, Encodable {
    package typealias ID = Domain.ID<Import>

    package enum State: String, Wording {
        /// Running, or being taken back.
        case running
        case done, undone
    }

    package var id: ID
    package var at: Moment
    package var by: String
    package var kind: ImportKind
    /// The file's original name.
    package var file: String
    package var state: State
    package var added: Int
    package var changed: Int
    package var same: Int
    package var refused: Int

    package init(
        id: ID, at: Moment, by: String, kind: ImportKind, file: String, state: State, added: Int, changed: Int,
        same: Int,
        refused: Int
    ) {
        self.id = id
        self.at = at
        self.by = by
        self.kind = kind
        self.file = file
        self.state = state
        self.added = added
        self.changed = changed
        self.same = same
        self.refused = refused
    }
}

/// The latest imports, the newest first.
package struct ImportList: Sendable, Encodable {
    package var imports: [Import]

    package init(imports: [Import]) { self.imports = imports }
}

/// A record that prevents an import from being taken back: it was changed since, or something newer refers to it.
package struct Obstacle: Sendable, Equatable, Encodable {
    package var subject: Change.Subject
    package var record: Int64
    package var title: String
    /// True if the record itself was changed; false if something newer needs it.
    package var isChanged: Bool

    package init(subject: Change.Subject, record: Int64, title: String, isChanged: Bool) {
        self.subject = subject
        self.record = record
        self.title = title
        self.isChanged = isChanged
    }
}
