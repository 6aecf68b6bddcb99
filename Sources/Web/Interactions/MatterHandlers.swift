import Domain
import Routes
import Store
import Templates

extension MatterRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension MatterAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: MatterRoute, _ visit: Visit) throws -> Page {
        switch route {
        case .edit(let id):
            let matter = try visit.read.matter(id)
            let people = try visit.read.matterPeople(client: matter.client?.id, with: matter.draft.person)
            return .form {
                matterForm(
                    id, client: matter.client, people: people,
                    visit.form(matter.draft.entries, version: matter.version), $0)
            }
        case .drop(let id):
            let matter = try visit.read.matter(id)
            let (form, back) = (visit.form(version: matter.version), App.home(of: matter))
            return .form { dropForm(id, matter.draft, back: back, form, $0) }
        case .delete(let id):
            let matter = try visit.read.matter(id)
            return try visit.deletion(
                matter.draft.text,
                what: visit.chrome.language("If a promise is kept, mark it done rather than deleting it."),
                .matters(.delete(id)), back: App.home(of: matter), version: matter.version)
        }
    }

    func act(_ action: MatterAction, _ deed: Deed) throws -> Route {
        switch action {
        case .change(let id):
            let home = App.home(of: try deed.write.read.matter(id))
            try deed.write.changeMatter(id, from: deed.version(), MatterDraft(deed.entries))
            return home
        case .settle(let id):
            try deed.write.setDone(id, true)
            return deed.back(or: .today)
        case .reopen(let id):
            try deed.write.setDone(id, false)
            return deed.back(or: .today)
        case .drop(let id):
            let home = App.home(of: try deed.write.read.matter(id))
            try deed.write.drop(id, from: deed.version(), DroppedMatter(deed.entries))
            return home
        case .delete(let id):
            let home = App.home(of: try deed.write.read.matter(id))
            try deed.write.deleteMatter(id, from: deed.version())
            return home
        }
    }

    /// The page that shows the matter.
    private static func home(of matter: Matter) -> Route {
        matter.project.map { .projects(.sheet($0)) } ?? matter.client.map { .clients(.sheet($0.id)) } ?? matter
            .interaction.map { .interactions(.sheet($0)) } ?? .today
    }

    func formPage(of action: MatterAction) -> Route {
        switch action {
        case .change(let id): .matters(.edit(id))
        case .settle, .reopen: .today
        case .drop(let id): .matters(.drop(id))
        case .delete(let id): .matters(.delete(id))
        }
    }
}
