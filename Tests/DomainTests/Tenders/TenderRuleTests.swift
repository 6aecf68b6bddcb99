import Testing

@testable import Domain

@Suite struct TenderRuleTests {
    static let day = Day("2026-12-17")!

    @Test func `papers are held against the day of signing`() {
        let ends = PaperFacts(.signature, "S", expires: TenderRuleTests.day - 14)
        let later = PaperFacts(.signature, "T", expires: TenderRuleTests.day)
        func standing(_ papers: [PaperFacts], _ kind: PaperKind = .signature) -> PaperStanding {
            PaperStanding.of(kind, product: nil, among: papers, on: TenderRuleTests.day)
        }
        #expect(standing([]) == .lacking)
        #expect(standing([ends]) == .ends(TenderRuleTests.day - 14))
        #expect(standing([ends, later]) == .have)
        #expect(standing([ends], .licence) == .lacking)
        #expect(standing([PaperFacts(.attorney, "A", expires: nil, scope: .bidding)], .attorney) == .wrongScope)
        #expect(standing([PaperFacts(.attorney, "A", expires: nil)], .attorney) == .have)
        let limited = PaperFacts(.attorney, "A", expires: nil, scope: .signing, limit: Money(100))
        #expect(
            PaperStanding.of(.attorney, product: nil, among: [limited], on: TenderRuleTests.day, value: Money(101))
                == .limited(Money(100)))
        #expect(
            PaperStanding.of(.attorney, product: nil, among: [limited], on: TenderRuleTests.day, value: Money(100))
                == .have)
    }

    @Test func `a suspension moves the later deadlines, and those of a pending one wait`() {
        let (from, until) = (TenderRuleTests.day, TenderRuleTests.day + 8)
        let done = [Suspension(from: from, until: until)]
        #expect(Suspension.effect(of: done, on: from - 1) == .stays)
        #expect(Suspension.effect(of: done, on: from) == .moves(days: 8))
        #expect(
            Suspension.effect(of: done + [Suspension(from: from + 9, until: from + 10)], on: from + 1)
                == .moves(days: 9))
        #expect(Suspension.effect(of: [Suspension(from: from, until: nil)], on: from + 30) == .waits)
        #expect(Suspension.effect(of: [Suspension(from: from, until: from)], on: from + 1) == .stays)
        #expect(Suspension.effect(of: [], on: from) == .stays)
        // Days on which two complaints stop the procedure count once.
        let first = Suspension(from: from, until: from + 10)
        let second = Suspension(from: from + 4, until: from + 14)
        #expect(Suspension.effect(of: [first, second], on: from + 9) == .moves(days: 14))
        #expect(Suspension.effect(of: [first, second, first], on: from + 9) == .moves(days: 14))
    }

    @Test(arguments: LotOutcome.allCases)
    func `a loss needs its reason, and nothing else does`(outcome: LotOutcome) {
        let isLoss = [.lost, .rejected].contains(outcome)
        #expect(Problems.ofOutcome(outcome, nil, lesson: nil)["reason"] == (isLoss ? .needsLossReason : nil))
        #expect(Problems.ofOutcome(outcome, .price, lesson: nil).isEmpty)
        #expect(Problems.ofOutcome(outcome, .other, lesson: nil)["lesson"] == (isLoss ? .required : nil))
        #expect(Problems.ofOutcome(outcome, .other, lesson: "why").isEmpty)
        #expect(Problems.ofOutcome(outcome, nil, lesson: nil, mayBeSaidLater: true).isEmpty)
    }

    @Test(arguments: [
        "", " ", "NA1", "NA6", "na", "N/A", "Empty", "empty", "0", "0000000000", "000000000000", "-", "нет",
        "участник 3",
    ])
    func `a stand-in is an anonymous bidder and no competitor`(text: String) {
        let bidder = BidderIdentity(taxID: text)
        #expect(bidder.isAnonymous && bidder.competitor == nil && !bidder.isDoubtful)
    }

    @Test func `a number that fails its check is kept and warned of, and is no competitor`() {
        #expect(BidderIdentity(taxID: "1835035008") == .doubtful("1835035008"))
        #expect(BidderIdentity(taxID: "1835035008").competitor == nil)
        #expect(BidderIdentity(taxID: "7707083893") == .known("7707083893"))
        #expect(BidderIdentity(taxID: "DE 123 456 789").competitor == "DE123456789")
        #expect(BidderIdentity(taxID: nil).isAnonymous)
    }

    private func lot(_ start: Int64?, _ bids: [(String, Int64?, Bool)], differ: Bool = false) -> LotFacts {
        LotFacts(
            start: start.map { Money($0) },
            bids: bids.map { BidFacts(BidderIdentity(taxID: $0.0), $0.1.map { Money($0) }, isWinner: $0.2) },
            basesDiffer: differ)
    }

    @Test func `two different bidders contest a lot, anonymous ones too, and one who bids twice does not`() {
        let (a, b) = ("7707083893", "7728168971")
        #expect(!lot(100, []).isContested)
        #expect(!lot(100, [(a, 90, true)]).isContested)
        #expect(!lot(100, [(a, 90, true), (a, 91, false)]).isContested)
        #expect(lot(100, [(a, 90, true), (b, 91, false)]).isContested)
        #expect(lot(100, [(a, 90, true), ("NA1", nil, false)]).isContested)
        #expect(lot(100, [("NA1", 90, true), ("NA2", nil, false)]).isContested)
        #expect(lot(100, [("Empty", 90, true), ("Empty", 92, false)]).isContested)
    }

    @Test func `the fall needs a contested lot and both prices, and keeps its sign`() {
        let (a, b) = ("7707083893", "7728168971")
        #expect(lot(100, [(a, 90, true), (b, 95, false)]).fall.map { abs($0 - 0.1) < 1e-12 } == true)
        #expect(lot(100, [(a, 110, true), (b, 95, false)]).fall.map { $0 < 0 } == true)
        #expect(lot(100, [(a, 90, true)]).fall == nil)
        #expect(lot(nil, [(a, 90, true), (b, 95, false)]).fall == nil)
        #expect(lot(0, [(a, 90, true), (b, 95, false)]).fall == nil)
        #expect(lot(100, [(a, 0, true), (b, 95, false)]).fall == nil)
        #expect(lot(100, [(a, nil, true), (b, 95, false)]).fall == nil)
        #expect(lot(100, [(a, 90, true), (b, 95, false)], differ: true).fall == nil)
    }

    @Test(
        arguments: [
            (120_00, 100_00, true), (110_00, 100_00, true), (122_00, 100_00, true), (120_50, 100_00, true),
            (121_00, 100_00, false), (115_00, 100_00, false), (99_00, 100_00, true), (100_00, 100_00, false),
        ] as [(Int64, Int64, Bool)])
    func `a price above the start or a start with VAT on top asks for the basis`(
        start: Int64, price: Int64, asks: Bool
    ) {
        let facts = lot(start, [("7707083893", price, true), ("7728168971", nil, false)])
        #expect(facts.asksForBasis() == asks)
        #expect(!lot(start, [("7707083893", price, true)], differ: true).asksForBasis())
    }

    @Test func `a win rate is counts below five lots and has Wilson's bounds from five on`() throws {
        #expect(WinRate(won: 2, of: 4).bounds == nil && WinRate(won: 2, of: 4).percent == nil)
        let rate = WinRate(won: 7, of: 12)
        let bounds = try #require(rate.bounds)
        #expect(rate.percent == 58)
        #expect(abs(bounds.lowerBound - 31.95) < 0.01 && abs(bounds.upperBound - 80.67) < 0.01)
        let none = try #require(WinRate(won: 0, of: 5).bounds)
        #expect(none.lowerBound == 0 && abs(none.upperBound - 43.45) < 0.01)
    }
}
