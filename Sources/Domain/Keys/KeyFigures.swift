/// What a client brought in twelve full months. Amounts are in minor units.
package struct KeySale: Sendable {
    package var client: Client.ID
    /// Who holds it today; nil if nobody does.
    package var kam: User.ID?
    package var income: Int64
    package var turnover: Int64
    /// The turnover whose cost is unknown.
    package var unknown: Int64
    /// The income of the twelve months before.
    package var before: Int64

    package init(
        client: Client.ID, kam: User.ID?, income: Int64, turnover: Int64, unknown: Int64 = 0, before: Int64 = 0
    ) {
        (self.client, self.kam) = (client, kam)
        (self.income, self.turnover, self.unknown, self.before) = (income, turnover, unknown, before)
    }
}

/// Sums of what clients brought.
package struct KeySums: Sendable, Equatable, Encodable {
    package var income = Int64(0)
    package var turnover = Int64(0)
    package var unknown = Int64(0)
    package var before = Int64(0)
    /// How many of them bought or returned something in the twelve months.
    package var clients = 0

    package init() {}

    package init(_ sale: KeySale) { add(sale) }

    mutating func add(_ sale: KeySale) {
        income &+= sale.income
        turnover &+= sale.turnover
        unknown &+= sale.unknown
        before &+= sale.before
        clients += sale.income != 0 || sale.turnover != 0 ? 1 : 0
    }

    /// True if a large share of it is no great dependency: it brings less than a fifth of the whole.
    package func isSmall(of whole: Int64) -> Bool { Int128(income) * 5 < Int128(whole) }

    /// True if something was sold, all of it at an unknown cost.
    var isUnknown: Bool { turnover > 0 && unknown >= turnover }
}

/// A client, or a group with all its members, held against the income of one base.
package struct KeyShare: Sendable, Encodable {
    package var scope: PlanScope
    /// What it brought to the base: of a group, the members whom the base holds.
    package var part: KeySums
    package var base: KeySums
    package var verdict: KeyVerdict
    /// True if its turnover is above the threshold.
    package var isLarge: Bool

    init(_ scope: PlanScope, _ part: KeySums, of base: KeySums, _ rules: KeyRules) {
        (self.scope, self.part, self.base) = (scope, part, base)
        verdict = KeyShare.verdict(scope, part, base, rules)
        isLarge = KeyShare.isOver(part.turnover, base.turnover, rules.key)
    }

    package var level: KeyLevel {
        switch scope {
        case .company: .company
        case .department: .department
        case .kam, .client: .manager
        }
    }

    /// Its share of the base's income, in hundredths of a per cent; nil if the base has none above 0.
    package var incomeShare: Int64? { KeyShare.share(part.income, of: base.income, 10_000) }
    package var turnoverShare: Int64? { KeyShare.share(part.turnover, of: base.turnover, 10_000) }
    /// The same of the twelve months before, of those whom the base holds today.
    package var shareBefore: Int64? { KeyShare.share(part.before, of: base.before, 10_000) }

    package static func share(_ part: Int64, of base: Int64, _ unit: Int64) -> Int64? {
        base > 0 ? Pace.divided(part, by: unit, of: base) : nil
    }

    private static func isOver(_ part: Int64, _ base: Int64, _ limit: Int64) -> Bool {
        base > 0 && Int128(part) * 10_000 > Int128(base) * Int128(limit)
    }

    private static func verdict(_ scope: PlanScope, _ part: KeySums, _ base: KeySums, _ rules: KeyRules) -> KeyVerdict {
        let (isCompany, isManager) = (scope == .company, scope.level == .kam)
        // A KAM with three clients always exceeds these two.
        if !isManager, isOver(part.income, base.income, rules.mono) { return .mono }
        if !isManager, isOver(part.income, base.income, rules.critical) { return .critical }
        if isOver(part.income, base.income, rules.key) { return .key }
        if isCompany, let amount = rules.amount, part.income >= amount { return .key }
        if part.isUnknown { return .unknown }
        if isOver(part.turnover, base.turnover, rules.key) { return .turnoverOnly }
        return base.income > 0 ? .notMet : .notComputable
    }
}

/// A client that belongs to nobody, or a group: its members together.
package struct KeyUnit: Sendable {
    /// The client, or the head of the group.
    package var head: Client.ID
    /// All of them, the head too.
    package var members: [KeySale]
    package var sums: KeySums
    /// Against the company, the departments and the KAMs that hold its members. Only against those whom the viewer sees whole.
    package var shares: [KeyShare]

    package var isGroup: Bool { members.count > 1 }
    /// The head and its members, each once.
    package var clients: [Client.ID] { Array(Set([head] + members.map(\.client))) }

    /// The first level at which its income makes it key; nil if none does.
    package var level: KeyLevel? {
        KeyLevel.allCases.first { level in shares.contains { $0.level == level && $0.verdict.isMet } }
    }

    /// True if there is something to say of it: it is key, it is so by its turnover only, or nobody can know because its costs are missing.
    package var isNamed: Bool {
        shares.contains { $0.verdict.isMet || $0.verdict == .turnoverOnly || $0.verdict == .unknown && $0.isLarge }
    }

    /// Who holds it: who holds the head or, if it is sold nothing, the largest member.
    package var kam: User.ID? {
        if let own = members.first(where: { $0.client == head && $0.turnover != 0 }) { return own.kam }
        return members.min { ($1.income, $0.client.number) < ($0.income, $1.client.number) }?.kam
    }
}

