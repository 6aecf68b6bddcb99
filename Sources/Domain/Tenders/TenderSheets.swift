/// A lot with its bids, as the tender's page shows it.
package struct LotRow: Sendable, Encodable {
    package var lot: TenderLot
    package var bids: [LotBid]
    package var items: [LotItem]
    package var isContested: Bool
    /// In hundredths of a per cent; nil if it is not known.
    package var fall: Int?
    /// How much lower the winner was than our bid; nil if we did not lose by price.
    package var gap: Money?
    package var asksForBasis: Bool

    package init(_ lot: TenderLot, _ bids: [LotBid], _ items: [LotItem] = []) {
        (self.lot, self.bids, self.items) = (lot, bids, items)
        let facts = LotFacts(
            start: lot.draft.start,
            bids: bids.map { BidFacts($0.draft.identity, $0.draft.price, isWinner: $0.draft.isWinner) },
            basesDiffer: lot.draft.basesDiffer)
        isContested = facts.isContested
        fall = facts.fall.map { Int(($0 * 10_000).rounded()) }
        asksForBasis = facts.asksForBasis()
        // A price of nothing is a gap of the protocol.
        let ours = bids.first { $0.draft.isOurs }?.draft.price.flatMap { $0 > .zero ? $0 : nil }
        if lot.draft.outcome == .lost, let ours, let price = facts.winningPrice, ours > price { gap = ours - price }
    }

    package var ourBid: LotBid? { bids.first { $0.draft.isOurs } }
}

/// A deadline as the tender's page shows it.
package struct DeadlineRow: Sendable, Encodable {
    package var deadline: TenderDeadline
    /// The moment in the desk's time; nil if it waits for the decision of a complaint.
    package var moment: Moment?
    /// By how many days suspensions have moved it.
    package var moved: Int
    package var waits: Bool
    package var missed: MissedMeaning
    package var who: String?
    package var blockers: [Blocker]
    /// True if nothing hangs on it any more, because no lot may still be won.
    package var isVoid: Bool
    /// True if its moment has passed and it is not done.
    package var isMissed: Bool
    /// How often it was changed; in a file for calendars also how often a complaint may have moved it.
    package var sequence: Int

    package init(
        _ deadline: TenderDeadline, complaints: [TenderComplaint], missed: MissedMeaning, who: String?,
        blockers: [Blocker], isOver: Bool = false, at now: Moment
    ) {
        let suspensions = complaints.compactMap { $0.draft.suspension }
        sequence = deadline.version - 1
        self.deadline = deadline
        (self.missed, self.who, self.blockers) = (missed, who, blockers)
        let draft = deadline.draft
        let effect: Suspension.Effect =
            draft.doneOn == nil ? Suspension.effect(of: suspensions, on: draft.day) : .stays
        switch effect {
        case .stays: (moved, waits, moment) = (0, false, draft.moment)
        case .waits: (moved, waits, moment) = (0, true, nil)
        case .moves(let days):
            var later = draft
            later.day = draft.day + days
            (moved, waits, moment) = (days, false, later.moment)
        }
        isVoid = isOver && draft.doneOn == nil && !draft.kind.outlivesLoss
        isMissed = draft.doneOn == nil && !isVoid && moment.map { $0 < now } == true
    }

    /// The day by the clock of its zone, as far as it is known.
    package var day: Day { deadline.draft.day + moved }
    package var isDone: Bool { deadline.draft.doneOn != nil }
}

/// A paper that the application asks for, against ours.
package struct PaperNeed: Sendable, Encodable {
    package enum Standing: String, Sendable, Encodable {
        case have, lacking, ends, scope, limit
    }

    package var line: ApplicationLine.ID
    package var standing: Standing
    package var endsOn: Day?

    package init(_ line: ApplicationLine.ID, _ standing: PaperStanding) {
        self.line = line
        switch standing {
        case .have: self.standing = .have
        case .lacking: self.standing = .lacking
        case .ends(let day): (self.standing, endsOn) = (.ends, day)
        case .wrongScope: self.standing = .scope
        case .limited: self.standing = .limit
        }
    }
}

/// A seat among those who decide, with the name of the person in it.
package struct SeatRow: Sendable, Encodable {
    package var seat: TenderSeat
    /// Nil if nobody knows who sits in it.
    package var person: Named<Person>?
    /// Where they stood towards us on the day of the decision, or stand today, -2 to +2; nil if nobody has judged it.
    package var stance: Int?
    /// How close they are to each of us who knows them.
    package var known: [Closeness]

    package init(_ seat: TenderSeat, _ person: Named<Person>?, stance: Int?, known: [Closeness]) {
        (self.seat, self.person, self.stance, self.known) = (seat, person, stance, known)
    }
}

/// When a tender came to a stage, and through whom.
package struct StageMove: Sendable, Encodable {
    package var stage: TenderStage
    package var at: Moment
    package var by: String

    package init(stage: TenderStage, at: Moment, by: String) { (self.stage, self.at, self.by) = (stage, at, by) }
}

