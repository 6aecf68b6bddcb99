/// The frames that are drawn around the people of one organisation: they leave each other, and whoever belongs nowhere leaves them.
struct Territories {
    /// Between two frames, and between a frame and an outsider.
    private static let clearance = 10.0

    let bodies: [Body]
    private let members: [[Int]]
    private let outsiders: [Int]

    /// The organisations are numbered from zero.
    init(bodies: [Body], organisations: [Int?]) {
        self.bodies = bodies
        var members = Array(repeating: [Int](), count: (organisations.compactMap { $0 }.max() ?? -1) + 1)
        for (person, organisation) in organisations.enumerated() {
            if let organisation { members[organisation].append(person) }
        }
        self.members = members.filter { !$0.isEmpty }
        outsiders = organisations.indices.filter { organisations[$0] == nil }
    }

    /// Moves territories off each other and off outsiders, by that part of the way, the smaller farther; true where all were clear.
    func part(_ places: inout [MapPoint], by part: Double) -> Bool {
        var isClear = true
        var frames = members.map { frame(around: $0, places) }
        for i in frames.indices {
            for j in 0..<i {
                guard let way = frames[i].widened(by: Territories.clearance).wayOut(of: frames[j]) else { continue }
                isClear = false
                let share = Double(members[i].count) / Double(members[i].count + members[j].count)
                shift(members[j], &frames[j], by: way * (part * share), &places)
                shift(members[i], &frames[i], by: way * (part * (share - 1)), &places)
            }
            for outsider in outsiders {
                let body = bodies[outsider].whole(at: places[outsider])
                guard let way = frames[i].widened(by: Territories.clearance).wayOut(of: body) else { continue }
                isClear = false
                let share = Double(members[i].count) / Double(members[i].count + 1)
                places[outsider] = places[outsider] + way * (part * share)
                shift(members[i], &frames[i], by: way * (part * (share - 1)), &places)
            }
        }
        return isClear
    }

    private func frame(around members: [Int], _ places: [MapPoint]) -> MapFrame {
        MapFrame(around: members.map { bodies[$0].whole(at: places[$0]) }).withMargins
    }

    private func shift(_ members: [Int], _ frame: inout MapFrame, by way: MapPoint, _ places: inout [MapPoint]) {
        for member in members { places[member] = places[member] + way }
        frame = frame.moved(by: way)
    }
}
