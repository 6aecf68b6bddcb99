import Domain
import Routes
import Store
import Templates

extension PlanRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension PlanAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        switch self {
        case .set, .handDown, .grow, .propose, .agree: .plans(.grid(PlanGridChoice(entries)))
        case .revise(let id): .plans(.revise(id))
        case .delete(let id): .plans(.delete(id))
        }
    }
}

extension App {
    func page(_ route: PlanRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .grid(let choice):
            let grid = try read.planGrid(query(choice, visit.today), on: visit.today)
            let years = try read.planYears(on: visit.today)
            let form = visit.form(grid.entries(visit.chrome.frame.currency), version: grid.version)
            return Page(grid) { planGridPage(grid, years: years, form, $0) }.exporting { planExport(grid, $0) }
        case .sheet(let scope, let period):
            guard let sheet = try read.planSheet(of: scope, in: period, on: visit.today) else {
                return Page([String: String]()) { noPeriodsPage($0) }
            }
            return Page(sheet) { planPage(sheet, $0) }.tabulating { planSheets(sheet, $0) }
        case .figure(let scope, let measure, let span, let withGroup, let isHeld, let skipped):
            let figure = Figure(
                measure, of: scope,
                in: span ?? PeriodSpan(
                    from: Day(year: visit.today.year, month: 1, day: 1) ?? visit.today, to: visit.today)!,
                withGroup: withGroup, isHeld: isHeld)
            // A file is written part by part.
            let limit = visit.rows > 50 ? visit.rows : 200
            let sheet = try read.figureSheet(figure, after: skipped, atMost: limit)
            return Page(sheet) { figurePage(sheet, $0) }.exporting(
                sheet, next: { part in try part.next.map { try read.figureSheet(figure, after: $0, atMost: limit) } },
                as: { figureExport($0, $1) })
        case .share(let figure, let base):
            let share = try read.shareSheet(figure, of: base, on: visit.today)
            return Page(share) { sharePage(share, $0) }
        case .bridge(let scope, let span):
            let sheet = try read.bridgeSheet(of: scope, in: span, on: visit.today)
            return Page(sheet) { bridgePage(sheet, $0) }
        case .revise(let id):
            let plan = try read.plan(id)
            let name = try read.title(of: plan)
            return .form { planRevisionForm(plan, of: name, visit.form(), $0) }
        case .delete(let id):
            let plan = try read.plan(id)
            return try visit.deletion(
                visit.chrome.language.title(of: plan), .plans(.delete(id)),
                back: .plans(.grid(PlanGridChoice(year: plan.draft.year))), version: read.marked(plan).mark)
        }
    }

    /// The grid of a choice: of this year by quarters, if nothing else is said.
    private func query(_ choice: PlanGridChoice, _ today: Day) -> PlanGridQuery {
        PlanGridQuery(
            year: choice.year ?? today.year, kind: choice.kind ?? .quarter, measure: choice.measure, of: choice.of)
    }

    /// How many of what the grid counts are a whole one.
    private func unit(_ grid: PlanGrid, _ write: WriteTransaction) throws -> Int64 {
        grid.query.measure.metric.isMoney ? Int64(try write.read.currency().minorUnits) : 1
    }

    func act(_ action: PlanAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        let choice = PlanGridChoice(deed.entries)
        func grid() throws -> PlanGrid { try write.planGrid(query(choice, write.today)) }
        /// Saves the cells that were typed.
        func set() throws {
            let grid = try grid()
            guard try deed.version() == grid.version else { throw Refusal.conflict(current: grid.version) }
            let currency = try write.read.currency()
            try write.setTargets(
                grid.typed(deed.entries, currency), grid.query.measure, year: grid.query.year)
        }
        /// What somebody saw of a plan; what they typed into the grid beside it is saved first.
        func seen(_ id: Plan.ID) throws -> Int? {
            let plan = try write.planToChange(id)
            guard deed.entries.has("mark") else { return try deed.version() }
            guard try Int(deed.entries["mark"]) == write.read.marked(plan).mark else {
                throw try Refusal.conflict(current: grid().version)
            }
            try set()
            return nil
        }
        switch action {
        case .set: try set()
        case .handDown:
            try set()
            let grid = try grid()
            guard let place = grid.rows.firstIndex(where: { $0.scope.key == deed.entries["row"] }) else {
                throw Problems(["row": .notAChoice])
            }
            try write.setTargets(
                grid.handedDown(from: place, unit: unit(grid, write)), grid.query.measure, year: grid.query.year)
        case .grow:
            guard let growth = PlanGrid.growth(typed: deed.entries["growth"]) else {
                throw Problems(["growth": .notATarget])
            }
            try set()
            let grid = try grid()
            try write.setTargets(
                grid.grown(by: growth, unit: unit(grid, write)), grid.query.measure, year: grid.query.year)
        case .propose(let id):
            try write.propose(id, from: seen(id))
            return deed.back(or: .plans(.grid(choice)))
        case .agree(let id):
            try write.agree(id, from: seen(id))
            return deed.back(or: .plans(.grid(choice)))
        case .revise(let id):
            let year = try write.planToChange(id).draft.year
            guard !deed.entries["reason"].isEmpty else { throw Problems(["reason": .required]) }
            guard deed.entries["reason"].count <= 1000 else { throw Problems(["reason": .tooLong(1000)]) }
            try write.revise(id, because: deed.entries["reason"])
            return .plans(.grid(PlanGridChoice(year: year)))
        case .delete(let id):
            let year = try write.planToChange(id).draft.year
            try write.deletePlan(id, from: deed.version())
            return .plans(.grid(PlanGridChoice(year: year)))
        }
        return .plans(.grid(choice))
    }
}
