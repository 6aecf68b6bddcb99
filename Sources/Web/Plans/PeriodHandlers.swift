import Domain
import Routes
import Store
import Templates

extension PeriodRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension PeriodAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: PeriodRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .list:
            let list = try read.periodList()
            return Page(list) { periodListPage(list, $0) }.exporting { periodExport(list, $0) }
        case .new: return .form { periodForm(nil, visit.form(Entries(["kind": PeriodKind.quarter.rawValue])), $0) }
        case .edit(let id):
            let period = try read.period(id)
            let form = visit.form(period.draft.entries, version: period.version)
            return .form { periodForm(id, form, $0) }
        case .delete(let id):
            let period = try read.period(id)
            return try visit.deletion(
                period.draft.name, .periods(.delete(id)), back: .periods(.list), version: period.version)
        case .calendar:
            let years = try read.workYears()
            return Page(["years": years]) { workCalendarPage(years, $0) }
        case .newYear: return .form { workYearForm(nil, visit.form(), $0) }
        case .editYear(let id):
            let year = try read.workYear(id)
            let form = visit.form(year.draft.entries, version: year.version)
            return .form { workYearForm(id, form, $0) }
        case .deleteYear(let id):
            let year = try read.workYear(id)
            return try visit.deletion(
                String(year.draft.year), .periods(.deleteYear(id)), back: .periods(.calendar), version: year.version)
        }
    }

    func act(_ action: PeriodAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .add: try write.addPeriod(PeriodDraft(deed.entries))
        case .addWholeYear:
            guard let year = Int(deed.entries["year"]), (1990...2200).contains(year) else {
                throw Problems(["year": .notAChoice])
            }
            try write.addPeriods(of: year)
        case .change(let id): try write.changePeriod(id, from: deed.version(), PeriodDraft(deed.entries))
        case .delete(let id): try write.deletePeriod(id, from: deed.version())
        case .addYear: try write.addWorkYear(WorkYearDraft(deed.entries, today: write.today))
        case .take:
            guard let calendar = WorkCalendar.shipped.first(where: { $0.key == deed.entries["calendar"] }) else {
                throw Problems(["calendar": .notAChoice])
            }
            try write.take(calendar)
        case .changeYear(let id):
            try write.changeWorkYear(id, from: deed.version(), WorkYearDraft(deed.entries, today: write.today))
        case .deleteYear(let id): try write.deleteWorkYear(id, from: deed.version())
        }
        return home(of: action)
    }

    private func home(of action: PeriodAction) -> Route {
        switch action {
        case .add, .addWholeYear, .change, .delete: .periods(.list)
        case .addYear, .take, .changeYear, .deleteYear: .periods(.calendar)
        }
    }

    func formPage(of action: PeriodAction) -> Route {
        switch action {
        case .add: .periods(.new)
        case .addWholeYear: .periods(.list)
        case .change(let id): .periods(.edit(id))
        case .delete(let id): .periods(.delete(id))
        case .addYear: .periods(.newYear)
        case .take: .periods(.calendar)
        case .changeYear(let id): .periods(.editYear(id))
        case .deleteYear(let id): .periods(.deleteYear(id))
        }
    }
}
