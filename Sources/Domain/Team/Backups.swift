/// A copy of a desk as it was at one instant.
package struct Backup: Sendable, Equatable, Encodable {
    package var path: String
    /// When the copy was begun, to the second.
    package var at: Moment
    /// In bytes.
    package var size: Int

    package init(path: String, at: Moment, size: Int) {
        self.path = path
        self.at = at
        self.size = size
    }
}

/// The state of the desk's copies.
package struct BackupState: Sendable, Equatable, Encodable {
    package var folder: String
    /// The latest copy; nil when there is none.
    package var last: Backup?
    /// How many there are.
    package var count: Int
    /// When a copy was last restored as a test; nil if not since the program started.
    package var drilled: Moment?
    /// Why the last attempt failed; nil if it did not.
    package var failure: String?

    package init(folder: String, last: Backup?, count: Int, drilled: Moment?, failure: String?) {
        self.folder = folder
        self.last = last
        self.count = count
        self.drilled = drilled
        self.failure = failure
    }
}
