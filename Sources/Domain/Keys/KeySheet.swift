/// Who is key, why, whose, and how dependent that makes. (Domain section 1, definition 1.)
package struct KeySheet: Sendable, Encodable {
    /// A client, or a group with its members.
    package struct Row: Sendable, Encodable {
        package var client: Named<Client>
        package var kam: Named<User>?
        package var level: KeyLevel?
        package var sums: KeySums
        package var shares: [Share]
        /// Of a group those that bought something, the largest first; otherwise none.
        package var members: [Member]
        /// What the evidence says of the definitions that it decides, in their order; of a group what is known of all its members.
        package var answers: [KeyAnswer]
        /// What people set, and what is planned for its defence.
        package var standing: KeyStanding
        /// What they buy or need in a year, and what our investment in them is worth, in minor units; nil if nobody has said so.
        package var potential: Int64?
        package var worth: Int64?
        /// True if there is something to say of it.
        package var isNamed: Bool

        package init(
            client: Named<Client>, kam: Named<User>?, level: KeyLevel?, sums: KeySums, shares: [Share],
            members: [Member], answers: [KeyAnswer], standing: KeyStanding, potential: Int64?, worth: Int64?,
            isNamed: Bool
        ) {
            (self.client, self.kam, self.level, self.sums) = (client, kam, level, sums)
            (self.shares, self.members, self.answers) = (shares, members, answers)
            (self.standing, self.potential, self.worth) = (standing, potential, worth)
            self.isNamed =
                isNamed || answers.contains { $0 == .met || $0 == .stale }
                || standing.level.map { $0 != .none } ?? false
        }

        /// True if there is nothing to say of it but that its income is large for its KAM.
        package var isOnlyForItsKam: Bool {
            level == .manager && definitions(.met).isEmpty && definitions(.stale).isEmpty && standing.level == nil
        }

        /// True if the income of the company or of a department depends on it.
        package var isCritical: Bool { shares.contains { $0.share.verdict.isCritical } }

        private func rank(by order: KeyOrder) -> Int64? {
            switch order {
            case .income: sums.income
            case .potential: potential
            case .worth: worth
            case .priority: standing.priority.map { -Int64($0) }
            }
        }

        /// True if it stands before another in an order: the greater first, what nobody has said last, then by income.
        package func stands(before other: Row, by order: KeyOrder) -> Bool {
            let (mine, theirs) = (rank(by: order), other.rank(by: order))
            if mine != theirs { return mine ?? .min > theirs ?? .min }
            return (other.sums.income, client.id) < (sums.income, other.client.id)
        }

        package func definitions(_ answer: KeyAnswer) -> [KeyDefinition] {
            zip(KeyDefinition.allCases, answers).filter { $0.1 == answer }.map(\.0)
        }

        /// Against the company; nil for a viewer who does not see it whole.
        package var ofCompany: KeyShare? { shares.first { $0.share.scope == .company }?.share }

        private enum CodingKeys: String, CodingKey {
            case client, kam, level, set, priority, potential, worth, income, turnover, unknown, incomeShare,
                turnoverShare, shares, members, answers
        }

        package func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(client, forKey: .client)
            try container.encode(kam, forKey: .kam)
            try container.encode(level, forKey: .level)
            try container.encode(standing.level, forKey: .set)
            try container.encode(standing.priority, forKey: .priority)
            try container.encode(potential, forKey: .potential)
            try container.encode(worth, forKey: .worth)
            try container.encode(sums.income, forKey: .income)
            try container.encode(sums.turnover, forKey: .turnover)
            try container.encode(sums.unknown, forKey: .unknown)
            try container.encode(ofCompany?.exactIncomeShare, forKey: .incomeShare)
            try container.encode(ofCompany?.exactTurnoverShare, forKey: .turnoverShare)
            try container.encode(shares, forKey: .shares)
            try container.encode(members, forKey: .members)
            try container.encode(answers, forKey: .answers)
        }
    }

    /// A share with the name of whose income it is.
    package struct Share: Sendable, Encodable {
        package var share: KeyShare
        package var name: String

        package init(_ share: KeyShare, name: String) { (self.share, self.name) = (share, name) }
    }

    package struct Member: Sendable, Encodable {
        package var client: Named<Client>
        package var kam: Named<User>?
        package var income: Int64
        package var turnover: Int64

        package init(client: Named<Client>, kam: Named<User>?, income: Int64, turnover: Int64) {
            (self.client, self.kam, self.income, self.turnover) = (client, kam, income, turnover)
        }
    }

    /// On how few the income rests.
    package struct Pareto: Sendable, Encodable {
        package var seventy: Int
        package var eighty: Int
        /// How many have income above 0.
        package var of: Int

        package init(seventy: Int, eighty: Int, of: Int) {
            (self.seventy, self.eighty, self.of) = (seventy, eighty, of)
        }
    }

    /// The company-level key clients that somebody holds; nil is nobody.
    package struct Load: Sendable, Encodable {
        package var kam: Named<User>?
        package var clients: [Named<Client>]

        package init(kam: Named<User>?, clients: [Named<Client>]) { (self.kam, self.clients) = (kam, clients) }

        /// "A KAM holds at most three company-level key clients."
        package static let most = 3
        package var isTooMuch: Bool { kam != nil && clients.count > Load.most }
    }

    package var span: PeriodSpan
    package var rules: KeyRules
    package var query: KeyQuery
    package var company: KeySums
    /// Nil for a viewer who does not see the company whole.
    package var pareto: Pareto?
    package var concentration: Concentration?
    /// Those of whom there is something to say, and the largest; by income.
    package var clients: [Row]
    package var load: [Load]
    /// False if there are clients of whom the viewer sees nothing.
    package var isWhole: Bool
    /// False for a viewer who does not see both dossiers and money.
    package var isSeen: Bool

    package init(
        span: PeriodSpan, rules: KeyRules, query: KeyQuery, company: KeySums, pareto: Pareto?,
        concentration: Concentration?, clients: [Row], load: [Load], isWhole: Bool, isSeen: Bool
    ) {
        (self.span, self.rules, self.query, self.company) = (span, rules, query, company)
        (self.pareto, self.concentration, self.clients) = (pareto, concentration, clients)
        (self.load, self.isWhole, self.isSeen) = (load, isWhole, isSeen)
    }

    /// The rows of the page, as the query chooses them.
    package var named: [Row] {
        clients.filter { row in
            row.isNamed && query.level.map { $0 == row.level } ?? true && query.kam.map { $0 == row.kam?.id } ?? true
        }.sorted { $0.stands(before: $1, by: query.order) }
    }

    /// Those on whom the company or a department depends: each needs its defence.
    package var critical: [Row] { clients.filter(\.isCritical) }

    /// How many took up a pilot or a new idea in the last 24 months.
    package var innovators: Int { clients.count { $0.definitions(.met).contains(.innovator) } }

    /// How many are key by some definition other than the income.
    package var otherwiseCount: Int { clients.count { $0.level == nil && !$0.definitions(.met).isEmpty } }
    /// How many are large by their turnover only.
    package var turnoverOnlyCount: Int {
        clients.count { row in row.level == nil && row.shares.contains { $0.share.verdict == .turnoverOnly } }
    }
    /// Key clients that nobody holds.
    package var unheld: [Row] { clients.filter { $0.level != nil && $0.kam == nil } }
}

