import Testing

@testable import Domain

@Suite struct IntroductionTests {
    /// The number of the colleague is 3.
    static let me = 7

    static func sure(_ a: Int, _ b: Int, _ kind: TieKind = .worksWith, _ strength: Int = 3) -> InfluenceTie {
        InfluenceTie(a: a, b: b, kind: kind, strength: strength, certainty: .confirmed)
    }

    static func start(_ user: Int, _ person: Int, _ step: LadderStep = .close) -> Introduction.Start {
        Introduction.Start(user: user, person: person, step: step)
    }

    static func introduction(
        to target: Int, of count: Int, _ ties: [InfluenceTie], _ starts: [Introduction.Start],
        forbidsPersonal: Bool = false
    ) -> Introduction? {
        Introduction(to: target, count: count, ties: ties, starts: starts, me: me, forbidsPersonal: forbidsPersonal)
    }

    @Test func `a person who is already close needs no introduction`() throws {
        let found = try #require(IntroductionTests.introduction(to: 0, of: 1, [], [IntroductionTests.start(7, 0)]))
        #expect(found.best.people == [0] && found.best.ties.isEmpty && found.best.isPersonal.isEmpty)
        #expect(found.best.user == 7 && found.best.product == 1 && found.best.weakest == nil && found.mine == nil)
    }

    @Test func `an introduction names the weakest step of its best chain`() throws {
        let ties = [
            InfluenceTie(a: 2, b: 1, kind: .reportsTo, strength: 3, certainty: .assumed),
            IntroductionTests.sure(0, 1, .ally, 2), IntroductionTests.sure(3, 2, .family),
        ]
        let starts = [IntroductionTests.start(7, 0, .loyal)]
        let chain = try #require(IntroductionTests.introduction(to: 3, of: 4, ties, starts)).best
        #expect(chain.people == [0, 1, 2, 3] && chain.ties == [1, 0, 2])
        #expect(abs(chain.product - 0.5 * 2 / 3 * 0.5) < 1e-12)
        #expect(chain.weakest == 1 && chain.isPersonal == [false, false, true])
    }

    @Test func `two strong steps are better than one weak one`() throws {
        let ties = [IntroductionTests.sure(0, 2, .ally, 1), IntroductionTests.sure(0, 1), IntroductionTests.sure(1, 2)]
        let chain = try #require(IntroductionTests.introduction(to: 2, of: 3, ties, [IntroductionTests.start(7, 0)]))
            .best
        #expect(chain.ties == [1, 2] && chain.product == 1)
    }

    @Test(arguments: [(6, true), (7, false)])
    func `a chain has at most six ties`(length: Int, isFound: Bool) {
        let ties = (0..<length).map { IntroductionTests.sure($0 + 1, $0) }
        let found = IntroductionTests.introduction(to: length, of: length + 1, ties, [IntroductionTests.start(7, 0)])
        #expect((found != nil) == isFound)
    }

    @Test func `a shorter chain is taken if the best way to a middle person would make it too long`() throws {
        let long = (0..<4).map { IntroductionTests.sure($0, $0 + 1) }
        let ties = long + [IntroductionTests.sure(0, 4, .ally, 1)] + (4..<7).map { IntroductionTests.sure($0, $0 + 1) }
        let chain = try #require(IntroductionTests.introduction(to: 7, of: 8, ties, [IntroductionTests.start(7, 0)]))
            .best
        #expect(chain.people == [0, 4, 5, 6, 7] && chain.weakest == 0)
    }

    @Test func `the viewer's own chain is preferred to an equally good one, even if it is longer`() throws {
        let ties = [IntroductionTests.sure(0, 1), IntroductionTests.sure(1, 2), IntroductionTests.sure(3, 2)]
        let starts = [IntroductionTests.start(3, 3), IntroductionTests.start(7, 0)]
        let found = try #require(IntroductionTests.introduction(to: 2, of: 4, ties, starts))
        #expect(found.best.user == 7 && found.best.people == [0, 1, 2] && found.mine == nil)
    }

    @Test func `if the best chain begins with a colleague, the viewer's own best chain is shown too`() throws {
        let ties = [IntroductionTests.sure(0, 2, .ally, 1), IntroductionTests.sure(1, 2)]
        let starts = [IntroductionTests.start(7, 0), IntroductionTests.start(3, 1)]
        let found = try #require(IntroductionTests.introduction(to: 2, of: 3, ties, starts))
        #expect(found.best.user == 3 && found.best.people == [1, 2])
        #expect(found.mine?.people == [0, 2] && found.mine?.user == 7)
    }

