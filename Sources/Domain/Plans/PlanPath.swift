/// How the income of a period came, summed day by day from its first day on.
package struct PlanPath: Sendable, Encodable {
    /// Up to today.
    package var actual: [Int64]
    /// Of the same days of last year, all of them.
    package var lastYear: [Int64]
    /// What should be done by each day, if every working day brings the same; empty without a target.
    package var due: [Int64]

    /// `sold`, `soldLastYear`: what each day brought, by its place in the period. `gone`: how many of its days have come. `isWorking`: of
    /// each day of the period.
    package init(sold: [Int: Int64], soldLastYear: [Int: Int64], gone: Int, isWorking: [Bool], target: Int64?) {
        func summed(_ days: Int, _ values: [Int: Int64]) -> [Int64] {
            var sum: Int64 = 0
            return (0..<max(0, days)).map { day in
                sum &+= values[day] ?? 0
                return sum
            }
        }
        actual = summed(min(gone, isWorking.count), sold)
        lastYear = summed(isWorking.count, soldLastYear)
        let all = Int64(isWorking.count { $0 })
        var done: Int64 = 0
        due =
            target.map { target in
                isWorking.map { works in
                    if works { done += 1 }
                    return all > 0 ? Pace.divided(target, by: done, of: all) : 0
                }
            } ?? []
    }
}
