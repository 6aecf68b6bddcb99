/// What an import file of one kind contains. Each is declared once, in the folder of its feature.
package struct ImportFormat: Sendable {
    /// The English name of such files. It is also the key of its translations.
    package var name: String
    package var fields: [Field]
    /// True if one row writes more than one record. A row writes all its records or none.
    package var writesSeveral: Bool
    /// The name of a row in the report.
    package var title: @Sendable (Entries) -> String

    init(
        _ name: String, writesSeveral: Bool = false, title: @escaping @Sendable (Entries) -> String, _ fields: [Field]
    ) {
        (self.name, self.fields, self.writesSeveral, self.title) = (name, fields, writesSeveral, title)
    }

    /// A field that is filled from a column.
    package struct Field: Sendable {
        /// The field's name in the header of a file.
        package var key: String
        /// The English name of the field. It is also the key of its translations.
        package var label: String
        /// True if a file without this field cannot be read.
        package var isNeeded: Bool
        package var holds: CellKind

        init(_ key: String, _ label: String, _ holds: CellKind = .text, isNeeded: Bool = false) {
            (self.key, self.label, self.holds, self.isNeeded) = (key, label, holds, isNeeded)
        }
    }
}
