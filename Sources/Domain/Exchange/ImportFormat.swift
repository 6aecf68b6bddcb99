/// What a file of a kind holds, said once in the folder of its feature.
package struct ImportFormat: Sendable {
    /// What such files are called, in English: the key of its translations.
    package var name: String
    package var fields: [Field]
    /// Does a row write more than one record? Then it writes all of them or none.
    package var writesSeveral: Bool
    /// What a row is called in the report.
    package var title: @Sendable (Entries) -> String

    init(
        _ name: String, writesSeveral: Bool = false, title: @escaping @Sendable (Entries) -> String, _ fields: [Field]
    ) {
        (self.name, self.fields, self.writesSeveral, self.title) = (name, fields, writesSeveral, title)
    }

    /// A field that a column feeds.
    package struct Field: Sendable {
        /// By which a header names it.
        package var key: String
        /// What it is called, in English: the key of its translations.
        package var label: String
        /// Can no row be read without it?
        package var isNeeded: Bool

        init(_ key: String, _ label: String, isNeeded: Bool = false) {
            (self.key, self.label, self.isNeeded) = (key, label, isNeeded)
        }
    }
}
