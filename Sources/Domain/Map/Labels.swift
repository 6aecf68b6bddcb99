/// Which labels there is room for.
enum Labels {
    /// The labels that overlap neither a circle nor each other, given by importance, then in order. Where frames are shrunk to a part of
    /// their size, a label that overlaps but little counts as one that has room.
    static func shown(of people: [MapLayout.Person], at places: [MapPoint], shrunk part: Double = 1) -> [Bool] {
        let bodies = people.map { Body($0, hasLabel: true, mobility: 1) }
        var shown = Array(repeating: false, count: people.count)
        var taken: [MapFrame] = []
        let order = people.indices.sorted {
            people[$0].importance != people[$1].importance ? people[$0].importance > people[$1].importance : $0 < $1
        }
        for person in order {
            guard let whole = bodies[person].label(at: places[person]) else { continue }
            let label = whole.widened(x: -whole.width * (1 - part) / 2, y: -whole.height * (1 - part) / 2)
            guard !taken.contains(where: label.overlaps) else { continue }
            let isCovered = people.indices.contains {
                $0 != person && label.isWithin(people[$0].radius * part, of: places[$0])
            }
            guard !isCovered else { continue }
            taken.append(label)
            shown[person] = true
        }
        return shown
    }
}
