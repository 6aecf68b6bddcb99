import Domain
import Routes
import Store
import Templates

extension InteractionRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension InteractionAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self, entries) }
}

extension App {
    func page(_ route: InteractionRoute, _ visit: Visit) throws -> Page {
        switch route {
        case .sheet(let id):
            let sheet = try visit.read.interactionSheet(id)
            return Page(sheet) { interactionPage(sheet, $0) }
        case .new(let client, let person):
            var entries = Entries(["day": visit.today.iso, "kind": InteractionKind.call.rawValue])
            if let person { entries["person-\(person.number)"] = "yes" }
            return try interactionForm(nil, client, visit.form(entries), visit)
        case .line(let text, let client):
            if let line = TenderLine(text), try line.hasNumber || !visit.read.tenders(meantBy: line.tender).isEmpty {
                throw Elsewhere(.tenders(.line(text, nil)))
            }
            let guess = try visit.read.guess(text, client: client, on: visit.today)
            var entries = guess.log.entries
            if entries["day"].isEmpty { entries["day"] = visit.today.iso }
            if entries["kind"].isEmpty { entries["kind"] = InteractionKind.call.rawValue }
            for person in guess.people { entries["person-\(person.number)"] = "yes" }
            if !guess.strangers.isEmpty {
                // Nobody has these names, so they are kept where the user sees them and may change them.
                let with = visit.chrome.language("With \(guess.strangers.joined(separator: ", ")).")
                entries["note"] = [with, entries["note"]].filter { !$0.isEmpty }.joined(separator: " ")
            }
            return try interactionForm(nil, guess.client?.id, visit.form(entries), guess: guess, visit)
        case .edit(let id):
            let interaction = try visit.read.interaction(id)
            let form = visit.form(interaction.draft.entries, version: interaction.version)
            return try interactionForm(id, interaction.draft.client, form, visit)
        case .delete(let id):
            let interaction = try visit.read.interaction(id)
            return try visit.deletion(
                interaction.draft.topic,
                what: visit.chrome.language("What was promised in it stays among the client's promises."),
                .interactions(.delete(id)), back: .interactions(.sheet(id)),
                version: interaction.version)
        }
    }

    private func interactionForm(
        _ id: Interaction.ID?, _ client: Client.ID?, _ form: FormState, guess: LineGuess? = nil, _ visit: Visit
    ) throws -> Page {
        let form = try visit.offering("client_name", form)
        let choices = try visit.read.interactionChoices(
            client: client, people: InteractionDraft.people(form.entries), on: visit.today)
        return .form { Templates.interactionForm(id, choices, form, guess: guess, $0) }
    }

    func act(_ action: InteractionAction, _ deed: Deed) throws -> Route {
        switch action {
        case .log:
            let (draft, agreed) = try interactionDraft(deed)
            let id = try deed.write.logInteraction(draft, agreed: agreed)
            return draft.client.map { .clients(.sheet($0)) } ?? .interactions(.sheet(id))
        case .change(let id):
            let (draft, agreed) = try interactionDraft(deed)
            try deed.write.changeInteraction(id, from: deed.version(), draft, agreed: agreed)
            return .interactions(.sheet(id))
        case .delete(let id):
            let client = try deed.write.read.interaction(id).draft.client
            try deed.write.deleteInteraction(id, from: deed.version())
            return client.map { .clients(.sheet($0)) } ?? .today
        }
    }

    /// The interaction with its client, chosen or typed, and what was agreed. The problems of both parts come together.
    private func interactionDraft(_ deed: Deed) throws -> (InteractionDraft, [MatterDraft]) {
        var entries = deed.entries
        var problems = Problems()
        var met: [Person.ID] = []
        do throws(Problems) { met = try LineGuess.answers(entries) } catch { problems = error }
        var newcomers: [PersonDraft] = []
        do throws(Problems) { newcomers = try LineGuess.newcomers(entries) } catch { problems.add(error) }
        let added = try newcomers.map(deed.write.addPerson)
        for person in met + added { entries["person-\(person.number)"] = "yes" }
        if entries["client"].isEmpty {
            let client =
                try deed.client("client_name")
                ?? met.lazy.compactMap {
                    try? deed.write.read.clientOf($0, on: deed.write.today)?.id
                }.first
            if let client { entries["client"] = String(client.number) }
        }
        do {
            let drafts = try deed.renaming("client", to: "client_name") {
                try InteractionDraft.withAgreed(entries, today: deed.write.today)
            }
            // Who deals with those who decide on a tender is asked for the lawful subject, and may leave it out by a tick.
            if drafts.0.lawfulSubject == nil, entries["quiet"] != "yes",
                try deed.write.read.isQuiet(drafts.0.people, on: drafts.0.day)
            {
                problems.add(.quietPeriod, to: "lawful")
            }
            if problems.isEmpty {
                for person in added {
                    guard let client = drafts.0.client else { break }
                    try deed.write.addPost(PostDraft(title: nil, from: drafts.0.day), person: person, client: client)
                }
                return drafts
            }
        } catch let others as Problems { problems.add(others) }
        throw problems
    }

    func formPage(of action: InteractionAction, _ entries: Entries) -> Route {
        switch action {
        case .log where !entries["line"].isEmpty: .interactions(.line(entries["line"], Client.ID(entries["client"])))
        case .log: .interactions(.new(Client.ID(entries["client"]), nil))
        case .change(let id): .interactions(.edit(id))
        case .delete(let id): .interactions(.delete(id))
        }
    }
}
