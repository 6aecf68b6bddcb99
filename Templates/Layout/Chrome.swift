import Domain
import Routes

/// Everything around a page's own content: its language, day and links.
package struct Chrome: Sendable {
    /// What stays the same as long as a page is made. It lies behind one reference, for every row of a list gets its chrome.
    private let common: Common

    private final class Common: Sendable {
        let language: Language
        let now: LocalTime
        let frame: Frame
        let route: Route?
        let warnsOfReaders: Bool
        let token: String
        let base: String
        let asset: @Sendable (String) -> String
        let local: @Sendable (Moment) -> LocalTime
        let formNumber: @Sendable () -> String

        init(
            _ language: Language, _ now: LocalTime, _ frame: Frame, _ route: Route?, _ warnsOfReaders: Bool,
            _ token: String, _ base: String, _ asset: @escaping @Sendable (String) -> String,
            _ local: @escaping @Sendable (Moment) -> LocalTime, _ formNumber: @escaping @Sendable () -> String
        ) {
            (self.language, self.now, self.frame, self.route) = (language, now, frame, route)
            (self.warnsOfReaders, self.token, self.base) = (warnsOfReaders, token, base)
            (self.asset, self.local, self.formNumber) = (asset, local, formNumber)
        }
    }

    package var language: Language { common.language }
    /// The day that the page shows: today, or a past day.
    package var today: Day { past ?? common.now.day }
    /// When the page is made.
    package var now: LocalTime { common.now }
    package var frame: Frame { common.frame }
    /// The page shown; the rail highlights its place.
    package var route: Route? { common.route }
    /// Warn the viewer that others on the network can read what is typed?
    package var warnsOfReaders: Bool { common.warnsOfReaders }
    /// The token in every form.
    package var token: String { common.token }
    /// The base path of the desk on its host, "" or "/kam".
    package var base: String { common.base }
    /// The address of an embedded file by its name, below the base path.
    package var asset: @Sendable (String) -> String { common.asset }
    /// Converts a moment to the desk's local time.
    package var local: @Sendable (Moment) -> LocalTime { common.local }
    /// A number that no other form has.
    package var formNumber: @Sendable () -> String { common.formNumber }

    /// The head of the dossier that the page is a part of; nil if it is none.
    package var dossier: DossierHead?

    /// What the viewer has just done. Nil except on the page that follows an act.
    package var saved: SavedAct?

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

    /// The past day as of which the page shows something; nil for the present. Then nothing on it can be changed.
    private var past: Day?

    /// The same as of a past day.
    func asOf(_ day: Day) -> Chrome {
        var chrome = self
        chrome.past = day
        return chrome
    }

    /// Is the page for paper? Then it has no links and no buttons.
    var isPaper = false
    /// The style sheets of a page that is saved as a single file; nil for a page from the server.
    package var styles: [HTML]?

    package init(
        language: Language, now: LocalTime, frame: Frame, route: Route?, warnsOfReaders: Bool = false, token: String,
        base: String,
        asset: @escaping @Sendable (String) -> String, local: @escaping @Sendable (Moment) -> LocalTime,
        formNumber: @escaping @Sendable () -> String
    ) {
        common = Common(language, now, frame, route, warnsOfReaders, token, base, asset, local, formNumber)
    }

    /// A page's address as the value of `href`.
    func link(_ route: Route) -> String { common.base + route.address.text }

    /// The address of a page's tables as a workbook.
    func workbook(_ route: Route) -> String { common.base + route.address.workbook.text }

    /// The same of a page of a feature: what every row of a list links to needs no route around it.
    func link(to page: some SectionRoute) -> String { common.base + page.address.text }

    /// An act's address as the value of `action`.
    func action(_ action: Action) -> String { common.base + action.address.text }

    /// The address of this page, for a form that returns to it.
    var here: String { (route ?? .today).address.text }

    /// "1,234.50 €".
    func money(_ money: Money) -> String { common.language.money(money, common.frame.currency) }

    /// The same without the currency sign, for columns.
    func amount(_ money: Money) -> String { common.language.amount(money, common.frame.currency) }

    /// Whole units without the currency sign, for columns of lists.
    func whole(_ money: Money) -> String { common.language.whole(money, common.frame.currency) }

    /// "51.3 M €": about three digits, for a quick look.
    func short(_ money: Money) -> String { common.language.short(money, common.frame.currency) }

    var currency: Currency { common.frame.currency }

    /// A day of this year is shown without the year, except on paper, which is read later, and where a past day is shown.
    func day(_ day: Day) -> String {
        isPaper || past != nil ? common.language.dayOfYear(day) : common.language.day(day, common.now.day)
    }

    /// May the viewer change what they see? If not, there are no buttons.
    var mayEdit: Bool { may(.editor) }

    /// Does the viewer have the access? On paper and of a past day always false.
    func may(_ access: Access) -> Bool { !isPaper && past == nil && access.admits(common.frame.viewer) }
}
