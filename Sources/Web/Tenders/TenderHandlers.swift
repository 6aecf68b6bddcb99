import Domain
import Routes
import Store
import Templates

extension TenderRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension TenderAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        // A card that may not move stays on the board.
        if case .move = self, let back = SiteMap.page(at: entries["back"]), case TenderRoute.board = back.page {
            return back
        }
        return app.formPage(of: self, entries)
    }
}

extension App {
    func page(_ route: TenderRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .board(let query):
            let board = try read.tenderBoard(query, on: visit.today, at: clock.now)
            let choices = try boardChoices(read)
            // A step that was refused is told on the board, where the card is back in its lane.
            let refused = visit.sent.flatMap { sent in
                sent.problems["stage"].map {
                    TenderRefusal(tender: Tender.ID(sent.entries["tender"]), problem: $0)
                }
            }
            return Page(board) { tenderBoardPage(board, query, choices, refused: refused, $0) }
        case .calendar(let month, let query):
            // The month to which most of this week belongs.
            let day = month ?? visit.today - visit.today.weekday.rawValue + 3
            let first = Day(year: day.year, month: day.month, day: 1)
            let calendar = try read.tenderCalendar(first ?? visit.today, query, on: visit.today, at: clock.now)
            let choices = try boardChoices(read)
            return Page(calendar) { tenderCalendarPage(calendar, query, choices, $0) }
        case .list(let query):
            let list = try read.tenderList(query, atMost: visit.rows)
            let choices = TenderFilterChoices(kams: try read.holders(), laws: try read.tenderLaws())
            return Page(list) { tenderListPage(list, query, choices, $0) }.exporting(
                list, next: { try $0.later.map { try read.tenderList(query.at($0), atMost: visit.rows) } },
                as: { tenderExport($0.rows, $1) })
        case .deadlines(let id, let names):
            let now = clock.now
            let deadlines = try read.deadlines(of: id, on: visit.today, at: now)
            return Page(deadlines) { tenderDeadlinesPage(deadlines, $0) }
                .listing { deadlineFile(deadlines.dues, names: names, at: now, $0) }
        case .results(let query):
            let results = try read.tenderResults(query)
            return Page(results) { tenderResultsPage(results, query, $0) }
        case .sheet(let id):
            let tender = try read.tenderSheet(id, on: visit.today, at: clock.now)
            // A step that was refused is told on the page from which it was asked for.
            let refused = visit.sent.flatMap { $0.problems["stage"] ?? $0.problems["fit"] }
            return Page(tender) { tenderPage(tender, refused: refused, $0) }
        case .contacts(let id):
            let contacts = try read.tenderContacts(id)
            return Page(contacts) { tenderContactsPage(contacts, $0) }
        case .new(let client): return try tenderForm(nil, client, visit)
        case .fromSignal(let id):
            let signal = try read.signal(id)
            return try tenderForm(nil, signal.draft.client, from: signal.draft.state == .open ? signal : nil, visit)
        case .line(let text, let tender): return try linePage(text, tender, visit)
        case .edit(let id): return try tenderForm(read.tender(id), nil, visit)
        case .delete(let id):
            let tender = try read.tender(id)
            return try visit.deletion(
                tender.draft.title, .tenders(.delete(id)), back: .tenders(.sheet(id)), version: tender.version)
        case .newPart, .editPart, .deletePart: return try partPage(route, visit)
        case .securities:
            let list = try read.securityList(on: visit.today)
            return Page(list) { securityListPage(list, $0) }.exporting { securityExport(list.rows, $0) }
        case .deliveries:
            let list = try read.deliveryList(on: visit.today)
            return Page(list) { deliveryListPage(list, $0) }.exporting { deliveryExport(list.rows, $0) }
        case .competitors(let tax):
            let list = try read.competitors(tax)
            return Page(list) { competitorPage(list, tax, $0) }.exporting { competitorExport(list, $0) }
        case .papers, .newPaper, .editPaper, .deletePaper: return try paperPage(route, visit)
        }
    }

    private func boardChoices(_ read: ReadTransaction) throws -> TenderBoardChoices {
        TenderBoardChoices(kams: try read.holders(), procedures: try read.procedureChoices())
    }

    /// `signal`: what somebody said before there was a tender, from which a new one begins. `note`: the note with a typed line, which the
    /// user has still to save.
    func tenderForm(
        _ tender: Tender?, _ client: Client.ID?, from signal: Signal? = nil, noting note: String? = nil, _ visit: Visit
    ) throws -> Page {
        let read = visit.read
        let chosen = try
            (tender?.draft.client ?? signal?.draft.client ?? client
            ?? visit.sent.flatMap { Client.ID($0.entries["client_id"]) })
            .map(read.clientName)
        let choices = TenderChoices(
            client: chosen, kams: try read.colleagues(), procedures: try read.procedureChoices(), isNew: tender == nil)
        var entries =
            tender?.draft.entries ?? signal?.tenderEntries(visit.chrome.frame.currency)
            ?? Entries(["stage": TenderStage.signal.rawValue])
        if tender == nil {
            // The client's KAM, or else whoever writes it: nobody hears of the deadlines of a tender that is nobody's.
            let holder = try (signal?.draft.client ?? client).flatMap { try read.kam(of: $0, on: visit.today)?.user }
            let writer = visit.chrome.frame.viewer.id
            entries["kam"] =
                (holder ?? (choices.kams.contains { $0.id == writer } ? writer : nil)).map {
                    String($0.number)
                } ?? ""
        }
        entries["client"] = tender == nil ? "" : chosen?.name ?? ""
        entries["partner"] = try tender?.draft.partner.flatMap { try read.clientByName($0)?.name } ?? ""
        var form = try visit.offering(
            "partner", visit.offering("client", visit.form(entries, version: tender?.version)))
        if let note { form.entries["note"] = note }
        return .form { [form] in Templates.tenderForm(tender?.id, choices, form, isNoting: note != nil, $0) }
    }

    func act(_ action: TenderAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .add:
            let id = try write.addTender(tenderDraft(deed))
            if let signal = Signal.ID(deed.entries["signal"]) { try write.cameTrue(signal, as: id) }
            return .tenders(.sheet(id))
        case .change(let id):
            try write.changeTender(id, from: deed.version(), tenderDraft(deed, of: id))
            return .tenders(.sheet(id))
        case .delete(let id):
            let client = try write.read.tender(id).draft.client
            try write.deleteTender(id, from: deed.version())
            return .tenders(.list(TenderListQuery(client: client)))
        case .move(let id):
            guard let stage = TenderStage(rawValue: deed.entries["stage"]) else {
                throw Problems(["stage": .notAChoice])
            }
            try write.moveTender(id, to: stage)
            return deed.back(or: .tenders(.sheet(id)))
        case .beginFit(let id):
            try write.beginFit(of: id)
            return .tenders(.sheet(id))
        case .addPart, .changePart, .deletePart: return try partAct(action, deed)
        case .addPaper, .changePaper, .deletePaper: return try paperAct(action, deed)
        }
    }

    /// The tender's fields, with the client and the distributor that the typed names mean. If a name was not changed, its client stays.
    private func tenderDraft(_ deed: Deed, of id: Tender.ID? = nil) throws -> TenderDraft {
        var entries = deed.entries
        let before = try id.map { try deed.write.read.tender($0).draft }
        for (field, held) in [("client", before?.client), ("partner", before?.partner)] {
            let isHeld = try held.map { try deed.write.read.clientName($0).name == deed.entries[field] } ?? false
            let client =
                isHeld && deed.entries[field + "_id"].isEmpty
                ? held : try deed.client(field, isAnybodys: field == "partner")
            entries[field] = client.map { String($0.number) } ?? ""
        }
        return try TenderDraft(entries, today: deed.write.today)
    }

    func formPage(of action: TenderAction, _ entries: Entries) -> Route {
        switch action {
        case .add: .tenders(Signal.ID(entries["signal"]).map { .fromSignal($0) } ?? .new(nil))
        case .change(let id): .tenders(.edit(id))
        case .delete(let id): .tenders(.delete(id))
        case .move(let id), .beginFit(let id): .tenders(.sheet(id))
        case .addPart(let kind, let owner): .tenders(.newPart(kind, owner))
        case .changePart(let kind, let id): .tenders(.editPart(kind, id))
        case .deletePart(let kind, let id): .tenders(.deletePart(kind, id))
        case .addPaper: .tenders(.newPaper)
        case .changePaper(let id): .tenders(.editPaper(id))
        case .deletePaper(let id): .tenders(.deletePaper(id))
        }
    }
}

extension Signal {
    /// What the form of the tender that it became says from the beginning. The note keeps who said it, when, and how much.
    fileprivate func tenderEntries(_ currency: Currency) -> Entries {
        Entries([
            "stage": TenderStage.preparation.rawValue, "title": draft.text, "signal": String(id.number),
            "kam": draft.user.map { String($0.number) } ?? "",
            "note": [draft.source, draft.saidOn.iso, draft.amount.map { currency.text($0) + " " + currency.symbol }]
                .compactMap { $0 }.joined(separator: ", "),
        ])
    }
}
