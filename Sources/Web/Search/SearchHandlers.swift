import Domain
import Store
import Templates

extension App {
    func searchPage(_ text: String, _ visit: Visit) throws -> Page {
        let found = try visit.read.search(text, on: visit.today)
        return Page(found) { Templates.searchPage(found, $0) }
    }
}
