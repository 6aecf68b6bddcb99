/// What becomes of a form that was sent after somebody else had changed its record: a field that one of the two changed is as
/// that one has it, and only a field that both changed to different values is a clash.
package struct Merge: Sendable, Equatable {
    /// The form merged; a clashing field is as it was sent.
    package private(set) var entries: Entries
    /// The value on the desk of every field that clashes.
    package private(set) var clashes: [String: String] = [:]
    /// The fields that the other alone has changed.
    package private(set) var adopted: Set<String> = []

    /// `base` is the form as it was opened, `theirs` as it would be opened now. A field that neither has is the sender's own.
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

    /// A box without a tick is sent not at all.
    private static func value(_ text: String) -> String { text == "no" ? "" : text }
}
