import Domain
import Routes
import Store
import Templates

extension ProjectRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension ProjectAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        try app.formPage(of: self, read)
    }
}

extension App {
    func page(_ route: ProjectRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        let currency = visit.chrome.frame.currency
        switch route {
        case .list(let query):
            let list = try read.projectList(query, on: visit.today)
            return Page(list) { projectListPage(list, query, $0) }.exporting { projectExport(list, $0) }
        case .sheet(let id):
            let sheet = try read.projectSheet(id, on: visit.today)
            return Page(sheet) { projectPage(sheet, $0) }
        case .new(let id):
            let (person, clients) = (try read.personName(id), try read.clientsOf(id, on: visit.today))
            let form = visit.form(Entries(["from": visit.today.iso]))
            return .form { newProjectForm(person, clients, form, $0) }
        case .edit(let id):
            let project = try read.project(id)
            return .form { projectForm(project, visit.form(project.draft.entries, version: project.version), $0) }
        case .close(let id):
            let project = try read.project(id)
            let form = visit.form(Entries(["day": visit.today.iso]), version: project.version)
            return .form { closingForm(project, form, $0) }
        case .delete(let id):
            let project = try read.project(id)
            return try visit.deletion(
                project.draft.goal,
                what: visit.chrome.language("A project that has ended is better closed."),
                .projects(.delete(id)), back: .projects(.sheet(id)), version: project.version)
        case .newStep(let id):
            let project = try read.project(id)
            return .form { stepForm(project, visit.form(), $0) }
        case .newReview(let id): return try reviewPage(id, visit)
        case .editReview(let id):
            let review = try read.review(id)
            let form = visit.form(review.draft.entries, version: review.version)
            return .form { reviewForm(review, form, $0) }
        case .deleteReview(let id):
            let review = try read.review(id)
            return try visit.deletion(
                "\(visit.chrome.language("joint review")): \(review.project.draft.goal)",
                what: visit.chrome.language("The level is again what the review before it said."),
                .projects(.deleteReview(id)), back: .projects(.sheet(review.project.id)),
                version: review.version)
        case .newExpense(let id):
            let project = try read.project(id)
            return .form { expenseForm(nil, project, visit.form(), $0) }
        case .editExpense(let id):
            let expense = try read.expense(id)
            let form = visit.form(expense.draft.entries(currency), version: expense.version)
            return .form { expenseForm(expense, expense.project, form, $0) }
        case .deleteExpense(let id):
            let expense = try read.expense(id)
            return try visit.deletion(
                expense.draft.purpose, .projects(.deleteExpense(id)),
                back: .projects(.sheet(expense.project.id)), version: expense.version)
        }
    }

    /// The KAM and the manager fill in this form together. It starts from what is agreed so far.
    private func reviewPage(_ id: Project.ID, _ visit: Visit) throws -> Page {
        let sheet = try visit.read.projectSheet(id, on: visit.today)
        var entries = sheet.project.draft.entries
        entries["day"] = visit.today.iso
        entries["level"] = String(sheet.row.level.rawValue)
        let form = visit.form(entries, version: sheet.project.version)
        let kam = sheet.row.kam?.id
        let maySave =
            try kam != nil && kam != visit.chrome.frame.viewer.id
            && visit.read.decides(at: sheet.project.client.id, on: visit.today)
        return .form { jointReviewForm(sheet, maySave: maySave, form, $0) }
    }

    func act(_ action: ProjectAction, _ deed: Deed) throws -> Route {
        let (write, entries) = (deed.write, deed.entries)
        switch action {
        case .begin(let person):
            guard let client = Client.ID(entries["client"]) else {
                throw Refusal.invalid(Problems(["client": .required]))
            }
            let draft = try ProjectDraft(entries, today: write.today)
            return .projects(.sheet(try write.beginProject(draft, with: person, at: client)))
        case .change(let id):
            try write.changeProject(id, from: deed.version(), ProjectDraft(entries, today: write.today))
            return .projects(.sheet(id))
        case .close(let id):
            try write.closeProject(id, from: deed.version(), ClosingDraft(entries, today: write.today))
            return .projects(.sheet(id))
        case .reopen(let id):
            try write.reopenProject(id)
            return .projects(.sheet(id))
        case .delete(let id):
            try write.deleteProject(id, from: deed.version())
            return .projects(.list(ProjectListQuery()))
        case .addStep(let id):
            try write.addStep(MatterDraft(entries), to: id)
            return .projects(.sheet(id))
        case .review(let id):
            try setGoals(of: id, deed)
            return .projects(.sheet(id))
        case .approve(let id):
            let project = try write.read.expense(id).project.id
            try write.approveExpense(id, from: deed.version())
            return .projects(.sheet(project))
        case .withdraw(let id):
            let project = try write.read.expense(id).project.id
            try write.withdrawApproval(of: id, from: deed.version())
            return .projects(.sheet(project))
        case .changeReview(let id):
            let draft = try write.read.review(id).draft.reworded(by: entries, today: write.today)
            try write.changeReview(id, from: deed.version(), draft)
            return .projects(.sheet(try write.read.review(id).project.id))
        case .deleteReview(let id):
            let project = try write.read.review(id).project.id
            try write.deleteReview(id, from: deed.version())
            return .projects(.sheet(project))
        case .addExpense(let id):
            try write.addExpense(ExpenseDraft(entries, write.read.currency()), to: id)
            return .projects(.sheet(id))
        case .changeExpense(let id):
            try write.changeExpense(id, from: deed.version(), ExpenseDraft(entries, write.read.currency()))
            return .projects(.sheet(try write.read.expense(id).project.id))
        case .deleteExpense(let id):
            let project = try write.read.expense(id).project.id
            try write.deleteExpense(id, from: deed.version())
            return .projects(.sheet(project))
        }
    }

    /// The three parts of the joint setting of goals. The problems of all parts come together.
    private func setGoals(of id: Project.ID, _ deed: Deed) throws {
        let (entries, today) = (deed.entries, deed.write.today)
        var problems = Problems()
        func part<Draft>(_ read: () throws(Problems) -> Draft) -> Draft? {
            do throws(Problems) { return try read() } catch { problems.add(error) }
            return nil
        }
        let goal = part { () throws(Problems) in try ProjectDraft(entries, today: today) }
        let steps = part { () throws(Problems) in try MatterDraft.rows(entries) }
        let review = part { () throws(Problems) in try ReviewDraft(entries, today: today) }
        guard let goal, let steps, let review else { throw Refusal.invalid(problems) }
        try deed.write.setGoals(of: id, from: deed.version(), goal, steps, review)
    }

    func formPage(of action: ProjectAction, _ read: ReadTransaction) throws -> Route {
        switch action {
        case .begin(let id): .projects(.new(id))
        case .change(let id): .projects(.edit(id))
        case .close(let id): .projects(.close(id))
        case .reopen(let id): .projects(.sheet(id))
        case .delete(let id): .projects(.delete(id))
        case .addStep(let id): .projects(.newStep(id))
        case .review(let id): .projects(.newReview(id))
        case .changeReview(let id): .projects(.editReview(id))
        case .deleteReview(let id): .projects(.deleteReview(id))
        case .addExpense(let id): .projects(.newExpense(id))
        case .changeExpense(let id): .projects(.editExpense(id))
        case .deleteExpense(let id): .projects(.deleteExpense(id))
        case .approve(let id), .withdraw(let id): .projects(.sheet(try read.expense(id).project.id))
        }
    }
}
