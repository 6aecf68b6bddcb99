import Domain

extension Language {
    /// "1,234.50 €" and "1 234,50 ₽".
    package func money(_ money: Money, _ currency: Currency) -> String {
        "\(amount(money, currency))\u{A0}\(currency.symbol)"
    }

    /// "1,234.50" and "1 234,50".
    package func amount(_ money: Money, _ currency: Currency) -> String {
        digits(money.minor.magnitude, decimals: currency.decimals, isNegative: money < .zero)
    }

    /// A number of so many decimals, of which `value` has all digits.
    func digits(_ value: UInt64, decimals: Int, isNegative: Bool) -> String {
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 48) { buffer in
            // Writes from the last digit to the first: the decimal mark, then a mark before every three digits.
            var (place, rest, decimals, digits) = (48, value, decimals, 0)
            func put(_ byte: UInt8) {
                place -= 1
                buffer[place] = byte
            }
            while rest > 0 || decimals > 0 || digits == 0 {
                if digits > 0, digits % 3 == 0, decimals == 0 { putThousandsMark(put) }
                put(UInt8(ascii: "0") + UInt8(rest % 10))
                rest /= 10
                if decimals == 0 {
                    digits += 1
                } else {
                    decimals -= 1
                    if decimals == 0 { put(tongue == .english ? UInt8(ascii: ".") : UInt8(ascii: ",")) }
                }
            }
            // The minus of numbers, "−", from its last byte to its first.
            if isNegative { for byte in [0x92, 0x88, 0xE2] as [UInt8] { put(byte) } }
            return String(decoding: UnsafeMutableBufferPointer(rebasing: buffer[place...]), as: UTF8.self)
        }
    }

    /// A comma or a no-break space.
    private func putThousandsMark(_ put: (UInt8) -> Void) {
        if tongue == .english {
            put(UInt8(ascii: ","))
        } else {
            put(0xA0)
            put(0xC2)
        }
    }

    /// "1,235" and "1 235": whole units, for columns in which amounts are compared at a glance.
    package func whole(_ money: Money, _ currency: Currency) -> String {
        let whole = rounded(money.minor.magnitude, by: currency.minorUnits)
        return digits(whole, decimals: 0, isNegative: money < .zero && whole > 0)
    }

    /// Three digits from 100,000 on, below that whole units: "51.3 M €" and "51,3 млн ₽".
    package func short(_ money: Money, _ currency: Currency) -> String {
        let (minor, unit) = (money.minor.magnitude, currency.minorUnits)
        let whole = rounded(minor, by: unit)
        let text =
            switch minor / unit {
            case 999_500_000...: scaled(minor, unit * 1_000_000_000, l("bn"))
            case 999_500...: scaled(minor, unit * 1_000_000, l("M"))
            case 100_000...: scaled(minor, unit * 1000, l("k"))
            default: number(Int(whole))
            }
        return "\(money < .zero && whole > 0 ? "−" : "")\(text)\u{A0}\(currency.symbol)"
    }

    /// "2.5", "1,000" and "2,5".
    package func quantity(_ quantity: Quantity) -> String { grouped(quantity.text) }

    /// A decimal number with a point, such as "1234.5", as this language writes it; longer ones as they stand.
    package func decimal(_ number: String) -> String { number.utf8.count > 18 ? number : grouped(number) }

    /// "12.5 %".
    package func percent(_ discount: Discount) -> String { "\(grouped(discount.text))\u{A0}%" }

    /// "12 %".
    package func percent(_ whole: Int) -> String { "\(number(whole))\u{A0}%" }

    private var l: Language { self }

    /// An amount with three digits, in a unit with its name.
    private func scaled(_ minor: UInt64, _ unit: UInt64, _ name: String) -> String {
        for (decimals, scale) in [(2, 100), (1, 10)] as [(Int, UInt64)] {
            let value = rounded(minor, by: unit / scale)
            guard value < 1000 else { continue }
            let digits = String(value)
            return "\(grouped("\(digits.dropLast(decimals)).\(digits.suffix(decimals))"))\u{A0}\(name)"
        }
        return "\(number(Int(rounded(minor, by: unit))))\u{A0}\(name)"
    }

    private func rounded(_ value: UInt64, by unit: UInt64) -> UInt64 { (value + unit / 2) / unit }

    /// Rewrites a decimal number with a point in the form of this language.
    private func grouped(_ text: String) -> String {
        let parts = text.split(separator: ".", maxSplits: 1)
        let isNegative = parts[0].hasPrefix("-")
        let whole = number(Int(isNegative ? parts[0].dropFirst() : parts[0]) ?? 0)
        let fraction = parts.count == 2 ? (tongue == .english ? "." : ",") + parts[1] : ""
        return (isNegative ? "−" : "") + whole + fraction
    }
}
