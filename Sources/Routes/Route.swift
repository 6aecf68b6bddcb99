import Domain
import HTTP

/// Every page of the desk.
package struct Route: Sendable, Equatable {
    /// Which page of its feature it is.
    package let page: any SectionRoute

    package init(_ page: some SectionRoute) { self.page = page }

    package var address: Address { page.address }

    package static func == (one: Route, other: Route) -> Bool { one.address == other.address }
}

/// A feature's pages.
package protocol SectionRoute: Sendable {
    var address: Address { get }

    /// The part of the desk that the rail shows while the page is open; nil of none.
    var section: Section? { get }

    /// The record that a page shows or changes, nil of none: who else has it open is told.
    var record: RecordReference? { get }

    /// May the page hold hundreds of rows, or take its time to be computed?
    var mayBeLong: Bool { get }

    /// Is it made for paper? The log says that it was printed.
    var isPrint: Bool { get }
}

extension SectionRoute {
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

/// Every act that changes the desk: one verb of the business, sent by a form.
package struct Action: Sendable, Equatable {
    /// Which act of its feature it is.
    package let act: any SectionAction

    package init(_ act: some SectionAction) { self.act = act }

    package var address: Address { act.address }

    package static func == (one: Action, other: Action) -> Bool { one.address == other.address }
}

/// A feature's acts.
package protocol SectionAction: Sendable {
    var address: Address { get }
}

/// Where a request goes.
package enum Target: Sendable, Equatable {
    case page(Route)
    /// A page's JSON twin.
    case twin(Route)
    /// A page's table as CSV.
    case export(Route)
    /// A page's picture as SVG.
    case picture(Route)
    case action(Action)
    /// A page before the desk, for whom it does not know yet.
    case door(DoorRoute)
    case enter(DoorAction)
    /// The latest copy of the desk, as a file.
    case copy
    case health
    /// An embedded file, by the hash of its content and its name.
    case asset(hash: String, name: String)
}

/// Who may open an address. It is declared beside each in the site map; what of it they see there, `Sight` says.
package enum Access: String, Sendable, CaseIterable {
    /// Anybody who reaches the desk, without login.
    case anybody
    /// Every user of the desk.
    case user
    /// Those who work with clients: KAMs, heads, directors.
    case editor
    /// They, and sales support: orders, products, receivables.
    case clerk
    /// Whoever may change anything at all: they, and who administers.
    case writer
    /// Heads and directors.
    case lead
    /// Directors.
    case director
    /// Directors and those who administer.
    case importer
    /// Those who administer.
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
