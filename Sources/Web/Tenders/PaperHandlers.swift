import Domain
import Routes
import Store
import Templates

extension App {
    func paperPage(_ route: TenderRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .papers:
            let list = try read.paperList()
            return Page(list) { paperListPage(list, $0) }.exporting { paperExport(list.papers, $0) }
        case .newPaper:
            let ours = try read.colleagues()
            return .form { paperForm(nil, ours, visit.form(), $0) }
        case .editPaper(let id):
            let paper = try read.ownPaper(id)
            var entries = paper.draft.entries(visit.chrome.frame.currency)
            entries["product"] = try paper.draft.product.map { try read.product($0).draft.name } ?? ""
            let (form, ours) = (visit.form(entries, version: paper.version), try read.colleagues())
            return .form { paperForm(id, ours, form, $0) }
        case .deletePaper(let id):
            let paper = try read.ownPaper(id)
            return try visit.deletion(
                paper.draft.number, .tenders(.deletePaper(id)), back: .tenders(.papers), version: paper.version)
        default: throw Refusal.notFound
        }
    }

    func paperAct(_ action: TenderAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .addPaper: try write.addPaper(paperDraft(deed))
        case .changePaper(let id): try write.changePaper(id, from: deed.version(), paperDraft(deed))
        case .deletePaper(let id): try write.deletePaper(id, from: deed.version())
        default: throw Refusal.notFound
        }
        return .tenders(.papers)
    }

    private func paperDraft(_ deed: Deed) throws -> PaperDraft {
        var entries = deed.entries
        entries["product_id"] = try deed.product("product").map { String($0.number) } ?? ""
        return try PaperDraft(entries, TenderGround(deed.write.read.currency(), today: deed.write.today))
    }
}
