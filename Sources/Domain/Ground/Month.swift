/// A month of a year. Written "2026-11".
package struct Month: Hashable, Comparable, Sendable {
    /// The year times twelve plus the month counted from 0: a year ago is twelve less.
    package let number: Int

    package init(number: Int) { self.number = number }

    /// `month` is 1 to 12.
    package init(year: Int, month: Int) { number = year * 12 + month - 1 }

    package init(of day: Day) {
        let (year, month, _) = day.civil
        self.init(year: year, month: month)
    }

    package var year: Int { number / 12 }
    /// 1 to 12.
    package var month: Int { number % 12 + 1 }

    /// The first day of the month.
    package var first: Day { Day(year: year, month: month, day: 1) ?? Day(number: 0) }

    package var iso: String { String(first.iso.prefix(7)) }

    package static func < (a: Month, b: Month) -> Bool { a.number < b.number }
    package static func + (month: Month, months: Int) -> Month { Month(number: month.number + months) }
    package static func - (month: Month, months: Int) -> Month { Month(number: month.number - months) }
}

extension Day {
    /// The days of the last quarter of a year that is over on this day.
    package var lastFullQuarter: ClosedRange<Day> {
        let month = Month(of: self)
        let first = month - (month.month - 1) % 3 - 3
        return first.first...((first + 3).first - 1)
    }
}

extension Month: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(iso)
    }
}
