import Domain

extension EventKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .congress: l("Congress")
        case .roundTable: l("Round table")
        case .own: l("Own event")
        }
    }
}

extension GuestStanding: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .invited: l("no answer yet")
        case .accepted: l("accepted")
        case .declined: l("declined")
        case .came: l("was there")
        case .missed: l("did not come")
        }
    }
}

extension SlidesState: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .none: l("no slides yet")
        case .draft: l("slides in draft")
        case .agreed: l("slides agreed")
        case .given: l("slides handed in")
        }
    }
}
