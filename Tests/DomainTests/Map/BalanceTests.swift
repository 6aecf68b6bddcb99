import Domain
import Testing

@Suite struct BalanceTests {
    private static let (a, b) = (Person.ID(1), Person.ID(2))
    private static let always = [span(a, from: nil, to: nil), span(b, from: nil, to: nil)]

    private static let client = Client.ID(1)

    private static func span(_ person: Person.ID, from: Day?, to: Day?) -> PostSpan {
        PostSpan(person: person, client: client, from: from, to: to)
    }

    private static func day(_ text: String) -> Day { Day(text)! }

    private static func judged(_ person: Person.ID, _ day: String, power: Int? = nil, stance: Int? = nil) -> Judgement {
        Judgement(person: person, client: client, day: Day(day)!, power: power, stance: stance)
    }

    private static func curve(_ judgements: [Judgement], _ spans: [PostSpan], _ first: String, _ last: String)
        -> [[Int]]
    {
        Balance.curve(judgements, spans, from: day(first), to: day(last)).map { [$0.low, $0.middle, $0.high] }
    }

    @Test(
        arguments: [
            (5, 2, [10, 10, 10]), (5, -2, [-10, -10, -10]), (3, 0, [0, 0, 0]), (0, 2, [0, 0, 0]),
            (4, nil, [-8, 0, 8]), (nil, 1, [0, 1, 5]), (nil, -2, [-10, -2, 0]), (nil, 0, [0, 0, 0]),
            (nil, nil, [-10, 0, 10]),
        ] as [(Int?, Int?, [Int])])
    func `an unknown judgement widens the balance and does not move it`(power: Int?, stance: Int?, balance: [Int]) {
        let judgements =
            power == nil && stance == nil
            ? [] : [BalanceTests.judged(BalanceTests.a, "2025-01-01", power: power, stance: stance)]
        let spans = [BalanceTests.span(BalanceTests.a, from: nil, to: nil)]
        #expect(BalanceTests.curve(judgements, spans, "2025-06-01", "2025-06-01") == [balance])
    }

    @Test func `the curve has a point where something changes and at both ends`() {
        let points = Balance.curve(
            [
                BalanceTests.judged(BalanceTests.a, "2025-02-01", power: 5, stance: 2),
                BalanceTests.judged(BalanceTests.b, "2025-02-01", power: 1, stance: -1),
                BalanceTests.judged(BalanceTests.a, "2025-03-01", stance: -2),
            ], BalanceTests.always, from: BalanceTests.day("2025-01-01"), to: BalanceTests.day("2025-04-01"))
        #expect(points.map(\.day.iso) == ["2025-01-01", "2025-02-01", "2025-03-01", "2025-04-01"])
        #expect(points.map(\.middle) == [0, 9, -11, -11])
        #expect(points.map(\.low) == [-20, 9, -11, -11] && points.map(\.high) == [20, 9, -11, -11])
    }

    @Test func `a person counts only on the days of their post`() {
        let spans = [
            BalanceTests.span(BalanceTests.a, from: BalanceTests.day("2025-02-01"), to: BalanceTests.day("2025-02-28"))
        ]
        let judgements = [BalanceTests.judged(BalanceTests.a, "2020-01-01", power: 4, stance: 1)]
        #expect(
            BalanceTests.curve(judgements, spans, "2025-01-31", "2025-03-01")
                == [[0, 0, 0], [4, 4, 4], [0, 0, 0]])
    }

    @Test func `a person with two posts at once counts once`() {
        let spans = [
            BalanceTests.span(BalanceTests.a, from: nil, to: BalanceTests.day("2025-02-28")),
            BalanceTests.span(BalanceTests.a, from: BalanceTests.day("2025-02-01"), to: nil),
        ]
        let judgements = [BalanceTests.judged(BalanceTests.a, "2020-01-01", power: 3, stance: 2)]
        #expect(Set(BalanceTests.curve(judgements, spans, "2025-01-01", "2025-04-01")) == [[6, 6, 6]])
    }

    @Test func `a person with posts at two clients counts at each by the judgement made there`() {
        let (first, second) = (Client.ID(1), Client.ID(2))
        func judged(_ client: Client.ID, power: Int, stance: Int) -> Judgement {
            Judgement(
                person: BalanceTests.a, client: client, day: BalanceTests.day("2025-01-01"), power: power,
                stance: stance)
        }
        func curve(_ spans: [PostSpan]) -> [[Int]] {
            BalanceTests.curve(
                [judged(first, power: 5, stance: 2), judged(second, power: 3, stance: -1)], spans, "2025-06-01",
                "2025-06-01")
        }
        let posts = [first, second].map { PostSpan(person: BalanceTests.a, client: $0, from: nil, to: nil) }
        #expect(curve(posts) == [[7, 7, 7]])
        #expect(curve([posts[1]]) == [[-3, -3, -3]])
    }

    @Test func `the later in the list of two judgements on one day is used`() {
        let judgements = [
            BalanceTests.judged(BalanceTests.a, "2025-01-01", power: 1, stance: 1),
            BalanceTests.judged(BalanceTests.a, "2025-01-01", power: 5),
        ]
        let spans = [BalanceTests.span(BalanceTests.a, from: nil, to: nil)]
        #expect(BalanceTests.curve(judgements, spans, "2025-01-01", "2025-01-01") == [[5, 5, 5]])
    }

    @Test func `a curve that ends before it begins is empty, and a curve of nobody is flat`() {
        #expect(BalanceTests.curve([], BalanceTests.always, "2025-01-02", "2025-01-01").isEmpty)
        #expect(BalanceTests.curve([], [], "2025-01-01", "2025-01-31") == [[0, 0, 0], [0, 0, 0]])
    }

    @Test(arguments: 0..<20)
    func `the curve on each day equals the balance computed for that day alone`(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let start = BalanceTests.day("2025-01-01")
        let people = (1...6).map { Person.ID(Int64($0)) }
        let judgements = (0..<30).map { _ in
            Judgement(
                person: people[random.below(6)], client: BalanceTests.client, day: start + random.below(60),
                power: random.below(3) == 0 ? nil : random.below(6),
                stance: random.below(3) == 0 ? nil : random.below(5) - 2)
        }
        let spans = people.map { person in
            let from = start + random.below(40)
            return BalanceTests.span(
                person, from: random.below(2) == 0 ? nil : from,
                to: random.below(2) == 0 ? nil : from + random.below(20))
        }
        let curve = Balance.curve(judgements, spans, from: start, to: start + 59)
        for day in (0..<60).map({ start + $0 }) {
            let alone = Balance.curve(judgements, spans, from: day, to: day)[0]
            let there = curve.last { $0.day <= day }!
            #expect([there.low, there.middle, there.high] == [alone.low, alone.middle, alone.high], "on \(day.iso)")
        }
    }
}