/// Definition 1 for all clients: who brings which share of whose income. Groups count once.
package struct KeyFigures: Sendable {
    package var company: KeySums
    package private(set) var kams: [User.ID: KeySums]
    private var byDepartment: [ID<Department>: KeySums]
    private let departments: [User.ID: ID<Department>]
    /// The head of the group of each client that has one, and the members of each head.
    private let heads: [Client.ID: Client.ID]
    private let groups: [Client.ID: [Client.ID]]
    private let rules: KeyRules
    private let seen: Set<PlanScope>
    /// Of whom there is something to say, the largest income first.
    package var named: [KeyUnit]
    /// Those with income above 0, the largest first; at most so many as a curve shows.
    package var largest: [KeyUnit]
    /// How many have income above 0, what they bring together, and the same of those below 0, who stand apart.
    package var count: Int
    package var positive: Int64
    package var negativeCount: Int
    package var negative: Int64
    /// How many of the largest bring 70 and 80 % of the income above 0.
    package var seventy: Int
    package var eighty: Int

    package static let most = 300

    /// `heads`: the head of the group of each client that has one. `isSeen`: whether the viewer sees a base whole.
    package init(
        _ sales: [KeySale], heads: [Client.ID: Client.ID], departments: [User.ID: ID<Department>], rules: KeyRules,
        isSeen: (PlanScope) -> Bool = { _ in true }
    ) {
        company = KeySums()
        (byDepartment, kams, self.departments, self.rules) = ([:], [:], departments, rules)
        self.heads = heads
        groups = Dictionary(grouping: heads.keys.sorted()) { heads[$0]! }
        var units: [Client.ID: [KeySale]] = [:]
        for sale in sales {
            company.add(sale)
            if let kam = sale.kam {
                kams[kam, default: KeySums()].add(sale)
                if let department = departments[kam] { byDepartment[department, default: KeySums()].add(sale) }
            }
            units[heads[sale.client] ?? sale.client, default: []].append(sale)
        }
        let all = units.map { head, members in
            KeyUnit(head: head, members: members, sums: KeyFigures.sums(members), shares: [])
        }.sorted { ($1.sums.income, $0.head.number) < ($0.sums.income, $1.head.number) }
        let (above, below) = (all.prefix { $0.sums.income > 0 }, all.filter { $0.sums.income < 0 })
        (count, positive) = (above.count, above.reduce(0) { $0 &+ $1.sums.income })
        (negativeCount, negative) = (below.count, below.reduce(0) { $0 &+ $1.sums.income })
        (seventy, eighty) = (
            KeyFigures.fewest(above, bringing: 70, of: positive), KeyFigures.fewest(above, bringing: 80, of: positive)
        )
        let scopes = [.company] + byDepartment.keys.map { .department($0) } + kams.keys.map { PlanScope.kam($0) }
        seen = Set(scopes.filter(isSeen))
        (largest, named) = ([], [])
        largest = above.prefix(KeyFigures.most).map(judge)
        named = all.map(judge).filter(\.isNamed)
    }

    /// The unit held against the company and the departments and KAMs that hold its members.
    private func judge(_ unit: KeyUnit) -> KeyUnit {
        var unit = unit
        var scopes: [(PlanScope, KeySums)] = [(.company, company)]
        let held = Set(unit.members.compactMap(\.kam)).sorted()
        scopes += Set(held.compactMap { departments[$0] }).sorted().map {
            (.department($0), byDepartment[$0] ?? KeySums())
        }
        scopes += held.map { (.kam($0), kams[$0] ?? KeySums()) }
        unit.shares = scopes.filter { seen.contains($0.0) }.map { scope, base in
            let part = unit.members.filter { KeyFigures.holds(scope, $0, departments) }
            return KeyShare(scope, KeyFigures.sums(part), of: base, rules)
        }
        return unit
    }

    /// A client and those with which it counts as one.
    package func group(of client: Client.ID) -> [Client.ID] { heads[client].flatMap { groups[$0] } ?? [client] }

    /// What a client and those with which it counts as one bring, held against each base.
    package func unit(_ sales: [KeySale], of client: Client.ID) -> KeyUnit {
        judge(KeyUnit(head: heads[client] ?? client, members: sales, sums: KeyFigures.sums(sales), shares: []))
    }

    private static func holds(_ scope: PlanScope, _ sale: KeySale, _ departments: [User.ID: ID<Department>]) -> Bool {
        switch scope {
        case .company: true
        case .department(let id): sale.kam.flatMap { departments[$0] } == id
        case .kam(let id): sale.kam == id
        case .client(let id): sale.client == id
        }
    }

    private static func sums(_ sales: [KeySale]) -> KeySums {
        sales.reduce(into: KeySums()) { $0.add($1) }
    }

    private static func fewest(_ units: ArraySlice<KeyUnit>, bringing percent: Int64, of all: Int64) -> Int {
        var (sum, count) = (Int128(0), 0)
        for unit in units where sum * 100 < Int128(all) * Int128(percent) {
            sum += Int128(unit.sums.income)
            count += 1
        }
        return count
    }
}
