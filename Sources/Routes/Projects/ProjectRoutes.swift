import Domain
import HTTP

package enum ProjectRoute: SectionRoute, Equatable {
    case list(ProjectListQuery)
    case new(Person.ID)
    case sheet(Project.ID)
    case edit(Project.ID)
    case close(Project.ID)
    case delete(Project.ID)
    case newStep(Project.ID)
    /// A joint review; the first one is the joint setting of goals.
    case newReview(Project.ID)
    case editReview(Review.ID)
    case deleteReview(Review.ID)
    case newExpense(Project.ID)
    case editExpense(Expense.ID)
    case deleteExpense(Expense.ID)

    package var address: Address {
        switch self {
        case .list(let query):
            Address(
                "/projects",
                [
                    ("level", query.level.map { String($0.rawValue) }), ("kam", query.kam.map { String($0.number) }),
                    ("closed", query.isClosed ? "yes" : nil),
                ])
        case .new(let id): Address("/people/\(id.number)/projects/new")
        case .sheet(let id): Address("/projects/\(id.number)")
        case .edit(let id): Address("/projects/\(id.number)/edit")
        case .close(let id): Address("/projects/\(id.number)/close")
        case .delete(let id): Address("/projects/\(id.number)/delete")
        case .newStep(let id): Address("/projects/\(id.number)/steps/new")
        case .newReview(let id): Address("/projects/\(id.number)/reviews/new")
        case .editReview(let id): Address("/reviews/\(id.number)/edit")
        case .deleteReview(let id): Address("/reviews/\(id.number)/delete")
        case .newExpense(let id): Address("/projects/\(id.number)/expenses/new")
        case .editExpense(let id): Address("/expenses/\(id.number)/edit")
        case .deleteExpense(let id): Address("/expenses/\(id.number)/delete")
        }
    }

    package var section: Section? { .projects }

    package var record: RecordReference? {
        switch self {
        case .list: nil
        case .new(let id): RecordReference(.person, id)
        case .sheet(let id), .edit(let id), .close(let id), .delete(let id), .newStep(let id),
            .newReview(let id), .newExpense(let id):
            RecordReference(.project, id)
        case .editReview(let id), .deleteReview(let id): RecordReference(.review, id)
        case .editExpense(let id), .deleteExpense(let id): RecordReference(.expense, id)
        }
    }

    static let entries: [Entry] = [
        .table("/projects", .user) {
            .projects(
                .list(
                    ProjectListQuery(
                        level: $0.text("level").flatMap { Int($0) }.flatMap { DevelopmentLevel(rawValue: $0) },
                        kam: $0.queryID("kam"), isClosed: $0.query["closed"] == "yes")))
        },
        .form("/people/ID/projects/new", .editor) { $0.id().map { .projects(.new($0)) } },
        .page("/projects/ID", .user) { $0.id().map { .projects(.sheet($0)) } },
        .form("/projects/ID/edit", .editor) { $0.id().map { .projects(.edit($0)) } },
        .form("/projects/ID/close", .editor) { $0.id().map { .projects(.close($0)) } },
        .form("/projects/ID/delete", .editor) { $0.id().map { .projects(.delete($0)) } },
        .form("/projects/ID/steps/new", .editor) { $0.id().map { .projects(.newStep($0)) } },
        .form("/projects/ID/reviews/new", .editor) { $0.id().map { .projects(.newReview($0)) } },
        .form("/reviews/ID/edit", .editor) { $0.id().map { .projects(.editReview($0)) } },
        .form("/reviews/ID/delete", .lead) { $0.id().map { .projects(.deleteReview($0)) } },
        .form("/projects/ID/expenses/new", .editor) { $0.id().map { .projects(.newExpense($0)) } },
        .form("/expenses/ID/edit", .editor) { $0.id().map { .projects(.editExpense($0)) } },
        .form("/expenses/ID/delete", .editor) { $0.id().map { .projects(.deleteExpense($0)) } },
    ]
}

