/// What a line of the strategy for a client is about. (Domain section 1.)
package enum StrategyTopic: String, Wording {
    /// How their business runs: who they are, what they need, who gets the budget when, how they decide, when they buy.
    case situation, need, budget, decision, calendar
    case objective, risk, objection
    /// Steps of the defence of a client on whom we depend, and the review of them.
    case loyalty, service, quality, integration, barrier
    case defenceReview = "defence-review"
    /// What we saw, and what they said of us.
    case observation, said
    case complaint
    /// "If you had this, I would buy it."
    case wish
    /// At which level they are key, and in which place among ours: a person sets it.
    case level
    /// A yearly review that was held, and when the next one is.
    case yearlyReview = "yearly-review"
    /// How far we are in winning a new key client.
    case acquisition

    package static let otherWords: [String: StrategyTopic] = [
        "who they are": .situation, "what they need": .need, "budget: who gets it when": .budget,
        "how they decide": .decision, "when they buy": .calendar, "step of loyalty": .loyalty,
        "step of service": .service, "step of quality": .quality, "step of integration": .integration,
        "barrier for rivals": .barrier, "review of the defence": .defenceReview, "what we saw": .observation,
        "what they said of us": .said, "wish: what they would buy if we had it": .wish, "key level": .level,
        "yearly review": .yearlyReview, "кто они": .situation, "что им нужно": .need,
        "бюджет: кто и когда получает": .budget, "как решают": .decision, "когда закупают": .calendar,
        "цель": .objective, "риск": .risk, "возражение": .objection, "шаг лояльности": .loyalty,
        "шаг сервиса": .service, "шаг качества": .quality, "шаг интеграции": .integration,
        "барьер для конкурентов": .barrier, "пересмотр защиты": .defenceReview, "что мы увидели": .observation,
        "что они сказали о нас": .said, "жалоба": .complaint, "пожелание: что купили бы, будь оно у нас": .wish,
        "уровень клиента": .level, "ежегодная встреча": .yearlyReview, "привлечение": .acquisition,
    ]

    package enum Group: CaseIterable, Sendable {
        case level, running, objective, defence, risk, objection, complaint, wish, voice, review, acquisition

        package var topics: [StrategyTopic] { StrategyTopic.allCases.filter { $0.group == self } }
    }

    package var group: Group {
        switch self {
        case .situation, .need, .budget, .decision, .calendar: .running
        case .objective: .objective
        case .risk: .risk
        case .objection: .objection
        case .loyalty, .service, .quality, .integration, .barrier, .defenceReview: .defence
        case .observation, .said: .voice
        case .complaint: .complaint
        case .wish: .wish
        case .level: .level
        case .yearlyReview: .review
        case .acquisition: .acquisition
        }
    }

    /// What a line of the topic says beside its text, source, day and certainty; in the order of its form.
    package var fields: [StrategyField] {
        switch group {
        case .running: []
        case .objective: [.side, .measure, .target, .owner, .due, .state, .closed]
        case .risk: [.measure, .likelihood, .amount, .owner, .answer, .state, .closed]
        case .objection: [.person, .answer, .state, .closed]
        case .defence:
            self == .defenceReview ? [.owner, .due, .state, .closed] : [.side, .owner, .due, .state, .closed]
        case .complaint: [.person, .owner, .promise, .due, .passedTo, .passedOn, .answer, .state, .closed]
        case .wish: [.person, .amount, .passedTo, .passedOn, .owner, .answer, .state, .closed]
        case .voice: [.person, .likelihood]
        case .level: [.level, .priority]
        case .review: [.due]
        case .acquisition: [.step, .chance, .due]
        }
    }

    /// The fields without which a line of the topic says too little.
    package var required: Set<StrategyField> {
        switch group {
        case .objective: [.side, .due]
        case .defence: self == .defenceReview ? [.owner, .due] : [.side, .owner, .due]
        case .complaint: [.owner]
        case .level: [.level]
        case .acquisition: [.step, .chance]
        case .review: [.due]
        case .running, .risk, .objection, .wish, .voice: []
        }
    }

    /// True if a line needs to say from where it is known.
    package var needsSource: Bool { group == .running || group == .voice }

    /// For how many days a line holds unless somebody says that it is still so; nil: it does not age.
    package var days: Int? { group == .running || self == .observation || self == .risk ? 365 : nil }

    package func has(_ field: StrategyField) -> Bool { fields.contains(field) }
}

/// A part of a line that only some topics have; the name of its field in the form.
package enum StrategyField: String, CaseIterable, Sendable {
    case side, measure, target, likelihood, amount, answer, promise, level, priority, step, chance, owner, person, due,
        state
    case closed
    case passedTo = "passed_to"
    case passedOn = "passed_on"
}

package enum Odds: String, Wording {
    case unlikely, even, likely

    package static let otherWords: [String: Odds] = [
        "маловероятно": .unlikely, "50 на 50": .even, "поровну": .even, "вероятно": .likely,
    ]
}

/// What became of a line.
package enum StrategyState: String, Wording {
    case open, done, failed, dropped

    package static let otherWords: [String: StrategyState] = [
        "settled": .done, "открыто": .open, "закрыто": .done, "не вышло": .failed, "снято": .dropped,
    ]
}

/// At which level a client is key as a person sees it.
package enum SetLevel: String, Wording {
    case company, department, manager
    case none

    package static let otherWords: [String: SetLevel] = [
        "key for the company": .company, "key for the department": .department, "key for the kam": .manager,
        "not key": .none, "ключевой для компании": .company, "ключевой для отдела": .department,
        "ключевой для кам": .manager, "не ключевой": .none,
    ]
}

/// The steps in winning a new key client.
package enum AcquisitionStep: String, Wording {
    case found, contacted, met, offered, agreed, refused

    /// The steps on the way, without the refusal.
    package static let way: [AcquisitionStep] = [.found, .contacted, .met, .offered, .agreed]

    package static let otherWords: [String: AcquisitionStep] = [
        "met them": .met, "agreed with us": .agreed, "найден": .found, "связались": .contacted, "встретились": .met,
        "сделали предложение": .offered, "договорились": .agreed, "отказ": .refused,
    ]
}
