import Domain
import Testing

@Suite struct StandstillTests {
    @Test(
        arguments: [
            (.contact, nil, 120, false), (.contact, nil, 121, true), (.acquainted, .contact, 121, true),
            (.loyal, .acquainted, 120, false), (.loyal, .acquainted, 500, true), (.close, .loyal, 500, false),
            (.close, nil, 500, false), (.none, nil, 121, true), (.acquainted, .acquainted, 31, false),
            // After a fall it is told sooner.
            (.acquainted, .loyal, 30, false), (.acquainted, .loyal, 31, true), (.none, .contact, 31, true),
        ] as [(LadderStep, LadderStep?, Int, Bool)])
    func `a ladder stands still after an old step below close, or after a fall that was not made up for`(
        step: LadderStep, before: LadderStep?, days: Int, stands: Bool
    ) {
        let today = Day("2026-03-02")!
        let fell = before.flatMap { $0 > step ? $0 : nil }
        #expect(
            Standstill.ladder(step, after: before, since: today - days, on: today)
                == (stands ? .ladder(step: step, before: fell, since: today - days) : nil))
    }
}
