import Domain

/// The words for ties, judgements and facts.
extension Language {
    /// The name of a tie, seen from one of its two people.
    package func word(_ kind: TieKind, isFirst: Bool) -> String {
        let l = self
        guard !isFirst else { return word(kind) }
        return switch kind {
        case .reportsTo: l("manages")
        case .influences: l("is influenced by")
        case .mentorOf: l("was taught by")
        case .refersTo: l("receives patients from")
        default: word(kind)
        }
    }

    /// The same before the other's name. In Russian a colon parts them, because a name after a verb would need another case.
    package func beforeName(_ kind: TieKind, isFirst: Bool) -> String {
        let word = word(kind, isFirst: isFirst)
        return tongue == .russian && !word.hasSuffix(":") ? word + ":" : word
    }

    /// How many people give somebody weight through a kind of tie: "three report to them".
    package func through(_ kind: TieKind, _ people: Int) -> String {
        let l = self
        return switch kind {
        case .reportsTo: l("\(people) report to them")
        case .influences: l("\(people) under their influence")
        case .mentorOf: l("\(people) taught by them")
        case .refersTo: l("\(people) send patients to them")
        case .ally: l("\(people) allies")
        case .family: l("\(people) of the family")
        case .friend: l("\(people) friends")
        case .studiedWith: l("\(people) who studied with them")
        case .publishesWith: l("\(people) who publish with them")
        case .worksWith: l("\(people) who work with them")
        case .rival: l("\(people) rivals")
        }
    }

    package func word(_ sign: Sign) -> String {
        let l = self
        return switch sign {
        case .positive: l("positive")
        case .negative: l("negative")
        }
    }

    package func word(_ side: MapSide) -> String {
        let l = self
        return switch side {
        case .for: l("for")
        case .neutral: l("neutral")
        case .against: l("against")
        case .unknown: l("not known")
        }
    }

    /// From -2 to 2.
    package func stance(_ stance: Int) -> String {
        let l = self
        return switch stance {
        case ...(-2): l("against")
        case -1: l("rather against")
        case 0: l("neutral")
        case 1: l("rather for")
        default: l("for")
        }
    }

    /// From 0 to 3.
    package func openness(_ openness: Int) -> String {
        let l = self
        return switch openness {
        case ...0: l("closed")
        case 1: l("reserved")
        case 2: l("open to talk")
        default: l("open")
        }
    }

    /// From 1 to 3.
    package func strength(_ strength: Int) -> String {
        let l = self
        return switch strength {
        case ...1: l("weak")
        case 2: l("medium")
        default: l("strong")
        }
    }
}

extension TieKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .reportsTo: l("reports to")
        case .influences: l("influences")
        case .mentorOf: l("mentor of")
        case .ally: l("ally of")
        case .rival: l("rival of")
        case .family: l("family of")
        case .friend: l("friend of")
        case .studiedWith: l("studied with")
        case .publishesWith: l("publishes with")
        case .refersTo: l("refers patients to")
        case .worksWith: l("works with")
        }
    }
}

extension FactKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .speciality: l("Speciality")
        case .education: l("Education")
        case .degree: l("Degree")
        case .publication: l("Publication")
        case .talk: l("Talk")
        case .membership: l("Membership")
        case .language: l("Language")
        case .assistant: l("Assistant")
        case .interest: l("Interest")
        case .approach: l("How to approach")
        case .boundary: l("Boundary agreed")
        case .other: l("Other")
        }
    }
}

extension ExpectedKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .retirement: l("Retirement")
        case .appointment: l("Appointment")
        case .election: l("Election")
        case .merger: l("Merger")
        case .other: l("Other")
        }
    }
}

extension Privacy: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .public: l("public")
        case .internal: l("internal")
        case .personal: l("personal")
        }
    }
}

extension LadderStep: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .none: l("no step recorded")
        case .contact: l("contact")
        case .acquainted: l("acquainted")
        case .loyal: l("loyal")
        case .close: l("close")
        }
    }
}

extension Certainty: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .assumed: l("assumed")
        case .confirmed: l("confirmed")
        }
    }
}
