import Domain
import Routes

/// What surrounds a page's own matter: its language, day and links.
package struct Chrome: Sendable {
    package var language: Language
    package var today: Day
    /// The moment at which the page is made.
    package var now: LocalTime
    package var frame: Frame
    /// The page shown, by which the rail marks its place.
    package var route: Route?
    /// What the viewer has just done, nil on any page but the one that follows it.
    package var saved: SavedAct?
    /// Is the viewer to know that others on the network can read what is typed?
    package var warnsOfReaders: Bool
    /// The token that every form of ours carries.
    package var token: String
    /// Where the desk lives on its host, "" or "/kam".
    package var base: String
    /// The address of an embedded file by its name, below the base.
    package var asset: @Sendable (String) -> String
    /// A moment on the desk's clock.
    package var local: @Sendable (Moment) -> LocalTime

    /// Who else has the page's record open, in words; nil of a page that has none, "" where nobody does.
    package var alsoOpen: String?

    /// Is the desk's file damaged, so that it takes no acts? Every page says so.
    package var isDamaged = false
    /// The path of the newest copy of it that is whole, nil where none is known.
    package var wholeCopy: String?

    /// Why the page comes again instead of the one that should follow it.
    package var trouble: Trouble?

    /// The confidential clients of whom the page tells. The page says so, and each sheet of paper.
    package var secrets: [Named<Client>] = []

    /// Is the page's matter for paper? Then it has no links and no buttons.
    var isPaper = false
    /// The style sheets of a page that is kept as a file by itself, nil of one that is served.
    package var styles: [HTML]?

    /// A number that no other form has.
    package var formNumber: @Sendable () -> String

    package init(
        language: Language, now: LocalTime, frame: Frame, route: Route?, warnsOfReaders: Bool = false, token: String,
        base: String,
        asset: @escaping @Sendable (String) -> String, local: @escaping @Sendable (Moment) -> LocalTime,
        formNumber: @escaping @Sendable () -> String
    ) {
        self.language = language
        today = now.day
        self.now = now
        self.frame = frame
        self.route = route
        self.warnsOfReaders = warnsOfReaders
        self.token = token
        self.base = base
        self.asset = asset
        self.local = local
        self.formNumber = formNumber
    }

    /// A page's address as the value of `href`.
    func link(_ route: Route) -> String { base + route.address.text }

    /// An act's address as the value of `action`.
    func action(_ action: Action) -> String { base + action.address.text }

    /// The address of the page shown, for a form that comes back to it.
    var here: String { (route ?? .today).address.text }

    /// "1,234.50 €".
    func money(_ money: Money) -> String { language.money(money, currency) }

    /// The same without the sign, for columns.
    func amount(_ money: Money) -> String { language.amount(money, currency) }

    /// "51.3 M €": three digits or so, for a glance.
    func short(_ money: Money) -> String { language.short(money, currency) }

    var currency: Currency { frame.currency }

    /// A day of this year has its year only on paper, which outlives it.
    func day(_ day: Day) -> String { isPaper ? language.dayOfYear(day) : language.day(day, today) }

    /// May the viewer change what they see? Whoever may only read gets no buttons.
    var mayEdit: Bool { may(.editor) }

    /// May the viewer do what is declared to need an access? On paper nobody does anything.
    func may(_ access: Access) -> Bool { !isPaper && access.admits(frame.viewer) }
}
