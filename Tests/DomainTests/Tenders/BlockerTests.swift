import Testing

@testable import Domain

@Suite struct BlockerTests {
    static let today = Day("2026-11-30")!

    /// A tender in which nothing is in the way.
    static func clear(_ stage: TenderStage = .open) -> BlockerFacts {
        BlockerFacts(
            stage: stage, go: .go, kam: "Anna", signingDay: today + 17, applicationDay: today + 3,
            value: Money(5_000_00), noticeChangedOn: today - 6,
            papers: [
                PaperFacts(.licence, "L", expires: nil),
                PaperFacts(.registration, "R", product: Product.ID(7), expires: today + 400),
                PaperFacts(.attorney, "A", expires: today + 40, scope: .everything, limit: Money(9_000_00)),
            ],
            lines: [
                .init(id: 1, "Declaration", who: "Olga", doneOn: today - 2),
                .init(id: 2, "Licence", paper: .licence),
                .init(id: 3, "Registration", paper: .registration, product: Product.ID(7)),
                .init(id: 4, "Power of attorney", paper: .attorney),
            ],
            securities: [
                .init(
                    id: 5, .bid, paidOn: today - 4, amount: Money(100), needed: Money(100), until: today + 30,
                    neededUntil: today + 24)
            ],
            requirements: [.init(id: 6, "Shelf life", .meets, confirmedOn: today - 1)],
            questions: [.init(id: 7, "Packing?", askedOn: today - 2, answeredOn: today - 1)])
    }

    typealias Change = @Sendable (inout BlockerFacts) -> Void

    /// Every kind: what makes it appear, what it says, and before which deadline it stands.
    static let cases: [(name: String, change: Change, kind: Blocker.Kind, who: String, before: DeadlineKind)] = [
        ("undecided", { $0.go = .undecided }, .goUndecided, "Anna", .applications),
        ("line undone", { $0.lines[0].doneOn = nil }, .applicationUndone, "Olga", .applications),
        ("line older than the notice", { $0.lines[0].doneOn = today - 7 }, .confirmAgain, "Olga", .applications),
        ("no licence", { $0.papers.removeFirst() }, .paperLacking, "Anna", .applications),
        ("of another product", { $0.papers[1].product = Product.ID(8) }, .paperLacking, "Anna", .applications),
        ("ends before the signing", { $0.papers[1].expires = today + 16 }, .paperEnds, "Anna", .signingOurs),
        ("ended already", { $0.papers[1].expires = today - 1 }, .paperEnds, "Anna", .applications),
        ("no power of attorney", { $0.papers.removeLast() }, .noAttorney, "Anna", .applications),
        ("only for bidding", { $0.papers[2].scope = .bidding }, .attorneyScope, "Anna", .applications),
        ("only up to a limit", { $0.papers[2].limit = Money(4_999_99) }, .attorneyLimit, "Anna", .applications),
        ("unpaid", { $0.securities[0].paidOn = nil }, .securityUnpaid, "Anna", .applications),
        ("too short", { $0.securities[0].until = today + 23 }, .securityShort, "Anna", .applications),
        ("too little", { $0.securities[0].amount = Money(99) }, .securityLittle, "Anna", .applications),
        ("unknown", { $0.requirements[0].verdict = .unknown }, .requirementUnknown, "Anna", .applications),
        ("not met", { $0.requirements[0].verdict = .fails }, .requirementUnmet, "Anna", .applications),
        (
            "confirmed before the notice changed", { $0.requirements[0].confirmedOn = today - 7 }, .confirmAgain,
            "Anna",
            .applications
        ),
        ("unanswered", { $0.questions[0].answeredOn = nil }, .questionUnanswered, "Anna", .applications),
        (
            "drafted only",
            {
                $0.questions[0].answeredOn = nil
                $0.questions[0].askedOn = nil
            }, .questionUnasked, "Anna", .applications
        ),
        (
            "the signer's certificate ends",
            {
                $0.signer = User.ID(3)
                $0.papers.append(PaperFacts(.signature, "7F", user: User.ID(3), expires: today + 2))
            }, .paperEnds, "Anna", .signingOurs
        ),
    ]

    @Test(arguments: cases.indices)
    func `each lack is in the way, and goes when it is cleared`(index: Int) {
        let (_, change, kind, who, before) = BlockerTests.cases[index]
        var facts = BlockerTests.clear()
        #expect(facts.blockers(on: BlockerTests.today).isEmpty)
        change(&facts)
        let found = facts.blockers(on: BlockerTests.today)
        #expect(found.map(\.kind) == [kind])
        #expect(found.first?.who == who && found.first?.before == before)
    }

    @Test func `every kind of blocker is in the table`() {
        #expect(Set(BlockerTests.cases.map(\.kind)) == Set(Blocker.Kind.allCases))
    }

    @Test func `a no-go and a signed contract have nothing in the way`() {
        var facts = BlockerTests.clear()
        facts.lines[0].doneOn = nil
        facts.go = .noGo
        #expect(facts.blockers(on: BlockerTests.today).isEmpty)
        facts.go = .go
        facts.stage = .execution
        #expect(facts.blockers(on: BlockerTests.today).isEmpty)
    }

    @Test func `once the application is in, only papers and securities are in the way of the signing`() {
        var facts = BlockerTests.clear(.decided)
        facts.go = .undecided
        facts.lines[0].doneOn = nil
        facts.requirements[0].verdict = .unknown
        facts.papers[1].expires = BlockerTests.today + 10
        facts.securities = [
            .init(id: 5, .bid), .init(id: 6, .contract), .init(id: 7, .warranty),
            .init(id: 8, .contract, returnedOn: BlockerTests.today),
        ]
        let found = facts.blockers(on: BlockerTests.today)
        #expect(found.map(\.kind) == [.paperEnds, .securityUnpaid])
        #expect(found.allSatisfy { $0.before == .signingOurs })
    }

    @Test func `a tender that was moved on to bidding still waits for the application`() {
        var facts = BlockerTests.clear(.bidding)
        facts.applicationDay = BlockerTests.today + 1
        facts.lines[0].doneOn = nil
        #expect(facts.blockers(on: BlockerTests.today).map(\.kind) == [.applicationUndone])
        facts.isSubmitted = true
        #expect(facts.blockers(on: BlockerTests.today).isEmpty)
        facts.isSubmitted = false
        facts.applicationDay = nil
        #expect(facts.blockers(on: BlockerTests.today).isEmpty)
    }

    @Test func `lots that are all decided leave in the way only what the signing of a won one needs`() {
        var facts = BlockerTests.clear()
        facts.lines[0].doneOn = nil
        facts.securities = [.init(id: 6, .contract)]
        facts.outcomes = [.lost, .undecided]
        #expect(facts.blockers(on: BlockerTests.today).map(\.kind).contains(.applicationUndone))
        facts.outcomes = [.lost, .withdrawn]
        #expect(facts.blockers(on: BlockerTests.today).isEmpty)
        facts.outcomes = [.lost, .won]
        facts.stage = .decided
        #expect(facts.blockers(on: BlockerTests.today).map(\.kind) == [.securityUnpaid])
    }

    @Test func `what stands before an earlier deadline comes first`() {
        var facts = BlockerTests.clear()
        facts.papers[1].expires = BlockerTests.today + 10
        facts.securities[0].paidOn = nil
        #expect(facts.blockers(on: BlockerTests.today).map(\.before) == [.applications, .signingOurs])
    }
}
