import Domain
import Routes
import Store
import Templates

extension SignalRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension SignalAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: SignalRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .list:
            let list = try read.signalList(on: visit.today)
            return Page(list) { signalListPage(list, $0) }.exporting { signalExport(list.rows, $0) }
        case .new(let client): return try signalForm(nil, client, visit)
        case .edit(let id): return try signalForm(read.signal(id), nil, visit)
        case .delete(let id):
            let signal = try read.signal(id)
            return try visit.deletion(
                signal.draft.text, .signals(.delete(id)), back: .signals(.list), version: signal.version)
        case .rules:
            let list = try read.lawRules()
            return Page(list) { lawRulePage(list, $0) }
        case .newRule: return .form { lawRuleForm(nil, visit.form(), $0) }
        case .editRule(let id):
            let rule = try read.lawRule(id)
            let form = visit.form(rule.draft.entries, version: rule.version)
            return .form { lawRuleForm(id, form, $0) }
        case .deleteRule(let id):
            let rule = try read.lawRule(id)
            return try visit.deletion(
                rule.draft.name, .signals(.deleteRule(id)), back: .signals(.rules), version: rule.version)
        }
    }

    private func signalForm(_ signal: Signal?, _ client: Client.ID?, _ visit: Visit) throws -> Page {
        let read = visit.read
        let chosen = try (signal?.draft.client ?? client ?? visit.sent.flatMap { Client.ID($0.entries["client_id"]) })
            .map(read.clientName)
        var entries =
            signal?.draft.entries(visit.chrome.frame.currency) ?? Entries(["said": visit.today.iso])
        entries["client"] = signal == nil ? "" : chosen?.name ?? ""
        let form = try visit.offering("client", visit.form(entries, version: signal?.version))
        let ours = try read.colleagues()
        return .form { Templates.signalForm(signal?.id, signal == nil ? chosen : nil, ours, form, $0) }
    }

    func act(_ action: SignalAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .add: try write.addSignal(signalDraft(deed))
        case .change(let id): try write.changeSignal(id, from: deed.version(), signalDraft(deed, of: id))
        case .delete(let id): try write.deleteSignal(id, from: deed.version())
        case .addRule: try write.addLawRule(LawRuleDraft(deed.entries))
        case .changeRule(let id): try write.changeLawRule(id, from: deed.version(), LawRuleDraft(deed.entries))
        case .deleteRule(let id): try write.deleteLawRule(id, from: deed.version())
        }
        switch action {
        case .add, .change, .delete: return .signals(.list)
        case .addRule, .changeRule, .deleteRule: return .signals(.rules)
        }
    }

    /// The signal's fields, with the client that the typed name means. If the name was not changed, the client stays.
    private func signalDraft(_ deed: Deed, of id: Signal.ID? = nil) throws -> SignalDraft {
        let read = deed.write.read
        var entries = deed.entries
        let held = try id.map { try read.signal($0).draft.client }
        let isHeld = try held.map { try read.clientName($0).name == entries["client"] } ?? false
        let client = isHeld && entries["client_id"].isEmpty ? held : try deed.client("client")
        entries["client"] = client.map { String($0.number) } ?? ""
        // Only the form of the new tender says which tender it became.
        entries["tender"] = try id.flatMap { try read.signal($0).draft.tender }.map { String($0.number) } ?? ""
        return try SignalDraft(entries, read.currency(), today: deed.write.today)
    }

    func formPage(of action: SignalAction) -> Route {
        switch action {
        case .add: .signals(.new(nil))
        case .change(let id): .signals(.edit(id))
        case .delete(let id): .signals(.delete(id))
        case .addRule: .signals(.newRule)
        case .changeRule(let id): .signals(.editRule(id))
        case .deleteRule(let id): .signals(.deleteRule(id))
        }
    }
}
