/// A change on a map, with what is known of how it came.
package struct MapMove: Sendable, Equatable {
    package var change: MapChange
    /// The day on which it happened; nil if nobody noted it.
    package var day: Day?
    /// The name of the colleague who judged so; nil for posts, which nobody judges.
    package var by: String?
    /// How it is known; nil if nobody said.
    package var source: String?

    package init(_ change: MapChange, day: Day?, by: String? = nil, source: String? = nil) {
        self.change = change
        self.day = day
        self.by = by
        self.source = source
    }
}

extension MapMove: Encodable {
    private enum CodingKeys: String, CodingKey { case day, by, source }

    package func encode(to encoder: any Encoder) throws {
        try change.encode(to: encoder)
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(day, forKey: .day)
        try container.encode(by, forKey: .by)
        try container.encode(source, forKey: .source)
    }
}

extension [MapMove] {
    /// The newest first; those without a day last. Moves of one day stay in their order.
    package var newestFirst: [MapMove] {
        enumerated().sorted { a, b in
            guard a.element.day != b.element.day else { return a.offset < b.offset }
            guard let day = a.element.day else { return false }
            return b.element.day.map { $0 < day } ?? true
        }.map(\.element)
    }
}
