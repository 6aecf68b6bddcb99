/// A difference between a map on one day and on another.
package enum MapChange: Sendable, Equatable {
    case came(MapPerson)
    case left(MapPerson)
    /// The map shows the person under another post.
    case moved(MapPerson, from: MapPerson)
    case power(MapPerson, from: Int?)
    case stance(MapPerson, from: Int?)
    case began(MapTie)
    case ended(MapTie)
    /// The same tie has another strength, sign or certainty.
    case changed(MapTie, from: MapTie)
}

extension MapChange {
    /// What changed from one material to another: first people, by their numbers, then ties, by their two people. Two judgements are of the
    /// same tie if they name the same two people and the same kind, even if one ended and another followed. If several hold at once, the
    /// one that began last counts.
    package static func all(from before: MapMaterial, to after: MapMaterial) -> [MapChange] {
        let people = pairs(before.people, after.people, \.id).flatMap { old, new -> [MapChange] in
            guard let new else { return [.left(old!)] }
            guard let old else { return [.came(new)] }
            var changes: [MapChange] = []
            if old.client?.id != new.client?.id || old.title != new.title { changes.append(.moved(new, from: old)) }
            if old.power != new.power { changes.append(.power(new, from: old.power)) }
            if old.stance != new.stance { changes.append(.stance(new, from: old.stance)) }
            return changes
        }
        let ties = pairs(latest(before.ties), latest(after.ties), TieIdentity.init).compactMap {
            old, new -> MapChange? in
            guard let new else { return .ended(old!) }
            guard let old else { return .began(new) }
            let isSame =
                old.strength == new.strength && old.isPositive == new.isPositive && old.certainty == new.certainty
            return isSame ? nil : .changed(new, from: old)
        }
        return people + ties
    }

    /// Ties sorted by their first day, so that the last one of a pair counts.
    private static func latest(_ ties: [MapTie]) -> [MapTie] {
        ties.sorted { a, b in
            guard a.start != b.start else { return a.id < b.id }
            guard let first = a.start else { return true }
            return b.start.map { first < $0 } ?? false
        }
    }

    private static func pairs<T, Key: Hashable & Comparable>(_ before: [T], _ after: [T], _ key: (T) -> Key)
        -> [(old: T?, new: T?)]
    {
        let old = Dictionary(before.map { (key($0), $0) }) { $1 }
        let new = Dictionary(after.map { (key($0), $0) }) { $1 }
        return Set(old.keys).union(new.keys).sorted().map { (old[$0], new[$0]) }
    }
}

/// Two judgements with the same identity are about the same tie.
private struct TieIdentity: Hashable, Comparable {
    let from: Person.ID
    let to: Person.ID
    let kind: Int

    init(_ tie: MapTie) {
        let isTurned = !tie.kind.isDirected && tie.to < tie.from
        (from, to) = isTurned ? (tie.to, tie.from) : (tie.from, tie.to)
        kind = TieKind.allCases.firstIndex(of: tie.kind)!
    }

    static func < (a: TieIdentity, b: TieIdentity) -> Bool { (a.from, a.to, a.kind) < (b.from, b.to, b.kind) }
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
