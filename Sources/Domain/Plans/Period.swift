/// A span of days for which something is planned. It is a record: a quarter may begin on 31 May.
package struct PeriodSpan: Sendable, Hashable, Encodable {
    package var from: Day
    package var to: Day

    /// Nil if it would end before it begins.
    package init?(from: Day, to: Day) {
        guard from <= to else { return nil }
        (self.from, self.to) = (from, to)
    }

    package var days: Int { to - from + 1 }

    package func contains(_ day: Day) -> Bool { from <= day && day <= to }

    /// The same days a year before. 29 February becomes the last of February.
    package var yearBefore: PeriodSpan {
        PeriodSpan(from: PeriodSpan.yearBefore(from), to: PeriodSpan.yearBefore(to)) ?? self
    }

    /// The day of the year before that ends what is comparable: what was done until it is held against what is done until `day`.
    package static func yearBefore(_ day: Day) -> Day {
        let isLastOfMonth = (day + 1).dayOfMonth == 1
        if isLastOfMonth, day.month == 2 {
            return Day(year: day.year - 1, month: 3, day: 1).map { $0 - 1 } ?? day - 365
        }
        return Day(year: day.year - 1, month: day.month, day: day.dayOfMonth) ?? day - 365
    }
}

package enum PeriodKind: String, Wording {
    case year, quarter, month, other

    package static let otherWords: [String: PeriodKind] = [
        "год": .year, "квартал": .quarter, "месяц": .month, "другой": .other,
    ]
}

extension PeriodSpan {
    /// The twelve full months before a day.
    package static func twelveMonths(before day: Day) -> PeriodSpan {
        let this = Month(of: day)
        return PeriodSpan(from: (this - 12).first, to: this.first - 1)!
    }

    /// The calendar year, its quarters or its months, in their order.
    package static func calendar(_ kind: PeriodKind, of year: Int) -> [PeriodSpan] {
        let months: Int
        switch kind {
        case .year: months = 12
        case .quarter: months = 3
        case .month: months = 1
        case .other: return []
        }
        return stride(from: 1, through: 12, by: months).compactMap { first in
            let after = first + months
            guard let from = Day(year: year, month: first, day: 1),
                let next = Day(year: after > 12 ? year + 1 : year, month: after > 12 ? after - 12 : after, day: 1)
            else { return nil }
            return PeriodSpan(from: from, to: next - 1)
        }
    }
}
