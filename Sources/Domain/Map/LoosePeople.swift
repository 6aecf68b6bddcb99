extension MapMaterial {
    /// The people whom no tie binds to another on the map. Empty if nobody there has a tie: such a map would show nobody.
    var loose: Set<Person.ID> {
        let tied = Set(ties.flatMap { [$0.from, $0.to] })
        return tied.isEmpty ? [] : Set(people.map(\.id)).subtracting(tied)
    }

    func without(_ loose: Set<Person.ID>) -> MapMaterial {
        guard !loose.isEmpty else { return self }
        var material = self
        material.people.removeAll { loose.contains($0.id) }
        return material
    }
}
