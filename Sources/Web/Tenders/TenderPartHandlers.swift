import Domain
import Routes
import Store
import Templates

extension App {
    func partPage(_ route: TenderRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .newPart(let kind, let owner):
            let home = try read.tenderHome(owner, kind)
            let choices = try partChoices(kind, visit)
            let form = try visit.offeringPeople("person", visit.form(newEntries(kind, visit)))
            return .form { tenderPartForm(kind, .addPart(kind, owner), home, choices, form, $0) }
        case .editPart(let kind, let id):
            let stored = try stored(kind.draft, id, kind, visit)
            let choices = try partChoices(kind, visit)
            let form = try visit.offeringPeople("person", visit.form(stored.entries, version: stored.version))
            return .form {
                tenderPartForm(
                    kind, .changePart(kind, id), stored.home, choices, form, $0, delete: .deletePart(kind, id))
            }
        case .deletePart(let kind, let id):
            let stored = try stored(kind.draft, id, kind, visit)
            return try visit.deletion(
                stored.name, .tenders(.deletePart(kind, id)), back: .tenders(stored.home.page(of: kind)),
                version: stored.version)
        default: throw Refusal.notFound
        }
    }

    func partAct(_ action: TenderAction, _ deed: Deed) throws -> Route {
        switch action {
        case .addPart(let kind, let owner): try add(kind.draft, to: owner, kind, deed)
        case .changePart(let kind, let id): try change(kind.draft, id, kind, deed)
        case .deletePart(let kind, let id): try delete(kind.draft, id, kind, deed)
        default: throw Refusal.notFound
        }
    }

    func partChoices(_ kind: TenderPartKind, _ visit: Visit) throws -> [User] {
        [.deadlines, .questions, .requirements, .lines, .seats, .members].contains(kind)
            ? try visit.read.colleagues() : []
    }

    /// What the form of a new part says from the beginning.
    func newEntries(_ kind: TenderPartKind, _ visit: Visit) -> Entries {
        switch kind {
        case .deadlines: Entries(["zone": visit.chrome.frame.desk.timeZone])
        case .notices: Entries(["day": visit.today.iso])
        default: Entries()
        }
    }

    func stored<Draft: TenderPartDraft>(
        _: Draft.Type, _ id: Int64, _ kind: TenderPartKind, _ visit: Visit
    ) throws -> (entries: Entries, version: Int, home: TenderHome, name: String) {
        let part: TenderPart<Draft> = try visit.read.part(.init(id))
        let home = try visit.read.tenderHome(part.owner, kind)
        var entries = part.draft.entries(home.currency)
        if let product = Product.ID(entries["product_id"]) {
            entries["product"] = try visit.read.product(product).draft.name
        }
        if let person = part.draft.person { entries["person"] = try visit.read.personName(person).name }
        return (entries, part.version, home, part.draft.title ?? home.title ?? home.client.name)
    }

    private func add<Draft: TenderPartDraft>(
        _: Draft.Type, to owner: Int64, _ kind: TenderPartKind, _ deed: Deed
    ) throws -> Route {
        let home = try deed.write.read.tenderHome(owner, kind)
        try deed.write.requireSight(of: home, kind)
        try deed.write.addPart(draft(Draft.self, home, deed), to: owner)
        return .tenders(deed.write.sees(home) ? .sheet(home.id) : kind.list)
    }

    private func change<Draft: TenderPartDraft>(
        _: Draft.Type, _ id: Int64, _ kind: TenderPartKind, _ deed: Deed
    ) throws -> Route {
        let part: TenderPart<Draft> = try deed.write.read.part(.init(id))
        let home = try deed.write.read.tenderHome(part.owner, kind)
        try deed.write.requireSight(of: home, kind)
        try deed.write.changePart(part.id, from: deed.version(), draft(Draft.self, home, deed))
        return .tenders(deed.write.sees(home) ? .sheet(home.id) : kind.list)
    }

    private func delete<Draft: TenderPartDraft>(
        _: Draft.Type, _ id: Int64, _ kind: TenderPartKind, _ deed: Deed
    ) throws -> Route {
        let part: TenderPart<Draft> = try deed.write.read.part(.init(id))
        let home = try deed.write.read.tenderHome(part.owner, kind)
        try deed.write.deletePart(part.id, from: deed.version())
        return .tenders(deed.write.sees(home) ? .sheet(home.id) : kind.list)
    }

    /// The draft that the form says; a product is named there.
    private func draft<Draft: TenderPartDraft>(_: Draft.Type, _ home: TenderHome, _ deed: Deed) throws -> Draft {
        var entries = deed.entries
        entries["product_id"] = try deed.product("product").map { String($0.number) } ?? ""
        if Draft.subject == .tenderNotice, entries["number"].isEmpty {
            entries["number"] = String(try deed.write.read.nextNotice(of: home.id))
        }
        if Draft.subject == .tenderSeat, !entries["person"].isEmpty {
            entries["person_id"] = String(try deed.person("person").number)
        }
        return try Draft(entries, TenderGround(home.currency, today: deed.write.today))
    }
}

extension TenderHome {
    /// Where a part is shown: on the tender's page, or to sales support among all of its kind.
    func page(of kind: TenderPartKind) -> TenderRoute {
        title == nil ? kind.list : .sheet(id)
    }
}
