import Domain
import Routes
import Store
import Templates

extension PersonRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension PersonAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: PersonRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .list(let query):
            let list = try read.personList(query, on: visit.today, atMost: visit.rows)
            return Page(list) { personListPage(list, query, $0) }.exporting(
                list,
                next: { try $0.later.map { try read.personList(query.at($0), on: visit.today, atMost: visit.rows) } },
                as: { personExport($0.rows, $1) })
        case .sheet(let id):
            guard try read.sees(id) else {
                let named = try read.namedPersonSheet(id, on: visit.today)
                return Page(named) { namedPersonPage(named, $0) }
            }
            let sheet = try read.personSheet(id, on: visit.today)
            return Page(sheet) { personPage(sheet, $0) }
        case .interactions(let id, let place):
            let list = try read.personInteractions(id, before: place)
            return Page(list) {
                interactionListPage(list, later: list.later.map { .people(.interactions(id, $0)) }, $0)
            }
        case .history(let id, let query):
            let history = try read.offering(read.personHistory(id, query), on: visit.today)
            return Page(history) {
                historyPage(history, query, back: .people(.sheet(id)), $0) { .people(.history(id, $0)) }
            }
        case .new:
            let form = try visit.offering("client_name", visit.form(Entries(["from": visit.today.iso])))
            return .form { personForm(nil, form, $0) }
        case .edit(let id):
            let person = try read.person(id)
            return .form { personForm(id, visit.form(person.draft.entries, version: person.version), $0) }
        case .delete(let id):
            let person = try read.person(id)
            return try visit.deletion(
                person.draft.name,
                what: visit.chrome.language(
                    "Interactions, promises and expected changes in which they are named stay."
                ),
                .people(.delete(id)), back: .people(.sheet(id)), version: person.version)
        case .newPost(let id):
            let person = try read.personName(id)
            let form = try visit.offering("client_name", visit.form(Entries(["from": visit.today.iso])))
            return .form { newPostForm(person, form, $0) }
        }
    }

    func act(_ action: PersonAction, _ deed: Deed) throws -> Route {
        switch action {
        case .add:
            let id = try deed.write.addPerson(PersonDraft(deed.entries))
            if let client = try deed.client("client_name") {
                try deed.write.addPost(PostDraft(deed.entries), person: id, client: client)
            }
            return .people(.sheet(id))
        case .change(let id):
            try deed.write.changePerson(id, from: deed.version(), PersonDraft(deed.entries))
            return .people(.sheet(id))
        case .delete(let id):
            try deed.write.deletePerson(id, from: deed.version())
            return .people(.list(PersonListQuery()))
        case .addPost(let id):
            guard let client = try deed.client("client_name") else {
                throw Refusal.invalid(Problems(["client_name": .required]))
            }
            try deed.write.addPost(PostDraft(deed.entries), person: id, client: client)
            return .people(.sheet(id))
        }
    }

    func formPage(of action: PersonAction) -> Route {
        switch action {
        case .add: .people(.new)
        case .change(let id): .people(.edit(id))
        case .delete(let id): .people(.delete(id))
        case .addPost(let id): .people(.newPost(id))
        }
    }
}
