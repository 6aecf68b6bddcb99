import Domain

extension TenderStage: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .signal: l("Signal")
        case .preparation: l("Preparation")
        case .open: l("Applications")
        case .bidding: l("Bidding")
        case .decided: l("Decision")
        case .contract: l("Contract")
        case .execution: l("Execution")
        case .closed: l("Closed")
        }
    }
}

extension TenderState: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .open: l("going on")
        case .closed: l("over")
        }
    }
}

extension DeadlineKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .questions: l("Questions until")
        case .applications: l("Applications until")
        case .bidding: l("Bidding at")
        case .decision: l("Protocol until")
        case .complaint: l("Complaint until")
        case .signingOurs: l("We sign until")
        case .signingTheirs: l("They sign until")
        case .delivery: l("Delivery until")
        case .acceptance: l("Acceptance until")
        case .payment: l("Payment until")
        case .securityEnd: l("Security ends")
        case .other: l("Other")
        }
    }
}

extension DeadlineSource: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .law: l("the law")
        case .notice: l("the notice")
        case .ours: l("us")
        }
    }
}

extension MissedMeaning: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .out: l("Missed: we are out, there is no second way.")
        case .evasion:
            l("Missed: we count as having evaded the contract, and the register of unreliable suppliers threatens.")
        case .penalty: l("Missed: a penalty.")
        case .unanswered: l("Missed: nobody has to answer any more.")
        case .noComplaint: l("Missed: the right to complain is gone.")
        case .theirDuty: l("The customer has to act.")
        case .uncovered: l("Missed: the security no longer covers the contract.")
        case .nothing: ""
        }
    }
}

extension LotOutcome: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .undecided: l("undecided")
        case .won: l("won")
        case .lost: l("lost")
        case .rejected: l("our bid was rejected")
        case .withdrawn: l("we withdrew")
        case .notHeld: l("not held")
        case .cancelled: l("cancelled")
        }
    }
}

extension LossReason: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .price: l("price")
        case .rejected: l("a requirement not met")
        case .origin: l("country of origin")
        case .notSubmitted: l("not submitted in time")
        case .noGo: l("no-go")
        case .specification: l("specification")
        case .other: l("another reason")
        }
    }
}

extension VatBasis: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .unknown: l("VAT not told")
        case .with: l("with VAT")
        case .without: l("without VAT")
        }
    }
}

extension BidAdmission: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .unknown: l("not told")
        case .admitted: l("admitted")
        case .rejected: l("rejected")
        }
    }
}

extension SecurityKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .bid: l("Security of the bid")
        case .contract: l("Security of the contract")
        case .warranty: l("Security of the warranty")
        }
    }
}

extension SecurityForm: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .blocked: l("blocked money")
        case .guarantee: l("bank guarantee")
        case .money: l("transferred money")
        }
    }
}

extension GoDecision: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .undecided: l("not decided yet")
        case .go: l("go")
        case .noGo: l("no-go")
        }
    }
}

extension GoAnswer: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .unknown: l("unknown")
        case .yes: l("yes")
        case .no: l("no")
        }
    }
}

extension FitVerdict: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .unknown: l("unknown")
        case .meets: l("meets it")
        case .fails: l("does not meet it")
        }
    }
}

extension PaperKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .licence: l("Licence")
        case .registration: l("Registration certificate")
        case .attorney: l("Power of attorney")
        case .signature: l("Signature certificate")
        case .accreditation: l("Accreditation")
        case .other: l("Other")
        }
    }
}

extension PaperScope: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .everything: l("for everything")
        case .bidding: l("for bidding only")
        case .signing: l("for signing only")
        }
    }
}

extension TenderSide: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .we: l("we")
        case .distributor: l("a distributor")
        case .several: l("several with our product")
        }
    }
}

extension Language {
    /// The name of a procedure: a shipped one is translated.
    func word(_ procedure: Procedure) -> String { self(named: procedure.name) }
    func word(_ procedure: Procedure.Choice) -> String { self(named: procedure.name) }

    /// The zone of a deadline: for one of Russia the hours ahead of Moscow, as notices there write it; others as published.
    func zone(_ published: String, on day: Day) -> String {
        guard let hours = PublishedZone(published)?.hoursAheadOfMoscow(on: day) else { return published }
        let l = self
        return l("MSK") + (hours == 0 ? "" : hours > 0 ? "+\(hours)" : "−\(-hours)")
    }

    /// The number of a law as its readers write it: "44-FZ" is "44-ФЗ" in Russian.
    func law(_ number: String) -> String { tongue == .russian ? number.replacing("-FZ", with: "-ФЗ") : number }

    /// The name of a rule of a law: a shipped one is translated.
    func word(_ rule: LawRuleDraft) -> String { self(named: rule.name) }

    /// What is in the way, in words.
    func sentence(_ blocker: Blocker, ends: String?) -> String {
        let l = self
        let what = blocker.what
        return switch blocker.kind {
        case .goUndecided: l("Go or no-go is not decided")
        case .applicationUndone: l("Not ready: \(what)")
        case .paperLacking: l("We lack the paper: \(what)")
        case .paperEnds: l("Ends on \(ends ?? "") before it is needed: \(what)")
        case .noAttorney: l("No power of attorney: \(what)")
        case .attorneyScope: l("The power of attorney is not for this act: \(what)")
        case .attorneyLimit: l("The power of attorney does not reach the price: \(what)")
        case .securityUnpaid: l("A security is unpaid")
        case .securityShort: l("A security ends on \(ends ?? ""), before it may")
        case .securityLittle: l("A security is less than was asked for")
        case .requirementUnknown: l("Unknown whether we meet: \(what)")
        case .requirementUnmet: l("We do not meet: \(what)")
        case .questionUnanswered: l("No answer yet: \(what)")
        case .questionUnasked: l("Not asked yet: \(what)")
        case .confirmAgain: l("The notice has changed, confirm again: \(what)")
        }
    }
}

extension OriginRule: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .none: l("no rule")
        case .ban: l("ban on foreign goods")
        case .limit: l("limit on foreign goods")
        case .preference: l("preference for our country's goods")
        }
    }
}

extension Likelihood: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .heard: l("only heard")
        case .likely: l("likely")
        case .sure: l("sure")
        }
    }
}

extension SignalState: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .open: l("open signal")
        case .tender: l("became a tender")
        case .plan: l("became a line of a plan")
        case .acquisition: l("became a new client")
        case .died: l("nothing came of it")
        }
    }
}

extension TemplateKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .question: l("question before go or no-go")
        case .line: l("line of the application")
        }
    }
}
