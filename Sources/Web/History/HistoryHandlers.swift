import Domain
import Routes
import Store
import Templates

extension App {
    func deletedPage(_ query: DeletedQuery, _ visit: Visit) throws -> Page {
        let page = try visit.read.deleted(query, at: clock.now, on: visit.today)
        return Page(page) { Templates.deletedPage(page, query, $0) }
    }

    /// How the record of a page was deleted; nil if it was not, or if the viewer may not know of it.
    func deletion(at route: Route, _ read: ReadTransaction) throws -> DeletedRow? {
        guard let record = route.page.record else { return nil }
        return try read.deletion(
            of: record.subject, record.number, at: clock.now, on: clock.today(in: read.frame.desk.timeZone))
    }

    func pastActPage(_ id: Change.ID, _ visit: Visit) throws -> Page {
        let act = try visit.read.pastAct(id, on: visit.today)
        return .form { Templates.pastActPage(act, back: App.home(of: act), visit.form(), $0) }
    }

    func takeBack(_ id: Change.ID, _ deed: Deed) throws -> Route {
        try deed.write.takeBack(id)
        let act = try deed.write.read.pastAct(id, on: deed.write.today)
        let back = deed.back(or: App.home(of: act))
        // Taking back an addition deletes the record and its page. A client that is restored is worth showing.
        let leavesPage = act.changes.contains { change in
            change.act == .created && back.page.record == RecordReference(change.subject, change.record)
                || change.act == .deleted && change.subject == .client
        }
        return leavesPage ? App.home(of: act) : back
    }

    func pastVersionPage(_ id: Change.ID, _ visit: Visit) throws -> Page {
        let past = try visit.read.pastVersion(id, on: visit.today)
        return .form {
            Templates.pastVersionPage(past, back: App.home(of: past.change), visit.form(version: past.version), $0)
        }
    }

    func putBack(_ id: Change.ID, _ deed: Deed) throws -> Route {
        try deed.write.putBack(id, from: deed.version())
        return App.home(of: try deed.write.read.pastVersion(id, on: deed.write.today).change)
    }

    private static func home(of change: Change) -> Route {
        if change.subject == .person { return .people(.sheet(Person.ID(change.record))) }
        return change.client.map { .clients(.sheet($0.id)) } ?? .today
    }

    private static func home(of act: PastAct) -> Route { act.client.map { .clients(.sheet($0)) } ?? .today }
}

extension Visit {
    /// The page that asks before the record of its address is deleted. `what` is further advice.
    func deletion(
        _ name: String, what: String? = nil, _ action: Action, back: Route, version: Int
    ) throws -> Page {
        guard let record = chrome.route?.page.record else { throw Refusal.notFound }
        let sheet = try read.deletionSheet(record.subject, record.number)
        return .form { deletionForm(name, sheet, what: what, action, back: back, form(version: version), $0) }
    }
}
