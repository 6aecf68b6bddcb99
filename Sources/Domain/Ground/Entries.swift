/// What somebody typed or a file contained, field by field, before it is checked. Forms and rows of files are read through the same drafts,
/// so that the same rules hold for both. All text comes in here and is composed here.
package struct Entries: Sendable, Equatable {
    package private(set) var values: [String: String]

    package init(_ values: [String: String] = [:]) { self.values = values }

    /// The text of a field, composed and without white space around it; "" if the field is absent.
    package subscript(_ field: String) -> String {
        get { values[field].map(typed) ?? "" }
        set { values[field] = newValue }
    }

    /// The unchanged text of a field.
    package func raw(_ field: String) -> String { values[field] ?? "" }

    package func has(_ field: String) -> Bool { values[field] != nil }

    /// The fields whose names begin with a prefix, under their names without the prefix.
    package func under(_ prefix: String) -> Entries {
        Entries(
            Dictionary(
                uniqueKeysWithValues: values.filter { $0.key.hasPrefix(prefix) }.map {
                    (String($0.key.dropFirst(prefix.count)), $0.value)
                }))
    }
}

/// The text without white space at its ends, with CRLF turned into LF.
package func trimmed(_ text: String) -> String {
    // A fast path: nearly all texts begin and end with a plain character and have no CR.
    if let first = text.utf8.first, let last = text.utf8.last, (33..<127).contains(first), (33..<127).contains(last),
        !text.utf8.contains(13)
    {
        return text
    }
    var view = text[...]
    while let first = view.unicodeScalars.first, first.properties.isWhitespace { view.unicodeScalars.removeFirst() }
    while let last = view.unicodeScalars.last, last.properties.isWhitespace { view.unicodeScalars.removeLast() }
    return view.utf8.contains(13)
        ? String(view).split(separator: "\r\n", omittingEmptySubsequences: false).joined(separator: "\n") : String(view)
}
