/// Somebody with whom nothing has moved for long, and why the desk tells of it. How often anybody was seen is no reason.
package struct Standstill: Sendable, Equatable, Encodable {
    package var person: Named<Person>
    package var client: Named<Client>
    package var reason: Reason

    package init(person: Named<Person>, client: Named<Client>, reason: Reason) {
        self.person = person
        self.client = client
        self.reason = reason
    }

    package enum Reason: Sendable, Equatable, Encodable {
        /// The ladder with the viewer has stood on a step since a day; `before` is the higher one from which the person fell onto it.
        case ladder(step: LadderStep, before: LadderStep?, since: Day)
        /// A VIP project, with all that stands still in it.
        case project(Named<Project>, [ProjectRow.Stall])
    }

    /// In days. A step of the ladder takes a few months; after four without one it will not come by itself.
    package static let ladderDays = 120
    /// In days. What was lost is won back soon or hardly at all.
    package static let fallDays = 30
    /// So many ladders and so many projects are told of at most, those that have stood the longest.
    package static let most = 8

    /// Why a ladder stands still on a day, nil where it does not: the latest step is below close and more than `ladderDays`
    /// old, or the person fell onto it from a higher one more than `fallDays` ago. `before` is the step before the latest, nil where that one was the first.
    package static func ladder(_ step: LadderStep, after before: LadderStep?, since: Day, on day: Day) -> Reason? {
        let fell = before.flatMap { $0 > step ? $0 : nil }
        guard step < .close, day - since > (fell == nil ? ladderDays : fallDays) else { return nil }
        return .ladder(step: step, before: fell, since: since)
    }
}
