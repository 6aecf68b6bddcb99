import Domain
import Testing

@Suite struct ForecastTests {
    private static let today = Day("2026-03-02")!

    private static func change(
        _ inDays: Int, _ probability: Int, _ shift: Int, closed: Int? = nil, happened: Bool = true
    ) -> ExpectedChangeRow {
        ExpectedChangeRow(
            id: ExpectedChange.ID(1), client: Named(id: Client.ID(1), name: "C"), person: nil, kind: .other, text: "T",
            day: today + inDays, probability: probability, shift: shift, source: nil,
            outcome: closed.map { ExpectedOutcome(hasHappened: happened, day: today + $0) }, by: "A")
    }

    private static func forecast(_ changes: [ExpectedChangeRow]) -> [[Int]] {
        let last = Balance(day: today, low: 4, middle: 10, high: 20)
        return Outlook(from: last, changes, territory: nil).forecast.map {
            [$0.day - today, $0.low, $0.middle, $0.high]
        }
    }

    @Test(
        arguments: [
            ([], []),
            // What lowers it makes the least less, what raises it the most more; the expected value moves by its probability.
            ([change(100, 50, -8)], [[0, 4, 10, 20], [100, -4, 6, 20], [365, -4, 6, 20]]),
            ([change(100, 25, 8)], [[0, 4, 10, 20], [100, 4, 12, 28], [365, 4, 12, 28]]),
            (
                [change(200, 50, -8), change(100, 25, 8)],
                [[0, 4, 10, 20], [100, 4, 12, 28], [200, -4, 8, 28], [365, -4, 8, 28]]
            ),
            // Two on one day are one point.
            ([change(50, 50, 2), change(50, 50, -4)], [[0, 4, 10, 20], [50, 0, 9, 22], [365, 0, 9, 22]]),
            // What is late counts from the day on, and so does what is due on it.
            ([change(-400, 50, 10)], [[0, 4, 15, 30], [365, 4, 15, 30]]),
            ([change(0, 50, 10)], [[0, 4, 15, 30], [365, 4, 15, 30]]),
            // The last day of the year counts, the next one does not.
            ([change(365, 50, -2)], [[0, 4, 10, 20], [365, 2, 9, 20]]),
            ([change(366, 50, -2)], []),
            // What came to its end by the day does not count, happened or not; what did so later was ahead on it.
            ([change(100, 50, 10, closed: 0)], []), ([change(100, 50, 10, closed: -3, happened: false)], []),
            ([change(100, 50, 10, closed: 1)], [[0, 4, 10, 20], [100, 4, 15, 30], [365, 4, 15, 30]]),
            // Hundredths are summed before they are rounded, half away from zero.
            ([change(9, 25, 1), change(9, 25, 1)], [[0, 4, 10, 20], [9, 4, 11, 22], [365, 4, 11, 22]]),
            ([change(9, 50, -1)], [[0, 4, 10, 20], [9, 3, 9, 20], [365, 3, 9, 20]]),
            ([change(9, 49, -1)], [[0, 4, 10, 20], [9, 3, 10, 20], [365, 3, 10, 20]]),
        ] as [([ExpectedChangeRow], [[Int]])])
    func `the forecast sums probability times shift of the changes expected within a year`(
        changes: [ExpectedChangeRow], points: [[Int]]
    ) {
        #expect(ForecastTests.forecast(changes) == points)
    }

    @Test(arguments: 0..<20)
    func `the expected value always lies between the lowest and the highest value`(seed: Int) {
        var random = SplitMix(seed: UInt64(seed))
        let changes = (0..<12).map { _ in
            ForecastTests.change(random.below(400) - 30, 1 + random.below(99), random.below(201) - 100)
        }
        let points = ForecastTests.forecast(changes)
        #expect(!points.isEmpty && points.allSatisfy { $0[1] <= $0[2] && $0[2] <= $0[3] })
        #expect(zip(points, points.dropFirst()).allSatisfy { $0[0] < $1[0] && $0[1] >= $1[1] && $0[3] <= $1[3] })
    }

    @Test(arguments: [(-1, true), (0, false), (1, false)])
    func `an open change is late once its day has passed`(inDays: Int, isLate: Bool) {
        #expect(ForecastTests.change(inDays, 50, 1).isOverdue(on: ForecastTests.today) == isLate)
        #expect(!ForecastTests.change(inDays, 50, 1, closed: 0).isOverdue(on: ForecastTests.today))
    }

    private static let sound = ["text": "T", "day": "2026-09-01", "probability": "40", "shift": "-5"]

    @Test(
        arguments: [
            ([:], [:]), (["text": ""], ["text": .required]), (["day": ""], ["day": .required]),
            (["day": "soon"], ["day": .notADate]), (["probability": ""], ["probability": .required]),
            (["probability": "0"], ["probability": .notWithin(1, 99)]),
            (["probability": "100"], ["probability": .notWithin(1, 99)]), (["probability": "1"], [:]),
            (["probability": "99"], [:]), (["shift": "101"], ["shift": .notWithin(-100, 100)]),
            (["shift": "−7"], [:]), (["shift": "+7"], [:]), (["shift": "-101"], ["shift": .notWithin(-100, 100)]),
            (["shift": "0"], [:]),
            (["shift": ""], ["shift": .required]), (["shift": "", "kind": "retirement"], ["shift": .required]),
            (["shift": "", "person": "7"], ["shift": .required]),
            (["shift": "", "person": "7", "kind": "retirement"], [:]), (["kind": "coup"], ["kind": .notAChoice]),
            (["person": "x"], ["person": .unknown]),
        ] as [([String: String], [String: Problem])])
    func `the form of an expected change reports each error beside its field`(
        typed: [String: String], problems: [String: Problem]
    ) {
        var found = Problems()
        do {
            let entries = ForecastTests.sound.merging(typed) { $1 }
            let draft = try ExpectedChangeDraft(Entries(entries))
            #expect(try ExpectedChangeDraft(draft.entries) == draft)
        } catch { found = error }
        #expect(found == Problems(problems))
    }
}
