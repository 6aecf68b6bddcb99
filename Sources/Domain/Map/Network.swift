/// People, by their indexes in a list, and weighted links between them. An undirected network has each link in both directions.
package struct Network: Sendable, Equatable {
    /// A link from one person to another.
    package struct Link: Sendable, Equatable {
        package var from: Int
        package var to: Int
        /// Above zero.
        package var weight: Double

        package init(from: Int, to: Int, weight: Double = 1) {
            self.from = from
            self.to = to
            self.weight = weight
        }
    }

    package let count: Int
    /// At most one link from one person to another, sorted by start, then by end.
    package let links: [Link]
    /// The index of each person's first link; after the last person, the number of links.
    private let starts: [Int]

    /// Parallel links are added up in a fixed order, so that the sum is always exactly the same. Links to oneself or without weight are
    /// dropped.
    package init(count: Int, links: [Link]) {
        var merged: [Link] = []
        var starts = Array(repeating: 0, count: count + 1)
        let sorted = links.filter { $0.from != $0.to && $0.weight > 0 }
            .sorted { ($0.from, $0.to, $0.weight) < ($1.from, $1.to, $1.weight) }
        for link in sorted {
            if let last = merged.last, last.from == link.from, last.to == link.to {
                merged[merged.count - 1].weight += link.weight
            } else {
                merged.append(link)
                starts[link.from + 1] += 1
            }
        }
        for person in 0..<count { starts[person + 1] += starts[person] }
        self.count = count
        self.links = merged
        self.starts = starts
    }

    /// Adds each link in both directions, each with the full weight.
    package init(count: Int, undirected links: [Link]) {
        self.init(count: count, links: links + links.map { Link(from: $0.to, to: $0.from, weight: $0.weight) })
    }

    /// Links from the person who influences to the person who listens. The weights of parallel ties add up.
    package static func influence(count: Int, ties: [InfluenceTie]) -> Network {
        Network(
            count: count,
            links: ties.flatMap { tie in
                tie.directions.map { Link(from: $0.by, to: $0.on, weight: tie.weight) }
            })
    }

    /// Links between tied people, in both directions for every kind. Negative ties and ties of rivals are left out.
    package static func bonds(count: Int, ties: [InfluenceTie]) -> Network {
        Network(
            count: count,
            undirected: ties.filter(\.isUsable).map { Link(from: $0.a, to: $0.b, weight: $0.weight) })
    }

    /// Sorted by the person they lead to.
    package func links(from person: Int) -> ArraySlice<Link> { links[starts[person]..<starts[person + 1]] }

    /// All links reversed.
    package var reversed: Network {
        Network(count: count, links: links.map { Link(from: $0.to, to: $0.from, weight: $0.weight) })
    }

    /// The network without directions. The weight between two people is half the sum of both directions, so an undirected network does not
    /// change.
    package var undirected: Network {
        Network(
            count: count, undirected: links.map { Link(from: $0.from, to: $0.to, weight: $0.weight / 2) })
    }
}
