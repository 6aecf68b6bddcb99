/// An amount in the desk's currency, as a whole number of minor units: kopecks, cents.
package struct Money: Hashable, Comparable, Sendable {
    package let minor: Int64

    package init(_ minor: Int64) { self.minor = minor }

    package static let zero = Money(0)
    /// Amounts beyond it are refused, so that no sum of a million of them runs over.
    package static let most = Money(9_000_000_000_000)

    package static func < (a: Money, b: Money) -> Bool { a.minor < b.minor }
    package static func + (a: Money, b: Money) -> Money { Money(a.minor + b.minor) }
    package static func - (a: Money, b: Money) -> Money { Money(a.minor - b.minor) }
    package static func += (a: inout Money, b: Money) { a = a + b }

    /// Its share of another amount in per cent, rounded to the nearest; nil where the other is not positive, or the share is beyond
    /// what tells anything.
    package func percent(of whole: Money) -> Int? {
        guard whole.minor > 0 else { return nil }
        let percent = (Double(minor) / Double(whole.minor) * 100).rounded()
        return abs(percent) < 100_000 ? Int(percent) : nil
    }
}

extension Money: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(minor)
    }
}

/// A currency: its ISO 4217 code, how many decimals its amounts have, and how it is written.
package struct Currency: Sendable, Equatable {
    package var code: String
    /// 0, 2 or 3.
    package var decimals: Int
    /// "€", or the code where the currency has no sign of its own that is widely read.
    package var symbol: String

    package init(_ code: String) {
        self.code = code
        decimals =
            if Currency.whole.contains(code) { 0 } else if Currency.thousandfold.contains(code) { 3 } else { 2 }
        symbol = Currency.symbols[code] ?? code
    }

    /// How many minor units make one.
    package var minorUnits: UInt64 { decimals == 0 ? 1 : decimals == 2 ? 100 : 1000 }

    /// Reads an amount as people type it, nil where it is none or has more decimals than the currency.
    package func amount(typed text: String) -> Money? {
        var text = trimmed(text)
        for mark in [symbol, code] where text.hasSuffix(mark) { text = trimmed(String(text.dropLast(mark.count))) }
        return fixedPoint(text, decimals: decimals).map(Money.init)
    }

    /// The amount as a field holds it and a file carries it: "1234.50".
    package func text(_ money: Money) -> String { decimalText(money.minor, decimals: decimals) }

    /// ISO 4217, the currencies without minor units and those of a thousand.
    private static let whole: Set = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ]
    private static let thousandfold: Set = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
    private static let symbols = [
        "RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "UAH": "₴", "KZT": "₸", "INR": "₹", "TRY": "₺",
        "GEL": "₾",
    ]
}
