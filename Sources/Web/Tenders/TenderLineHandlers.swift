import Domain
import Routes
import Store
import Templates

extension App {
    /// The form that a typed line about a tender means, filled in as far as the line says. Nothing is stored until it is saved.
    func linePage(_ text: String, _ chosen: Tender.ID?, _ visit: Visit) throws -> Page {
        let read = visit.read
        guard let line = TenderLine(text) else {
            return .form { tenderLinePage(text, [], $0) }
        }
        let found = try chosen.map { [try read.tender($0).named] } ?? read.tenders(meantBy: line.tender)
        guard found.count == 1 else { return .form { tenderLinePage(text, found, $0) } }
        let tender = found[0].id
        let part = try read.part(of: tender, meantBy: line.deed)
        guard let kind = line.deed.kind, try part != nil || read.mayBegin(line.deed, of: tender) else {
            return try notePage(line, read.tender(tender), visit)
        }
        guard let part else {
            let home = try read.tenderHome(tender.number, kind)
            let form = visit.fresh(filled(newEntries(kind, visit), line, visit), version: nil)
            let choices = try partChoices(kind, visit)
            return .form { tenderPartForm(kind, .addPart(kind, tender.number), home, choices, form, $0) }
        }
        let stored = try stored(kind.draft, part, kind, visit)
        var form = visit.fresh(stored.entries, version: stored.version)
        form.entries = filled(stored.entries, line, visit)
        let choices = try partChoices(kind, visit)
        return .form {
            tenderPartForm(
                kind, .changePart(kind, part), stored.home, choices, form, $0, delete: .deletePart(kind, part))
        }
    }

    /// A line that is about no part of the tender is a note.
    private func notePage(_ line: TenderLine, _ tender: Tender, _ visit: Visit) throws -> Page {
        let said = line.text.isEmpty ? nil : "\(visit.today.iso): \(line.text)"
        return try tenderForm(
            tender, nil, noting: [tender.draft.note, said].compactMap { $0 }.joined(separator: "\n"), visit)
    }

    private func filled(_ entries: Entries, _ line: TenderLine, _ visit: Visit) -> Entries {
        var entries = entries
        let today = visit.today.iso
        switch line.deed {
        case .securityPaid: entries["paid"] = today
        case .securityReturned: entries["returned"] = today
        case .applied, .signed: entries["done"] = today
        case .asked: (entries["text"], entries["asked"]) = (line.text, today)
        case .answered: (entries["answer"], entries["answered"]) = (line.text, today)
        case .delivered: entries["delivered"] = today
        case .accepted: entries["accepted"] = today
        case .paid: entries["paid"] = today
        case .won: entries["outcome"] = LotOutcome.won.rawValue
        case .lost: entries["outcome"] = LotOutcome.lost.rawValue
        case .noted: break
        }
        return entries
    }
}

extension TenderLine.Deed {
    /// The kind of part that it changes; nil if it is a note.
    fileprivate var kind: TenderPartKind? {
        switch self {
        case .securityPaid, .securityReturned: .securities
        case .applied, .signed: .deadlines
        case .asked, .answered: .questions
        case .delivered, .accepted, .paid: .deliveries
        case .won, .lost: .lots
        case .noted: nil
        }
    }
}
