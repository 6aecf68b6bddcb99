/// Where a tender stands. Which of the stages it passes depends on its procedure.
package enum TenderStage: String, Wording {
    case signal, preparation
    /// Announced; applications are taken.
    case open
    case bidding, decided, contract, execution, closed

    package static let otherWords: [String: TenderStage] = [
        "applications": .open, "decision": .decided,
        "сигнал": .signal, "подготовка": .preparation, "подача заявок": .open, "приём заявок": .open,
        "прием заявок": .open, "торги": .bidding, "итоги": .decided, "контракт": .contract, "договор": .contract,
        "исполнение": .execution, "закрыт": .closed, "закрыта": .closed, "завершён": .closed, "завершен": .closed,
    ]

    /// True until the application has to be in.
    package var isBeforeApplication: Bool { [.signal, .preparation, .open].contains(self) }

    /// True until it is decided who wins.
    package var isBeforeDecision: Bool { isBeforeApplication || self == .bidding }

    /// True until the contract is signed.
    package var isBeforeContract: Bool { ![.execution, .closed].contains(self) }
}

/// What has to be done until a moment.
package enum DeadlineKind: String, Wording {
    case questions, applications, bidding
    /// The customer publishes who won.
    case decision
    /// The last moment to complain.
    case complaint
    case signingOurs = "signing-ours"
    case signingTheirs = "signing-theirs"
    case delivery, acceptance, payment
    /// A security runs out.
    case securityEnd = "security-end"
    case other

    /// True if it matters also when all lots are lost: then we may complain, and a security is to come back.
    package var outlivesLoss: Bool { [.complaint, .securityEnd, .other].contains(self) }

    package static let otherWords: [String: DeadlineKind] = [
        "запросы разъяснений": .questions, "заявки": .applications, "торги": .bidding, "протокол": .decision,
        "жалоба": .complaint, "подписание нами": .signingOurs, "подписание заказчиком": .signingTheirs,
        "поставка": .delivery, "приёмка": .acceptance, "приемка": .acceptance, "оплата": .payment,
        "конец обеспечения": .securityEnd, "другое": .other,
    ]
}

/// Who set a deadline.
package enum DeadlineSource: String, Wording {
    case law, notice, ours

    package static let otherWords: [String: DeadlineSource] = [
        "закон": .law, "извещение": .notice, "наш": .ours,
    ]
}

/// Who has to act before a deadline.
package enum TenderActor: String, Wording { case we, customer, platform }

/// What a missed deadline means.
package enum MissedMeaning: String, Wording {
    /// We are out, and there is no second way in.
    case out
    /// We count as having evaded the contract; the register of unreliable suppliers threatens.
    case evasion
    case penalty
    /// Nobody has to answer any more.
    case unanswered
    /// The right to complain is gone.
    case noComplaint = "no-complaint"
    /// The customer's duty, which we may point out.
    case theirDuty = "their-duty"
    /// Our money stays bound, or the contract has no cover.
    case uncovered
    case nothing
}
