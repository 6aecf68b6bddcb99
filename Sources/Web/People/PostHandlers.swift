import Domain
import Routes
import Store
import Templates

extension PostRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension PostAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: PostRoute, _ visit: Visit) throws -> Page {
        switch route {
        case .edit(let id):
            let post = try visit.read.post(id)
            return .form { postForm(post, visit.form(post.draft.entries, version: post.version), $0) }
        case .end(let id):
            let post = try visit.read.post(id)
            let end = Entries(["to": (post.draft.to ?? visit.today).iso])
            return .form { endPostForm(post, visit.form(end, version: post.version), $0) }
        case .delete(let id):
            let post = try visit.read.post(id)
            return try visit.deletion(
                post.person.name,
                what: visit.chrome.language(
                    "If the post is over, end it rather than deleting it: \(post.client.name)."),
                .posts(.delete(id)), back: .people(.sheet(post.person.id)), version: post.version)
        }
    }

    func act(_ action: PostAction, _ deed: Deed) throws -> Route {
        switch action {
        case .change(let id):
            let person = try deed.write.read.post(id).person.id
            try deed.write.changePost(id, from: deed.version(), PostDraft(deed.entries))
            return .people(.sheet(person))
        case .end(let id):
            let post = try deed.write.read.post(id)
            var entries = post.draft.entries
            entries["to"] = deed.entries["to"]
            if entries["to"].isEmpty { throw Refusal.invalid(Problems(["to": .required])) }
            try deed.write.changePost(id, from: deed.version(), PostDraft(entries))
            return .people(.sheet(post.person.id))
        case .delete(let id):
            let person = try deed.write.read.post(id).person.id
            try deed.write.deletePost(id, from: deed.version())
            return .people(.sheet(person))
        }
    }

    func formPage(of action: PostAction) -> Route {
        switch action {
        case .change(let id): .posts(.edit(id))
        case .end(let id): .posts(.end(id))
        case .delete(let id): .posts(.delete(id))
        }
    }
}
