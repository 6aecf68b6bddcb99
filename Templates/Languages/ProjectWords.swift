import Domain

/// The words of VIP projects.
extension Language {
    package func word(_ level: DevelopmentLevel) -> String {
        let l = self
        return switch level {
        case .d1: l("D1: new to it")
        case .d2: l("D2: learning")
        case .d3: l("D3: able, not yet sure")
        case .d4: l("D4: able and sure")
        }
    }

    /// How to recognise a level.
    func sign(of level: DevelopmentLevel) -> String {
        let l = self
        return switch level {
        case .d1: l("keen, but does not yet know how with this person")
        case .d2: l("knows some of it; the first refusals have dented their confidence")
        case .d3: l("has done it, and still asks before acting")
        case .d4: l("decides alone, and tells of it afterwards")
        }
    }

    package func word(_ style: ManagementStyle) -> String {
        let l = self
        return switch style {
        case .directing: l("directing: says what, how and by when")
        case .coaching: l("coaching: explains, asks, decides together")
        case .supporting: l("supporting: listens, backs the KAM's decision")
        case .delegating: l("delegating: agrees the goal, leaves the how to the KAM")
        }
    }

    /// Why a project does not move.
    func word(_ stall: ProjectRow.Stall, _ c: Chrome) -> String {
        let l = self
        return switch stall {
        case .notLookedInto(let day): l("the manager's check-in was due on \(c.day(day))")
        case .unmoved(let day): l("nothing was done since \(c.day(day))")
        case .noStep: l("no step is open")
        }
    }
}
