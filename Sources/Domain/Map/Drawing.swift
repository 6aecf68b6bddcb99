extension MapLayout {
    /// The picture. Without kept places it begins near the origin, with them it lies where it lay. Takes time and memory by the square of
    /// how many people there are.
    package func picture() -> MapPicture {
        guard !people.isEmpty else {
            return MapPicture(places: [], shown: [], territories: [], frame: MapFrame(around: []))
        }
        let numbers = organisationNumbers()
        let graph = TieGraph(people: people.count, ties: ties, organisations: numbers)
        let groups = graph.groups()
        let layouts = self.layouts(graph, groups, numbers)
        let kept = layouts.map(\.keptPlaces)
        let sketches = zip(layouts, kept).map { layout, kept in
            kept.isMostlyKept ? [] : layout.sketch()
        }
        let unit = self.unit(layouts, kept, sketches)
        var places = Array(repeating: MapPoint(x: 0, y: 0), count: people.count)
        var drawn: [Int] = []
        var fresh: [(members: [Int], places: [MapPoint], frame: MapFrame)] = []
        for (rank, layout) in layouts.enumerated() {
            let members = groups[rank]
            if kept[rank].contains(where: { $0 != nil }) {
                let rejoined = layout.rejoined(kept[rank], sketch: sketches[rank], unit: unit)
                for (member, place) in zip(members, rejoined) { places[member] = place }
                drawn += members
            } else {
                let (places, frame) = layout.legible(sketches[rank], unit: unit, isFullyLabelled: isFullyLabelled)
                fresh.append((members, places, frame))
            }
        }
        let old = clear(drawn, numbers, &places)
        let sizes = [(old.width, old.height)] + fresh.map { ($0.frame.width, $0.frame.height) }
        for (corner, group) in zip(Packing.corners(of: sizes).dropFirst(), fresh) {
            let way = corner + MapPoint(x: old.left - group.frame.left, y: old.top - group.frame.top)
            for (member, place) in zip(group.members, group.places) { places[member] = place + way }
        }
        FreePlaces.settle(people.map { Body($0, hasLabel: false, mobility: $0.mobility) }, &places)
        return picture(places, numbers)
    }

    /// The picture with everybody where they were kept.
    package func pictureAsKept() -> MapPicture { picture(people.map { $0.kept ?? MapPoint(x: 0, y: 0) }, organisationNumbers()) }

    private var isFullyLabelled: Bool { people.count <= MapLayout.fullyLabelled }

    private func picture(_ places: [MapPoint], _ organisations: [Int?]) -> MapPicture {
        let shown = Labels.shown(of: people, at: places)
        let frames = people.indices.map { Body(people[$0], hasLabel: shown[$0], mobility: 0).whole(at: places[$0]) }
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

    /// Organisations by numbers without gaps, in the order of their first people.
    private func organisationNumbers() -> [Int?] {
        var numbers: [Int: Int] = [:]
        return people.map { person in
            person.organisation.map { organisation in
                let number = numbers[organisation] ?? numbers.count
                numbers[organisation] = number
                return number
            }
        }
    }

    private func layouts(_ graph: TieGraph, _ groups: [[Int]], _ organisations: [Int?]) -> [GroupLayout] {
        var ranks = Array(repeating: (group: 0, rank: 0), count: people.count)
        for (group, members) in groups.enumerated() {
            for (rank, member) in members.enumerated() { ranks[member] = (group, rank) }
        }
        var tied = Array(repeating: [(Int, Int)](), count: groups.count)
        for (a, b) in ties { tied[ranks[a].group].append((ranks[a].rank, ranks[b].rank)) }
        return zip(groups, tied).map { members, ties in
            GroupLayout(
                people: members.map { people[$0] }, organisations: members.map { organisations[$0] }, ties: ties,
                stress: StressMajorization(count: members.count, distances: graph.distances(within: members)))
        }
    }

    /// The length of a quarter of a tie: that of the last picture, or else one at which hardly anybody stands on another.
    private func unit(_ layouts: [GroupLayout], _ kept: [[MapPoint?]], _ sketches: [[MapPoint]]) -> Double {
        let known = zip(layouts, kept).filter { $1.isMostlyKept && $0.people.count > 1 }
            .max { $0.0.people.count < $1.0.people.count }
        if let (layout, kept) = known, let unit = layout.unit(of: kept) { return unit }
        let needed = zip(layouts, sketches).flatMap { layout, sketch in
            sketch.isEmpty ? [] : layout.neededScales(sketch, isFullyLabelled: isFullyLabelled)
        }.sorted()
        // The others get their room by going out of each other's way; a crowd grows more, for its labels have no room of their own.
        let clear = (needed.count - 1) * (isFullyLabelled ? 5 : 7) / 10
        let tie = GroupLayout.tie / Double(TieGraph.tie)
        return min(max(needed.isEmpty ? 0 : needed[clear], tie), tie * GroupLayout.growth)
    }

    /// Newcomers leave the frames of others' organisations, then all who overlap go out of each other's way, the newcomers farther; the
    /// result frames them all.
    private func clear(_ drawn: [Int], _ organisations: [Int?], _ places: inout [MapPoint]) -> MapFrame {
        var local = drawn.map { places[$0] }
        let bodies = Bodies(
            all: zip(drawn, hasRoom(drawn, local)).map {
                Body(people[$0], hasLabel: $1, mobility: people[$0].mobility)
            })
        Territories(bodies: bodies.all, organisations: drawn.map { organisations[$0] })
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
    fileprivate var mobility: Double { isPinned ? 0 : kept == nil ? 1 : 0.2 }
}
