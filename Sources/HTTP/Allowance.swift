import Synchronization

/// An amount that may be in use at the same time. Shares of it are lent out.
package final class Allowance: Sendable {
    private let lent = Atomic(0)

    package init() {}

    /// A share, given back with its last reference. Nil if more than `most` would be lent in all.
    package func take(_ amount: Int, atMost most: Int) -> Share? {
        let share = Share(of: self)
        return share.grow(by: amount, atMost: most) ? share : nil
    }

    package final class Share: Sendable {
        private let allowance: Allowance
        private let amount = Atomic(0)

        fileprivate init(of allowance: Allowance) { self.allowance = allowance }

        deinit { allowance.lent.subtract(amount.load(ordering: .relaxed), ordering: .relaxed) }

        /// False, and the share stays as it is, if more than `most` would be lent in all.
        package func grow(by more: Int, atMost most: Int) -> Bool {
            let (old, new) = allowance.lent.add(more, ordering: .relaxed)
            guard more <= most, old <= most - more, new >= old else {
                allowance.lent.subtract(more, ordering: .relaxed)
                return false
            }
            amount.add(more, ordering: .relaxed)
            return true
        }
    }
}
