import Domain

/// The words of events, their guests and talks.
extension Language {
    package func word(_ kind: EventKind) -> String {
        let l = self
        return switch kind {
        case .congress: l("Congress")
        case .roundTable: l("Round table")
        case .own: l("Own event")
        }
    }

    package func word(_ standing: GuestStanding) -> String {
        let l = self
        return switch standing {
        case .invited: l("no answer yet")
        case .accepted: l("accepted")
        case .declined: l("declined")
        case .came: l("was there")
        case .missed: l("did not come")
        }
    }

    package func word(_ slides: SlidesState) -> String {
        let l = self
        return switch slides {
        case .none: l("no slides yet")
        case .draft: l("slides in draft")
        case .agreed: l("slides agreed")
        case .given: l("slides handed in")
        }
    }
}
