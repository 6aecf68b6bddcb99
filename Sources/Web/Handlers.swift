import Domain
import Routes
import Store

extension App {
    /// Every page has its handler: one that is forgotten does not compile.
    func page(_ route: Route, _ visit: Visit) throws -> Page {
        switch route {
        case .today: try todayPage(visit)
        case .clients(let route): try page(route, visit)
        case .people(let route): try page(route, visit)
        case .posts(let route): try page(route, visit)
        case .profile(let route): try page(route, visit)
        case .map(let route): try page(route, visit)
        case .projects(let route): try page(route, visit)
        case .expected(let route): try page(route, visit)
        case .events(let route): try page(route, visit)
        case .interactions(let route): try page(route, visit)
        case .matters(let route): try page(route, visit)
        case .products(let route): try page(route, visit)
        case .orders(let route): try page(route, visit)
        case .receivables(let route): try page(route, visit)
        case .imports(let route): try page(route, visit)
        case .search(let text): try searchPage(text, visit)
        case .pastAct(let id): try pastActPage(id, visit)
        case .pastVersion(let id): try pastVersionPage(id, visit)
        case .team(let route): try page(route, visit)
        case .keys(let route): try page(route, visit)
        case .help: helpPage()
        }
    }

    /// Does an act and tells the page that follows it.
    func act(_ action: Action, _ deed: Deed) throws -> Route {
        switch action {
        case .products(let action): try act(action, deed)
        case .orders(let action): try act(action, deed)
        case .receivables(let action): try act(action, deed)
        case .imports, .keys: throw Refusal.notFound
        case .clients(let action): try act(action, deed)
        case .people(let action): try act(action, deed)
        case .posts(let action): try act(action, deed)
        case .profile(let action): try act(action, deed)
        case .map(let action): try act(action, deed)
        case .projects(let action): try act(action, deed)
        case .expected(let action): try act(action, deed)
        case .events(let action): try act(action, deed)
        case .interactions(let action): try act(action, deed)
        case .matters(let action): try act(action, deed)
        case .team(let action): try act(action, deed)
        case .takeBack(let id): try takeBack(id, deed)
        case .putBack(let id): try putBack(id, deed)
        }
    }

    /// The page whose form sends an act: it is shown again where the act was refused.
    func formPage(of action: Action, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        switch action {
        case .clients(let action): formPage(of: action)
        case .people(let action): formPage(of: action)
        case .posts(let action): formPage(of: action)
        case .profile(let action): formPage(of: action)
        case .map(let action): formPage(of: action)
        case .projects(let action): try formPage(of: action, read)
        case .expected(let action): formPage(of: action)
        case .events(let action): formPage(of: action)
        case .interactions(let action): formPage(of: action, entries)
        case .matters(let action): formPage(of: action)
        case .products(let action): formPage(of: action)
        case .orders(let action): formPage(of: action)
        case .receivables(let action): formPage(of: action)
        case .imports(let action): formPage(of: action)
        case .team(let action): formPage(of: action)
        case .keys(let action): formPage(of: action)
        case .takeBack(let id): .pastAct(id)
        case .putBack(let id): .pastVersion(id)
        }
    }
}
