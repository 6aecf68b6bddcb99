/// The relationship map as a task: circles with labels, and ties between them. The same task has the same picture, to the bit.
package struct MapLayout: Sendable {
    /// Between a circle and the label below it, in units of the drawing.
    package static let labelGap = 4.0
    /// Between an organisation's people and the frame around them.
    package static let margin = 14.0
    /// Above them within the frame, besides the margin: where the organisation's name stands.
    package static let title = 16.0
    /// Up to so many people, all labels are given room.
    static let fullyLabelled = 60

    /// A person as a circle with a label that stands centred below it.
    package struct Person: Sendable {
        package var radius: Double
        /// Zero where there is nothing to write.
        package var labelWidth, labelHeight: Double
        /// The greater, the earlier the label is shown.
        package var importance: Double
        /// People of one number are kept together; nil belongs to nobody.
        package var organisation: Int?
        /// Where the person stood on the last picture.
        package var kept: MapPoint?
        /// Stays exactly where it was kept.
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
    /// Which two are tied, by their places in `people`; several ties of one pair count once, a tie to oneself not at all.
    package let ties: [(Int, Int)]

    package init(people: [Person], ties: [(Int, Int)]) {
        self.people = people.map(\.finite)
        self.ties = ties.filter { $0 != $1 && people.indices.contains($0) && people.indices.contains($1) }
    }
}

extension MapLayout.Person {
    /// Numbers that are none, or far beyond any drawing, are not believed.
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
