/// The merge of a form that was sent after somebody else changed its record. If only one of the two changed a field, that change is kept. A
/// field that both changed to different values is a clash.
package struct Merge: Sendable, Equatable {
    /// The merged form. A clashing field has the value that was sent.
    package private(set) var entries: Entries
    /// For every clashing field, its value on the desk.
    package private(set) var clashes: [String: String] = [:]
    /// The fields that only the other user has changed.
    package private(set) var adopted: Set<String> = []

    /// `base` is the form as it was opened, `theirs` as it would be opened now. A field that neither has stays as it was sent.
    package init(_ mine: Entries, from base: Entries, with theirs: Entries) {
        entries = mine
        for field in Set(base.values.keys).union(theirs.values.keys) {
            let (was, isNow, sent) = (Merge.value(base[field]), Merge.value(theirs[field]), Merge.value(mine[field]))
            guard isNow != was && isNow != sent else { continue }
            if sent == was {
                entries[field] = theirs.raw(field)
                adopted.insert(field)
            } else {
                clashes[field] = theirs[field]
            }
        }
    }

    /// An unticked box is not sent.
    private static func value(_ text: String) -> String { text == "no" ? "" : text }
}
