/// The number of a record of one kind. The type keeps numbers of different kinds apart.
package struct ID<Kind>: Hashable, Comparable, Sendable {
    package let number: Int64

    package init(_ number: Int64) { self.number = number }

    /// Reads a whole number of 1 or more, without a sign or leading zeros. Returns nil for anything else.
    package init?(_ text: some StringProtocol) {
        guard let number = Int64(text), number > 0, String(number) == text else { return nil }
        self.number = number
    }

    package static func < (a: ID, b: ID) -> Bool { a.number < b.number }
}

extension ID: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(number)
    }
}
