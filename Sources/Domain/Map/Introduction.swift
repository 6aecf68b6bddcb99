/// Who can introduce a colleague to a person: the best chain of people, each of whom knows the next.
package struct Introduction: Sendable, Equatable {
    /// A person with whom a colleague stands well enough to ask for an introduction.
    package struct Start: Sendable, Equatable {
        /// Any number that identifies a colleague.
        package var user: Int
        package var person: Int
        /// A close person counts fully, a loyal one half, and a lower step not at all.
        package var step: LadderStep

        package init(user: Int, person: Int, step: LadderStep) {
            self.user = user
            self.person = person
            self.step = step
        }

        /// The weight of the step in halves.
        var halves: Int { step == .close ? 2 : step == .loyal ? 1 : 0 }
    }

    /// People each of whom introduces us to the next.
    package struct Chain: Sendable, Equatable {
        /// The colleague to ask, who knows the first person.
        package var user: Int
        /// From the person whom the colleague knows to the target. The target may be the only one.
        package var people: [Int]
        /// The indexes of the ties between neighbouring people.
        package var ties: [Int]
        /// True for each tie that is a conflict of interest. As long as `ties`.
        package var isPersonal: [Bool]
        /// The product of strength / 3 x (confirmed 1, assumed 0.5) over the ties, times 1 if the first person is close to the colleague or
        /// 0.5 if loyal. Above 0, at most 1.
        package var product: Double
        /// The tie that counts least, the first of equal ones; nil if there are no ties.
        package var weakest: Int?
    }

    /// The most ties in a chain.
    package static let mostTies = 6

    /// The chain with the greatest product. Of equal ones, the one whose colleague already stands well with the target; then my own; then
    /// the shorter one; then the one whose people, from the target back, come first in the list.
    package let best: Chain
    /// The best chain that begins with me; nil if the best of all begins with me or if I have none.
    package let mine: Chain?

    /// Returns nil if no chain leads to the target. Ties of any kind count in both directions, but never rival or negative ones. Personal
    /// ties do not count if `forbidsPersonal`, as towards people who decide a tender.
    package init?(
        to target: Int, count: Int, ties: [InfluenceTie], starts: [Start], me: Int, forbidsPersonal: Bool = false
    ) {
        let search = IntroductionSearch(count: count, ties: ties, forbidsPersonal: forbidsPersonal)
        let mine = search.chain(to: target, from: starts.filter { $0.user == me })
        let theirs = search.chain(to: target, from: starts.filter { $0.user != me })
        guard let best = [mine, theirs].compactMap({ $0 }).min(by: Introduction.isBefore) else { return nil }
        self.best = best
        self.mine = best.user == me ? nil : mine
    }

    /// The order is strict: of equal chains `min` takes the first in the list, which is mine.
    private static func isBefore(_ a: Chain, _ b: Chain) -> Bool {
        (-a.product, a.ties.isEmpty ? 0 : 1) < (-b.product, b.ties.isEmpty ? 0 : 1)
    }
}