/// Which key clients the page shows.
package struct KeyQuery: Sendable, Equatable, Encodable {
    package var level: KeyLevel?
    package var kam: User.ID?
    package var order: KeyOrder

    package init(level: KeyLevel? = nil, kam: User.ID? = nil, order: KeyOrder = .income) {
        (self.level, self.kam, self.order) = (level, kam, order)
    }
}

/// By what key clients are ranked.
package enum KeyOrder: String, Wording {
    case income, potential
    /// The net present value of what we put in.
    case worth
    /// As people set it.
    case priority
}

/// What people set of a client, and how its defence goes.
package struct KeyStanding: Sendable, Equatable, Encodable {
    package var level: SetLevel?
    package var priority: Int?
    /// Open steps of the defence, and how many of them are past their day.
    package var steps = 0
    package var late = 0
    /// When the defence is to be looked at next.
    package var review: Day?

    package init() {}

    /// Takes in a line; of levels only the first one that is given counts.
    package mutating func take(_ line: StrategyDraft, on today: Day) {
        if line.topic == .level {
            if level == nil { (level, priority) = (line.level, line.priority) }
        } else if line.state == .open {
            let isLate = line.due.map { $0 < today } ?? false
            if line.topic == .defenceReview {
                review = [review, line.due].compactMap { $0 }.min()
            } else {
                steps += 1
                late += isLate ? 1 : 0
            }
        }
    }
}

extension KeyShare {
    /// In per cent with four decimals.
    package var exactIncomeShare: Double? {
        KeyShare.share(part.income, of: base.income, 1_000_000).map { Double($0) / 10_000 }
    }
    package var exactTurnoverShare: Double? {
        KeyShare.share(part.turnover, of: base.turnover, 1_000_000).map { Double($0) / 10_000 }
    }
}
