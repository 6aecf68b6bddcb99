import Domain
import Routes

/// Everything around a page's own content: its language, day and links.
package struct Chrome: Sendable {
    package var language: Language
    package var today: Day
    /// When the page is made.
    package var now: LocalTime
    package var frame: Frame
    /// The page shown; the rail highlights its place.
    package var route: Route?
    /// What the viewer has just done. Nil except on the page that follows an act.
    package var saved: SavedAct?
    /// Warn the viewer that others on the network can read what is typed?
    package var warnsOfReaders: Bool
    /// The token in every form.
    package var token: String
    /// The base path of the desk on its host, "" or "/kam".
    package var base: String
    /// The address of an embedded file by its name, below the base path.
    package var asset: @Sendable (String) -> String
    /// Converts a moment to the desk's local time.
    package var local: @Sendable (Moment) -> LocalTime

    /// Says who else has the page's record open. Nil if the page has no record, "" if nobody has it open.
    package var alsoOpen: String?

    /// Is the desk's file damaged? Then it takes no acts, and every page says so.
    package var isDamaged = false
    /// The path of its newest undamaged copy; nil if none is known.
    package var wholeCopy: String?

    /// Why the form's page is shown again instead of the page that should follow.
    package var trouble: Trouble?

    /// The confidential clients that the page shows. The page names them, and so does each printed sheet.
    package var secrets: [Named<Client>] = []

    /// Is the page for paper? Then it has no links and no buttons.
    var isPaper = false
    /// The style sheets of a page that is saved as a single file; nil for a page from the server.
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

    /// The same of a page of a feature: what every row of a list links to needs no route around it.
    func link(to page: some SectionRoute) -> String { base + page.address.text }

    /// An act's address as the value of `action`.
    func action(_ action: Action) -> String { base + action.address.text }

    /// The address of this page, for a form that returns to it.
    var here: String { (route ?? .today).address.text }

    /// "1,234.50 €".
    func money(_ money: Money) -> String { language.money(money, currency) }

    /// The same without the currency sign, for columns.
    func amount(_ money: Money) -> String { language.amount(money, currency) }

    /// "51.3 M €": about three digits, for a quick look.
    func short(_ money: Money) -> String { language.short(money, currency) }

    var currency: Currency { frame.currency }

    /// A day of this year is shown without the year, except on paper, which is read later.
    func day(_ day: Day) -> String { isPaper ? language.dayOfYear(day) : language.day(day, today) }

    /// May the viewer change what they see? If not, there are no buttons.
    var mayEdit: Bool { may(.editor) }

    /// Does the viewer have the access? On paper always false.
    func may(_ access: Access) -> Bool { !isPaper && access.admits(frame.viewer) }
}
