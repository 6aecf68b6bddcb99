extension Territories {
    /// Moves each newcomer to the nearest place where neither they nor the frame of their own organisation overlap another's frame. All
    /// others stay. If there is no such place nearby, the newcomer stays too.
    func admit(_ newcomers: [Int], _ places: inout [MapPoint]) {
        var isSettled = bodies.indices.map { _ in true }
        for newcomer in newcomers { isSettled[newcomer] = false }
        for newcomer in newcomers {
            admit(newcomer, beside: bodies.indices.filter { isSettled[$0] }, &places)
            isSettled[newcomer] = true
        }
    }

    private func admit(_ newcomer: Int, beside settled: [Int], _ places: inout [MapPoint]) {
        let wholes = settled.map { bodies[$0].whole(at: places[$0]) }
        let isSettled = Set(settled)
        var others: [MapFrame] = []
        var own: MapFrame?
        let belongs = groups.prefix(bordered).contains { $0.contains(newcomer) }
        for (rank, group) in groups.enumerated() {
            let present = group.filter(isSettled.contains)
            guard !present.isEmpty else { continue }
            if rank >= bordered {
                // The frame of the newcomer's organisation must not contain people without an organisation.
                if belongs { others.append(bodies[group[0]].whole(at: places[group[0]])) }
            } else if group.contains(newcomer) {
                own = frame(around: present, places)
            } else {
                others.append(frame(around: present, places))
            }
        }
        // If the own frame already overlaps others', it cannot be kept out of them.
        if let frame = own, others.contains(where: frame.overlaps) { own = nil }
        func reach(_ place: MapPoint) -> MapFrame {
            let body = bodies[newcomer].whole(at: place)
            guard belongs else { return body.widened(by: Territories.clearance) }
            return own.map(body.withMargins.joined) ?? body.withMargins
        }
        guard others.contains(where: reach(places[newcomer]).overlaps) else { return }
        let free = FreePlaces.nearest(to: places[newcomer], step: 30, rings: 40) { place in
            let body = bodies[newcomer].whole(at: place).widened(by: Body.clearance)
            return !others.contains(where: reach(place).overlaps) && !wholes.contains(where: body.overlaps)
        }
        places[newcomer] = free ?? places[newcomer]
    }
}
