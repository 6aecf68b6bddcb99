/// What stands in the way of a tender's deadline.
package struct Blocker: Sendable, Equatable, Encodable {
    package enum Kind: String, Wording {
        case goUndecided = "go-undecided"
        case applicationUndone = "application-undone"
        case paperLacking = "paper-lacking"
        case paperEnds = "paper-ends"
        case noAttorney = "no-attorney"
        case attorneyScope = "attorney-scope"
        case attorneyLimit = "attorney-limit"
        case securityUnpaid = "security-unpaid"
        case securityShort = "security-short"
        case securityLittle = "security-little"
        case requirementUnknown = "requirement-unknown"
        case requirementUnmet = "requirement-unmet"
        case questionUnanswered = "question-unanswered"
        /// It is drafted and not sent.
        case questionUnasked = "question-unasked"
        case confirmAgain = "confirm-again"
    }

    package var kind: Kind
    /// The name of what is lacking, unknown or undone; empty if the kind says it all.
    package var what: String
    /// Who clears it; nil if nobody is named.
    package var who: String?
    /// The deadline before which it stands.
    package var before: DeadlineKind
    /// The day that the kind is about: on which a paper or a security ends.
    package var ends: Day?
    /// The kind and the number of the record with which it is cleared; nil if it is the tender itself.
    package var part: TenderPartKind?
    package var record: Int64?

    package init(
        _ kind: Kind, _ what: String, who: String?, before: DeadlineKind, ends: Day? = nil, part: TenderPartKind? = nil,
        record: Int64? = nil
    ) {
        (self.kind, self.what, self.who, self.before, self.ends) = (kind, what, who, before, ends)
        (self.part, self.record) = (part, record)
    }
}

/// Whether we take part.
package enum GoDecision: String, Wording {
    case undecided, go
    case noGo = "no-go"

    package static let otherWords: [String: GoDecision] = [
        "not decided yet": .undecided, "участие не решено": .undecided, "участвуем": .go, "не участвуем": .noGo,
    ]
}

/// Whether our product meets a requirement.
package enum FitVerdict: String, Wording { case unknown, meets, fails }

package enum SecurityKind: String, Wording {
    case bid, contract, warranty

    package static let otherWords: [String: SecurityKind] = [
        "заявки": .bid, "обеспечение заявки": .bid, "контракта": .contract,
        "обеспечение исполнения контракта": .contract, "гарантийных обязательств": .warranty,
    ]

    /// The deadline before which it must be there.
    package var neededFor: DeadlineKind {
        switch self {
        case .bid: .applications
        case .contract: .signingOurs
        case .warranty: .acceptance
        }
    }
}

/// The records of a tender from which its blockers follow.
package struct BlockerFacts: Sendable {
    package struct Security: Sendable {
        package var id: Int64
        package var kind: SecurityKind
        package var paidOn: Day?
        package var amount: Money?
        /// The amount that the notice asks for.
        package var needed: Money?
        package var until: Day?
        package var neededUntil: Day?
        package var returnedOn: Day?

        package init(
            id: Int64 = 0, _ kind: SecurityKind, paidOn: Day? = nil, amount: Money? = nil, needed: Money? = nil,
            until: Day? = nil, neededUntil: Day? = nil, returnedOn: Day? = nil
        ) {
            (self.id, self.kind, self.paidOn, self.amount, self.needed) = (id, kind, paidOn, amount, needed)
            (self.until, self.neededUntil, self.returnedOn) = (until, neededUntil, returnedOn)
        }
    }

    package struct Requirement: Sendable {
        package var id: Int64
        package var text: String
        package var verdict: FitVerdict
        package var confirmedOn: Day?
        package var who: String?

        package init(id: Int64 = 0, _ text: String, _ verdict: FitVerdict, confirmedOn: Day? = nil, who: String? = nil)
        {
            (self.id, self.text, self.verdict, self.confirmedOn, self.who) = (id, text, verdict, confirmedOn, who)
        }
    }

    /// A line of the application. With a paper it is done by itself as long as the paper is there.
    package struct Line: Sendable {
        package var id: Int64
        package var text: String
        package var who: String?
        package var doneOn: Day?
        package var confirmedOn: Day?
        package var paper: PaperKind?
        package var product: Product.ID?

        package init(
            id: Int64 = 0, _ text: String, who: String? = nil, doneOn: Day? = nil, confirmedOn: Day? = nil,
            paper: PaperKind? = nil, product: Product.ID? = nil
        ) {
            (self.id, self.text, self.who, self.doneOn, self.confirmedOn) = (id, text, who, doneOn, confirmedOn)
            (self.paper, self.product) = (paper, product)
        }
    }

    package struct Question: Sendable {
        package var id: Int64
        package var text: String
        package var who: String?
        package var askedOn: Day?
        package var answeredOn: Day?

        package init(id: Int64 = 0, _ text: String, who: String? = nil, askedOn: Day? = nil, answeredOn: Day? = nil) {
            (self.id, self.text, self.who, self.askedOn, self.answeredOn) = (id, text, who, askedOn, answeredOn)
        }
    }

    package var stage: TenderStage
    package var go: GoDecision
    /// The KAM of the tender, who clears what nobody else is named for.
    package var kam: String?
    /// The same colleague, who signs with their own papers.
    package var signer: User.ID?
    /// What became of each lot.
    package var outcomes: [LotOutcome] = []
    /// True if the application was handed in.
    package var isSubmitted = false
    /// The day of signing by us; nil if the notice does not say it yet.
    package var signingDay: Day?
    package var applicationDay: Day?
    /// The largest contract that may come of the tender; nil if it is not known.
    package var value: Money?
    /// The day of the latest change of the notice; nil if it never changed.
    package var noticeChangedOn: Day?
    package var papers: [PaperFacts]
    package var lines: [Line]
    package var securities: [Security]
    package var requirements: [Requirement]
    package var questions: [Question]

    package init(
        stage: TenderStage, go: GoDecision, kam: String? = nil, signingDay: Day? = nil, applicationDay: Day? = nil,
        value: Money? = nil, noticeChangedOn: Day? = nil, papers: [PaperFacts] = [], lines: [Line] = [],
        securities: [Security] = [], requirements: [Requirement] = [], questions: [Question] = []
    ) {
        (self.stage, self.go, self.kam, self.signingDay) = (stage, go, kam, signingDay)
        (self.applicationDay, self.value, self.noticeChangedOn) = (applicationDay, value, noticeChangedOn)
        (self.papers, self.lines, self.securities) = (papers, lines, securities)
        (self.requirements, self.questions) = (requirements, questions)
    }
}