    @Test func `a colleague who is close to the target comes before a longer chain of the viewer's own`() throws {
        let starts = [IntroductionTests.start(7, 0), IntroductionTests.start(3, 1)]
        let found = try #require(IntroductionTests.introduction(to: 1, of: 2, [IntroductionTests.sure(0, 1)], starts))
        #expect(found.best.people == [1] && found.best.user == 3 && found.mine?.people == [0, 1])
    }

    @Test(arguments: [TieKind.family, .friend])
    func `a personal tie is marked, and is not used where personal ties are forbidden`(kind: TieKind) throws {
        let ties = [IntroductionTests.sure(0, 1, kind), IntroductionTests.sure(1, 0, .ally, 1)]
        let starts = [IntroductionTests.start(7, 0)]
        let free = try #require(IntroductionTests.introduction(to: 1, of: 2, ties, starts)).best
        #expect(free.ties == [0] && free.isPersonal == [true])
        let strict = try #require(IntroductionTests.introduction(to: 1, of: 2, ties, starts, forbidsPersonal: true))
            .best
        #expect(strict.ties == [1] && strict.isPersonal == [false])
        #expect(IntroductionTests.introduction(to: 1, of: 2, [ties[0]], starts, forbidsPersonal: true) == nil)
    }

    @Test func `the tie that is not personal is taken of two equal ties between two people`() throws {
        let ties = [IntroductionTests.sure(0, 1, .friend), IntroductionTests.sure(1, 0, .studiedWith)]
        let chain = try #require(IntroductionTests.introduction(to: 1, of: 2, ties, [IntroductionTests.start(7, 0)]))
            .best
        #expect(chain.ties == [1])
    }

    @Test func `a rival, a negative tie or a mere acquaintance leads to no introduction`() {
        var negative = IntroductionTests.sure(0, 1)
        negative.isPositive = false
        let starts = [IntroductionTests.start(7, 0)]
        for ties in [[], [negative], [IntroductionTests.sure(0, 1, .rival)], [IntroductionTests.sure(1, 1)]] {
            #expect(IntroductionTests.introduction(to: 1, of: 2, ties, starts) == nil)
        }
        #expect(IntroductionTests.introduction(to: 0, of: 1, [], [IntroductionTests.start(7, 0, .acquainted)]) == nil)
        #expect(IntroductionTests.introduction(to: 0, of: 1, [], []) == nil)
    }

    /// The greatest product by trying every way.
    static func greatest(to target: Int, from person: Int, _ ties: [InfluenceTie], passed: [Int] = []) -> Double {
        guard person != target else { return 1 }
        guard passed.count < Introduction.mostTies else { return 0 }
        return ties.reduce(0) { best, tie in
            guard tie.a == person || tie.b == person else { return best }
            let next = tie.a == person ? tie.b : tie.a
            guard !passed.contains(next) else { return best }
            return max(best, tie.weight * greatest(to: target, from: next, ties, passed: passed + [person]))
        }
    }

    @Test(arguments: 0..<20)
    func `no other chain of at most six ties has a greater product`(seed: Int) {
        var dice = LayoutDice(seed)
        let ties = dice.ties(14, among: 9).map {
            InfluenceTie(
                a: $0.0, b: $0.1, kind: .ally, strength: 1 + dice.below(3),
                certainty: dice.below(2) == 0 ? .assumed : .confirmed)
        }
        let starts = [IntroductionTests.start(3, 0, .loyal), IntroductionTests.start(7, 1)]
        for target in 0..<9 {
            let found = IntroductionTests.introduction(to: target, of: 9, ties, starts)
            let best = max(
                0.5 * IntroductionTests.greatest(to: target, from: 0, ties),
                IntroductionTests.greatest(to: target, from: 1, ties))
            #expect(abs((found?.best.product ?? 0) - best) < 1e-9)
            guard let chain = found?.best else { continue }
            #expect(chain.people.last == target && Set(chain.people).count == chain.people.count)
            for (step, tie) in chain.ties.enumerated() {
                #expect([ties[tie].a, ties[tie].b].sorted() == chain.people[step...step + 1].sorted())
            }
        }
    }
}
