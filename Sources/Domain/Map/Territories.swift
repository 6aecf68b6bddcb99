/// The frames around the people of one organisation. Frames are moved off each other, and people without an organisation are moved out of
/// them.
struct Territories {
    /// Frames and pages are wide, so a sideways move costs less than one up or down.
    private static let across = 0.45
    /// The same for a crowd, which grows where it has room as long as it is not wider than a page.
    private func across(_ frames: [MapFrame]) -> Double {
        guard !areLabelled else { return Territories.across }
        let all = MapFrame(around: frames)
        return min(max(all.width / max(all.height, 1) / Packing.aspect, Territories.across), 1 / Territories.across)
    }

    /// The space between two frames, and between a frame and an outsider.
    static let clearance = 10.0

    /// With labels, as any label may be shown; in a crowd without labels.
    let bodies: [Body]
    /// The people of each organisation, then each outsider alone.
    let groups: [[Int]]
    /// The number of organisations.
    let bordered: Int
    private let areLabelled: Bool

    /// Organisations are numbered from zero.
    init(_ people: [MapLayout.Person], organisations: [Int?], areLabelled: Bool) {
        self.areLabelled = areLabelled
        bodies = people.map { Body($0, hasLabel: areLabelled, mobility: 1) }
        var members = Array(repeating: [Int](), count: (organisations.compactMap { $0 }.max() ?? -1) + 1)
        for (person, organisation) in organisations.enumerated() {
            if let organisation { members[organisation].append(person) }
        }
        members.removeAll(where: \.isEmpty)
        bordered = members.count
        groups = members + organisations.indices.filter { organisations[$0] == nil }.map { [$0] }
    }

    /// Moves territories off each other and off outsiders, by `part` of the needed way, the smaller ones farther. Returns true if nothing
    /// overlapped.
    func part(_ places: inout [MapPoint], by part: Double) -> Bool {
        var isClear = true
        var frames = groups.enumerated().map { rank, group in
            rank < bordered ? frame(around: group, places) : bodies[group[0]].whole(at: places[group[0]])
        }
        let across = across(frames)
        for i in groups.indices {
            for j in 0..<min(i, bordered) {
                guard
                    let way = frames[j].widened(by: Territories.clearance).wayOut(
                        of: frames[i], across: across)
                else { continue }
                isClear = false
                let share = Double(groups[j].count) / Double(groups[i].count + groups[j].count)
                shift(groups[i], &frames[i], by: way * (part * share), &places)
                shift(groups[j], &frames[j], by: way * (part * (share - 1)), &places)
            }
        }
        return isClear
    }

    /// The ratio of width to height of all frames together.
    func aspect(_ places: [MapPoint]) -> Double {
        let all = MapFrame(around: groups.map { frame(around: $0, places) })
        return all.width / max(all.height, 1)
    }

    /// The frame around an organisation's people, or around some of them.
    func frame(around group: [Int], _ places: [MapPoint]) -> MapFrame {
        MapFrame(around: group.map { bodies[$0].whole(at: places[$0]) }).withMargins
    }

    private func shift(_ members: [Int], _ frame: inout MapFrame, by way: MapPoint, _ places: inout [MapPoint]) {
        for member in members { places[member] = places[member] + way }
        frame = frame.moved(by: way)
    }
}
