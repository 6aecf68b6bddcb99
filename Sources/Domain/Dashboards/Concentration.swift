/// On how few clients the income of twelve months rests. A group counts once.
package struct Concentration: Sendable, Encodable {
    package struct Member: Sendable, Encodable {
        /// The client, or the head of its group.
        package var client: Named<Client>
        /// True if the sales of other clients of its group are in it.
        package var isGroup: Bool
        package var income: Int64

        package init(client: Named<Client>, isGroup: Bool, income: Int64) {
            (self.client, self.isGroup, self.income) = (client, isGroup, income)
        }

        /// The figure that its income is, in some days.
        package func figure(in span: PeriodSpan) -> Figure {
            Figure(PlanMeasure(.income), of: .client(client.id), in: span, withGroup: isGroup)
        }
    }

    /// How much of the income of the company, or of a department, one client brings. (Domain section 1.)
    package struct Dependency: Sendable, Encodable {
        package var member: Member
        /// Against the company or a department.
        package var share: KeyShare
        /// The department's name.
        package var name: String

        package init(member: Member, share: KeyShare, name: String) {
            (self.member, self.share, self.name) = (member, share, name)
        }

        /// True for a key client of the company, and for one on whom a department depends critically.
        package var isNamed: Bool { share.level == .company ? share.verdict.isMet : share.verdict.isCritical }
    }

    /// The twelve full months.
    package var span: PeriodSpan
    /// Those with income above 0, the largest first, as many as the curve needs; at most `Concentration.most`.
    package var members: [Member]
    /// How many have income above 0, and what they bring together.
    package var count: Int
    package var positive: Int64
    /// How many have income below 0, and what that is together: they stand apart.
    package var negativeCount: Int
    package var negative: Int64
    /// The largest shares of the company and of departments, the largest first.
    package var dependencies: [Dependency]
    package var rules: KeyRules

    package static let most = 300
    /// At most so many dependencies are named; if few count, at least so many of the largest.
    package static let named = 8
    package static let fewest = 3
    package init(
        span: PeriodSpan, members: [Member], count: Int, positive: Int64, negativeCount: Int, negative: Int64,
        dependencies: [Dependency] = [], rules: KeyRules = KeyRules()
    ) {
        (self.span, self.count, self.positive, self.rules) = (span, count, positive, rules)
        (self.negativeCount, self.negative, self.dependencies) = (negativeCount, negative, dependencies)
        self.members = Array(
            members.sorted { ($1.income, $0.client.name) < ($0.income, $1.client.name) }.prefix(Concentration.most))
    }

    package var total: Int64 { positive &+ negative }

    /// A member's share of all income, in hundredths of a per cent; nil if there is no income above 0 in all.
    package func share(_ member: Member) -> Int64? {
        total > 0 ? Pace.divided(member.income, by: 10_000, of: total) : nil
    }

    /// How many of the largest bring so many per cent of the income above 0; nil if it takes more than are known here.
    package func fewest(bringing percent: Int64) -> Int? {
        var sum: Int64 = 0
        for (place, member) in members.enumerated() {
            sum &+= member.income
            if Int128(sum) * 100 >= Int128(positive) * Int128(percent) { return place + 1 }
        }
        return nil
    }

    /// What the largest so many bring together, in hundredths of a per cent of the income above 0: the curve.
    package var curve: [Int64] {
        var sum: Int64 = 0
        return members.map { member in
            sum &+= member.income
            return positive > 0 ? Pace.divided(sum, by: 10_000, of: positive) : 0
        }
    }
}
