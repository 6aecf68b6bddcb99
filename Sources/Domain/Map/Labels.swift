/// Which labels there is room for.
enum Labels {
    /// Chooses the labels to show, by importance and then in order, so that they overlap neither a circle nor each other. `margin` is the
    /// distance that they must keep. `part` below 1 shrinks the labels in the check, so that small overlaps are allowed.
    static func shown(
        of people: [MapLayout.Person], at places: [MapPoint], margin: Double = 0, as part: Double = 1
    ) -> [Bool] {
        let bodies = people.map { Body($0, hasLabel: true, mobility: 1) }
        var shown = Array(repeating: false, count: people.count)
        var taken: [MapFrame] = []
        let order = people.indices.sorted {
            people[$0].importance != people[$1].importance ? people[$0].importance > people[$1].importance : $0 < $1
        }
        for person in order {
            guard let label = bodies[person].label(at: places[person]) else { continue }
            let wide = label.widened(
                x: margin - label.width * (1 - part) / 2, y: margin - label.height * (1 - part) / 2)
            guard !taken.contains(where: wide.overlaps) else { continue }
            let isCovered = people.indices.contains {
                $0 != person && wide.isWithin(people[$0].radius * part, of: places[$0])
            }
            guard !isCovered else { continue }
            taken.append(label)
            shown[person] = true
        }
        return shown
    }
}
