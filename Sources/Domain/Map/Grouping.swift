extension MapLayout {
    /// The groups of people who are connected along ties or within an organisation.
    func groups(_ organisations: [Int?]) -> [GroupLayout] {
        let graph = TieGraph(people: people.count, ties: ties, organisations: organisations)
        let groups = graph.groups()
        var ranks = Array(repeating: (group: 0, rank: 0), count: people.count)
        for (group, members) in groups.enumerated() {
            for (rank, member) in members.enumerated() { ranks[member] = (group, rank) }
        }
        var tied = Array(repeating: [(Int, Int)](), count: groups.count)
        for (a, b) in ties { tied[ranks[a].group].append((ranks[a].rank, ranks[b].rank)) }
        return zip(groups, tied).map { members, ties in
            GroupLayout(
                members: members, people: members.map { people[$0] }, organisations: members.map { organisations[$0] },
                ties: ties, distances: graph.distances(within: members))
        }
    }

    /// Numbers for organisations, without gaps, in the order of their first people.
    func organisationNumbers() -> [Int?] {
        var numbers: [Int: Int] = [:]
        return people.map { person in
            person.organisation.map { organisation in
                let number = numbers[organisation] ?? numbers.count
                numbers[organisation] = number
                return number
            }
        }
    }
}
