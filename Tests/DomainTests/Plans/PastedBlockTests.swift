import Testing

@testable import Domain

@Suite struct PastedBlockTests {
    @Test(arguments: [
        ("1\t2\n3\t4\n", [["1", "2"], ["3", "4"]]), ("1\t2\r\n3\t4", [["1", "2"], ["3", "4"]]), ("", []),
        ("\t\n", [["", ""]]), ("\"a\tb\"\t\"c \"\"d\"\"\"\n", [["a\tb", "c \"d\""]]), ("5", [["5"]]),
        ("\"line\nline\"\t2", [["line\nline", "2"]]), ("a\"b\t1", [["a\"b", "1"]]), ("1\r2", [["1"], ["2"]]),
        ("\n\n", [[""], [""]]), ("\"\"", [[""]]),
    ])
    func `a block is read as a spreadsheet writes it`(text: String, rows: [[String]]) {
        #expect(PastedBlock(text)?.rows == rows)
    }

    @Test func `what is no block is refused`() {
        #expect(PastedBlock("\"open") == nil)
        #expect(PastedBlock(String(repeating: "1\t", count: 10_001)) == nil)
        #expect(PastedBlock(String(repeating: "\t", count: 9999)) != nil)
    }

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
