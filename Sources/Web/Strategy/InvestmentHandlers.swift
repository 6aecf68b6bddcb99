import Domain
import Routes
import Store
import Templates

extension InvestmentRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch self {
        case .new(let id):
            let client = try read.clientName(id)
            let form = visit.form(Entries(["day": visit.today.iso, "grade": "assumed"]))
            return .form { investmentForm(nil, client, form, $0) }
        case .edit(let id):
            let (year, client) = try read.investmentYear(id)
            let form = visit.form(year.draft.entries(visit.chrome.frame.currency), version: year.version)
            return .form { investmentForm(id, client, form, $0) }
        case .delete(let id):
            let (year, client) = try read.investmentYear(id)
            return try visit.deletion(
                String(year.draft.year), .investment(.delete(id)), back: .strategy(.sheet(client.id)),
                version: year.version)
        }
    }
}

extension InvestmentAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route {
        let write = deed.write
        func draft() throws -> InvestmentDraft {
            try InvestmentDraft(deed.entries, write.read.currency(), today: write.today)
        }
        switch self {
        case .add(let client):
            try write.addInvestment(draft(), in: client)
            return .strategy(.sheet(client))
        case .change(let id):
            let client = try write.read.investmentYear(id).client
            try write.changeInvestment(id, from: deed.version(), draft())
            return .strategy(.sheet(client.id))
        case .delete(let id):
            let client = try write.read.investmentYear(id).client
            try write.deleteInvestment(id, from: deed.version())
            return .strategy(.sheet(client.id))
        }
    }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        switch self {
        case .add(let id): .investment(.new(id))
        case .change(let id): .investment(.edit(id))
        case .delete(let id): .investment(.delete(id))
        }
    }
}
