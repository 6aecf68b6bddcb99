/// Who can introduce one of us to a person: the best chain of people each of whom knows the next.
package struct Introduction: Sendable, Equatable {
    /// With whom one of us stands well enough to ask for an introduction.
    package struct Start: Sendable, Equatable {
        /// Any number by which one of us is known.
        package var user: Int
        package var person: Int
        /// A close one counts whole, a loyal one half, who stands lower not at all.
        package var step: LadderStep

        package init(user: Int, person: Int, step: LadderStep) {
            self.user = user
            self.person = person
            self.step = step
        }

        /// Of a whole.
        var halves: Int { step == .close ? 2 : step == .loyal ? 1 : 0 }
    }

    /// People each of whom introduces us to the next.
    package struct Chain: Sendable, Equatable {
        /// Whose the first of the people is: the one of us to ask.
        package var user: Int
        /// From whom the user knows to the target, who may be the only one.
        package var people: [Int]
        /// Between each two of the people, the place of their tie in the list.
        package var ties: [Int]
        /// Is the step a conflict of interest? As long as `ties`.
        package var isPersonal: [Bool]
        /// Strength / 3 x (confirmed 1, assumed 0.5) over the steps, times 1 where the first of the people is close with the user, 0.5
        /// where loyal. Above 0, at most 1.
        package var product: Double
        /// The step that counts least, the first of equal ones; nil where there is no step.
        package var weakest: Int?
    }

    /// No chain has more ties.
    package static let mostTies = 6

    /// The one with the greatest product. Of equal ones, that of somebody who stands well with the target already, then my own, then the
    /// shorter, then that whose people, from the target back, come first in the list.
    package let best: Chain
    /// The best that begins with me, where the best of all begins with a colleague and I have one.
    package let mine: Chain?

    /// Nil where no chain leads to the target. Ties serve either way whatever their kind, but rival and negative ones never, and personal
    /// ones not where it is forbidden, as towards those who decide a tender.
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

    /// For a strict order my chain is named first.
    private static func isBefore(_ a: Chain, _ b: Chain) -> Bool {
        (-a.product, a.ties.isEmpty ? 0 : 1) < (-b.product, b.ties.isEmpty ? 0 : 1)
    }
}
