/// The input for the layout of a relationship map: circles with labels, and ties between them. The same input gives exactly the same
/// picture.
package struct MapLayout: Sendable {
    /// The space between a circle and its label, in units of the drawing.
    package static let labelGap = 4.0
    /// The space between an organisation's people and the frame around them.
    package static let margin = 14.0
    /// The height of the organisation's name inside the frame, above the people, besides the margin.
    package static let title = 16.0
    /// The largest number of people for which all labels get room.
    static let fullyLabelled = 60

    /// A person as a circle with a label centred below it.
    package struct Person: Sendable {
        package var radius: Double
        /// Zero if there is no label.
        package var labelWidth, labelHeight: Double
        /// Labels of greater importance are shown first.
        package var importance: Double
        /// People with the same number are kept together; nil means no organisation.
        package var organisation: Int?
        /// The person's place on the last picture; nil if they were not on it.
        package var kept: MapPoint?
        /// True if the person stays exactly at the kept place.
        package var isPinned: Bool

        package init(
            radius: Double, labelWidth: Double = 0, labelHeight: Double = 0, importance: Double = 0,
            organisation: Int? = nil, kept: MapPoint? = nil, isPinned: Bool = false
        ) {
            self.radius = radius
            self.labelWidth = labelWidth
            self.labelHeight = labelHeight
            self.importance = importance
            self.organisation = organisation
            self.kept = kept
            self.isPinned = isPinned
        }
    }

    package let people: [Person]
    /// The pairs that are tied, by their indexes in `people`. Several ties of a pair count once; ties to oneself are ignored.
    package let ties: [(Int, Int)]

    package init(people: [Person], ties: [(Int, Int)]) {
        self.people = people.map(\.finite)
        self.ties = ties.filter { $0 != $1 && people.indices.contains($0) && people.indices.contains($1) }
    }
}

extension MapLayout.Person {
    /// Replaces values that are not numbers or are far too large for a drawing.
    fileprivate var finite: MapLayout.Person {
        func size(_ value: Double) -> Double { value > 0 && value < 10_000 ? value : 0 }
        var person = self
        person.radius = size(radius)
        person.labelWidth = size(labelWidth)
        person.labelHeight = size(labelHeight)
        if importance.isNaN { person.importance = -.infinity }
        if let kept, !(kept.x.magnitude < 1e7 && kept.y.magnitude < 1e7) { person.kept = nil }
        person.isPinned = isPinned && person.kept != nil
        return person
    }
}
