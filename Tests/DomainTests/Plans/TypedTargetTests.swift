import Testing

@testable import Domain

@Suite struct TypedTargetTests {
    @Test(arguments: [
        ("1 234,5", TypedTarget.value(123_450)), ("1.234,50", .value(123_450)), ("1,234.50", .value(123_450)),
        ("1\u{A0}234,5", .value(123_450)), ("1'234.5", .value(123_450)), ("415", .value(41_500)),
        ("415,0", .value(41_500)), ("415 000 €", .value(41_500_000)), ("415 EUR", .value(41_500)),
        ("", .unchanged), ("  ", .unchanged), ("108 %", .ofLastYear(10_800)), ("+8%", .ofLastYear(10_800)),
        ("-12,5 %", .ofLastYear(8750)), ("−5%", .ofLastYear(9500)), ("0", .value(0)), ("0 %", .ofLastYear(0)),
    ])
    func `a cell is read in the shapes in which people write numbers`(typed: String, target: TypedTarget) {
        #expect(TypedTarget(typed) { Currency("EUR").amount(typed: $0)?.minor } == target)
    }

    @Test(arguments: [
        "75,o", "1,234", "12,345,67", "-5", "%", "1e5", "1.2.3", "five", "-101 %", "=1+1", "9999999999999999999",
    ])
    func `what is no number is refused`(typed: String) {
        #expect(TypedTarget(typed) { Currency("EUR").amount(typed: $0)?.minor } == nil)
    }

    @Test func `a share is of last year, and without last year of nothing`() {
        #expect(TypedTarget.ofLastYear(10_800).target(lastYear: 1_000) == 1080)
        #expect(TypedTarget.ofLastYear(10_800).target(lastYear: nil) == nil)
        #expect(TypedTarget.unchanged.target(lastYear: 5) == nil && TypedTarget.value(7).target(lastYear: nil) == 7)
    }
}
