package struct ImportOptions: Sendable {
    /// `field=column,...` for columns whose names differ from their fields.
    package var map: String
    /// True if columns that the map does not name go to the fields of the same name.
    package var matchesNames: Bool
    /// A text that means "nothing" in the file, such as NULL. An empty cell always means nothing.
    package var null: String?
    /// True to import the good rows even if others are refused. False to import all rows or none.
    package var skipsRefused: Bool

    package init(map: String, null: String?, skipsRefused: Bool = false, matchesNames: Bool = true) {
        self.map = map
        self.matchesNames = matchesNames
        self.null = null
        self.skipsRefused = skipsRefused
    }
}
