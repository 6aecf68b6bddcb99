/// What a file of a kind contains, declared once in the folder of its feature.
package struct ImportFormat: Sendable {
    /// The English name of such files, which is the key of its translations.
    package var name: String
    package var fields: [Field]
    /// True if a row writes more than one record. Then it writes all of them or none.
    package var writesSeveral: Bool
    /// The name of a row in the report.
    package var title: @Sendable (Entries) -> String

    init(
        _ name: String, writesSeveral: Bool = false, title: @escaping @Sendable (Entries) -> String, _ fields: [Field]
    ) {
        (self.name, self.fields, self.writesSeveral, self.title) = (name, fields, writesSeveral, title)
    }

    /// A field that a column feeds.
    package struct Field: Sendable {
        /// The name of the field in a file's header.
        package var key: String
        /// The English name of the field, which is the key of its translations.
        package var label: String
        /// True if no row can be read without this field.
        package var isNeeded: Bool

        init(_ key: String, _ label: String, isNeeded: Bool = false) {
            (self.key, self.label, self.isNeeded) = (key, label, isNeeded)
        }
    }
}
