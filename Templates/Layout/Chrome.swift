import Domain
import Routes

/// What surrounds a page's own matter: its language, day and links.
package struct Chrome: Sendable {
    package var language: Language
    package var today: Day
    package var frame: Frame
    /// The page shown, by which the rail marks its place.
    package var route: Route?
    /// The line of history of what the viewer has just done, nil on any page but the one that follows it.
    package var saved: Change.ID?
    /// The token that every form of ours carries.
    package var token: String
    /// Where the desk lives on its host, "" or "/kam".
    package var base: String
    /// The address of an embedded file by its name, below the base.
    package var asset: @Sendable (String) -> String
    /// A moment on the desk's clock.
    package var local: @Sendable (Moment) -> LocalTime

    /// A number that no other form has.
    package var formNumber: @Sendable () -> String

    package init(
        language: Language, today: Day, frame: Frame, route: Route?, token: String, base: String,
        asset: @escaping @Sendable (String) -> String, local: @escaping @Sendable (Moment) -> LocalTime,
        formNumber: @escaping @Sendable () -> String
    ) {
        self.language = language
        self.today = today
        self.frame = frame
        self.route = route
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

    func day(_ day: Day) -> String { language.day(day, today) }

    /// May the viewer change what they see? Whoever may only read gets no buttons.
    var mayEdit: Bool { Access.editor.admits(frame.viewer.role) }
}
