import Domain

extension Language {
    /// "1,234.50 €" and "1 234,50 ₽".
    package func money(_ money: Money, _ currency: Currency) -> String {
        "\(amount(money, currency))\u{A0}\(currency.symbol)"
    }

    /// "1,234.50" and "1 234,50".
    package func amount(_ money: Money, _ currency: Currency) -> String { grouped(currency.text(money)) }

    /// To three digits from a hundred thousand on, otherwise to a whole unit: "51.3 M €" and "51,3 млн ₽".
    package func short(_ money: Money, _ currency: Currency) -> String {
        var unit = 1
        for _ in 0..<currency.decimals { unit *= 10 }
        let whole = rounded(money.minor.magnitude, by: UInt64(unit))
        let sign = money < .zero && whole > 0 ? "-" : ""
        let text =
            switch whole {
            case 999_500_000...: scaled(whole, 1_000_000_000, l("bn"))
            case 999_500...: scaled(whole, 1_000_000, l("M"))
            case 100_000...: scaled(whole, 1000, l("k"))
            default: number(Int(whole))
            }
        return "\(sign)\(text)\u{A0}\(currency.symbol)"
    }

    /// "2.5", "1,000" and "2,5".
    package func quantity(_ quantity: Quantity) -> String { grouped(quantity.text) }

    /// "12.5 %".
    package func percent(_ discount: Discount) -> String { "\(grouped(discount.text))\u{A0}%" }

    private var l: Language { self }

    /// Three digits of a number in a unit, with its name.
    private func scaled(_ whole: UInt64, _ unit: UInt64, _ name: String) -> String {
        for (decimals, scale) in [(2, 100), (1, 10)] as [(Int, UInt64)] {
            let value = rounded(whole * scale, by: unit)
            guard value < 1000 else { continue }
            let digits = String(value)
            return "\(grouped("\(digits.dropLast(decimals)).\(digits.suffix(decimals))"))\u{A0}\(name)"
        }
        return "\(number(Int(rounded(whole, by: unit))))\u{A0}\(name)"
    }

    private func rounded(_ value: UInt64, by unit: UInt64) -> UInt64 { (value + unit / 2) / unit }

    /// A decimal number written with a point, as this language writes it.
    private func grouped(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 1)
        let isNegative = parts[0].hasPrefix("-")
        let whole = number(Int(isNegative ? parts[0].dropFirst() : parts[0]) ?? 0)
        let fraction = parts.count == 2 ? (tongue == .english ? "." : ",") + parts[1] : ""
        return (isNegative ? "-" : "") + whole + fraction
    }
}
