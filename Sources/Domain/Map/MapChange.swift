/// What is otherwise on a map on one day than on another.
package enum MapChange: Sendable, Equatable {
    case came(MapPerson)
    case left(MapPerson)
    /// The post under which the map shows the person is another.
    case moved(MapPerson, from: MapPerson)
    case power(MapPerson, from: Int?)
    case stance(MapPerson, from: Int?)
    case began(MapTie)
    case ended(MapTie)
    /// The same tie is stronger, weaker, of another sign or kind, or surer.
    case changed(MapTie, from: MapTie)
}

extension MapChange {
    /// What changed from one material to another: of people first, in the order of their numbers, then of ties.
    package static func all(from before: MapMaterial, to after: MapMaterial) -> [MapChange] {
        let (people, ties) = (
            pairs(before.people, after.people, \.id.number), pairs(before.ties, after.ties, \.id.number)
        )
        return people.flatMap { old, new -> [MapChange] in
            guard let new else { return [.left(old!)] }
            guard let old else { return [.came(new)] }
            var changes: [MapChange] = []
            if old.client?.id != new.client?.id || old.title != new.title { changes.append(.moved(new, from: old)) }
            if old.power != new.power { changes.append(.power(new, from: old.power)) }
            if old.stance != new.stance { changes.append(.stance(new, from: old.stance)) }
            return changes
        }
            + ties.compactMap { old, new -> MapChange? in
                guard let new else { return .ended(old!) }
                guard let old else { return .began(new) }
                let isSame =
                    old.from == new.from && old.to == new.to && old.kind == new.kind && old.strength == new.strength
                    && old.isPositive == new.isPositive && old.certainty == new.certainty
                return isSame ? nil : .changed(new, from: old)
            }
    }

    private static func pairs<T>(_ before: [T], _ after: [T], _ number: (T) -> Int64) -> [(old: T?, new: T?)] {
        let old = Dictionary(before.map { (number($0), $0) }) { first, _ in first }
        let new = Dictionary(after.map { (number($0), $0) }) { first, _ in first }
        return Set(old.keys).union(new.keys).sorted().map { (old[$0], new[$0]) }
    }
}

extension MapChange: Encodable {
    private enum CodingKeys: String, CodingKey { case what, person, tie, before, after }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        func encode(_ what: String, person: MapPerson? = nil, tie: MapTie? = nil) throws {
            try container.encode(what, forKey: .what)
            try container.encode(person?.id, forKey: .person)
            try container.encode(tie?.id, forKey: .tie)
        }
        switch self {
        case .came(let person): try encode("came", person: person)
        case .left(let person): try encode("left", person: person)
        case .moved(let person, let old):
            try encode("moved", person: person)
            try container.encode(old.client?.name, forKey: .before)
            try container.encode(person.client?.name, forKey: .after)
        case .power(let person, let old):
            try encode("power", person: person)
            try container.encode(old, forKey: .before)
            try container.encode(person.power, forKey: .after)
        case .stance(let person, let old):
            try encode("stance", person: person)
            try container.encode(old, forKey: .before)
            try container.encode(person.stance, forKey: .after)
        case .began(let tie): try encode("began", tie: tie)
        case .ended(let tie): try encode("ended", tie: tie)
        case .changed(let tie, let old):
            try encode("changed", tie: tie)
            try container.encode(old, forKey: .before)
            try container.encode(tie, forKey: .after)
        }
    }
}
