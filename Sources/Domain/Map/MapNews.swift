/// What changes mean for the picture.
package struct MapNews: Sendable {
    /// How a person or a tie is marked.
    package enum Kind: Sendable { case new, changed, gone }

    var people: [Person.ID: Kind] = [:]
    var ties: [Tie.ID: Kind] = [:]
    /// The ties that ended; they are drawn all the same.
    var gone: [MapTie] = []

    init(_ changes: [MapChange] = []) {
        for change in changes {
            switch change {
            case .came(let person), .moved(let person, _), .power(let person, _), .stance(let person, _):
                people[person.id] = change.kind
            case .left: break
            case .began(let tie), .changed(let tie, _): ties[tie.id] = change.kind
            case .ended(let tie):
                ties[tie.id] = change.kind
                gone.append(tie)
            }
        }
    }
}

extension MapChange {
    package var kind: MapNews.Kind {
        switch self {
        case .came, .began: .new
        case .moved, .power, .stance, .changed: .changed
        case .left, .ended: .gone
        }
    }
}

/// The people and ties along a way on the map.
package struct MapWay: Sendable {
    package var people: Set<Person.ID>
    package var ties: Set<Tie.ID>

    package init() { (people, ties) = ([], []) }

    /// The way of an introduction. Without one only the person asked about is lit.
    init(_ chain: MapAnswers.Chain?, or target: Person.ID?) {
        people = Set(chain.map { $0.people.map(\.id) } ?? [target].compactMap { $0 })
        ties = Set(chain?.ties.map(\.id) ?? [])
    }

    package var isEmpty: Bool { people.isEmpty }
}