/// A decided lot of a tender that is like another one: for a product of it, or of the same customer.
package struct LikeLot: Sendable, Encodable {
    package var tender: Named<Tender>
    package var subject: String
    package var outcome: LotOutcome
    package var reason: LossReason?
    package var lesson: String?
    /// By how much our price lay above the winning one; nil if one of them is not known, or if we won.
    package var gap: Money?
    /// The code of the currency of the gap.
    package var currency: String

    package init(
        tender: Named<Tender>, subject: String, outcome: LotOutcome, reason: LossReason?, lesson: String?, gap: Money?,
        currency: String
    ) {
        (self.tender, self.subject, self.outcome, self.reason) = (tender, subject, outcome, reason)
        (self.lesson, self.gap, self.currency) = (lesson, gap, currency)
    }
}

/// The page of a tender.
package struct TenderSheet: Sendable, Encodable {
    package var id: Tender.ID
    package var version: Int
    package var draft: TenderDraft
    package var client: Named<Client>
    package var partner: Named<Client>?
    package var kam: String?
    package var goUser: String?
    /// Nil if nobody knows it.
    package var procedure: Procedure?
    /// The code of the currency of its amounts.
    package var currency: String
    package var lots: [LotRow]
    /// By their moment; those that are done among them.
    package var deadlines: [DeadlineRow]
    /// All that stands in the way, in the order of the deadlines.
    package var blockers: [Blocker]
    package var securities: [TenderSecurity]
    package var questions: [TenderQuestion]
    package var complaints: [TenderComplaint]
    /// The latest first.
    package var notices: [TenderNotice]
    package var answers: [GoQuestion]
    package var requirements: [FitLine]
    package var lines: [ApplicationLine]
    package var needs: [PaperNeed]
    package var seats: [SeatRow]
    package var members: [TenderMember]
    package var deliveries: [TenderDelivery]
    /// What the law of the tender set on the day of its notice, or sets today.
    package var rules: [LawRule]
    /// The signals that became this tender.
    package var signals: [Signal]
    /// The latest first.
    package var moves: [StageMove]
    /// The decided lots of the last three tenders like this one, those for the same products first.
    package var like: [LikeLot]
    /// The names of the colleagues whom the parts name.
    package var colleagues: [String: String]
    package var history: [Change]

    package init(
        tender: Tender, client: Named<Client>, partner: Named<Client>?, kam: String?, goUser: String?,
        procedure: Procedure?, currency: String, lots: [LotRow], deadlines: [DeadlineRow], blockers: [Blocker],
        securities: [TenderSecurity], questions: [TenderQuestion], complaints: [TenderComplaint],
        notices: [TenderNotice], answers: [GoQuestion], requirements: [FitLine], lines: [ApplicationLine],
        needs: [PaperNeed], seats: [SeatRow], members: [TenderMember],
        deliveries: [TenderDelivery], rules: [LawRule], signals: [Signal], moves: [StageMove], like: [LikeLot],
        colleagues: [String: String],
        history: [Change]
    ) {
        (id, version, draft) = (tender.id, tender.version, tender.draft)
        (self.client, self.partner, self.kam, self.goUser) = (client, partner, kam, goUser)
        (self.procedure, self.currency, self.lots, self.deadlines) = (procedure, currency, lots, deadlines)
        (self.blockers, self.securities, self.questions) = (blockers, securities, questions)
        (self.complaints, self.notices, self.answers) = (complaints, notices, answers)
        (self.requirements, self.lines, self.needs) = (requirements, lines, needs)
        (self.seats, self.moves, self.like) = (seats, moves, like)
        (self.members, self.deliveries, self.rules, self.signals) = (members, deliveries, rules, signals)
        (self.colleagues, self.history) = (colleagues, history)
    }

    /// The stages that the tender passes; all of them if nobody knows the procedure.
    package var stages: [TenderStage] { procedure?.stages ?? TenderStage.allCases }

    /// The stages to which it may move; all others if nobody knows the procedure. One that is closed goes back to where it was closed.
    package var steps: [TenderStage] {
        let all = procedure?.steps(from: draft.stage) ?? TenderStage.allCases.filter { $0 != draft.stage }
        guard draft.stage == .closed else { return all }
        let before = moves.first { $0.stage != .closed }.map { move in all.filter { $0 == move.stage } } ?? []
        return before.isEmpty ? all : before
    }

    /// True from the announcement to the decision.
    package var isQuiet: Bool {
        [.open, .bidding].contains(draft.stage) && draft.announcedOn != nil && draft.go != .noGo
    }

    /// The sum of the starting prices that are known.
    package var start: Money { lots.compactMap(\.lot.draft.start).reduce(.zero, +) }

    /// The money that its securities bind today.
    package func bound(on today: Day) -> Money {
        securities.map(\.draft).filter { $0.isBound(on: today) }.compactMap(\.amount).reduce(.zero, +)
    }

    /// The next deadline that is not done and whose moment has not passed.
    package var next: DeadlineRow? { deadlines.first { !$0.isDone && !$0.isVoid && !$0.isMissed } }

    /// The deadlines that were missed.
    package var missed: [DeadlineRow] { deadlines.filter(\.isMissed) }

    package func colleague(_ id: User.ID?) -> String? { id.flatMap { colleagues[String($0.number)] } }
}

extension SecurityDraft {
    /// True if its money is bound on a day: paid, and not returned yet.
    package func isBound(on day: Day) -> Bool {
        paidOn.map { $0 <= day } == true && returnedOn.map { $0 > day } ?? true
    }
}
