/// Whether a bid was admitted.
package enum BidAdmission: String, Wording {
    case unknown, admitted, rejected

    package static let otherWords: [String: BidAdmission] = [
        "not told": .unknown, "не указано": .unknown,
        "допущена": .admitted, "допущен": .admitted, "отклонена": .rejected, "отклонен": .rejected,
        "отклонён": .rejected, "yes": .admitted, "no": .rejected, "да": .admitted, "нет": .rejected,
    ]
}

/// How a security is given.
package enum SecurityForm: String, Wording {
    /// Money blocked on a special account.
    case blocked
    /// A bank's independent guarantee.
    case guarantee
    case money
}

/// The answer to a question about taking part.
package enum GoAnswer: String, Wording { case unknown, yes, no }

/// A day and a time by the clock of a notice, written "2026-12-03 09:15", or the day alone.
enum LocalStamp {
    /// Reads a stamp as people and protocols write it. Seconds are dropped. Returns nil for anything else.
    static func normalized(_ text: String) -> String? {
        let halves = text.split(maxSplits: 1, whereSeparator: { $0 == " " || $0 == "T" })
        guard let first = halves.first, let day = Day(typed: String(first)), day == day.withinReason else { return nil }
        guard halves.count == 2 else { return day.iso }
        let clock = halves[1].prefix { !".+Z".contains($0) }
        return TimeOfDay(published: clock).map { "\(day.iso) \($0.text)" }
    }
}
