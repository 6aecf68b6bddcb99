/// A copy of a desk as it was at one instant.
package struct Backup: Sendable, Equatable, Encodable {
    package var path: String
    /// When it was begun, to the second.
    package var at: Moment
    /// In bytes.
    package var size: Int

    package init(path: String, at: Moment, size: Int) {
        self.path = path
        self.at = at
        self.size = size
    }
}

/// How the desk's copies stand.
package struct BackupState: Sendable, Equatable, Encodable {
    package var folder: String
    /// The latest, nil while there is none.
    package var last: Backup?
    /// How many there are.
    package var count: Int
    /// When one was last made a desk of, to see that it can be; nil where not since the start.
    package var drilled: Moment?
    /// Why the last attempt failed; nil where it did not.
    package var failure: String?

    package init(folder: String, last: Backup?, count: Int, drilled: Moment?, failure: String?) {
        self.folder = folder
        self.last = last
        self.count = count
        self.drilled = drilled
        self.failure = failure
    }
}
