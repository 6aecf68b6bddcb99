import Domain
import Routes
import Store
import Templates

extension TemplateRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch self {
        case .list:
            let (list, procedures) = (try read.tenderTemplates(), try read.procedureChoices())
            return Page(list) { tenderTemplatePage(list, procedures, $0) }
        case .new:
            let procedures = try read.procedureChoices()
            return .form { tenderTemplateForm(nil, procedures, visit.form(), $0) }
        case .edit(let id):
            let (template, procedures) = (try read.tenderTemplate(id), try read.procedureChoices())
            let form = visit.form(template.draft.entries, version: template.version)
            return .form { tenderTemplateForm(id, procedures, form, $0) }
        case .delete(let id):
            let template = try read.tenderTemplate(id)
            return try visit.deletion(
                template.draft.text, .templates(.delete(id)), back: .templates(.list), version: template.version)
        }
    }
}

extension TemplateAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch self {
        case .add: try write.addTenderTemplate(TenderTemplateDraft(deed.entries))
        case .change(let id):
            try write.changeTenderTemplate(id, from: deed.version(), TenderTemplateDraft(deed.entries))
        case .delete(let id): try write.deleteTenderTemplate(id, from: deed.version())
        }
        return .templates(.list)
    }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        switch self {
        case .add: .templates(.new)
        case .change(let id): .templates(.edit(id))
        case .delete(let id): .templates(.delete(id))
        }
    }
}
