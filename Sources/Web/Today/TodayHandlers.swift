import Domain
import Store
import Templates

extension App {
    func todayPage(_ visit: Visit) throws -> Page {
        let today = try visit.read.todaySheet(on: visit.today, at: clock.now)
        let failure = visit.chrome.frame.viewer.administers ? backups?.failure : nil
        return Page(today) { Templates.todayPage(today, noCopy: failure, $0) }
    }
}
