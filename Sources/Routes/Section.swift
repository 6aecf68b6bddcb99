import Domain

/// The sections of the desk, in the order of the navigation rail. Each is declared in the folder of its feature.
package enum Section: Sendable, CaseIterable {
    case today, clients, keys, people, map, projects, events, tenders, orders, receivables, products, plans, imports,
        help,
        settings, account

    package var declaration: SectionDeclaration {
        switch self {
        case .today: .today
        case .clients: .clients
        case .keys: .keys
        case .people: .people
        case .map: .map
        case .projects: .projects
        case .events: .events
        case .tenders: .tenders
        case .orders: .orders
        case .receivables: .receivables
        case .products: .products
        case .plans: .plans
        case .imports: .imports
        case .help: .help
        case .settings: .settings
        case .account: .account
        }
    }
}

extension Section {
    /// The sections at a place in the rail, in order.
    package static func at(_ place: SectionDeclaration.Place) -> [Section] { byPlace[place] ?? [] }

    private static let byPlace = Dictionary(grouping: allCases) { $0.declaration.place }

    /// The forms for new records, in the order of the rail.
    package static let forms = allCases.flatMap(\.declaration.forms)
}

/// Declares a section: its addresses, its place in the rail, and what it adds to the search and the "New" menu. Names are in English. They
/// are also the keys of their translations.
package final class SectionDeclaration: Sendable {
    package let name: String
    /// The page that the rail links to.
    package let first: Route
    /// The address of `first`. It is kept because every page links to it.
    package let address: String
    package let place: Place
    /// Who sees the section in the rail.
    package let access: Access
    /// The number beside the name in the rail; nil if there is none or the viewer may not see it.
    package let tally: @Sendable (Tallies) -> Int?
    /// Other pages that the search finds by name.
    package let pages: [Named]
    /// Forms for new records.
    package let forms: [Form]
    package let entries: [Entry]
    /// The page of a record, by the record's kind. Kinds without a page are left out.
    let records: [Change.Subject: @Sendable (Int64) -> Route]
    /// What can be done with a record, and its further pages, by the record's kind: the search finds them while the record's page is open.
    let commands: [Change.Subject: @Sendable (Int64) -> [Named]]

    package enum Place: Sendable {
        /// At the top, with the daily work.
        case top
        /// Below, with pages that are rarely needed.
        case end
        /// At the bottom, under the viewer's name.
        case foot
    }

    package struct Named: Sendable {
        package let name: String
        package let route: Route

        init(called name: String, _ route: Route) { (self.name, self.route) = (name, route) }
    }

    package struct Form: Sendable {
        /// The name of the command in the search.
        package let name: String
        /// The name in the "New" menu.
        package let short: String
        package let access: Access
        package let route: Route
        package let address: String

        init(called name: String, short: String, _ access: Access, _ route: Route) {
            (self.name, self.short, self.access, self.route) = (name, short, access, route)
            address = route.address.text
        }
    }

    init(
        called name: String, first: Route, place: Place = .top, access: Access = .user,
        tally: @escaping @Sendable (Tallies) -> Int? = { _ in nil }, pages: [Named] = [], forms: [Form] = [],
        records: [Change.Subject: @Sendable (Int64) -> Route] = [:],
        commands: [Change.Subject: @Sendable (Int64) -> [Named]] = [:], entries: [Entry]
    ) {
        self.name = name
        self.first = first
        address = first.address.text
        self.place = place
        self.access = access
        self.tally = tally
        self.pages = pages
        self.forms = forms
        self.records = records
        self.commands = commands
        self.entries = entries
    }
}

extension Change.Subject {
    private static let pages = Section.allCases.map(\.declaration.records).reduce(into: [:]) { all, some in
        all.merge(some) { first, _ in first }
    }

    private static let commands = Section.allCases.map(\.declaration.commands).reduce(into: [:]) { all, some in
        all.merge(some) { first, _ in first }
    }

    /// What can be done with a record of this kind, and its further pages.
    package func commands(of number: Int64) -> [SectionDeclaration.Named] {
        Change.Subject.commands[self]?(number) ?? []
    }

    /// The page of a record of this kind; nil if such records have no page.
    package func page(_ number: Int64) -> Route? { Change.Subject.pages[self]?(number) }
}
