extension GroupLayout {
    /// The ratio of width to height of a person's space in a block, because names are wide.
    private static let breadth = 1.8

    /// People without any tie, placed in rows. In a crowd they must not take room from people with ties.
    func block() -> (places: [MapPoint], frame: MapFrame) {
        let height = 2 * (people.map(\.radius).max() ?? 0) + Body.clearance
        let width = height * GroupLayout.breadth
        let columns = max(
            1, Int((Double(people.count) * Packing.aspect / GroupLayout.breadth).squareRoot().rounded(.up)))
        let places = people.indices.map {
            MapPoint(x: Double($0 % columns) * width, y: Double($0 / columns) * height)
        }
        let across = Double(min(columns, people.count))
        let down = Double((people.count + columns - 1) / columns)
        // A person alone has no frame of an organisation, only room for a name beside others.
        let frame = MapFrame(
            left: -width / 2, top: -height / 2, right: (across - 0.5) * width, bottom: (down - 0.5) * height)
        return (places, people.count > 1 ? frame.withMargins : frame)
    }
}
