/// Divides an amount by shares, so that the parts sum to it exactly.
package enum HandDown {
    /// The parts of `amount` in the order of the shares, by the method of the largest remainder: everybody gets the whole units of their
    /// share, and the units that are left go to those whose remainders are the largest; of equal ones to the first. Negative shares count
    /// as 0. If no share is above 0, all shares count as equal. Empty if there are no shares.
    package static func parts(of amount: Int64, by shares: [Int64]) -> [Int64] {
        guard !shares.isEmpty else { return [] }
        let positive = shares.map { UInt64(max($0, 0)) }
        let weights = positive.contains { $0 > 0 } ? positive : positive.map { _ in 1 }
        let whole = weights.reduce(UInt128(0)) { $0 + UInt128($1) }
        let size = UInt128(amount.magnitude)
        let exact = weights.map { (size * UInt128($0)).quotientAndRemainder(dividingBy: whole) }
        var parts = exact.map { UInt64($0.quotient) }
        let left = Int(size - parts.reduce(UInt128(0)) { $0 + UInt128($1) })
        let order = exact.indices.sorted { (exact[$1].remainder, $0) < (exact[$0].remainder, $1) }
        for place in order.prefix(left) { parts[place] += 1 }
        return parts.map { amount < 0 ? Int64(truncatingIfNeeded: 0 &- $0) : Int64(truncatingIfNeeded: $0) }
    }
}
