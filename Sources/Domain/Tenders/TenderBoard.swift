/// The request for the board of tenders, or for their calendar.
package struct TenderBoardQuery: Sendable, Equatable {
    package var kam: User.ID?
    package var procedure: String?
    /// How many cards a lane shows, where somebody asked for more than `TenderLane.length`.
    package var lengths: [TenderStage: Int]

    package init(kam: User.ID? = nil, procedure: String? = nil, lengths: [TenderStage: Int] = [:]) {
        (self.kam, self.procedure, self.lengths) = (kam, procedure, lengths)
    }

    package func length(_ stage: TenderStage) -> Int {
        min(max(lengths[stage] ?? TenderLane.length, TenderLane.length), TenderLane.most)
    }

    /// The same board with more cards in one lane.
    package func showingMore(_ stage: TenderStage) -> TenderBoardQuery {
        var query = self
        query.lengths[stage] = length(stage) + TenderLane.length
        return query
    }

    package var isFiltered: Bool { kam != nil || procedure != nil }
}

/// A tender in short: its next deadline, what stands in the way, and where it can go from here.
package struct TenderCard: Sendable, Encodable {
    package var id: Tender.ID
    package var title: String
    package var client: Named<Client>
    package var stage: TenderStage
    package var go: GoDecision
    /// The distributor that bids with our product.
    package var partner: String?
    package var kam: String?
    /// Nil if nobody knows it.
    package var procedure: Procedure?
    package var lots: Int
    /// True if only closing it is left.
    package var isOver: Bool
    /// Lots that were lost and have no reason yet.
    package var owing: [Named<TenderLot>]
    /// The sum of the starting prices that are known, in the currency of the tender.
    package var start: Money
    package var currency: String
    /// The first deadline that is not done, missed or not; nil if there is none.
    package var next: DeadlineRow?
    /// All that stands in the way, in the order of the deadlines.
    package var blockers: [Blocker]

    package init(
        _ tender: Tender, client: Named<Client>, partner: String?, kam: String?, procedure: Procedure?,
        lots: [TenderLot], isOver: Bool, currency: String, next: DeadlineRow?, blockers: [Blocker]
    ) {
        let draft = tender.draft
        (id, title, stage, go) = (tender.id, draft.title, draft.stage, draft.go)
        (self.client, self.partner, self.kam, self.procedure) = (client, partner, kam, procedure)
        (self.currency, self.next, self.blockers) = (currency, next, blockers)
        self.lots = lots.count
        self.isOver = isOver
        owing = lots.filter(\.draft.owesReason).map { Named(id: $0.id, name: $0.draft.subject) }
        start = lots.compactMap(\.draft.start).reduce(.zero, +)
    }

    /// The stages of its procedure; all of them if nobody knows it.
    package var stages: [TenderStage] { procedure?.stages ?? TenderStage.allCases }

    package var steps: [TenderStage] {
        procedure?.steps(from: stage) ?? TenderStage.allCases.filter { $0 != stage }
    }

    /// The nearest stage before this one to which it may go back.
    package var earlier: TenderStage? { steps.last { order($0) < order(stage) } }
    /// The nearest stage after this one to which it may go on.
    package var later: TenderStage? { steps.first { order($0) > order(stage) } }

    private func order(_ stage: TenderStage) -> Int { stages.firstIndex(of: stage) ?? 0 }
}

/// The tenders of one stage.
package struct TenderLane: Sendable, Encodable {
    package var stage: TenderStage
    /// How many there are, those that are not shown among them.
    package var count: Int
    /// The sum of their starting prices in the desk's currency.
    package var start: Money
    /// The most urgent first.
    package var cards: [TenderCard]

    package static let length = 20
    /// The most cards that a lane shows.
    package static let most = 500

    package init(stage: TenderStage, count: Int, start: Money, cards: [TenderCard]) {
        (self.stage, self.count, self.start, self.cards) = (stage, count, start, cards)
    }
}

/// The tenders that are not over, by stage.
package struct TenderBoard: Sendable, Encodable {
    /// Every stage but the last has its lane, an empty one too.
    package var lanes: [TenderLane]
    /// True if there are tenders that are over.
    package var hasClosed: Bool

    package init(lanes: [TenderLane], hasClosed: Bool) { (self.lanes, self.hasClosed) = (lanes, hasClosed) }

    package var count: Int { lanes.map(\.count).reduce(0, +) }
    package var start: Money { lanes.map(\.start).reduce(.zero, +) }
    package var cards: [TenderCard] { lanes.flatMap(\.cards) }
}

/// A deadline of some tender, as calendars and the first page of the day show it.
package struct TenderDue: Sendable, Encodable {
    package var tender: Named<Tender>
    package var client: Named<Client>
    /// The KAM of the tender.
    package var lead: User.ID?
    package var row: DeadlineRow

    package init(tender: Named<Tender>, client: Named<Client>, lead: User.ID?, row: DeadlineRow) {
        (self.tender, self.client, self.lead, self.row) = (tender, client, lead, row)
    }

    /// True if only the customer has to act.
    package var isTheirs: Bool { row.missed == .theirDuty && row.blockers.isEmpty }

    /// True if its moment has passed and we count as having evaded the contract.
    package var isLapse: Bool { row.isMissed && row.missed == .evasion }
}

/// The deadlines that are not done: of one tender, or one's own.
package struct TenderDeadlines: Sendable, Encodable {
    /// Nil for one's own.
    package var tender: Named<Tender>?
    package var dues: [TenderDue]

    package init(tender: Named<Tender>?, dues: [TenderDue]) { (self.tender, self.dues) = (tender, dues) }
}

/// The deadlines of a month that are not done, in whole weeks.
package struct TenderCalendar: Sendable, Encodable {
    /// The first day of the month.
    package var month: Day
    /// By their moment; those that wait for a decision stand on the day that they had.
    package var dues: [TenderDue]

    package init(month: Day, dues: [TenderDue]) { (self.month, self.dues) = (month, dues) }

    /// The Monday of its first week.
    package var first: Day { month - (month.weekday.rawValue) }
    /// How many weeks it touches.
    package var weeks: Int { (next - first + 6) / 7 }
    /// The first day of the next month.
    package var next: Day {
        Day(year: month.month == 12 ? month.year + 1 : month.year, month: month.month % 12 + 1, day: 1) ?? month + 31
    }
    package var previous: Day {
        let before = month - 1
        return Day(year: before.year, month: before.month, day: 1) ?? before
    }
}

extension [TenderLot] {
    /// True if there are lots, none of them may still be won, and none was.
    package var areOver: Bool { !isEmpty && allSatisfy { $0.draft.outcome != .undecided && $0.draft.outcome != .won } }
}
