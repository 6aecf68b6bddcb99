import Domain
import Routes
import Store
import Templates

extension KeyClientRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page {
        switch self {
        case .list(let query):
            let keys = try visit.read.keySheet(query, on: visit.today)
            return Page(keys) { keysPage(keys, $0) }
        case .references(let query):
            let sheet = try visit.read.references(query, on: visit.today)
            return Page(sheet) { referencesPage(sheet, $0) }
        }
    }
}
