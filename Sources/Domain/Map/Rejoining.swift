extension MapLayout {
    /// Newcomers leave the frames of others' organisations, then all who overlap go out of each other's way, the newcomers farther; the
    /// result frames them all.
    func clear(_ drawn: [Int], _ organisations: [Int?], _ places: inout [MapPoint]) -> MapFrame {
        var local = drawn.map { places[$0] }
        let bodies = Bodies(
            all: zip(drawn, hasRoom(drawn, local)).map {
                Body(people[$0], hasLabel: $1, mobility: people[$0].mobility)
            })
        Territories(
            drawn.map { people[$0] }, organisations: drawn.map { organisations[$0] }, areLabelled: isFullyLabelled
        )
        .admit(drawn.indices.filter { people[drawn[$0]].kept == nil }, &local)
        bodies.part(&local, with: nil)
        for (person, place) in zip(drawn, local) { places[person] = place }
        let frame = MapFrame(around: zip(bodies.all, local).map { $0.whole(at: $1) })
        return drawn.isEmpty ? frame : frame.withMargins
    }

    /// In a crowd only the labels of those who were kept, as far as they stand free already.
    private func hasRoom(_ drawn: [Int], _ places: [MapPoint]) -> [Bool] {
        guard !isFullyLabelled else { return drawn.map { _ in true } }
        let old = drawn.indices.filter { people[drawn[$0]].kept != nil }
        let free = Labels.shown(
            of: old.map { people[drawn[$0]] }, at: old.map { places[$0] }, margin: Body.clearance + Body.hair / 2)
        var hasRoom = drawn.map { _ in false }
        for (rank, isFree) in zip(old, free) { hasRoom[rank] = isFree }
        return hasRoom
    }
}

extension MapLayout.Person {
    /// How far one goes out of others' way: newcomers farther than those who were kept, and pinned people not at all.
    var mobility: Double { isPinned ? 0 : kept == nil ? 1 : 0.2 }
}
