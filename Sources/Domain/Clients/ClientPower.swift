/// How power lies at a client on a day: the balance and what moves it, and the roles in the decision for which nobody is known.
package struct ClientPower: Sendable, Equatable, Encodable {
    /// Nil if nobody has been judged.
    package var balance: Balance?
    /// The balance `ClientPower.back` days earlier; nil if nobody had been judged by then.
    package var before: Balance?
    /// The changes still expected, by their day.
    package var expected: [ExpectedChangeRow]
    /// The balance expected in a year; nil if nothing is expected within it.
    package var forecast: Balance?
    package var emptySeats: [DecisionRole]
    /// Who at the client stands closest to one of us and could introduce us; nil if nobody there is loyal or close.
    package var introducer: Introducer?

    /// In days: how far back the balance is compared, about half a year.
    package static let back = 183

    /// `curve` is the balance up to the day. `taken` are the roles of those who hold a post. `wasJudged`: somebody had been
    /// judged there `back` days earlier.
    package init(
        _ curve: [Balance], _ outlook: Outlook, taken: Set<DecisionRole>, wasJudged: Bool, introducer: Introducer?,
        on day: Day
    ) {
        balance = curve.last
        before = wasJudged ? curve.last { $0.day <= day - ClientPower.back } : nil
        expected = outlook.expected.filter { $0.isOpen(on: day) }
        forecast = outlook.forecast.last
        emptySeats = DecisionRole.allCases.filter { !taken.contains($0) }
        self.introducer = introducer
    }
}

/// A person who stands close to a colleague.
package struct Introducer: Sendable, Equatable, Encodable {
    package var person: Named<Person>
    package var user: Named<User>
    package var step: LadderStep
    /// When a head confirmed it.
    package var confirmedOn: Day?

    package init(person: Named<Person>, user: Named<User>, step: LadderStep, confirmedOn: Day? = nil) {
        self.person = person
        self.user = user
        self.step = step
        self.confirmedOn = confirmedOn
    }

    /// The one with the highest step, of equal ones one close to `kam`; nil if nobody is loyal or close.
    package static func best(_ all: [Introducer], for kam: User.ID?) -> Introducer? {
        func rank(_ one: Introducer) -> (LadderStep, Int) { (one.step, one.user.id == kam ? 1 : 0) }
        return all.filter { $0.step >= .loyal }.max { rank($0) < rank($1) }
    }
}
