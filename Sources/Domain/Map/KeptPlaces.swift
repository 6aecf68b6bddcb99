extension GroupLayout {
    /// How firmly those who were on the last picture are held to their places: so many times what all others weigh.
    private static let hold = 1.0
    /// Where frames of organisations were moved apart, which distances along ties would move together again.
    private static let holdInTerritory = 8.0
    /// Places on which a quarter of a tie is shorter are no picture.
    private static let leastUnit = 8.0

    /// Where people stood on the last picture, as far as that was one, and its unit; pinned people stand there in any case.
    static func kept(
        _ people: [MapLayout.Person], _ stress: StressMajorization
    ) -> (places: [MapPoint?], unit: Double?) {
        let kept = people.map(\.kept)
        let members = kept.indices.filter { kept[$0] != nil }
        let unit = stress.fittingUnit(of: kept.map { $0 ?? MapPoint(x: 0, y: 0) }, among: members)
        if unit >= leastUnit && unit.isFinite { return (kept, unit) }
        return (members.count > 1 ? people.map { $0.isPinned ? $0.kept : nil } : kept, nil)
    }

    /// Was anybody of them on the last picture?
    var isRejoined: Bool { kept.contains { $0 != nil } }

    /// The last picture with those who joined it: the sketch serves where most are new. Where nobody is new nobody moves.
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
