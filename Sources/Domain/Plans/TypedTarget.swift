/// What a typed or pasted cell says about a target.
package enum TypedTarget: Sendable, Equatable {
    /// Nothing was typed: the target stays as it is.
    case unchanged
    /// In the minor units of the desk, or a whole number of clients.
    case value(Int64)
    /// So many hundredths of a per cent of last year's actual: "108 %" is 10,800, and so is "+8 %".
    case ofLastYear(Int64)

    /// `read` reads a number as the metric counts it. Nil if the text is no such number, or one below 0.
    package init?(_ typed: String, read: (String) -> Int64?) {
        let text = trimmed(typed)
        guard !text.isEmpty else {
            self = .unchanged
            return
        }
        if text.hasSuffix("%") {
            let number = trimmed(String(text.dropLast()))
            guard let share = fixedPoint(number, decimals: 2) else { return nil }
            let isGrowth = number.hasPrefix("+") || number.hasPrefix("-") || number.hasPrefix("−")
            let (whole, overflows) = share.addingReportingOverflow(isGrowth ? 10_000 : 0)
            guard !overflows, whole >= 0 else { return nil }
            self = .ofLastYear(whole)
            return
        }
        guard let value = read(text), value >= 0 else { return nil }
        self = .value(value)
    }

    /// The target, rounded half away from zero. Nil if it stays as it is or last year is unknown.
    package func target(lastYear: Int64?) -> Int64? {
        switch self {
        case .unchanged: nil
        case .value(let value): value
        case .ofLastYear(let share): lastYear.map { Pace.divided($0, by: share, of: 10_000) }
        }
    }
}
