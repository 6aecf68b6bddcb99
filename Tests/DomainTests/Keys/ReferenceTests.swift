import Testing

@testable import Domain

/// What of a reference may be told to an outsider.
@Suite struct ReferenceTests {
    private static let today = Day("2026-03-02")!

    private func card(
        _ name: String, _ permits: Citation?, _ grade: Certainty, until: Day? = nil, segment: String? = nil
    )
        -> ReferenceSheet.Card
    {
        func evidence(_ kind: EvidenceKind) -> EvidenceDraft {
            EvidenceDraft(
                .known, kind, claim: kind.rawValue, source: "s", day: ReferenceTests.today - 9, grade: grade,
                until: until,
                permits: kind == .permission ? permits : nil)
        }
        return ReferenceSheet.Card(
            Named(id: ID(1), name: name), .hospital, segment: segment, territory: nil,
            [evidence(.permission), evidence(.result), evidence(.scope)])!
    }

    @Test func `only a confirmed permission that holds permits anything`() {
        let today = ReferenceTests.today
        #expect(card("a", .named, .confirmed).citation(on: today) == .named)
        #expect(card("a", nil, .confirmed).citation(on: today) == .hidden)
        #expect(card("a", .named, .assumed).citation(on: today) == nil)
        #expect(card("a", .amounts, .confirmed, until: today - 1).citation(on: today) == nil)
    }

    @Test func `a card needs what we did, its result and the permission`() {
        let scope = EvidenceDraft(.known, .scope, claim: "c", source: "s", day: ReferenceTests.today)
        #expect(
            ReferenceSheet.Card(Named(id: ID(1), name: "a"), .hospital, segment: nil, territory: nil, [scope]) == nil)
    }

    @Test func `a segment chooses, and outsiders see what may be cited`() {
        let all = [
            card("a", .named, .confirmed, segment: "x"), card("b", .named, .assumed, segment: "x"),
            card("c", .hidden, .confirmed, segment: "y"),
        ]
        func names(_ query: ReferenceQuery) -> [String] {
            ReferenceSheet(query, today: ReferenceTests.today, all: all).cards.map(\.client.name)
        }
        #expect(names(ReferenceQuery()) == ["a", "b", "c"])
        #expect(names(ReferenceQuery(segment: "x")) == ["a", "b"])
        #expect(names(ReferenceQuery(isForOutsiders: true)) == ["a", "c"])
        #expect(ReferenceSheet(ReferenceQuery(), today: ReferenceTests.today, all: all).segments == ["x", "y"])
    }
}
