/// A record as it is kept: its number, its version, raised with every change, and its fields as their form knows them.
package protocol Record: Sendable, Encodable {
    associatedtype Draft: Encodable
    var id: ID<Self> { get }
    /// A change names the version it was made from.
    var version: Int { get }
    var draft: Draft { get }
}

private enum RecordKeys: String, CodingKey { case id, version }

extension Record {
    /// The fields stand beside the number and the version.
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: RecordKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(version, forKey: .version)
        try draft.encode(to: encoder)
    }
}
