import Testing

@testable import Domain

@Suite struct EventTests {
    static let day = Day("2026-03-02")!
    static let currency = Currency("EUR")

    /// Cost | invited, accepted, came | the last day from today | per head, of how many, who counts.
    @Test(
        arguments: [
            (1000, [5, 4, 3], -1, [333, 3], .came), (1000, [5, 4, 0], -1, nil, nil),
            (1000, [5, 4, 3], 0, [250, 4], .accepted),
            (1000, [3, 0, 0], 9, [333, 3], .invited), (1001, [2, 0, 0], 9, [501, 2], .invited),
            (1000, [0, 0, 0], 9, nil, nil),
            (nil, [5, 4, 3], -1, nil, nil), (0, [5, 4, 3], -1, [0, 3], .came),
        ] as [(Int64?, [Int], Int, [Int64]?, CostPerHead.Basis?)])
    func `the cost is divided by the guests who came, or before the event by those who will come`(
        cost: Int64?, counts: [Int], last: Int, expected: [Int64]?, basis: CostPerHead.Basis?
    ) {
        let event = EventDraft(
            name: "E", kind: .own, from: EventTests.day - 5, to: EventTests.day + last, cost: cost.map { Money($0) })
        let perHead = CostPerHead(
            event, EventCounts(invited: counts[0], accepted: counts[1], came: counts[2]), on: EventTests.day)
        #expect(perHead.map { [$0.amount.minor, Int64($0.heads)] } == expected)
        #expect(perHead?.basis == basis)
    }

    @Test(
        arguments: [
            ([:], ["name": .required, "kind": .required, "start": .required]),
            (["name": "E", "kind": "party", "start": "2026-03-02"], ["kind": .notAChoice]),
            (["name": "E", "kind": "own", "start": "soon"], ["start": .notADate]),
            (["name": "E", "kind": "own", "start": "2026-03-02", "end": "2026-03-01"], ["end": .endsBeforeStart]),
            (["name": "E", "kind": "own", "start": "2026-03-02", "end": "2026-05-01"], ["end": .lastsTooLong(60)]),
            (["name": "E", "kind": "own", "start": "2026-03-02", "cost": "-1"], ["cost": .notAnAmount(2)]),
        ] as [([String: String], [String: Problem])])
    func `an event with a missing or wrong field is refused beside that field`(
        typed: [String: String], problems: [String: Problem]
    ) {
        #expect(throws: Problems(problems)) { try EventDraft(Entries(typed), EventTests.currency) }
    }

    @Test func `an event without a last day is one day, and reads back as it was written`() throws {
        let draft = try EventDraft(
            Entries(["name": "E", "kind": "круглый стол", "start": "2.3.2026", "cost": "1 234,50"]), EventTests.currency
        )
        #expect(draft.kind == .roundTable && draft.from == EventTests.day && draft.to == draft.from)
        #expect(draft.cost == Money(123_450))
        #expect(try EventDraft(draft.entries(EventTests.currency), EventTests.currency) == draft)
        let longest = Entries(["name": "E", "kind": "own", "start": "2026-03-02", "end": "2026-04-30"])
        #expect(try EventDraft(longest, EventTests.currency).to == EventTests.day + 59)
    }

    @Test func `a talk has exactly one speaker`() throws {
        let entries = Entries(["topic": "T", "user": "2"])
        #expect(try TalkDraft(entries, person: nil).speaker == .user(ID(2)))
        #expect(try TalkDraft(Entries(["topic": "T"]), person: ID(3)).speaker == .person(ID(3)))
        #expect(throws: Problems(["user": .tooMany(1)])) { try TalkDraft(entries, person: ID(3)) }
        #expect(throws: Problems(["person": .required, "topic": .required])) { try TalkDraft(Entries(), person: nil) }
    }

    @Test(arguments: GuestStanding.allCases)
    func `the next standing of a guest is an answer before the event and a presence once it has begun`(
        standing: GuestStanding
    ) {
        let (before, after) = (standing.next(hasBegun: false), standing.next(hasBegun: true))
        #expect(!before.isEmpty && Set(before).isSubset(of: [.accepted, .declined]) && !before.contains(standing))
        #expect(!after.isEmpty && Set(after).isSubset(of: [.came, .missed]) && !after.contains(standing))
        #expect(try! GuestDraft(Entries(["standing": standing.rawValue])).standing == standing)
    }
}
