import Domain
import HTTP

/// What new tenders begin with.
package enum TemplateRoute: SectionRoute, Equatable {
    case list
    case new
    case edit(TenderTemplate.ID)
    case delete(TenderTemplate.ID)

    package var address: Address {
        switch self {
        case .list: Address("/settings/tender-templates")
        case .new: Address("/settings/tender-templates/new")
        case .edit(let id): Address("/settings/tender-templates/\(id.number)/edit")
        case .delete(let id): Address("/settings/tender-templates/\(id.number)/delete")
        }
    }

    package var section: Section? { .settings }

    package var record: RecordReference? {
        switch self {
        case .edit(let id), .delete(let id): RecordReference(.tenderTemplate, id)
        case .list, .new: nil
        }
    }

    static let entries: [Entry] = [
        .page("/settings/tender-templates", .user) { _ in .templates(.list) },
        .form("/settings/tender-templates/new", .lead) { _ in .templates(.new) },
        .form("/settings/tender-templates/ID/edit", .lead) { $0.id().map { .templates(.edit($0)) } },
        .form("/settings/tender-templates/ID/delete", .lead) { $0.id().map { .templates(.delete($0)) } },
    ]
}

package enum TemplateAction: SectionAction, Equatable {
    case add
    case change(TenderTemplate.ID)
    case delete(TenderTemplate.ID)

    package var address: Address {
        switch self {
        case .add: Address("/settings/tender-templates")
        case .change(let id): Address("/settings/tender-templates/\(id.number)")
        case .delete(let id): Address("/settings/tender-templates/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/settings/tender-templates", .lead) { _ in .templates(.add) },
        .act("/settings/tender-templates/ID", .lead) { $0.id().map { .templates(.change($0)) } },
        .act("/settings/tender-templates/ID/delete", .lead) { $0.id().map { .templates(.delete($0)) } },
    ]
}

extension Route {
    package static func templates(_ page: TemplateRoute) -> Route { Route(page) }
}

extension Action {
    package static func templates(_ action: TemplateAction) -> Action { Action(action) }
}
