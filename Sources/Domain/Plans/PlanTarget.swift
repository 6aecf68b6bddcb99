/// What is planned and counted. (Domain section 5.)
package enum PlanMetric: String, Wording {
    case income, turnover
    /// Clients with at least one shipment.
    case buying
    /// Clients with the first shipment ever.
    case new
    /// Payments, VAT included.
    case collected

    package static let otherWords: [String: PlanMetric] = [
        "доход": .income, "оборот": .turnover, "покупающие клиенты": .buying, "новые клиенты": .new,
        "собрано": .collected, "поступления": .collected, "buying clients": .buying, "new clients": .new,
    ]

    /// True for amounts of money; false for a number of clients.
    package var isMoney: Bool { self != .buying && self != .new }

    /// True if the months of a year add up to it. Who buys in two months is one client.
    package var addsUp: Bool { self != .buying }

    /// True if it is known by product group and by channel.
    package var isOfProducts: Bool { self == .income || self == .turnover }
}

/// By which way the money comes.
package enum PlanChannel: String, Wording {
    case both, direct
    /// A distributor pays.
    case through

    package static let otherWords: [String: PlanChannel] = [
        "both ways": .both, "through distributors": .through, "все каналы": .both, "напрямую": .direct,
        "через дистрибьюторов": .through,
    ]
}

/// What is counted in a column of the grid: a metric, if asked for of one product group and of one channel only.
package struct PlanMeasure: Sendable, Hashable, Encodable {
    package var metric: PlanMetric
    package var group: ID<ProductGroup>?
    package var channel: PlanChannel

    /// What is not known by product is measured whole.
    package init(_ metric: PlanMetric, group: ID<ProductGroup>? = nil, channel: PlanChannel = .both) {
        self.metric = metric
        (self.group, self.channel) = metric.isOfProducts ? (group, channel) : (nil, .both)
    }
}

extension PlanMeasure {
    /// What was typed: minor units or a number of clients. Money may be typed in thousands or more, "26.5 M" or "26,5 млн". Nil if it is no
    /// such number.
    package func value(typed text: String, _ currency: Currency) -> Int64? {
        guard metric.isMoney else { return fixedPoint(text, decimals: 0) }
        let text = trimmed(currency.withoutSign(text))
        for (word, zeros) in PlanMeasure.manifold where text.lowercased().hasSuffix(word) {
            let number = trimmed(String(text.dropLast(word.count)))
            // "1,234 k" could mean either.
            guard number.last?.isNumber == true, fixedPoint(number, decimals: 2) != nil else { continue }
            return fixedPoint(number, decimals: currency.decimals + zeros)
        }
        return fixedPoint(text, decimals: currency.decimals)
    }

    /// The words for thousands and more, longer ones before those that they end in, with the number of their zeros.
    private static let manifold: [(word: String, zeros: Int)] = [
        ("тыс.", 3), ("тыс", 3), ("k", 3), ("млн.", 6), ("млн", 6), ("mn", 6), ("m", 6), ("млрд.", 9), ("млрд", 9),
        ("bn", 9),
    ]

    /// A value as it is typed, with a no-break space before every three digits: it reads back in either language.
    package func typed(_ value: Int64, _ currency: Currency) -> String {
        let text = metric.isMoney ? currency.text(Money(value)) : String(value)
        let parts = text.split(separator: ".")
        let digits = Array(parts[0])
        var whole = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0, digits[place - 1] != "-" { whole.append("\u{A0}") }
            whole.append(digit)
        }
        guard parts.count == 2, parts[1].contains(where: { $0 != "0" }) else { return whole }
        return "\(whole).\(parts[1])"
    }
}

/// What a plan wants of one measure in one period.
package struct PlanTarget: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<PlanTarget>

    package var id: ID
    package var version: Int
    package var draft: TargetDraft

    package init(id: ID, version: Int, draft: TargetDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package struct TargetDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var plan: Plan.ID
    package var period: PlanPeriod.ID
    package var metric: PlanMetric
    package var group: ID<ProductGroup>?
    package var channel: PlanChannel
    /// The target of a metric of money; nil for the others.
    package var amount: Money?
    /// The target of a metric of clients; nil for the others.
    package var clients: Int?

    /// `value`: in minor units or in clients, as the metric counts.
    package init(plan: Plan.ID, period: PlanPeriod.ID, _ measure: PlanMeasure, value: Int64) {
        (self.plan, self.period) = (plan, period)
        (metric, group, channel) = (measure.metric, measure.group, measure.channel)
        if measure.metric.isMoney { amount = Money(value) } else { clients = Int(clamping: value) }
    }

    package static var blank: TargetDraft {
        var draft = TargetDraft(plan: .blank, period: .blank, PlanMeasure(.income), value: 0)
        draft.amount = nil
        return draft
    }

    package var measure: PlanMeasure { PlanMeasure(metric, group: group, channel: channel) }

    package var value: Int64 { amount?.minor ?? Int64(clients ?? 0) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("plan_id", form: "plan", &plan)
        fields.field("period_id", form: "period", &period)
        fields.field("metric", &metric)
        fields.field("group_id", form: "group", &group)
        fields.field("channel", &channel)
        fields.field("amount", &amount)
        fields.field("clients", &clients)
    }
}

/// The words of a row of a file of targets.
package struct TargetRow: Sendable {
    package var level: PlanLevel
    package var metric: PlanMetric
    package var channel: PlanChannel

    package init(_ cells: Entries) throws(Problems) {
        var read = FieldReader(cells)
        level = read.choice("scope", or: .kam)
        metric = read.choice("metric", or: .income)
        channel = read.choice("channel", or: .both)
        for field in ["scope", "metric"] where cells[field].isEmpty { read.add(.required, to: field) }
        guard read.problems.isEmpty else { throw read.problems }
    }
}
