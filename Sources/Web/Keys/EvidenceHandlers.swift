import Domain
import Routes
import Store
import Templates

extension EvidenceRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page {
        let read = visit.read
        switch self {
        case .sheet(let client):
            let sheet = try read.evidenceSheet(of: client, on: visit.today)
            return Page(sheet) { evidencePage(sheet, $0) }
        case .new(let id, let definition):
            let client = try read.clientName(id)
            let form = visit.form(
                Entries([
                    "definition": definition?.rawValue ?? "", "kind": definition?.kinds.first?.rawValue ?? "",
                    "day": visit.today.iso, "grade": "assumed",
                ]))
            let links = try read.evidenceLinks(of: id, with: nil)
            return .form { evidenceForm(nil, client, links, form, $0) }
        case .edit(let id):
            let (evidence, client) = try read.evidence(id)
            let form = visit.form(
                evidence.draft.entries(visit.chrome.frame.currency), version: evidence.version)
            let links = try read.evidenceLinks(of: client.id, with: evidence.draft.link)
            return .form { evidenceForm(id, client, links, form, $0) }
        case .delete(let id):
            let (evidence, client) = try read.evidence(id)
            return try visit.deletion(
                evidence.draft.claim, .evidence(.delete(id)), back: .evidence(.sheet(client.id)),
                version: evidence.version)
        }
    }
}

extension EvidenceAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route {
        let write = deed.write
        func draft() throws -> EvidenceDraft {
            try EvidenceDraft(deed.entries, write.read.currency(), today: write.today)
        }
        switch self {
        case .add(let client):
            try write.addEvidence(draft(), of: client)
            return .evidence(.sheet(client))
        case .change(let id):
            let client = try write.read.evidence(id).client
            try write.changeEvidence(id, from: deed.version(), draft())
            return .evidence(.sheet(client.id))
        case .confirm(let id):
            let client = try write.read.evidence(id).client
            try write.confirmEvidence(id)
            return .evidence(.sheet(client.id))
        case .delete(let id):
            let client = try write.read.evidence(id).client
            try write.deleteEvidence(id, from: deed.version())
            return .evidence(.sheet(client.id))
        }
    }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) throws -> Route {
        switch self {
        case .add(let id): .evidence(.new(id, nil))
        case .change(let id), .confirm(let id): .evidence(.edit(id))
        case .delete(let id): .evidence(.delete(id))
        }
    }
}
