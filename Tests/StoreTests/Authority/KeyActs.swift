import Domain
import Testing

@testable import Store

extension AuthorityDesk {
    /// Acts on what makes a client key.
    static let keys: [(name: String, act: Act)] = [
        (
            "evidence is added",
            {
                try $0.addEvidence(
                    EvidenceDraft(.innovator, .pilot, claim: "c", source: "s", day: $0.today), of: $1.client)
            }
        ),
        (
            "evidence is corrected",
            {
                try $0.changeEvidence(
                    Evidence.ID(1), from: nil, EvidenceDraft(.partner, .plans, claim: "o", source: "s", day: $0.today))
                _ = $1
            }
        ),
        (
            "evidence is still so",
            {
                try $0.confirmEvidence(Evidence.ID(1))
                _ = $1
            }
        ),
        (
            "evidence is deleted",
            {
                try $0.deleteEvidence(Evidence.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a line of the strategy is added",
            { try $0.addStrategyLine(StrategyDraft(.objection, text: "o", day: $0.today), of: $1.client) }
        ),
        (
            "a line of the strategy is corrected",
            {
                try $0.changeStrategyLine(
                    StrategyLine.ID(1), from: nil, StrategyDraft(.risk, text: "o", day: $0.today))
                _ = $1
            }
        ),
        (
            "a line of the strategy is still so",
            {
                try $0.confirmStrategyLine(StrategyLine.ID(1))
                _ = $1
            }
        ),
        (
            "a line of the strategy is deleted",
            {
                try $0.deleteStrategyLine(StrategyLine.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a year of investment is added",
            {
                try $0.addInvestment(
                    InvestmentDraft(
                        year: 2030, low: .zero, expected: .zero, high: .zero, source: "s", day: $0.today), in: $1.client
                )
            }
        ),
        (
            "a year of investment is changed",
            {
                try $0.changeInvestment(
                    InvestmentYear.ID(1), from: nil,
                    InvestmentDraft(
                        year: 2031, low: .zero, expected: .zero, high: .zero, source: "s", day: $0.today))
                _ = $1
            }
        ),
        (
            "a year of investment is deleted",
            {
                try $0.deleteInvestment(InvestmentYear.ID(1), from: nil)
                _ = $1
            }
        ),
        (
            "a review is held",
            {
                try $0.holdReview(
                    YearlyReviewDraft(topic: "t", text: "t", day: $0.today, next: $0.today + 300, agreed: []),
                    with: $1.client)
            }
        ),
        (
            "a step is confirmed",
            {
                try $0.confirmStep(LadderMove.ID(1), true)
                _ = $1
            }
        ),
        (
            "a promise is dropped",
            {
                try $0.drop(Matter.ID(1), from: nil, DroppedMatter(reason: "r", isTold: false)!)
                _ = $1
            }
        ),
    ]
}
