import Domain
import Routes
import Store
import Templates

extension ClientRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension ClientAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: ClientRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch route {
        case .list(let query):
            let list = try read.clientList(query, on: visit.today, atMost: visit.rows)
            return Page(list) { clientListPage(list, query, $0) }.exporting(
                list,
                next: { try $0.later.map { try read.clientList(query.at($0), on: visit.today, atMost: visit.rows) } },
                as: clientExport)
        case .sheet(let id):
            guard try read.sees(id) else {
                let named = try read.namedClientSheet(id, on: visit.today)
                return Page(named) { namedClientPage(named, $0) }
            }
            let dossier = try read.clientSheet(id, on: visit.today)
            let disposes = read.disposes(ofClientOf: dossier.kam?.user)
            return Page(dossier) { clientPage(dossier, disposes: disposes, $0) }
        case .past(let id, let day):
            // A day that has not come shows the present.
            guard day < visit.today else { return try page(.sheet(id), visit) }
            let dossier = try read.pastDossier(of: id, on: day)
            return Page(dossier) { pastDossierPage(dossier, $0) }
        case .print(let id, let choice):
            let print = try read.printedDossier(id, choice, on: visit.today)
            return .form { dossierPrintPage(print, $0) }
        case .brief(let id):
            let brief = try read.briefSheet(of: id, on: visit.today)
            return Page(brief) { briefPage(brief, $0) }
        case .editBrief(let id): return try briefForm(id, visit)
        case .people(let id):
            let people = try read.clientPeople(id, on: visit.today)
            return Page(people) { clientPeoplePage(people, $0) }.exporting { postExport(people.posts, $0) }
        case .interactions(let id, let place):
            let list = try read.clientInteractions(id, before: place, atMost: visit.rows)
            return Page(list) {
                interactionListPage(list, later: list.later.map { .clients(.interactions(id, $0)) }, $0)
            }.exporting(
                list, next: { try $0.later.map { try read.clientInteractions(id, before: $0, atMost: visit.rows) } },
                as: { interactionExport($0.rows, $1) })
        case .matters(let id):
            let matters = try read.clientMatters(id)
            return Page(matters) {
                clientMattersPage(matters, $0)
            }.exporting { matterExport(matters.open + matters.done, $0) }
        case .history(let id, let query):
            let history = try read.offering(read.clientHistory(id, query), on: visit.today)
            let isConfidential = try read.client(id).draft.isConfidential
            return Page(history) {
                historyPage(
                    history, query, back: .clients(.sheet(id)), readings: isConfidential ? id : nil,
                    $0
                ) { .clients(.history(id, $0)) }
            }
        case .readings(let id, let query):
            let (client, lines) = (try read.clientName(id), try read.logPage(query, readingsOf: id))
            return Page(lines) {
                logPage(
                    $0.language("Who has read it"), lines, query, back: (client.name, .clients(.sheet(id))), $0
                ) { .clients(.readings(id, $0)) }
            }
        case .money(let id):
            let money = try read.clientMoney(id, on: visit.today)
            return Page(money) { clientMoneyPage(money, $0) }.exporting { clientMoneyExport(money, $0) }
        case .new: return try clientForm(nil, visit)
        case .edit(let id): return try clientForm(id, visit)
        case .handover(let id): return try handoverForm(id, visit)
        case .delete(let id): return try deleteForm(id, visit)
        case .newPerson(let id): return try clientPersonForm(id, visit)
        case .newMatter(let id): return try newMatterForm(id, visit)
        }
    }

    private func clientForm(_ id: Client.ID?, _ visit: Visit) throws -> Page {
        let client = try id.map(visit.read.client)
        let choices = try visit.read.clientChoices(parent: client?.draft.parent)
        var entries = client?.draft.entries ?? Entries(["kam": String(visit.chrome.frame.viewer.id.number)])
        entries["parent_name"] = choices.parent?.name ?? ""
        let form = try visit.offering("parent_name", visit.form(entries, version: client?.version))
        let disposes = try id.map { id in
            visit.read.disposes(ofClientOf: try visit.read.kam(of: id, on: visit.today)?.user)
        }
        let keepsSecret = client?.draft.isConfidential == true && disposes == false
        return .form {
            Templates.clientForm(id, choices, form, disposes: disposes ?? true, keepsSecret: keepsSecret, $0)
        }
    }

    private func briefForm(_ id: Client.ID, _ visit: Visit) throws -> Page {
        let brief = try visit.read.brief(of: id)
        let form = visit.form(brief.draft.entries, version: brief.version)
        let choices = try visit.read.interactionChoices(
            client: id, people: InteractionDraft.people(form.entries), on: visit.today)
        guard let client = choices.client else { throw Refusal.notFound }
        return .form { Templates.briefForm(of: client, choices, form, $0) }
    }

    private func handoverForm(_ id: Client.ID, _ visit: Visit) throws -> Page {
        let client = try visit.read.clientName(id)
        try visit.read.requireDisposal(of: id, on: visit.today)
        let (held, colleagues) = (try visit.read.kam(of: id, on: visit.today), try visit.read.holders())
        return .form {
            Templates.handoverForm(client, held: held, colleagues, visit.form(Entries(["from": visit.today.iso])), $0)
        }
    }

    private func deleteForm(_ id: Client.ID, _ visit: Visit) throws -> Page {
        let client = try visit.read.client(id)
        try visit.read.requireDisposal(of: id, on: visit.today)
        return try visit.deletion(
            client.draft.name,
            what: visit.chrome.language("Its people stay."),
            .clients(.delete(id)), back: .clients(.sheet(id)), version: client.version)
    }

    private func clientPersonForm(_ id: Client.ID, _ visit: Visit) throws -> Page {
        let client = try visit.read.clientName(id)
        var form = visit.form(Entries(["from": visit.today.iso]))
        if form.problems["name"] == .ambiguous || !form.entries["name_id"].isEmpty {
            form.candidates["name"] =
                try visit.read.peopleNamed(form.entries["name"], on: visit.today).map {
                    Candidate(
                        value: String($0.id.number),
                        name: [$0.name, $0.title, $0.client?.name].compactMap { $0 }.joined(separator: ", "))
                } + [Candidate(value: "new", name: visit.chrome.language("A new person of the same name"))]
        }
        return .form { [form] in Templates.clientPersonForm(client, form, $0) }
    }

    private func newMatterForm(_ id: Client.ID, _ visit: Visit) throws -> Page {
        let client = try visit.read.clientName(id)
        let people = try visit.read.matterPeople(client: id, with: nil)
        return .form { matterForm(nil, client: client, people: people, visit.form(), $0) }
    }

    func act(_ action: ClientAction, _ deed: Deed) throws -> Route {
        switch action {
        case .add:
            let kam = User.ID(deed.entries["kam"])
            let draft = try clientDraft(deed)
            return .clients(.sheet(try deed.write.addClient(draft, kam: kam)))
        case .change(let id):
            let draft = try clientDraft(deed, of: id)
            _ = try deed.renaming("parent", to: "parent_name") {
                try deed.write.changeClient(id, from: deed.version(), draft)
            }
            return .clients(.sheet(id))
        case .handOver(let id):
            try deed.write.handOver(id, HandoverDraft(deed.entries, today: deed.write.today))
            return .clients(.sheet(id))
        case .delete(let id):
            try deed.write.deleteClient(id, from: deed.version())
            return .clients(.list(ClientListQuery()))
        case .addPerson(let id):
            let person = try personHere(deed)
            try deed.write.addPost(PostDraft(deed.entries), person: person, client: id)
            return .clients(.sheet(id))
        case .addMatter(let id):
            try deed.write.addMatter(MatterDraft(deed.entries), client: id)
            return .clients(.sheet(id))
        case .prepareBrief(let id):
            try deed.write.prepareBrief(BriefDraft(deed.entries), of: id, from: deed.version())
            return .clients(.brief(id))
        }
    }

    /// The client's fields, with the parent that the typed name means. If the name was not changed, the parent stays.
    private func clientDraft(_ deed: Deed, of id: Client.ID? = nil) throws -> ClientDraft {
        var entries = deed.entries
        entries["parent"] = ""
        var draft = try ClientDraft(entries)
        if let parent = try id.flatMap({ try deed.write.read.client($0).draft.parent }),
            try deed.write.read.clientName(parent).name == entries["parent_name"]
        {
            draft.parent = parent
        } else {
            draft.parent = try deed.client("parent_name", isAnybodys: true)
        }
        return draft
    }

    /// The person who takes the post: the chosen one, or a new one. If the desk already knows the name, the user is asked first.
    private func personHere(_ deed: Deed) throws -> Person.ID {
        let draft = try PersonDraft(deed.entries)
        if let chosen = Person.ID(deed.entries["name_id"]) { return try completed(chosen, with: draft, deed) }
        let known = try deed.write.read.peopleNamed(draft.name, on: deed.write.today)
        guard known.isEmpty || deed.entries["name_id"] == "new" else {
            throw Refusal.invalid(Problems(["name": .ambiguous]))
        }
        return try deed.write.addPerson(draft)
    }

    /// The known person, with the typed telephones and addresses beside their own.
    private func completed(_ id: Person.ID, with typed: PersonDraft, _ deed: Deed) throws -> Person.ID {
        guard var known = try? deed.write.read.person(id).draft else {
            throw Refusal.invalid(Problems(["name": .unknown]))
        }
        known.phone = ContactList.phones(known.phone, and: typed.phone)
        known.email = ContactList.emails(known.email, and: typed.email)
        known.isVip = known.isVip || typed.isVip
        known.isKol = known.isKol || typed.isKol
        try deed.write.changePerson(id, from: nil, known)
        return id
    }

    func formPage(of action: ClientAction) -> Route {
        switch action {
        case .add: .clients(.new)
        case .change(let id): .clients(.edit(id))
        case .handOver(let id): .clients(.handover(id))
        case .delete(let id): .clients(.delete(id))
        case .addPerson(let id): .clients(.newPerson(id))
        case .addMatter(let id): .clients(.newMatter(id))
        case .prepareBrief(let id): .clients(.editBrief(id))
        }
    }
}
