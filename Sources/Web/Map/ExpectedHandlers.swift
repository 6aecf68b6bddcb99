import Domain
import Routes
import Store
import Templates

extension ExpectedRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension ExpectedAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: ExpectedRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .new(let id):
            let client = try read.clientName(id)
            let people = try read.expectedPeople(at: id, with: nil, on: visit.today)
            return .form { expectedForm(nil, client, people, visit.form(), $0) }
        case .edit(let id):
            let change = try read.expectedChange(id)
            let people = try read.expectedPeople(
                at: change.client.id, with: change.draft.person, on: visit.today)
            let form = visit.form(change.draft.entries, version: change.version)
            return .form { expectedForm(id, change.client, people, form, $0) }
        case .delete(let id):
            let change = try read.expectedChange(id)
            return try visit.deletion(
                change.draft.text,
                what: visit.chrome.language("Mark it as happened or not rather than deleting it."),
                .expected(.delete(id)), back: App.map(of: change), version: change.version)
        }
    }

    func act(_ action: ExpectedAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .add(let id):
            try write.expect(ExpectedChangeDraft(deed.entries), at: id)
            return .map(.sheet(MapQuery(.client(id))))
        case .change(let id):
            let home = App.map(of: try write.read.expectedChange(id))
            try write.changeExpectation(id, from: deed.version(), ExpectedChangeDraft(deed.entries))
            return home
        case .happened(let id): return try conclude(id, hasHappened: true, deed)
        case .failed(let id): return try conclude(id, hasHappened: false, deed)
        case .reopen(let id): return try conclude(id, hasHappened: nil, deed)
        case .delete(let id):
            let home = App.map(of: try write.read.expectedChange(id))
            try write.deleteExpectation(id, from: deed.version())
            return home
        }
    }

    private func conclude(_ id: ExpectedChange.ID, hasHappened: Bool?, _ deed: Deed) throws -> Route {
        let home = App.map(of: try deed.write.read.expectedChange(id))
        try deed.write.conclude(id, hasHappened: hasHappened)
        return deed.back(or: home)
    }

    /// The map that shows the expected change.
    private static func map(of change: ExpectedChange) -> Route { .map(.sheet(MapQuery(.client(change.client.id)))) }

    func formPage(of action: ExpectedAction) -> Route {
        switch action {
        case .add(let id): .expected(.new(id))
        case .change(let id), .happened(let id), .failed(let id), .reopen(let id): .expected(.edit(id))
        case .delete(let id): .expected(.delete(id))
        }
    }
}
