import Foundation

/// What we put into a client in a year, and the extra income that we expect of it. (Domain section 1.)
package struct InvestmentYear: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<InvestmentYear>

    package var id: ID
    package var version: Int
    package var draft: InvestmentDraft

    package init(id: ID, version: Int, draft: InvestmentDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package struct InvestmentDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var year: Int
    package var discounts: Money
    package var bonuses: Money
    /// For work with VIPs and opinion leaders, training included.
    package var vip: Money
    package var events: Money
    /// The extra income in three cases: only what they would not buy anyway.
    package var low: Money
    package var expected: Money
    package var high: Money
    /// From where the cases are known.
    package var source: String
    package var day: Day
    package var grade: Certainty

    package static let years = 1990...2100

    /// An empty amount is 0.
    package init(_ entries: Entries, _ currency: Currency, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        let year = read.optionalNumber("year", InvestmentDraft.years)
        if year == nil, read.problems["year"] == nil { read.add(.required, to: "year") }
        if entries["day"].isEmpty { read.add(.required, to: "day") }
        func amount(_ field: String) -> Money { read.optionalAmount(field, currency) ?? .zero }
        self.init(
            year: year ?? 0, discounts: amount("discounts"), bonuses: amount("bonuses"), vip: amount("vip"),
            events: amount("events"), low: amount("low"), expected: amount("expected"), high: amount("high"),
            source: read.text("source", atMost: 300), day: read.pastDay("day", today),
            grade: read.choice("grade", or: .assumed))
        if read.problems.isEmpty, low > expected { read.add(.notInOrder, to: "low") }
        if read.problems.isEmpty, expected > high { read.add(.notInOrder, to: "high") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        year: Int, discounts: Money = .zero, bonuses: Money = .zero, vip: Money = .zero, events: Money = .zero,
        low: Money, expected: Money, high: Money, source: String, day: Day, grade: Certainty = .assumed
    ) {
        (self.year, self.discounts, self.bonuses, self.vip) = (year, discounts, bonuses, vip)
        (self.events, self.low, self.expected, self.high) = (events, low, expected, high)
        (self.source, self.day, self.grade) = (source, day, grade)
    }

    package static var blank: InvestmentDraft {
        InvestmentDraft(
            year: 0, low: .zero, expected: .zero, high: .zero, source: "", day: .blank, grade: .blank)
    }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("year", &year)
        fields.field("discounts", &discounts)
        fields.field("bonuses", &bonuses)
        fields.field("vip", &vip)
        fields.field("events", &events)
        fields.field("low", &low)
        fields.field("expected", &expected)
        fields.field("high", &high)
        fields.field("source", &source)
        fields.field("day", &day)
        fields.field("grade", &grade)
    }

    /// What is put in, in minor units.
    package var spent: Int64 { discounts.minor + bonuses.minor + vip.minor + events.minor }

    package func extra(_ of: InvestmentCase) -> Int64 {
        switch of {
        case .low: low.minor
        case .expected: expected.minor
        case .high: high.minor
        }
    }
}

package enum InvestmentCase: String, Wording { case low, expected, high }

/// The rate at which later money counts less, and since when the desk uses it.
package struct NPVRate: Sendable, Equatable, Encodable {
    /// A year.
    package var rate: Discount
    package var since: Day

    package init(_ rate: Discount, since: Day) { (self.rate, self.since) = (rate, since) }
}

/// The years of investment in a client, and what they are worth today.
package struct InvestmentProgramme: Sendable, Encodable {
    package struct Year: Sendable, Equatable, Encodable {
        package var investment: InvestmentYear
        package var by: String
        /// The income of the year above that of the year before the programme, in minor units; of the present year the same full months of
        /// both. Nil if it has no full month yet, a cost is unknown, or the viewer sees no money.
        package var actual: Int64?

        package init(investment: InvestmentYear, by: String, actual: Int64?) {
            (self.investment, self.by, self.actual) = (investment, by, actual)
        }

        package var draft: InvestmentDraft { investment.draft }
    }

    /// By year; none is missing unless nobody has typed it.
    package var years: [Year]
    /// Nil if the desk has none.
    package var rate: NPVRate?

    package init(_ years: [Year], rate: NPVRate?) {
        (self.years, self.rate) = (years.sorted { $0.draft.year < $1.draft.year }, rate)
    }

    /// How many years after the first one it is; the first is not discounted.
    package func t(_ year: Year) -> Int { year.draft.year - (years.first?.draft.year ?? year.draft.year) }

    /// What comes in less what is put in.
    package func flow(_ year: Year, _ of: InvestmentCase) -> Int64 { year.draft.extra(of) - year.draft.spent }

    /// (1 + r)^t.
    package func divisor(_ t: Int) -> Double { pow(1 + Double(rate?.rate.hundredths ?? 0) / 10_000, Double(t)) }

    /// CF / (1 + r)^t, rounded half away from zero to a minor unit, so that the shown rows add up; nil without a rate.
    package func present(_ year: Year, _ of: InvestmentCase) -> Int64? {
        rate == nil ? nil : Int64((Double(flow(year, of)) / divisor(t(year))).rounded())
    }

    /// The net present value: the sum of the present values; nil without a rate or a year.
    package func value(_ of: InvestmentCase) -> Int64? {
        guard rate != nil, !years.isEmpty else { return nil }
        return years.reduce(0) { $0 + (present($1, of) ?? 0) }
    }

    /// By how many per cent the extra income may be less before the value is 0; nil if there is none, or if it is 0 or below already.
    package var room: Int? {
        guard let value = value(.expected), value > 0 else { return nil }
        let extra = years.reduce(0) { $0 + Double($1.draft.extra(.expected)) / divisor(t($1)) }
        return extra > 0 ? Int((Double(value) / extra * 100).rounded(.down)) : nil
    }
}
