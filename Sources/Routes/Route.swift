import Domain
import HTTP

/// A page of the desk.
package struct Route: Sendable, Equatable {
    /// The page within its feature.
    package let page: any SectionRoute

    package init(_ page: some SectionRoute) { self.page = page }

    package var address: Address { page.address }

    package static func == (one: Route, other: Route) -> Bool { one.address == other.address }
}

/// A feature's pages.
package protocol SectionRoute: Sendable {
    var address: Address { get }

    /// The section that the rail highlights; nil if none.
    var section: Section? { get }

    /// The record that the page shows or changes; nil if none. The page lists the other users who have this record open.
    var record: RecordReference? { get }

    /// The client whose dossier the page is a part of; nil if it is none. Such a page has the dossier's head and tabs.
    var dossier: Client.ID? { get }

    /// True if the page may hold hundreds of rows or be slow to compute.
    var mayBeLong: Bool { get }

    /// True if the page is made for printing. The log then says "printed".
    var isPrint: Bool { get }
}

extension SectionRoute {
    package var dossier: Client.ID? { nil }
    package var mayBeLong: Bool { false }
    package var isPrint: Bool { false }
}

/// A record by its kind and number.
package struct RecordReference: Sendable, Hashable {
    package let subject: Change.Subject
    package let number: Int64

    package init(_ subject: Change.Subject, _ number: Int64) { (self.subject, self.number) = (subject, number) }

    init<Kind>(_ subject: Change.Subject, _ id: ID<Kind>) { self.init(subject, id.number) }
}

/// An act that changes the desk. It is a verb of the business, sent by a form.
package struct Action: Sendable, Equatable {
    /// The act within its feature.
    package let act: any SectionAction

    package init(_ act: some SectionAction) { self.act = act }

    package var address: Address { act.address }

    package static func == (one: Action, other: Action) -> Bool { one.address == other.address }
}

/// A feature's acts.
package protocol SectionAction: Sendable {
    var address: Address { get }
}

/// What a request asks for.
package enum Target: Sendable, Equatable {
    case page(Route)
    /// A page's JSON twin.
    case twin(Route)
    /// A page's table as CSV.
    case export(Route)
    /// A page's tables as a workbook for spreadsheets.
    case workbook(Route)
    /// A page's picture as SVG.
    case picture(Route)
    /// A page's days as a file for calendars.
    case calendar(Route)
    case action(Action)
    /// A page that needs no login.
    case door(DoorRoute)
    case enter(DoorAction)
    /// The latest copy of the desk.
    case copy
    case health
    /// A file that is part of the program. `hash` covers all such files.
    case asset(hash: String, name: String)
}

/// Who may open an address. The site map declares it for each address. `Sight` decides which records each viewer sees there.
package enum Access: String, Sendable, CaseIterable {
    /// Anyone who can reach the desk, even without a login.
    case anybody
    /// Every user of the desk.
    case user
    /// Users who work with clients: KAMs, heads and directors.
    case editor
    /// Editors and sales support: orders, products, receivables.
    case clerk
    /// Users who may change anything: clerks and administrators.
    case writer
    /// Heads and directors.
    case lead
    /// Directors.
    case director
    /// Directors and administrators.
    case importer
    /// Administrators.
    case administrator

    package func admits(_ viewer: Viewer) -> Bool {
        switch self {
        case .anybody: true
        case .user: !viewer.isStranger
        case .editor: viewer.role.worksWithClients
        case .clerk: viewer.role.keepsBooks
        case .writer: viewer.role.keepsBooks || viewer.administers
        case .lead: viewer.role.leads
        case .director: viewer.role == .director
        case .importer: viewer.role == .director || viewer.administers
        case .administrator: viewer.administers
        }
    }
}
