import Domain
import Routes
import Store

/// Makes the pages of a feature. A test checks that every entry of the site map has a handler.
protocol PageHandler: SectionRoute {
    func page(_ app: App, _ visit: Visit) throws -> Page
}

/// Performs the acts of a feature.
protocol ActionHandler: SectionAction {
    /// Performs the act and returns the page to show next.
    func act(_ app: App, _ deed: Deed) throws -> Route

    /// The page with the form that sends the act. It is shown again if the act is refused.
    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route
}

extension App {
    func page(_ route: Route, _ visit: Visit) throws -> Page {
        guard let page = route.page as? any PageHandler else { throw Refusal.notFound }
        return try page.page(self, visit)
    }

    func act(_ action: Action, _ deed: Deed) throws -> Route {
        guard let act = action.act as? any ActionHandler else { throw Refusal.notFound }
        return try act.act(self, deed)
    }

    func formPage(of action: Action, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        guard let act = action.act as? any ActionHandler else { throw Refusal.notFound }
        return try act.formPage(self, entries, read)
    }
}

extension DeskRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page {
        switch self {
        case .today: try app.todayPage(visit)
        case .search(let query): try app.searchPage(query, visit)
        case .pastAct(let id): try app.pastActPage(id, visit)
        case .pastVersion(let id): try app.pastVersionPage(id, visit)
        case .deleted(let query): try app.deletedPage(query, visit)
        case .help: app.helpPage()
        }
    }
}

extension DeskAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route {
        switch self {
        case .takeBack(let id): try app.takeBack(id, deed)
        case .putBack(let id): try app.putBack(id, deed)
        }
    }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route {
        switch self {
        case .takeBack(let id): .pastAct(id)
        case .putBack(let id): .pastVersion(id)
        }
    }
}
