extension MapLayout {
    /// Moves newcomers out of the frames of others' organisations, then moves all overlapping people apart, newcomers farther than others.
    /// Returns the frame around all.
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

    /// Which labels get room. In a crowd only labels of kept people that are already free.
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
    /// How far a person moves out of the way: newcomers farther than kept people, pinned people not at all.
    var mobility: Double { isPinned ? 0 : kept == nil ? 1 : 0.2 }
}
