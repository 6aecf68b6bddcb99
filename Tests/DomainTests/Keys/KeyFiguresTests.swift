import Testing

@testable import Domain

/// Definition 1 of a key client, case by case.
@Suite struct KeyFiguresTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        /// Income, turnover, unknown of the client.
        var client: (Int64, Int64, Int64)
        /// The same of all others of the base.
        var others: (Int64, Int64, Int64)
        var amount: Int64?
        /// Against the company; a KAM who holds all of them says the same but for the last two.
        var verdict: KeyVerdict
        var ofKam: KeyVerdict

        init(
            _ name: String, _ client: (Int64, Int64, Int64), of others: (Int64, Int64, Int64), amount: Int64? = nil,
            _ verdict: KeyVerdict, kam: KeyVerdict? = nil
        ) {
            (self.name, self.client, self.others, self.amount) = (name, client, others, amount)
            (self.verdict, ofKam) = (verdict, kam ?? verdict)
        }

        var testDescription: String { name }
    }

    static let cases = [
        Case("just under a tenth", (999, 999, 0), of: (9_001, 9_001, 0), .notMet),
        Case("exactly a tenth", (1_000, 1_000, 0), of: (9_000, 9_000, 0), .notMet),
        Case("just above a tenth", (1_001, 1_001, 0), of: (8_999, 8_999, 0), .key),
        Case("a minor unit above a tenth of millions", (100_000_001, 1, 0), of: (899_999_999, 9, 0), .key),
        Case("exactly a tenth of millions", (100_000_000, 1, 0), of: (900_000_000, 9, 0), .notMet),
        Case("just under a fifth", (1_999, 1_999, 0), of: (8_001, 8_001, 0), .key),
        Case("exactly a fifth", (2_000, 2_000, 0), of: (8_000, 8_000, 0), .key),
        Case("just above a fifth", (2_001, 2_001, 0), of: (7_999, 7_999, 0), .critical, kam: .key),
        Case("just under seven tenths", (6_999, 6_999, 0), of: (3_001, 3_001, 0), .critical, kam: .key),
        Case("exactly seven tenths", (7_000, 7_000, 0), of: (3_000, 3_000, 0), .critical, kam: .key),
        Case("just above seven tenths", (7_001, 7_001, 0), of: (2_999, 2_999, 0), .mono, kam: .key),
        Case("the only client", (500, 900, 0), of: (0, 0, 0), .mono, kam: .key),
        Case("a negative base", (-600, 900, 0), of: (-500, 900, 0), .turnoverOnly),
        Case("a negative base, and little turnover", (-5, 9, 0), of: (-500, 900, 0), .notComputable),
        Case("income in a negative base", (100, 50, 0), of: (-500, 9_000, 0), .notComputable),
        Case("a base of zero", (500, 900, 0), of: (-500, 90_000, 0), .notComputable),
        Case("a base of zero with large turnover", (500, 9_000, 0), of: (-500, 9_000, 0), .turnoverOnly),
        Case("nothing was sold", (0, 0, 0), of: (0, 0, 0), .notComputable),
        Case("income beside negative ones is more than all", (1_100, 1_100, 0), of: (-100, 900, 0), .mono, kam: .key),
        Case(
            "its own income is negative and its turnover large", (-10, 5_000, 0), of: (1_000, 5_000, 0), .turnoverOnly),
        Case("its own income is negative and its turnover small", (-10, 50, 0), of: (1_000, 5_000, 0), .notMet),
        Case("large turnover and exactly a tenth of the income", (100, 5_000, 0), of: (900, 5_000, 0), .turnoverOnly),
        Case("a turnover of exactly a tenth", (1, 1_000, 0), of: (999, 9_000, 0), .notMet),
        Case("a turnover just above a tenth", (1, 1_001, 0), of: (999, 8_999, 0), .turnoverOnly),
        Case("key by income needs no turnover", (500, 10, 0), of: (1_000, 9_000, 0), .critical, kam: .key),
        Case("no cost is known, and it is large", (0, 5_000, 5_000), of: (1_000, 5_000, 0), .unknown),
        Case("no cost is known, and it is small", (0, 5, 5), of: (1_000, 5_000, 0), .unknown),
        Case(
            "half of its costs are unknown, and the rest is enough", (500, 5_000, 2_500), of: (1_000, 5_000, 0),
            .critical, kam: .key),
        Case(
            "half of its costs are unknown, and the rest is too little", (50, 5_000, 2_500), of: (1_000, 5_000, 0),
            .turnoverOnly),
        Case("nobody's costs are known", (0, 500, 500), of: (0, 500, 500), .unknown),
        Case("more came back than went out", (-50, -500, 0), of: (1_000, 5_000, 0), .notMet),
        Case("more came back than all others bought", (-50, -5_000, 0), of: (10, 500, 0), .notComputable),
        Case("what came back leaves exactly a tenth", (1_000 - 100, 900, 0), of: (8_100, 8_100, 0), .notMet),
        Case("an amount is reached", (500, 500, 0), of: (99_500, 99_500, 0), amount: 500, .key, kam: .notMet),
        Case("an amount is missed by a minor unit", (499, 499, 0), of: (99_501, 99_501, 0), amount: 500, .notMet),
        Case("an amount is passed", (501, 501, 0), of: (99_499, 99_499, 0), amount: 500, .key, kam: .notMet),
        Case(
            "an amount in a base that is not positive", (500, 500, 0), of: (-900, 9_000, 0), amount: 500, .key,
            kam: .notComputable),
        Case("an amount by turnover is none", (10, 500, 0), of: (9_990, 99_500, 0), amount: 500, .notMet),
        Case(
            "an amount changes nothing above a fifth", (3_000, 3_000, 0), of: (7_000, 7_000, 0), amount: 500, .critical,
            kam: .key),
        Case(
            "the largest amounts do not overflow", (9_000_000_000_000_000, 1, 0), of: (9_000_000_000_000, 9, 0), .mono,
            kam: .key),
        Case("a client with turnover and no income at all", (0, 500, 0), of: (9_000, 90_000, 0), .notMet),
    ]

    private func sums(_ sale: (income: Int64, turnover: Int64, unknown: Int64)) -> KeySums {
        var sums = KeySums()
        sums.add(KeySale(client: ID(1), kam: nil, income: sale.income, turnover: sale.turnover, unknown: sale.unknown))
        return sums
    }

    @Test(arguments: cases) func `a client is key as its income says`(found: Case) {
        let (client, others) = (found.client, found.others)
        let base = sums((client.0 + others.0, client.1 + others.1, client.2 + others.2))
        func verdict(_ scope: PlanScope) -> KeyVerdict {
            KeyShare(scope, sums(client), of: base, KeyRules(amount: found.amount)).verdict
        }
        #expect(verdict(.company) == found.verdict)
        #expect(verdict(.kam(ID(1))) == found.ofKam)
        // An amount counts for the company alone.
        if found.amount == nil { #expect(verdict(.department(ID(1))) == found.verdict) }
    }

    @Test func `a group is one client, and counts in each base with the members that the base holds`() throws {
        let (north, south) = (User.ID(1), User.ID(2))
        let figures = KeyFigures(
            [
                KeySale(client: ID(1), kam: north, income: 60, turnover: 60),
                KeySale(client: ID(2), kam: south, income: 60, turnover: 60),
                KeySale(client: ID(3), kam: north, income: 400, turnover: 400),
                KeySale(client: ID(4), kam: south, income: 480, turnover: 480),
            ], heads: [ID(1): ID(9), ID(2): ID(9), ID(9): ID(9)], departments: [:], rules: KeyRules())
        let group = try #require(figures.named.first { $0.head == ID(9) })
        #expect(group.isGroup && group.sums.income == 120 && group.level == .company)
        // 120 of 1000; 60 of 460; 60 of 540.
        #expect(group.shares.map(\.incomeShare) == [1_200, 1_304, 1_111])
        #expect(figures.count == 3 && figures.seventy == 2 && figures.eighty == 2)
        #expect(figures.company.clients == 4)
    }

    @Test func `negative incomes stand apart from how few bring how much`() {
        let incomes: [Int64] = [50, 30, 15, 5, -40, -1]
        let figures = KeyFigures(
            incomes.enumerated().map {
                KeySale(client: ID(Int64($0.offset + 1)), kam: nil, income: $0.element, turnover: 100)
            }, heads: [:], departments: [:], rules: KeyRules())
        #expect(figures.count == 4 && figures.positive == 100 && figures.negativeCount == 2 && figures.negative == -41)
        #expect(figures.seventy == 2 && figures.eighty == 2 && figures.company.income == 59)
        #expect(figures.largest.map(\.sums.income) == [50, 30, 15, 5])
    }

    @Test func `a client is named at the first level that it reaches`() throws {
        let (large, small) = (User.ID(1), User.ID(2))
        let figures = KeyFigures(
            [
                KeySale(client: ID(1), kam: large, income: 900, turnover: 900),
                KeySale(client: ID(2), kam: small, income: 20, turnover: 20),
                KeySale(client: ID(3), kam: nil, income: 80, turnover: 80),
            ], heads: [:], departments: [small: ID(5)], rules: KeyRules())
        let levels = Dictionary(uniqueKeysWithValues: figures.named.map { ($0.head.number, $0.level) })
        #expect(levels[1] == .company && levels[2] == .department && levels[3] == nil)
        #expect(figures.named.first { $0.head == ID(2) }?.shares.map(\.verdict) == [.notMet, .mono, .key])
    }

    @Test func `whoever does not see a base gets no share of it`() {
        let figures = KeyFigures(
            [KeySale(client: ID(1), kam: User.ID(1), income: 5, turnover: 5)], heads: [:], departments: [:],
            rules: KeyRules(), isSeen: { $0 != .company })
        #expect(figures.named.map { $0.shares.map(\.scope) } == [[.kam(User.ID(1))]])
        #expect(figures.named.first?.level == .manager)
    }
}
