import Domain
import Testing

@testable import Demo
@testable import Store

/// What is judged and known of the people of a demo world, and acts on it.
enum ProfileActs {
    /// Ties of person 1 to 2, 3 and 4, of person 2 to 3; of persons 1 and 2 an assessment at client 2, a step and a fact each, and a
    /// change that is expected there, the second of which concerns somebody of the client. The numbers of judgements begin with 1.
    static func judge(_ write: WriteTransaction) throws {
        for (from, to, kind) in [(1, 2, .friend), (1, 3, .mentorOf), (4, 1, .reportsTo), (2, 3, .rival)]
            as [(Int64, Int64, TieKind)]
        {
            try write.addTie(TieDraft(kind: kind, from: write.today - 90, strength: 2), from: ID(from), to: ID(to))
        }
        for person in [1, 2] as [Person.ID] {
            try write.assess(person, at: 2, AssessmentDraft(day: write.today - 30, power: 3, stance: 1))
            try write.climb(person, LadderDraft(day: write.today - 30, step: .contact, theirs: "Took the card"))
            try write.addFact(
                FactDraft(kind: .interest, text: "Sailing", source: "Said so", day: write.today - 30), of: person)
        }
        let somebody = try write.read.expectedPeople(at: 2, with: nil, on: write.today)[0].id
        for person in [nil, somebody] {
            try write.expect(
                ExpectedChangeDraft(
                    kind: .retirement, text: "Leaves", person: person, day: write.today + 50, probability: 40,
                    shift: person == nil ? -3 : nil), at: 2)
        }
    }

    /// The last change that is expected at client 2.
    private static func expected(_ write: WriteTransaction) throws -> ExpectedChange.ID {
        try write.read.one("SELECT max(id) FROM expected_change WHERE client_id = 2", []) { $0.id(0) }
    }

    static let acts: [(name: String, act: @Sendable (WriteTransaction) throws -> Void)] = [
        ("a tie is added", { try $0.addTie(TieDraft(kind: .family, source: "A wedding"), from: 3, to: 2) }),
        (
            "a tie is corrected",
            { write in
                var draft = try write.read.tie(1).draft
                (draft.kind, draft.from, draft.to) = (.studiedWith, nil, write.today)
                (draft.strength, draft.isPositive, draft.certainty) = (3, false, .confirmed)
                try write.changeTie(1, from: nil, draft)
            }
        ),
        ("a tie is deleted", { try $0.deleteTie(2, from: nil) }),
        (
            "a person is reassessed",
            { try $0.assess(1, at: 2, AssessmentDraft(day: $0.today, stance: -2, competitor: "Rival & co")) }
        ),
        (
            "an assessment is corrected",
            { write in
                let openness = AssessmentDraft(day: write.today, openness: 2, certainty: .confirmed, source: "Heard")
                try write.changeAssessment(1, from: nil, openness)
            }
        ),
        ("an assessment is deleted", { try $0.deleteAssessment(2, from: nil) }),
        (
            "a person climbs",
            {
                try $0.climb(
                    1, LadderDraft(day: $0.today, step: .acquainted, theirs: "Asked for us", ours: "Met twice"))
            }
        ),
        (
            "a step is corrected",
            { write in
                try write.changeLadderMove(1, from: nil, LadderDraft(day: write.today, step: .none, ours: "No answer"))
            }
        ),
        ("a step is deleted", { try $0.deleteLadderMove(2, from: nil) }),
        (
            "a fact is added",
            { write in
                try write.addFact(
                    FactDraft(kind: .degree, text: "PhD", source: "A list", day: write.today, privacy: .public), of: 3)
            }
        ),
        (
            "a fact is corrected",
            { write in
                try write.changeFact(
                    1, from: nil,
                    FactDraft(kind: .approach, text: "By letter", source: "A", day: write.today, privacy: .personal))
            }
        ),
        ("a fact is deleted", { try $0.deleteFact(2, from: nil) }),
        (
            "a change is expected",
            {
                try $0.expect(
                    ExpectedChangeDraft(
                        kind: .election, text: "Elections", day: $0.today + 30, probability: 50, shift: -20,
                        source: "The press"), at: 2)
            }
        ),
        (
            "an expected change is corrected",
            { write in
                let id = try expected(write)
                var draft = try write.read.expectedChange(id).draft
                (draft.kind, draft.person, draft.day, draft.shift) = (.merger, nil, write.today - 1, 100)
                try write.changeExpectation(id, from: nil, draft)
            }
        ),
        ("what was expected has happened", { try $0.conclude(expected($0), hasHappened: true) }),
        ("what was expected has not happened", { try $0.conclude(expected($0), hasHappened: false) }),
        ("an expected change is deleted", { try $0.deleteExpectation(expected($0), from: nil) }),
        (
            "one of whom something is expected is deleted",
            { write in
                let person = try #require(try write.read.expectedChange(expected(write)).draft.person)
                try write.deletePerson(person, from: write.read.person(person).version)
            }
        ),
        ("two records of a person become one", { try $0.mergePerson(2, into: 1, from: [:]) }),
    ]

    /// Changes of a record of each kind, for its versions to be put back.
    static let records:
        [(subject: Change.Subject, change: @Sendable (WriteTransaction, inout SplitMix) throws -> Void)] =
            [
                (
                    .tie,
                    { write, random in
                        var draft = try write.read.tie(2).draft
                        (draft.kind, draft.strength) = (random.pick(TieKind.allCases), 1 + random.below(3))
                        draft.source = random.pick([nil, "A congress", "A friend"])
                        try write.changeTie(2, from: nil, draft)
                    }
                ),
                (
                    .assessment,
                    { write, random in
                        try write.changeAssessment(
                            2, from: nil,
                            random.chance(50)
                                ? AssessmentDraft(
                                    day: write.today, power: random.below(6), stance: random.pick([nil, 2]))
                                : AssessmentDraft(day: write.today, stance: random.below(5) - 2, competitor: "Other"))
                    }
                ),
                (
                    .ladderMove,
                    { write, random in
                        let step = random.pick(LadderStep.allCases)
                        try write.changeLadderMove(
                            2, from: nil,
                            LadderDraft(day: write.today, step: step, theirs: "So", ours: random.pick(["We", "Us"])))
                    }
                ),
                (
                    .expectedChange,
                    { write, random in
                        guard random.chance(70) else {
                            return try write.conclude(2, hasHappened: random.pick([nil, true, false]))
                        }
                        var draft = try write.read.expectedChange(2).draft
                        (draft.probability, draft.shift) = (1 + random.below(99), random.below(9) - 4)
                        (draft.kind, draft.source) = (random.pick(ExpectedKind.allCases), random.pick([nil, "A list"]))
                        draft.person = random.chance(30) ? nil : draft.person
                        try write.changeExpectation(2, from: nil, draft)
                    }
                ),
                (
                    .fact,
                    { write, random in
                        try write.changeFact(
                            2, from: nil,
                            FactDraft(
                                kind: random.pick(FactKind.allCases), text: "Text \(random.below(9))", source: "A",
                                day: write.today - random.below(9), privacy: random.pick(Privacy.allCases)))
                    }
                ),
            ]
}

extension ID: ExpressibleByIntegerLiteral {
    public init(integerLiteral number: Int64) { self.init(number) }
}
