import Testing

@testable import Domain

/// The net present value of what we put into a client.
@Suite struct InvestmentTests {
    private static let day = Day("2026-11-30")!

    /// In hundreds of euro: discounts, bonuses, VIP budget, events, extra income low, expected, high.
    private static let years: [(Int, [Int64])] = [
        (2026, [0, 0, 130, 110, 0, 0, 0]), (2027, [60, 20, 25, 15, 150, 260, 320]),
        (2028, [70, 30, 25, 15, 200, 335, 420]), (2029, [70, 30, 25, 15, 210, 350, 460]),
    ]

    private func programme(_ rate: Int64?, _ years: [(Int, [Int64])] = InvestmentTests.years) -> InvestmentProgramme {
        InvestmentProgramme(
            years.map { year, sums in
                let money = sums.map { Money($0 * 10_000) }
                let draft = InvestmentDraft(
                    year: year, discounts: money[0], bonuses: money[1], vip: money[2], events: money[3], low: money[4],
                    expected: money[5], high: money[6], source: "s", day: InvestmentTests.day)
                return InvestmentProgramme.Year(
                    investment: InvestmentYear(id: ID(Int64(year)), version: 1, draft: draft), by: "", actual: nil)
            }, rate: rate.map { NPVRate(Discount(hundredths: $0), since: InvestmentTests.day) })
    }

    @Test func `the sketch's sum: 24 put in this year are worth 19 in the expected case`() {
        let programme = programme(1_200)
        let flows = programme.years.map { programme.flow($0, .expected) / 10_000 }
        #expect(flows == [-240, 140, 195, 210])
        // -24.0 + 14.0/1.12 + 19.5/1.2544 + 21.0/1.404928, in cents.
        #expect(
            programme.years.map { programme.present($0, .expected)! } == [-2_400_000, 1_250_000, 1_554_528, 1_494_739])
        #expect(programme.value(.expected) == 1_899_267)
        #expect(programme.value(.low)! < 0 && programme.value(.high)! > programme.value(.expected)!)
        #expect(programme.room == 25)
    }

    @Test func `the shown rows add up to the value`() {
        for rate in stride(from: Int64(0), through: 10_000, by: 777) {
            let programme = programme(rate)
            for of in InvestmentCase.allCases {
                #expect(programme.value(of) == programme.years.reduce(0) { $0 + programme.present($1, of)! })
            }
        }
    }

    @Test func `without a rate nothing is discounted, and at nothing a year is worth what flows`() {
        #expect(programme(nil).value(.expected) == nil && programme(nil).room == nil)
        #expect(programme(0).value(.expected) == 3_050_000)
        #expect(programme(1_200, []).value(.expected) == nil)
    }

    @Test func `a year that nobody typed is waited for all the same`() {
        let programme = programme(1_000, [InvestmentTests.years[0], InvestmentTests.years[2]])
        #expect(programme.t(programme.years[1]) == 2)
        #expect(programme.present(programme.years[1], .expected) == Int64((1_950_000 / 1.21).rounded()))
    }

    @Test(arguments: [
        (["year": ""], "year", Problem.required), (["year": "1989"], "year", .notWithin(1990, 2100)),
        (["low": "9"], "low", .notInOrder), (["high": "1"], "high", .notInOrder),
        (["vip": "x"], "vip", .notAnAmount(2)), (["source": ""], "source", .required),
    ])
    func `a field that is wrong is named`(fields: [String: String], field: String, problem: Problem) {
        let base = ["year": "2026", "low": "1", "expected": "2", "high": "3", "source": "s", "day": "2026-03-01"]
        let problems = #expect(throws: Problems.self) {
            try InvestmentDraft(
                Entries(base.merging(fields) { $1 }), Currency("EUR"), today: InvestmentTests.day)
        }
        #expect(problems?[field] == problem)
    }
}
