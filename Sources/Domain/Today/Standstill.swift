/// A person with whom nothing has moved for a long time, and why the desk reports it. How often colleagues met them does not count.
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
        /// The ladder with the viewer has been at this step since a day. `before` is the higher step from which the person fell; nil if
        /// they did not fall.
        case ladder(step: LadderStep, before: LadderStep?, since: Day)
        /// A VIP project, with all reasons why it stands still.
        case project(Named<Project>, [ProjectRow.Stall])
    }

    /// In days. A step of the ladder takes a few months; after four months without one it will not come by itself.
    package static let ladderDays = 120
    /// In days. What was lost is won back soon or hardly ever.
    package static let fallDays = 30
    /// The most ladders, and the most projects, that are reported: those that have stood still the longest.
    package static let most = 8

    /// Why a ladder stands still on a day; nil if it does not. It does if the latest step is below close and more than `ladderDays` old, or
    /// if the person fell to it more than `fallDays` ago. `before` is the step before the latest; nil if the latest was the first.
    package static func ladder(_ step: LadderStep, after before: LadderStep?, since: Day, on day: Day) -> Reason? {
        let fell = before.flatMap { $0 > step ? $0 : nil }
        guard step < .close, day - since > (fell == nil ? ladderDays : fallDays) else { return nil }
        return .ladder(step: step, before: fell, since: since)
    }
}
