/// A stored record: its number, its version, which rises with every change, and its fields as in its form.
package protocol Record: Sendable, Encodable {
    associatedtype Draft: Encodable
    var id: ID<Self> { get }
    /// A change names the version it was made from.
    var version: Int { get }
    var draft: Draft { get }
}

private enum RecordKeys: String, CodingKey { case id, version }

extension Record {
    /// Puts the fields next to the number and the version.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: RecordKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(version, forKey: .version)
        try draft.encode(to: encoder)
    }
}
