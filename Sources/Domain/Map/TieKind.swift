/// What ties one person to another.
package enum TieKind: String, Wording {
    case reportsTo = "reports-to"
    case influences
    case mentorOf = "mentor-of"
    case ally, rival, family, friend
    case studiedWith = "studied-with"
    case publishesWith = "publishes-with"
    case refersTo = "refers-to"
    case worksWith = "works-with"

    package static let otherWords: [String: TieKind] = [
        "reports to": .reportsTo, "mentor of": .mentorOf, "ally of": .ally, "rival of": .rival, "family of": .family,
        "friend of": .friend, "studied with": .studiedWith, "publishes with": .publishesWith,
        "refers patients to": .refersTo, "works with": .worksWith,
        "подчиняется": .reportsTo, "влияет на": .influences, "наставник для": .mentorOf, "союзник": .ally,
        "соперник": .rival, "родственник": .family, "друг": .friend, "однокашник": .studiedWith,
        "соавтор": .publishesWith, "направляет пациентов к": .refersTo, "работает с": .worksWith,
    ]

    /// The direction in which influence goes along a tie.
    package enum Influence: Sendable { case forward, backward, both, none }

    /// Whose word weighs with whom. A tie with two equal sides reads the same from either.
    package var influence: Influence {
        switch self {
        case .influences, .mentorOf: .forward
        // A person who reports listens to the superior. A person who refers patients trusts whom they refer to.
        case .reportsTo, .refersTo: .backward
        case .ally, .family, .friend, .studiedWith, .publishesWith, .worksWith: .both
        case .rival: .none
        }
    }

    /// True if it matters which of the two is named first.
    package var isDirected: Bool {
        switch self {
        case .reportsTo, .influences, .mentorOf, .refersTo: true
        case .ally, .rival, .family, .friend, .studiedWith, .publishesWith, .worksWith: false
        }
    }

    /// True for a tie that is a conflict of interest near a decision. It never counts as an introduction to somebody who decides a tender.
    package var isPersonal: Bool { self == .family || self == .friend }
}

/// How sure a colleague is of a judgement.
package enum Certainty: String, Wording {
    case assumed, confirmed

    package static let otherWords: [String: Certainty] = ["предположительно": .assumed, "подтверждено": .confirmed]
}
