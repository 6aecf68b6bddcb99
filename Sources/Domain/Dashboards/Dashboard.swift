/// The upper part of the first page of the day: how things stand with what the viewer answers for. (Domain section 5.)
package struct Dashboard: Sendable, Encodable {
    package enum Kind: String, Sendable, Encodable {
        /// Somebody's own clients.
        case kam
        /// Those of several colleagues.
        case head
        /// The whole desk.
        case director
    }

    package var kind: Kind
    /// Nil if nothing is planned that the viewer sees.
    package var plan: PlanGlance?
    /// The clients who brought most less than by the same day of last year, those who fell furthest first; at most `Fall.most`.
    package var falls: [Fall]
    /// What waits for the viewer's yes.
    package var proposed: [Proposal]
    package var debt: DebtGlance
    /// For whom the whole desk counts; nil for others, and while nothing is sold.
    package var concentration: Concentration?
    /// The tenders that are not over, and the sum of their starting prices in the desk's currency.
    package var tenders: (count: Int, start: Money)

    package init(
        kind: Kind, plan: PlanGlance?, falls: [Fall], proposed: [Proposal], debt: DebtGlance,
        concentration: Concentration?,
        tenders: (count: Int, start: Money)
    ) {
        (self.kind, self.plan, self.proposed) = (kind, plan, proposed)
        self.falls = Array(falls.prefix(Fall.most))
        (self.debt, self.concentration, self.tenders) = (debt, concentration, tenders)
    }

    /// Above that many clients on a desk a KAM's dashboard does not count buying clients or payments, which costs as much as there are
    /// of them. Their plan does.
    package static let mostClients = 5_000
    package static let mostProposals = 8

    private enum CodingKeys: String, CodingKey {
        case kind, plan, falls, proposed, debt, concentration, tenders, tendersStart
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(kind, forKey: .kind)
        try container.encode(plan, forKey: .plan)
        try container.encode(falls, forKey: .falls)
        try container.encode(proposed, forKey: .proposed)
        try container.encode(debt, forKey: .debt)
        try container.encode(concentration, forKey: .concentration)
        try container.encode(tenders.count, forKey: .tenders)
        try container.encode(tenders.start, forKey: .tendersStart)
    }
}

/// A version of a plan that waits for a yes.
package struct Proposal: Sendable, Encodable {
    package var plan: Plan
    package var name: String
    /// The income of its year: in the version that holds today and in this one. Nil where nothing is planned.
    package var before: Int64?
    package var after: Int64?

    package init(plan: Plan, name: String, before: Int64?, after: Int64?) {
        (self.plan, self.name, self.before, self.after) = (plan, name, before, after)
    }
}

/// A client who brought less in the days of the period than in the same days of last year.
package struct Fall: Sendable, Encodable {
    /// What the desk knows about why.
    package enum Reason: Sendable, Equatable, Encodable {
        /// Somebody said that it is lost.
        case lost
        /// It has not ordered for twice as long as it used to wait, since this day.
        case quiet(since: Day)
        /// It bought in the same days of last year and has not yet in these.
        case nothingYet
        /// It buys less.
        case less

        /// True if the client has stopped buying.
        package var isStopped: Bool {
            switch self {
            case .lost, .quiet: true
            case .nothingYet, .less: false
            }
        }
    }

    package var client: Named<Client>
    /// Who holds it; nil if nobody does.
    package var kam: Named<User>?
    /// Its income in the same days of last year, and in these.
    package var before: Int64
    package var now: Int64
    /// These days of last year, and the days of the period.
    package var then: PeriodSpan
    package var days: PeriodSpan
    package var reason: Reason

    package init(
        client: Named<Client>, kam: Named<User>?, before: Int64, now: Int64, then: PeriodSpan, days: PeriodSpan,
        reason: Reason
    ) {
        (self.client, self.kam, self.before, self.now) = (client, kam, before, now)
        (self.then, self.days, self.reason) = (then, days, reason)
    }

    /// Below 0.
    package var change: Int64 { now &- before }

    package static let most = 6
}

/// What clients owe too long, as the first page shows it. Disputed debt stands apart.
package struct DebtGlance: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package var client: Named<Client>
        package var overdue: Money
        /// The day on which the oldest of it was due; nil if it is paid by now.
        package var since: Day?

        package init(client: Named<Client>, overdue: Money, since: Day?) {
            (self.client, self.overdue, self.since) = (client, overdue, since)
        }
    }

    /// What was open and overdue at the end of a month, or today.
    package struct Point: Sendable, Encodable {
        package var day: Day
        package var open: Money
        package var overdue: Money

        package init(day: Day, open: Money, overdue: Money) {
            (self.day, self.open, self.overdue) = (day, open, overdue)
        }
    }

    package var overdue: Money
    /// Of it, what is more than `Risk.lateDays` days late.
    package var late: Money
    /// The largest debtors; at most `DebtGlance.most`.
    package var rows: [Row]
    /// The last six month ends and today; empty for a viewer who does not see the whole desk.
    package var trend: [Point]

    package static let most = 4
    package static let months = 6

    package init(overdue: Money, late: Money, rows: [Row], trend: [Point]) {
        (self.overdue, self.late, self.rows, self.trend) = (overdue, late, rows, trend)
    }

    /// For how many of the last months the overdue debt has grown, from one to the next.
    package var growing: Int {
        let values = trend.map(\.overdue)
        return zip(values, values.dropFirst()).reversed().prefix { $0 < $1 }.count
    }
}
