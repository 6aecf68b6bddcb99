/// The frames that are drawn around the people of one organisation: they leave each other, and whoever belongs nowhere leaves them.
struct Territories {
    /// Between two frames, and between a frame and an outsider.
    private static let clearance = 10.0

    let bodies: [Body]
    /// The people of each organisation, then every outsider alone.
    private let groups: [[Int]]
    private let bordered: Int
    private let weights: [Double]

    /// The organisations are numbered from zero.
    init(bodies: [Body], organisations: [Int?]) {
        self.bodies = bodies
        var members = Array(repeating: [Int](), count: (organisations.compactMap { $0 }.max() ?? -1) + 1)
        for (person, organisation) in organisations.enumerated() {
            if let organisation { members[organisation].append(person) }
        }
        members.removeAll(where: \.isEmpty)
        bordered = members.count
        groups = members + organisations.indices.filter { organisations[$0] == nil }.map { [$0] }
        // As heavy as many move together; where one of them may not move, none does.
        weights = groups.map { $0.reduce(0) { $0 + (bodies[$1].mobility > 0 ? 1 / bodies[$1].mobility : .infinity) } }
    }

    /// Moves territories off each other and off outsiders, by that part of the way, the lighter farther; true where all were clear.
    func part(_ places: inout [MapPoint], by part: Double) -> Bool {
        var isClear = true
        var frames = groups.enumerated().map { rank, group in
            rank < bordered ? frame(around: group, places) : bodies[group[0]].whole(at: places[group[0]])
        }
        for i in groups.indices {
            for j in 0..<min(i, bordered) where min(weights[i], weights[j]) < .infinity {
                guard let way = frames[j].widened(by: Territories.clearance).wayOut(of: frames[i]) else { continue }
                isClear = false
                let share = weights[j] == .infinity ? 1 : weights[j] / (weights[i] + weights[j])
                shift(groups[i], &frames[i], by: way * (part * share), &places)
                shift(groups[j], &frames[j], by: way * (part * (share - 1)), &places)
            }
        }
        return isClear
    }

    /// Gives each newcomer the nearest place where neither they nor the frame of their own organisation reach into another's frame; all
    /// others stay. Where there is none nearby, newcomers stay as well.
    func admit(_ newcomers: [Int], _ places: inout [MapPoint]) {
        var isSettled = bodies.indices.map { _ in true }
        for newcomer in newcomers { isSettled[newcomer] = false }
        for newcomer in newcomers {
            let frames = groups.prefix(bordered).map { group in
                let settled = group.filter { isSettled[$0] }
                return settled.isEmpty ? nil : frame(around: settled, places)
            }
            let own = groups.prefix(bordered).firstIndex { $0.contains(newcomer) }
            let others = frames.enumerated().compactMap { $0 == own ? nil : $1 }
            let neighbours = bodies.indices.filter { isSettled[$0] }.map { bodies[$0].whole(at: places[$0]) }
            // An own frame that reaches into others' as it is cannot be kept out of them.
            let territory = own.flatMap { frames[$0] }.flatMap { others.contains(where: $0.overlaps) ? nil : $0 }
            func reach(_ place: MapPoint) -> MapFrame {
                let body = bodies[newcomer].whole(at: place)
                return own == nil ? body : territory.map(body.withMargins.joined) ?? body.withMargins
            }
            isSettled[newcomer] = true
            guard others.contains(where: reach(places[newcomer]).overlaps) else { continue }
            places[newcomer] =
                FreePlaces.nearest(to: places[newcomer], step: 30, rings: 40) { place in
                    let wide = reach(place).widened(by: own == nil ? Territories.clearance : 0)
                    let body = bodies[newcomer].whole(at: place).widened(by: Body.clearance)
                    return !others.contains(where: wide.overlaps) && !neighbours.contains(where: body.overlaps)
                } ?? places[newcomer]
        }
    }

    private func frame(around group: [Int], _ places: [MapPoint]) -> MapFrame {
        MapFrame(around: group.map { bodies[$0].whole(at: places[$0]) }).withMargins
    }

    private func shift(_ members: [Int], _ frame: inout MapFrame, by way: MapPoint, _ places: inout [MapPoint]) {
        for member in members { places[member] = places[member] + way }
        frame = frame.moved(by: way)
    }
}
