import Domain
import Routes
import Store
import Templates

extension StrategyRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch self {
        case .sheet(let client):
            let sheet = try read.strategySheet(of: client, on: visit.today)
            return Page(sheet) { strategyPage(sheet, $0) }
        case .review(let id):
            let agenda = try read.reviewAgenda(of: id, on: visit.today)
            let form = visit.form(
                Entries([
                    "topic": visit.chrome.language("Yearly review"), "day": visit.today.iso,
                    "next": (visit.today + 365).iso,
                ]))
            return .form { reviewPage(agenda, form, $0) }
        case .new(let id, let topic):
            let client = try read.clientName(id)
            let form = visit.form(
                Entries([
                    "topic": topic.rawValue, "day": visit.today.iso, "grade": "assumed", "side": "ours",
                    "owner": String(read.frame.viewer.id.number), "state": "open",
                ]))
            return try self.form(nil, client, StrategyTopic(word: form.entries["topic"]) ?? topic, form, read)
        case .edit(let id):
            let (line, client) = try read.strategyLine(id)
            let form = visit.form(line.draft.entries(visit.chrome.frame.currency), version: line.version)
            return try self.form(line, client, line.draft.topic, form, read)
        case .delete(let id):
            let (line, client) = try read.strategyLine(id)
            return try visit.deletion(
                line.draft.text, .strategy(.delete(id)), back: line.draft.topic.home(client.id), version: line.version)
        }
    }

    private func form(
        _ line: StrategyLine?, _ client: Named<Client>, _ topic: StrategyTopic, _ form: FormState,
        _ read: ReadTransaction
    ) throws -> Page {
        let people = topic.has(.person) ? try read.matterPeople(client: client.id, with: line?.draft.person) : []
        var colleagues = topic.has(.owner) ? try read.holders() : []
        // Who owns it stays to be chosen, whatever became of them since.
        if let owner = line?.draft.owner, !colleagues.contains(where: { $0.id == owner }) {
            colleagues.append(try read.colleague(owner).0)
        }
        return .form { strategyForm(line?.id, client, topic, people, colleagues, form, $0) }
    }
}

extension StrategyAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route {
        let write = deed.write
        func draft() throws -> StrategyDraft {
            try StrategyDraft(deed.entries, write.read.currency(), today: write.today)
        }
        switch self {
        case .add(let client):
            let draft = try draft()
            try write.addStrategyLine(draft, of: client)
            return draft.topic.home(client)
        case .holdReview(let client):
            try write.holdReview(YearlyReviewDraft(deed.entries, today: write.today), with: client)
            return .strategy(.sheet(client))
        case .change(let id):
            let (line, client) = try write.read.strategyLine(id)
            try write.changeStrategyLine(id, from: deed.version(), draft())
            return line.draft.topic.home(client.id)
        case .confirm(let id):
            let (line, client) = try write.read.strategyLine(id)
            try write.confirmStrategyLine(id)
            return line.draft.topic.home(client.id)
        case .delete(let id):
            let (line, client) = try write.read.strategyLine(id)
            try write.deleteStrategyLine(id, from: deed.version())
            return line.draft.topic.home(client.id)
        }
    }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        switch self {
        case .add(let id): .strategy(.new(id, StrategyTopic(word: entries["topic"]) ?? .situation))
        case .holdReview(let id): .strategy(.review(id))
        case .change(let id), .confirm(let id): .strategy(.edit(id))
        case .delete(let id): .strategy(.delete(id))
        }
    }
}