package enum ProjectAction: SectionAction, Equatable {
    case begin(Person.ID)
    case change(Project.ID)
    case close(Project.ID)
    case reopen(Project.ID)
    case delete(Project.ID)
    case addStep(Project.ID)
    case review(Project.ID)
    case changeReview(Review.ID)
    case deleteReview(Review.ID)
    case addExpense(Project.ID)
    case changeExpense(Expense.ID)
    case deleteExpense(Expense.ID)
    case approve(Expense.ID)
    case withdraw(Expense.ID)

    package var address: Address {
        switch self {
        case .begin(let id): Address("/people/\(id.number)/projects")
        case .change(let id): Address("/projects/\(id.number)")
        case .close(let id): Address("/projects/\(id.number)/close")
        case .reopen(let id): Address("/projects/\(id.number)/open")
        case .delete(let id): Address("/projects/\(id.number)/delete")
        case .addStep(let id): Address("/projects/\(id.number)/steps")
        case .review(let id): Address("/projects/\(id.number)/reviews")
        case .changeReview(let id): Address("/reviews/\(id.number)")
        case .deleteReview(let id): Address("/reviews/\(id.number)/delete")
        case .addExpense(let id): Address("/projects/\(id.number)/expenses")
        case .changeExpense(let id): Address("/expenses/\(id.number)")
        case .deleteExpense(let id): Address("/expenses/\(id.number)/delete")
        case .approve(let id): Address("/expenses/\(id.number)/approve")
        case .withdraw(let id): Address("/expenses/\(id.number)/withdraw")
        }
    }

    static let entries: [Entry] = [
        .act("/people/ID/projects", .editor) { $0.id().map { .projects(.begin($0)) } },
        .act("/projects/ID", .editor) { $0.id().map { .projects(.change($0)) } },
        .act("/projects/ID/close", .editor) { $0.id().map { .projects(.close($0)) } },
        .act("/projects/ID/open", .editor) { $0.id().map { .projects(.reopen($0)) } },
        .act("/projects/ID/delete", .editor) { $0.id().map { .projects(.delete($0)) } },
        .act("/projects/ID/steps", .editor) { $0.id().map { .projects(.addStep($0)) } },
        .act("/projects/ID/reviews", .lead) { $0.id().map { .projects(.review($0)) } },
        .act("/reviews/ID", .editor) { $0.id().map { .projects(.changeReview($0)) } },
        .act("/reviews/ID/delete", .lead) { $0.id().map { .projects(.deleteReview($0)) } },
        .act("/projects/ID/expenses", .editor) { $0.id().map { .projects(.addExpense($0)) } },
        .act("/expenses/ID", .editor) { $0.id().map { .projects(.changeExpense($0)) } },
        .act("/expenses/ID/delete", .editor) { $0.id().map { .projects(.deleteExpense($0)) } },
        .act("/expenses/ID/approve", .lead) { $0.id().map { .projects(.approve($0)) } },
        .act("/expenses/ID/withdraw", .lead) { $0.id().map { .projects(.withdraw($0)) } },
    ]
}

extension Route {
    package static func projects(_ page: ProjectRoute) -> Route { Route(page) }
}

extension Action {
    package static func projects(_ action: ProjectAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let projects = SectionDeclaration(
        called: "VIP projects", first: .projects(.list(ProjectListQuery())),
        records: [.project: { .projects(.sheet(.init($0))) }],
        commands: [
            .project: { number in
                [
                    .init(called: "Note a joint review", .projects(.newReview(.init(number)))),
                    .init(called: "Add a budget line", .projects(.newExpense(.init(number)))),
                    .init(called: "Close", .projects(.close(.init(number)))),
                    .init(called: "Edit", .projects(.edit(.init(number)))),
                    .init(called: "Delete", .projects(.delete(.init(number)))),
                ]
            }
        ],
        entries: ProjectRoute.entries + ProjectAction.entries)
}
