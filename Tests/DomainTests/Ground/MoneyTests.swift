import Testing

@testable import Domain

@Suite struct MoneyTests {
    @Test(
        arguments: [
            ("1234.50", 2, 123450), ("1 234,50", 2, 123450), ("1\u{A0}234,5", 2, 123450), ("1\u{202F}234", 2, 123400),
            ("1,234.50", 2, 123450),
            ("1.234,50", 2, 123450), ("1,234,567", 2, 123_456_700), ("1.234.567,8", 2, 123_456_780),
            ("1'234.50", 2, 123450), ("-5", 2, -500),
            ("−5,25", 2, -525), ("+7", 2, 700), (".5", 2, 50), ("5.", 2, 500), ("0", 2, 0), ("14.0000", 2, 1400),
            ("100.00", 0, 100), ("1 234,500", 2, 123450), ("0,500", 3, 500), ("1234.500", 2, 123450),
            ("1,234.500", 3, 1_234_500),
            ("1.2", 3, 1200), ("92233720368547758.07", 2, Int64.max),
        ] as [(String, Int, Int64)])
    func `an amount is read as people and files write it`(text: String, decimals: Int, value: Int64) {
        #expect(fixedPoint(text, decimals: decimals) == value)
    }

    @Test(arguments: [
        ("", 2), ("-", 2), (".", 2), ("1,234", 2), ("1.234", 2), ("1,234", 3), ("12,500", 3), ("12,000", 0),
        ("1 2 3", 0), ("12 34", 2), ("1 234'567", 2), ("1. 5", 2),
        ("1.5", 0), ("12,34,567", 2), ("1,2345.00", 2),
        ("1234,567,890", 2), ("1e5", 2), ("0x10", 2),
        ("١٢", 2), ("1 2 3a", 2), ("--1", 2), ("92233720368547758.08", 2), ("1,,000", 2), ("1,000", 2), ("1.000", 2),
        ("12,500", 2), ("-1.000", 0), ("1.2.3", 2), (",123.5", 2),
        ("999999999999999", 4),
    ])
    func `an ambiguous or empty text is not read as an amount`(text: String, decimals: Int) {
        #expect(fixedPoint(text, decimals: decimals) == nil)
    }

    @Test(arguments: [("EUR", 2), ("RUB", 2), ("JPY", 0), ("KWD", 3), ("XYZ", 2)])
    func `an amount that a currency writes is read back the same`(code: String, decimals: Int) {
        let currency = Currency(code)
        #expect(currency.decimals == decimals)
        for minor in [0, 1, 9, 10, 99, 100, 101, 999, 1000, 123_456_789, -1, -99, -100, -123_456] as [Int64] {
            #expect(currency.amount(typed: currency.text(Money(minor))) == Money(minor))
        }
        #expect(currency.amount(typed: "12 \(currency.symbol)") == currency.amount(typed: "12"))
    }

    @Test(arguments: [("12", "12"), ("2.5", "2.5"), ("0,001", "0.001"), ("1000", "1000"), ("2.5000", "2.5")])
    func `a quantity is written without trailing zeros`(typed: String, text: String) {
        #expect(Quantity(typed: typed)?.text == text)
    }

    @Test func `months are counted across years`() {
        let december = Month(of: Day("2025-12-31")!)
        #expect(december.iso == "2025-12" && (december + 1).iso == "2026-01" && (december - 12).iso == "2024-12")
        #expect((december + 1).first == Day("2026-01-01"))
    }
}
