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
    ]
}
