/// Where a person stands on a map.
package struct MapPlace: Sendable, Equatable {
    package var x: Double
    package var y: Double
    /// True if somebody put the person there.
    package var isPinned: Bool

    package init(x: Double, y: Double, isPinned: Bool = false) {
        self.x = x
        self.y = y
        self.isPinned = isPinned
    }
}

/// The last picture of a map, stored so that the next one looks similar.
package struct MapPlaces: Sendable, Equatable {
    package var places: [Person.ID: MapPlace]
    /// The hash of the people and ties that the places were computed from; nil for a map that was never drawn.
    package var mark: Int64?

    package init(places: [Person.ID: MapPlace] = [:], mark: Int64? = nil) {
        self.places = places
        self.mark = mark
    }
}
