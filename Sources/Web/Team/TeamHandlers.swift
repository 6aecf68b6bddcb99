import Domain
import Routes
import Store
import Templates

extension App {
    func settingsPage(_ visit: Visit) throws -> Page {
        var settings = try visit.read.settings(version: Program.version)
        if settings.viewer.role == .administrator { settings.backups = backups?.state }
        let (version, desk) = (
            settings.desk.version,
            Entries([
                "desk_name": settings.desk.name, "currency": settings.desk.currency,
                "time_zone": settings.desk.timeZone,
            ])
        )
        // Two forms share the page: what was sent belongs to the one that has its fields.
        let isDesk = visit.sent.map { $0.entries.has("time_zone") } ?? false
        return Page(settings) {
            Templates.settingsPage(
                settings, isDesk ? visit.form(desk, version: version) : visit.fresh(desk, version: version),
                colleague: isDesk ? FormState() : visit.form(), $0)
        }
    }

    func colleaguePage(_ id: User.ID, _ visit: Visit) throws -> Page {
        let (user, version) = try visit.read.colleague(id)
        let form = visit.form(Entries(["name": user.name, "role": user.role.rawValue]), version: version)
        return .form { colleagueForm(user, form, $0) }
    }

    func handoverBookPage(_ id: User.ID, _ visit: Visit) throws -> Page {
        let (book, colleagues) = (
            try visit.read.handoverBook(of: id, on: visit.today), try visit.read.colleagues()
        )
        let form = visit.form(Entries(["from": visit.today.iso]))
        return .form { Templates.handoverBookPage(book, colleagues, form, $0) }
    }

    func formPage(of action: TeamAction) -> Route {
        switch action {
        case .changeSettings, .addColleague, .speak: .settings
        case .changeColleague(let id): .colleague(id)
        case .handOverAll(let id): .handoverBook(id)
        }
    }

    func helpPage() -> Page { Page(["version": Program.version]) { Templates.helpPage($0) } }

    func act(_ action: TeamAction, _ deed: Deed) throws -> Route {
        switch action {
        case .changeSettings:
            try deed.write.changeSettings(SettingsDraft(deed.entries, knownZone: Clock.knows), from: deed.version())
            return .settings
        case .addColleague:
            try deed.write.addColleague(UserDraft(deed.entries))
            return .settings
        case .changeColleague(let id):
            try deed.write.changeColleague(id, from: deed.version(), UserDraft(deed.entries))
            return .settings
        case .handOverAll(let id):
            let draft = try HandoverDraft(deed.entries, today: deed.write.today)
            try deed.write.handOverAll(of: id, draft)
            return .clients(.list(ClientListQuery(kam: draft.user)))
        case .speak:
            guard let tongue = Tongue(rawValue: deed.entries["tongue"]) else { throw Refusal.notFound }
            try deed.write.speak(tongue)
            return deed.back(or: .today)
        }
    }
}
