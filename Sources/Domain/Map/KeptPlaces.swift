extension GroupLayout {
    /// How firmly people stay at their places of the last picture, compared with the weight of all others.
    private static let hold = 1.0
    /// The same where frames of organisations were moved apart, because distances along ties would pull them together again.
    private static let holdInTerritory = 8.0
    /// The shortest usable quarter of a tie. Places with a shorter one are not a picture.
    private static let leastUnit = 8.0

    /// The places of people on the last picture, if it is usable, and its unit. Pinned people keep their places in any case.
    static func kept(
        _ people: [MapLayout.Person], _ stress: StressMajorization
    ) -> (places: [MapPoint?], unit: Double?) {
        let kept = people.map(\.kept)
        let members = kept.indices.filter { kept[$0] != nil }
        let unit = stress.fittingUnit(of: kept.map { $0 ?? MapPoint(x: 0, y: 0) }, among: members)
        if unit >= leastUnit && unit.isFinite { return (kept, unit) }
        return (members.count > 1 ? people.map { $0.isPinned ? $0.kept : nil } : kept, nil)
    }

    /// True if any of them was on the last picture.
    var isRejoined: Bool { kept.contains { $0 != nil } }

    /// The last picture with the people who joined it. If most are new, it is based on the sketch. If nobody is new, nobody moves.
    func rejoined(unit: Double) -> [MapPoint] {
        var places =
            sketch.isEmpty
            ? Newcomers(stress: stress, unit: unit).joined(to: kept)
            : Newcomers.aligned(sketch.map { $0 * unit }, to: kept)
        guard kept.contains(where: { $0 == nil }) else { return places }
        let firmness = organisations.allSatisfy { $0 == nil } ? GroupLayout.hold : GroupLayout.holdInTerritory
        let holds = zip(people, kept).map { person, kept in
            kept.map { StressMajorization.Hold(place: $0, weight: person.isPinned ? .infinity : firmness) }
        }
        stress.settle(&places, unit: unit, holds: holds, sweeps: 60, until: 1e-4)
        return places
    }
}
