/// An amount in the desk's currency, as a whole number of minor units: kopecks, cents.
package struct Money: Hashable, Comparable, Sendable {
    package let minor: Int64

    package init(_ minor: Int64) { self.minor = minor }

    package static let zero = Money(0)
    /// The largest amount; larger ones are refused, so that the sum of a million amounts does not overflow.
    package static let most = Money(9_000_000_000_000)

    package static func < (a: Money, b: Money) -> Bool { a.minor < b.minor }
    package static func + (a: Money, b: Money) -> Money { Money(a.minor + b.minor) }
    package static func - (a: Money, b: Money) -> Money { Money(a.minor - b.minor) }
    package static func += (a: inout Money, b: Money) { a = a + b }

    /// The share of another amount in per cent, rounded to the nearest. Nil if the other is not positive or the share is too large to mean
    /// anything.
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
    /// A sign such as "€", or the code if the currency has no widely known sign.
    package var symbol: String

    package init(_ code: String) {
        self.code = code
        decimals =
            if Currency.whole.contains(code) { 0 } else if Currency.thousandfold.contains(code) { 3 } else { 2 }
        symbol = Currency.symbols[code] ?? code
    }

    /// How many minor units make one unit.
    package var minorUnits: UInt64 { decimals == 0 ? 1 : decimals == 2 ? 100 : 1000 }

    /// Reads a typed amount. Returns nil if it is not an amount or has more decimals than the currency.
    package func amount(typed text: String) -> Money? {
        fixedPoint(trimmed(withoutSign(text)), decimals: decimals).map(Money.init)
    }

    /// The text without the sign or the code of the currency before or behind it.
    package func withoutSign(_ text: String) -> String {
        var text = trimmed(text)
        for mark in [symbol, code] + (Currency.words[code] ?? []) {
            if text.hasSuffix(mark) { text = trimmed(String(text.dropLast(mark.count))) }
            if text.hasPrefix(mark) { text = trimmed(String(text.dropFirst(mark.count))) }
        }
        return text
    }

    /// The amount as in a form field or a file: "1234.50".
    package func text(_ money: Money) -> String {
        let text = decimalText(money.minor, decimals: decimals)
        return decimals == 3 ? closed(text) : text
    }

    /// The currencies of ISO 4217 without minor units, and those with a thousand.
    private static let whole: Set = [
        "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
    ]
    private static let thousandfold: Set = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"]
    private static let words = ["RUB": ["руб.", "руб", "р."]]
    private static let symbols = [
        "RUB": "₽", "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "UAH": "₴", "KZT": "₸", "INR": "₹", "TRY": "₺",
        "GEL": "₾",
    ]
}
