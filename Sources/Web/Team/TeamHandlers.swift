import Domain
import Foundation
import HTTP
import Routes
import Store
import Templates

/// Who may open which address, as data.
private struct Rights: Encodable {
    struct Line: Encodable {
        var method: String
        var address: String
        var access: String
    }

    var lines = SiteMap.entries.map {
        Line(method: $0.method.rawValue, address: $0.pattern, access: $0.access.rawValue)
    }
}

extension TeamRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension TeamAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    private func settingsPage(_ visit: Visit) throws -> Page {
        var settings = try visit.read.settings(version: Program.version)
        if settings.viewer.administers { settings.backups = backups?.state }
        settings.sealsCopies = try visit.read.sealsCopies()
        let (version, desk) = (
            settings.desk.version,
            Entries([
                "desk_name": settings.desk.name, "currency": settings.desk.currency,
                "time_zone": settings.desk.timeZone, "active_months": String(settings.desk.activeMonths),
                "key_percent": String(settings.desk.keys.key / 100),
                "critical_percent": String(settings.desk.keys.critical / 100),
                "mono_percent": String(settings.desk.keys.mono / 100),
                "key_amount": settings.desk.keys.amount.map { Money($0).typed(in: visit.chrome.frame.currency) } ?? "",
                "npv_rate": settings.desk.rate?.rate.text ?? "", "npv_since": settings.desk.rate?.since.iso ?? "",
            ])
        )
        // Three forms share the page. The sent fields belong to the form that has them.
        let isDesk = visit.sent.map { $0.entries.has("time_zone") } ?? false
        let isOfCopies = visit.sent.map { $0.problems["passphrase"] != nil || $0.problems["again"] != nil } ?? false
        return Page(settings) {
            Templates.settingsPage(
                settings, isDesk ? visit.form(desk, version: version) : visit.fresh(desk, version: version),
                colleague: isDesk || isOfCopies ? FormState() : visit.form(),
                copies: isOfCopies ? visit.form() : FormState(), $0)
        }
    }

    private func colleaguePage(_ id: User.ID, _ visit: Visit) throws -> Page {
        let (user, version) = try visit.read.colleague(id)
        let departments = try visit.read.departments()
        // The page has two forms: the colleague's fields, and their way of signing in, which has no fields.
        let isOfKeys = visit.sent.map { !$0.entries.has("role") } ?? false
        let form = isOfKeys ? visit.fresh(user.entries, version: version) : visit.form(user.entries, version: version)
        let keys = isOfKeys ? visit.form() : FormState()
        let hasPassword = try visit.read.ownFactors().hasPassword
        return .form { colleagueForm(user, departments, form, keys: keys, mayInvite: hasPassword, $0) }
    }

    private func handoverBookPage(_ id: User.ID, _ visit: Visit) throws -> Page {
        let (book, colleagues) = (
            try visit.read.handoverBook(of: id, on: visit.today), try visit.read.holders()
        )
        let form = visit.form(Entries(["from": visit.today.iso]))
        return .form { Templates.handoverBookPage(book, colleagues, form, $0) }
    }

    func page(_ route: TeamRoute, _ visit: Visit) throws -> Page {
        switch route {
        case .settings: return try settingsPage(visit)
        case .colleague(let id): return try colleaguePage(id, visit)
        case .handoverBook(let id): return try handoverBookPage(id, visit)
        case .rights: return Page(Rights()) { rightsPage($0) }
        case .log(let query):
            let lines = try visit.read.logPage(query)
            return Page(lines) {
                logPage($0.language("The log"), lines, query, back: ($0.language("Settings"), .team(.settings)), $0) {
                    .team(.log($0))
                }
            }
        case .absences:
            let (rows, colleagues) = (try visit.read.absences(on: visit.today), try visit.read.colleagues())
            let form = visit.form(Entries(["from": visit.today.iso]))
            return Page(AbsenceList(absences: rows)) { absencesPage(rows, colleagues, form, $0) }
        case .absence(let id):
            let (absence, colleagues) = (try visit.read.absence(id), try visit.read.colleagues())
            let form = visit.form(absence.draft.entries, version: absence.version)
            return .form { absenceFormPage(id, colleagues, form, $0) }
        }
    }

    func formPage(of action: TeamAction) -> Route {
        switch action {
        case .changeSettings, .addColleague, .speak: .team(.settings)
        case .changeColleague(let id): .team(.colleague(id))
        case .rename: .keys(.account)
        case .handOverAll(let id): .team(.handoverBook(id))
        case .orderAbsence: .team(.absences)
        case .changeAbsence(let id), .deleteAbsence(let id): .team(.absence(id))
        }
    }

    func helpPage() -> Page { Page(["version": Program.version]) { Templates.helpPage($0) } }

    func act(_ action: TeamAction, _ deed: Deed) throws -> Route {
        switch action {
        case .changeSettings:
            try deed.write.changeSettings(SettingsDraft(deed.entries, knownZone: Clock.knows), from: deed.version())
            return .team(.settings)
        case .addColleague:
            try deed.write.addColleague(UserDraft(deed.entries))
            return .team(.settings)
        case .changeColleague(let id):
            try deed.write.changeColleague(id, from: deed.version(), UserDraft(deed.entries))
            return .team(.settings)
        case .rename:
            let viewer = deed.write.read.frame.viewer.id
            var entries = try deed.write.read.colleague(viewer).0.entries
            entries["name"] = deed.entries.raw("name")
            try deed.write.changeColleague(viewer, from: deed.version(), UserDraft(entries))
            return .keys(.account)
        case .handOverAll(let id):
            let draft = try HandoverDraft(deed.entries, today: deed.write.today)
            try deed.write.handOverAll(of: id, draft)
            return .clients(.list(ClientListQuery(kam: draft.user)))
        case .orderAbsence:
            try deed.write.orderAbsence(AbsenceDraft(deed.entries, today: deed.write.today))
            return .team(.absences)
        case .changeAbsence(let id):
            try deed.write.changeAbsence(
                id, from: deed.version(), AbsenceDraft(deed.entries, today: deed.write.today))
            return .team(.absences)
        case .deleteAbsence(let id):
            try deed.write.deleteAbsence(id, from: deed.version())
            return .team(.absences)
        case .speak:
            guard let tongue = Tongue(rawValue: deed.entries["tongue"]) else { throw Refusal.notFound }
            try deed.write.speak(tongue)
            return deed.back(or: .today)
        }
    }
}
