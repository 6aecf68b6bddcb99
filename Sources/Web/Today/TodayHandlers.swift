import Domain
import Store
import Templates

extension App {
    func todayPage(_ visit: Visit) throws -> Page {
        let week = Moment(milliseconds: clock.now.milliseconds - 7 * 86_400_000)
        let today = try visit.read.todaySheet(on: visit.today, since: week, at: clock.now)
        let failure = visit.chrome.frame.viewer.administers ? backups?.failure : nil
        return Page(today) { Templates.todayPage(today, noCopy: failure, $0) }
    }
}
