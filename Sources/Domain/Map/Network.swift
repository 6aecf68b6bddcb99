/// People, by their places in a list, and the weighted links from one to another. An undirected network has each link both ways.
package struct Network: Sendable, Equatable {
    /// The way from one person to another.
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
    /// At most one from one person to another, by who it comes from, then by whom it goes to.
    package let links: [Link]
    /// Where the links of each person begin, and behind the last where they all end.
    private let starts: [Int]

    /// Parallel links add up; whatever their order, to the same bits. A link to oneself, or without weight, is none.
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

    /// Each of the links goes both ways, with its whole weight.
    package init(count: Int, undirected links: [Link]) {
        self.init(count: count, links: links + links.map { Link(from: $0.to, to: $0.from, weight: $0.weight) })
    }

    /// From whoever influences to whoever listens, as heavy as their ties together.
    package static func influence(count: Int, ties: [InfluenceTie]) -> Network {
        Network(
            count: count,
            links: ties.flatMap { tie in
                tie.directions.map { Link(from: $0.by, to: $0.on, weight: tie.weight) }
            })
    }

    /// Who is tied to whom, both ways whatever the kind: the ties that are neither negative nor a rival's.
    package static func bonds(count: Int, ties: [InfluenceTie]) -> Network {
        Network(
            count: count,
            undirected: ties.filter(\.isUsable).map { Link(from: $0.a, to: $0.b, weight: $0.weight) })
    }

    /// By whom they go to.
    package func links(from person: Int) -> ArraySlice<Link> { links[starts[person]..<starts[person + 1]] }

    /// Every link the other way round.
    package var reversed: Network {
        Network(count: count, links: links.map { Link(from: $0.to, to: $0.from, weight: $0.weight) })
    }

    /// Between two people as heavy as both ways together, halved: an undirected network stays as it is.
    package var undirected: Network {
        Network(
            count: count, undirected: links.map { Link(from: $0.from, to: $0.to, weight: $0.weight / 2) })
    }
}
