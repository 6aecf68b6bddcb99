import Domain
import Routes
import Store
import Templates

extension App {
    func searchPage(_ query: SearchQuery, _ visit: Visit) throws -> Page {
        if query.opens, let line = TenderLine(query.text), !(try visit.read.tenders(meantBy: line.tender)).isEmpty,
            Access.editor.admits(visit.chrome.frame.viewer)
        {
            throw Elsewhere(.tenders(.line(query.text, nil)))
        }
        let found = try visit.read.search(query.text, only: query.group, on: visit.today)
        if query.opens, let hit = found.opened, let route = hit.subject.page(hit.record) { throw Elsewhere(route) }
        let here = query.here.flatMap(SiteMap.page)
        return Page(found) { Templates.searchPage(found, query, here: here, $0) }
    }
}

/// Thrown by a page that stands at another address.
struct Elsewhere: Error {
    let route: Route

    init(_ route: Route) { self.route = route }
}
