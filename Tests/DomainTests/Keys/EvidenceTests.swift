import Domain
import Testing

/// What each definition requires of its evidence, and how evidence ages.
@Suite struct EvidenceTests {
    private static let today = Day("2026-12-01")!

    private static func said(_ kind: EvidenceKind, _ day: String, until: String? = nil) -> EvidenceDraft {
        EvidenceDraft(
            kind.definition ?? .potential, kind, claim: "claim", source: "source", day: Day(day)!,
            until: until.flatMap { Day($0) })
    }

    struct Case: Sendable, CustomTestStringConvertible {
        var name: String
        var definition: KeyDefinition
        var evidence: [EvidenceDraft]
        var answer: KeyAnswer
        var testDescription: String { name }
    }

    static let cases: [Case] = [
        Case(name: "nobody has asked", definition: .partner, evidence: [], answer: .unknown),
        Case(
            name: "a case without a next step", definition: .potential,
            evidence: [said(.rivals, "2026-09-12", until: "2027-09-12")], answer: .unknown),
        Case(
            name: "a next step without a case", definition: .potential,
            evidence: [said(.nextStep, "2026-11-26", until: "2026-12-11")], answer: .unknown),
        Case(
            name: "a case with a next step", definition: .potential,
            evidence: [
                said(.nobody, "2026-09-12", until: "2027-09-12"), said(.nextStep, "2026-11-26", until: "2026-12-11"),
            ],
            answer: .met),
        Case(
            name: "a next step that is due today", definition: .potential,
            evidence: [
                said(.nobody, "2026-09-12", until: "2027-09-12"), said(.nextStep, "2026-11-26", until: "2026-12-01"),
            ],
            answer: .met),
        Case(
            name: "a next step that was due yesterday", definition: .potential,
            evidence: [
                said(.nobody, "2026-09-12", until: "2027-09-12"), said(.nextStep, "2026-11-26", until: "2026-11-30"),
            ],
            answer: .stale),
        Case(
            name: "two of three parts of a reference", definition: .known,
            evidence: [said(.scope, "2026-06-02"), said(.result, "2026-06-02")], answer: .unknown),
        Case(
            name: "a whole reference", definition: .known,
            evidence: [said(.scope, "2020-06-02"), said(.result, "2020-06-02"), said(.permission, "2026-06-02")],
            answer: .met),
        Case(
            name: "a permission that has ended", definition: .known,
            evidence: [
                said(.scope, "2020-06-02"), said(.result, "2020-06-02"),
                said(.permission, "2025-06-02", until: "2026-06-02"),
            ], answer: .stale),
        Case(
            name: "a disclosure that holds", definition: .partner,
            evidence: [said(.budget, "2026-09-14", until: "2027-03-13")],
            answer: .met),
        Case(
            name: "one of two disclosures holds", definition: .partner,
            evidence: [
                said(.budget, "2025-04-14", until: "2025-10-11"), said(.plans, "2026-09-14", until: "2027-03-13"),
            ],
            answer: .met),
        Case(
            name: "a disclosure that is old", definition: .partner,
            evidence: [said(.doubling, "2026-04-14", until: "2026-10-11")],
            answer: .stale),
        Case(
            name: "a wish alone discloses nothing", definition: .partner,
            evidence: [said(.wish, "2026-11-14", until: "2027-05-13")],
            answer: .unknown),
        Case(
            name: "an advice without what came of it", definition: .competent, evidence: [said(.advice, "2026-01-14")],
            answer: .unknown),
        Case(
            name: "an advice and what came of it", definition: .competent,
            evidence: [said(.advice, "2025-01-14"), said(.outcome, "2026-01-14")], answer: .met),
        Case(
            name: "a pilot of this year", definition: .innovator,
            evidence: [said(.pilot, "2026-05-20", until: "2028-05-19")],
            answer: .met),
        Case(
            name: "a pilot of more than two years ago", definition: .innovator,
            evidence: [said(.pilot, "2024-05-20", until: "2026-05-20")], answer: .stale),
        Case(
            name: "denied, and never said", definition: .potential, evidence: [said(.denied, "2026-05-20")],
            answer: .notMet),
        Case(
            name: "denied after it was said", definition: .potential,
            evidence: [
                said(.nobody, "2026-01-12", until: "2027-01-12"), said(.nextStep, "2026-01-12", until: "2026-12-31"),
                said(.denied, "2026-05-20"),
            ], answer: .notMet),
        Case(
            name: "said again after it was denied", definition: .potential,
            evidence: [
                said(.denied, "2026-05-20"), said(.nobody, "2026-06-12", until: "2027-06-12"),
                said(.nextStep, "2026-11-12", until: "2026-12-31"),
            ], answer: .met),
        Case(
            name: "evidence of another definition", definition: .competent,
            evidence: [said(.pilot, "2026-05-20", until: "2028-05-19")], answer: .unknown),
        Case(
            name: "evidence of tomorrow", definition: .innovator,
            evidence: [said(.pilot, "2026-12-02", until: "2028-12-02")],
            answer: .unknown),
    ]

    @Test(arguments: cases) func `a definition is met as its evidence says`(found: Case) {
        #expect(found.evidence.answer(of: found.definition, on: EvidenceTests.today) == found.answer)
    }

    @Test func `what is still so begins its age anew`() {
        let old = EvidenceTests.said(.budget, "2026-04-14", until: "2026-10-11")
        let anew = old.stillSo(on: EvidenceTests.today)
        #expect(anew.day == EvidenceTests.today && anew.until == EvidenceTests.today + 180 && anew.claim == old.claim)
        // A day that is promised does not move by itself.
        let step = EvidenceTests.said(.nextStep, "2026-11-26", until: "2026-12-11")
        #expect(step.stillSo(on: EvidenceTests.today).until == Day("2026-12-11"))
        #expect(EvidenceTests.said(.scope, "2026-04-14").stillSo(on: EvidenceTests.today).until == nil)
        // What was to hold longer than its kind does holds as long again, and no less than was said.
        let long = EvidenceTests.said(.permission, "2026-11-01", until: "2028-11-01")
        #expect(long.stillSo(on: EvidenceTests.today).until == EvidenceTests.today + 731)
    }

    @Test func `a form asks for what the definition requires`() throws {
        func problems(_ entries: [String: String]) -> [String: Problem] {
            do {
                _ = try EvidenceDraft(
                    Entries(["claim": "c", "source": "s", "day": "2026-11-30"].merging(entries) { $1 }),
                    Currency("EUR"),
                    today: EvidenceTests.today)
                return [:]
            } catch { return error.byField }
        }
        #expect(problems(["definition": "potential", "kind": "rivals"]).keys.sorted() == ["amount"])
        #expect(problems(["definition": "potential", "kind": "next-step"]).keys.sorted() == ["until"])
        #expect(problems(["definition": "known", "kind": "budget"]).keys.sorted() == ["kind"])
        #expect(
            problems(["definition": "partner", "kind": "budget", "until": "2026-11-29"]).keys.sorted() == ["until"])
        #expect(
            problems(["definition": "partner", "kind": "budget", "claim": " ", "source": ""]).keys.sorted() == [
                "claim", "source",
            ])
        #expect(problems(["definition": "innovator", "kind": "denied"]).isEmpty)
        // Nothing is taken for a no that nobody said.
        #expect(problems(["definition": "innovator"]).keys.sorted() == ["kind"])
        #expect(problems(["kind": "pilot", "day": ""]).keys.contains("day"))
    }
}
