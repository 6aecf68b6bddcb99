extension [MapPoint?] {
    /// Do at least half of the people stand where they stood?
    var isMostlyKept: Bool { !isEmpty && 2 * count(where: { $0 != nil }) >= count }
}

extension GroupLayout {
    /// How firmly those who were on the last picture are held to their places: so many times what all others weigh.
    private static let hold = 1.0
    /// Where frames of organisations were moved apart, which distances along ties would move together again.
    private static let holdInTerritory = 8.0
    /// Places on which a quarter of a tie is shorter are no picture.
    private static let leastUnit = 8.0

    /// Where people stood on the last picture, as far as that was one; pinned people stand there in any case.
    var keptPlaces: [MapPoint?] {
        let kept = people.map(\.kept)
        guard kept.count(where: { $0 != nil }) > 1, unit(of: kept) == nil else { return kept }
        return people.map { $0.isPinned ? $0.kept : nil }
    }

    /// The length of a quarter of a tie on the last picture; nil where it was none.
    func unit(of kept: [MapPoint?]) -> Double? {
        let members = kept.indices.filter { kept[$0] != nil }
        let unit = stress.fittingUnit(of: kept.map { $0 ?? MapPoint(x: 0, y: 0) }, among: members)
        return unit >= GroupLayout.leastUnit && unit.isFinite ? unit : nil
    }

    /// The last picture with those who joined it: a sketch serves where most are new. Where nobody is new nobody moves.
    func rejoined(_ kept: [MapPoint?], sketch: [MapPoint], unit: Double) -> [MapPoint] {
        var places =
            kept.isMostlyKept
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
