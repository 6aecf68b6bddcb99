extension MapLayout {
    /// The picture. Without kept places it begins near the origin; with them it stays where it was. Time and memory grow with the square of
    /// the number of people.
    package func picture() -> MapPicture {
        let organisations = organisationNumbers()
        let groups = self.groups(organisations)
        let unit = self.unit(groups)
        var places = Array(repeating: MapPoint(x: 0, y: 0), count: people.count)
        for group in groups where group.isRejoined {
            for (member, place) in zip(group.members, group.rejoined(unit: unit)) { places[member] = place }
        }
        let drawn = groups.filter(\.isRejoined).flatMap(\.members)
        let old = clear(drawn, organisations, &places)
        let fresh = groups.filter { !$0.isRejoined }
        let pictures = fresh.map { $0.legible(unit: unit, isFullyLabelled: isFullyLabelled) }
        let sizes = [(old.width, old.height)] + pictures.map { ($0.frame.width, $0.frame.height) }
        let corners = Packing.corners(of: sizes).dropFirst()
        for (group, (picture, corner)) in zip(fresh, zip(pictures, corners)) {
            let way = corner + MapPoint(x: old.left - picture.frame.left, y: old.top - picture.frame.top)
            for (member, place) in zip(group.members, picture.places) { places[member] = place + way }
        }
        FreePlaces.settle(people.map { Body($0, hasLabel: false, mobility: $0.mobility) }, &places)
        return picture(places, organisations)
    }

    /// The picture with everybody at their kept place.
    package func pictureAsKept() -> MapPicture {
        picture(people.map { $0.kept ?? MapPoint(x: 0, y: 0) }, organisationNumbers())
    }

    /// True if there are so few people that every label gets room.
    var isFullyLabelled: Bool { people.count <= MapLayout.fullyLabelled }

    private func picture(_ places: [MapPoint], _ organisations: [Int?]) -> MapPicture {
        let shown = Labels.shown(of: people, at: places)
        let frames = people.indices.map {
            Body(people[$0], hasLabel: shown[$0] && isFullyLabelled, mobility: 0).whole(at: places[$0])
        }
        var territories: [(organisation: Int, frame: MapFrame)] = []
        for (person, frame) in frames.enumerated() {
            guard let number = organisations[person], let organisation = people[person].organisation else { continue }
            if number == territories.count {
                territories.append((organisation, frame.withMargins))
            } else {
                territories[number].frame = territories[number].frame.joined(with: frame.withMargins)
            }
        }
        return MapPicture(
            places: places, shown: shown, territories: territories,
            frame: MapFrame(around: frames + territories.map(\.frame)))
    }

    /// The length of a quarter of a tie: as in the last picture, or otherwise so long that hardly any people overlap.
    private func unit(_ groups: [GroupLayout]) -> Double {
        let known = groups.filter { $0.isTied && $0.sketch.isEmpty && $0.keptUnit != nil }
        if let unit = known.max(by: { $0.people.count < $1.people.count })?.keptUnit { return unit }
        let needed = groups.flatMap { $0.neededScales(isFullyLabelled: isFullyLabelled) }.sorted()
        // The remaining people get room by moving out of each other's way. A crowd grows more, because its labels have no reserved room.
        let clear = (needed.count - 1) * (isFullyLabelled ? 5 : 7) / 10
        let tie = GroupLayout.tie / Double(TieGraph.tie)
        return min(max(needed.isEmpty ? 0 : needed[clear], tie), tie * GroupLayout.growth)
    }
}
