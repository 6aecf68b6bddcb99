import Testing

@testable import Domain

@Suite struct PlanArithmeticTests {
    @Test func `what is handed down sums to the amount, and everybody gets their share to one unit`() {
        var random = SplitMix(seed: 7)
        for _ in 0..<2000 {
            let amount = Int64(truncatingIfNeeded: random.next() >> (random.next() % 60)) / 2
            let shares = (0..<Int(random.next() % 12 + 1)).map { _ in Int64(random.next() >> (random.next() % 62 + 2)) }
            let parts = HandDown.parts(of: amount, by: shares)
            #expect(parts.count == shares.count && parts.reduce(0, &+) == amount)
            let whole = shares.reduce(Int128(0)) { $0 + Int128($1) }
            guard whole > 0 else { continue }
            for (part, share) in zip(parts, shares) {
                let difference = Int128(part) * whole - Int128(amount) * Int128(share)
                #expect(difference.magnitude < UInt128(whole), "\(part) of \(amount) by \(share) of \(whole)")
            }
        }
    }

    @Test func `equal remainders go to the first, and without shares all get alike`() {
        #expect(HandDown.parts(of: 10, by: [1, 1, 1]) == [4, 3, 3])
        #expect(HandDown.parts(of: -10, by: [1, 1, 1]) == [-4, -3, -3])
        #expect(HandDown.parts(of: 5, by: [0, 0]) == [3, 2])
        #expect(HandDown.parts(of: 5, by: [-3, 1]) == [0, 5])
        #expect(HandDown.parts(of: 5, by: []) == [])
        #expect(HandDown.parts(of: .max, by: [.max, .max]) == [4_611_686_018_427_387_904, 4_611_686_018_427_387_903])
        #expect(HandDown.parts(of: .min, by: [1]) == [.min])
        #expect(HandDown.parts(of: 193_500, by: [146_620, 27_630]) == [162_818, 30_682])
    }

    @Test func `pace holds what is done against the time that is gone`() throws {
        let pace = try #require(Pace(actual: 234_500, plan: 380_000, gone: 41, all: 64))
        #expect(pace.due == 243_438 && pace.ahead == -8938 && pace.donePercent == 62 && pace.gonePercent == 64)
        #expect(Pace(actual: 1, plan: 1, gone: 0, all: 0) == nil)
        #expect(Pace(actual: 5, plan: 0, gone: 1, all: 2)?.donePercent == nil)
        #expect(Pace(actual: .max, plan: .max, gone: 9, all: 9)?.ahead == 0)
    }

    @Test func `periods of the calendar follow each other without a gap`() {
        for kind in [PeriodKind.year, .quarter, .month] {
            let spans = (2023...2028).flatMap { PeriodSpan.calendar(kind, of: $0) }
            for (one, next) in zip(spans, spans.dropFirst()) { #expect(one.to + 1 == next.from) }
            #expect(spans.first?.from == Day("2023-01-01") && spans.last?.to == Day("2028-12-31"))
        }
        #expect(PeriodSpan.calendar(.month, of: 2028).map(\.days)[1] == 29)
        #expect(PeriodSpan.yearBefore(Day("2028-02-29")!) == Day("2027-02-28"))
        #expect(PeriodSpan.yearBefore(Day("2025-02-28")!) == Day("2024-02-29"))
        #expect(PeriodSpan.yearBefore(Day("2026-11-23")!) == Day("2025-11-23"))
    }
}
