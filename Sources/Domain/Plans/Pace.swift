/// How much of a plan is done, against how much of its time is gone.
package struct Pace: Sendable, Equatable, Encodable {
    package var actual: Int64
    package var plan: Int64
    /// The part of the plan that should be done by now, as two numbers: working days gone and all, or what last year had by the same day
    /// and in all.
    package var gone: Int64
    package var all: Int64

    /// Nil if there is nothing to measure by: no day of the period is a working day, or last year had nothing.
    package init?(actual: Int64, plan: Int64, gone: Int64, all: Int64) {
        guard all > 0 else { return nil }
        (self.actual, self.plan, self.gone, self.all) = (actual, plan, max(0, min(gone, all)), all)
    }

    /// What should be done by now, rounded half away from zero.
    package var due: Int64 { Pace.divided(plan, by: gone, of: all) }

    /// How far it is ahead; negative: behind.
    package var ahead: Int64 { actual - due }

    /// How much of the plan is done, in whole per cent; nil without a plan.
    package var donePercent: Int64? { plan > 0 ? Pace.divided(100, by: actual, of: plan) : nil }

    package var gonePercent: Int64 { Pace.divided(100, by: gone, of: all) }

    /// `value` * `part` / `whole`, rounded half away from zero; `whole` is above 0.
    package static func divided(_ value: Int64, by part: Int64, of whole: Int64) -> Int64 {
        let product = Int128(value) * Int128(part)
        let (quotient, rest) = product.magnitude.quotientAndRemainder(dividingBy: UInt128(whole))
        let rounded = Int128(quotient) + (2 * rest >= UInt128(whole) ? 1 : 0)
        return Int64(clamping: product < 0 ? -rounded : rounded)
    }
}
