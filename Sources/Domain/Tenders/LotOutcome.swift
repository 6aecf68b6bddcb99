/// What became of a lot, as we see it.
package enum LotOutcome: String, Wording {
    case undecided
    /// Our product is in the winning bid, whoever bid with it.
    case won
    case lost
    /// Our application was not admitted.
    case rejected
    /// We took our application back, or never handed it in.
    case withdrawn
    /// Nobody or only one bid. A sole bidder may still get the contract.
    case notHeld = "not-held"
    case cancelled

    package static let otherWords: [String: LotOutcome] = [
        "наша заявка отклонена": .rejected, "our bid was rejected": .rejected, "we withdrew": .withdrawn,
        "мы отозвали заявку": .withdrawn, "not held": .notHeld,
        "не решён": .undecided, "не решен": .undecided, "выигран": .won, "выиграли": .won, "победа": .won,
        "проигран": .lost, "проиграли": .lost, "отклонена": .rejected, "отклонён": .rejected, "отклонен": .rejected,
        "отозвана": .withdrawn, "не состоялся": .notHeld, "не состоялась": .notHeld, "отменён": .cancelled,
        "отменен": .cancelled, "отменена": .cancelled,
    ]

    /// True if it cannot be closed without a reason.
    package var isLoss: Bool { self == .lost || self == .rejected }

    /// True if the lot counts among those that were decided and that we bid on.
    package var isDecided: Bool { self == .won || isLoss }
}

/// Why we did not get a lot.
package enum LossReason: String, Wording {
    case price
    /// Our application did not meet a requirement.
    case rejected
    /// The goods' country of origin.
    case origin
    case notSubmitted = "not-submitted"
    case noGo = "no-go"
    case specification, other

    package static let otherWords: [String: LossReason] = [
        "a requirement not met": .rejected, "не выполнено требование": .rejected, "country of origin": .origin,
        "страна происхождения": .origin, "not submitted in time": .notSubmitted, "не участвуем": .noGo,
        "another reason": .other, "другая причина": .other,
        "цена": .price, "отклонена": .rejected, "происхождение": .origin, "не подали": .notSubmitted,
        "не подали вовремя": .notSubmitted, "не участвовать": .noGo, "техническое задание": .specification,
        "несоответствие техзаданию": .specification,
        "другое": .other,
    ]
}

/// Whether the prices of a lot are with VAT.
package enum VatBasis: String, Wording {
    case unknown, with, without

    package static let otherWords: [String: VatBasis] = [
        "ндс не указан": .unknown, "vat not told": .unknown,
        "с ндс": .with, "без ндс": .without, "неизвестно": .unknown, "with vat": .with, "without vat": .without,
    ]
}

extension Problems {
    /// The problems of a lot's outcome with its reason. A loss needs its reason, whichever way it is closed; only an import may leave it to
    /// be said later. "Other" is no reason without a word, and "a requirement not met" says which one.
    package static func ofOutcome(
        _ outcome: LotOutcome, _ reason: LossReason?, lesson: String?, mayBeSaidLater: Bool = false
    ) -> Problems {
        var problems = Problems()
        if outcome.isLoss, reason == nil, !mayBeSaidLater { problems.add(.needsLossReason, to: "reason") }
        if outcome.isLoss, [.other, .rejected].contains(reason), lesson == nil, !mayBeSaidLater {
            problems.add(.required, to: "lesson")
        }
        return problems
    }
}
