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

    /// Which way influence goes along a tie from one person to another.
    package enum Influence: Sendable { case forward, backward, both, none }

    /// The table of the map: whose word weighs with whom. A tie with two equal sides reads the same from either.
    package var influence: Influence {
        switch self {
        case .influences, .mentorOf: .forward
        // Who reports listens to the superior; who refers patients trusts whom they go to.
        case .reportsTo, .refersTo: .backward
        case .ally, .family, .friend, .studiedWith, .publishesWith, .worksWith: .both
        case .rival: .none
        }
    }

    /// Does it matter which of the two is named first?
    package var isDirected: Bool {
        switch self {
        case .reportsTo, .influences, .mentorOf, .refersTo: true
        case .ally, .rival, .family, .friend, .studiedWith, .publishesWith, .worksWith: false
        }
    }

    /// Near a decision such a tie raises a conflict of interest, and never serves as an introduction to a tender's decider.
    package var isPersonal: Bool { self == .family || self == .friend }
}

/// How sure somebody is of what they judged.
package enum Certainty: String, Wording {
    case assumed, confirmed
}
