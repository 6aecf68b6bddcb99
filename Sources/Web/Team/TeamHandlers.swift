import Domain
import Routes
import Store
import Templates

extension App {
    func settingsPage(_ visit: Visit) throws -> Page {
        let settings = try visit.read.settings(version: Program.version)
        let desk = FormState(
            Entries([
                "desk_name": settings.desk.name, "currency": settings.desk.currency,
                "time_zone": settings.desk.timeZone,
            ]), version: settings.desk.version)
        // Two forms share the page: what was sent belongs to the one that has its fields.
        let isDesk = visit.sent.map { $0.entries.has("time_zone") } ?? false
        return Page(settings) {
            Templates.settingsPage(
                settings, isDesk ? visit.form() : desk, colleague: isDesk ? FormState() : visit.form(), $0)
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
            try deed.write.changeColleague(id, UserDraft(deed.entries))
            return .settings
        case .speak:
            guard let tongue = Tongue(rawValue: deed.entries["tongue"]) else { throw Refusal.notFound }
            try deed.write.speak(tongue)
            return deed.back(or: .today)
        }
    }
}
