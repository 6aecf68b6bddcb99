import Domain
import Foundation
import Testing

@testable import Templates

@Suite struct AmountTests {
    let english = Language(.english, .empty)
    let russian = Language(.russian, .empty)

    @Test(arguments: ["EUR", "JPY", "KWD"])
    func `amounts are written as Foundation writes them`(code: String) {
        let currency = Currency(code)
        var scale = Decimal(1)
        for _ in 0..<currency.decimals { scale *= 10 }
        for language in [english, russian] {
            let formatter = NumberFormatter()
            formatter.locale = Locale(identifier: language.tongue.rawValue)
            formatter.numberStyle = .decimal
            formatter.minimumFractionDigits = currency.decimals
            formatter.maximumFractionDigits = currency.decimals
            for minor in [
                0, 1, 9, 10, 99, 100, 999, 1000, 99_999, 100_000, 12_345_678, 99_999_999_999, -1, -100, -123_456,
            ] as [Int64] {
                let expected = formatter.string(from: (Decimal(minor) / scale) as NSDecimalNumber)!
                    .replacing("\u{202F}", with: "\u{A0}").replacing("-", with: "−")
                #expect(language.amount(Money(minor), currency) == expected)
            }
        }
    }

    @Test(
        arguments: [
            (0, "0 €"), (49, "0 €"), (50, "1 €"), (-49, "0 €"), (-50, "−1 €"), (9_999_949, "99,999 €"),
            (9_999_950, "100,000 €"), (10_000_000, "100 k €"),
            (12_345_600, "123 k €"), (99_949_999, "999 k €"), (99_950_000, "1.00 M €"), (5_130_000_000, "51.3 M €"),
            (51_300_000_000, "513 M €"),
            (99_950_000_000, "1.00 bn €"), (-5_130_000_000, "−51.3 M €"),
        ] as [(Int64, String)])
    func `a large amount is shortened to three digits`(minor: Int64, text: String) {
        #expect(english.short(Money(minor), Currency("EUR")).replacing("\u{A0}", with: " ") == text)
    }

    @Test func `a quantity is written in the style of its language`() {
        #expect(russian.quantity(Quantity(typed: "1234.5")!) == "1\u{A0}234,5")
        #expect(english.quantity(Quantity(typed: "12")!) == "12")
        #expect(russian.percent(Discount(percent: "12.5")!) == "12,5\u{A0}%")
    }
}
