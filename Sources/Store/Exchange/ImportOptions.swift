/// How a file is imported.
package struct ImportOptions: Sendable {
    /// `field=column,...` for columns that are not called like their field.
    package var map: String
    /// Columns that the map does not name feed the fields that are called like them.
    package var matchesNames: Bool
    /// A text that stands for "nothing" in the file, such as NULL; an empty cell always does.
    package var null: String?
    /// Import the good rows although others are refused; otherwise it is all or nothing.
    package var skipsRefused: Bool

    package init(map: String, null: String?, skipsRefused: Bool = false, matchesNames: Bool = true) {
        self.map = map
        self.matchesNames = matchesNames
        self.null = null
        self.skipsRefused = skipsRefused
    }
}
