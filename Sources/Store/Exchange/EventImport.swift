import Domain

extension ImportRun {
    /// Imports an event, matched by its name and first day, and the guest that the row names, matched by the person. The note belongs to
    /// the guest if there is one, otherwise to the event.
    func takeEvent(_ cells: Entries, _ line: Int) throws -> Outcome {
        let fields = ["name", "kind", "start", "end", "place", "cost"] + (cells["person"].isEmpty ? ["note"] : [])
        let found = try Day(typed: cells["start"]).flatMap { try read.event(named: cells["name"], from: $0) }
        let name = "\(cells["name"])\n\(Day(typed: cells["start"])?.stored ?? "")"
        let before = events[name]?.draft ?? found?.draft
        var entries = before?.entries(currency) ?? Entries()
        for field in fields where !cells[field].isEmpty { entries[field] = cells.raw(field) }
        let draft = try EventDraft(entries, currency)
        let said = events[name]?.said ?? []
        // Rows of one event must agree; otherwise every import of the file would change the event to and fro.
        if let before, draft != before {
            let (old, new) = (before.entries(currency), draft.entries(currency))
            let differing = said.filter { old[$0] != new[$0] }
            if !differing.isEmpty { throw Problems(Dictionary(differing.map { ($0, .notTheSame) }) { one, _ in one }) }
        }
        let guest = try cells["person"].isEmpty ? nil : guest(cells, at: found?.id)
        if let guest { try once(["guest \(guest.person.number) \(name)"], line) }
        var id = found?.id
        if let write {
            if let found { try write.changeEvent(found.id, from: nil, draft) } else { id = try write.addEvent(draft) }
            if let guest, let id { try take(guest, at: id, write) }
        }
        events[name] = (draft, said.union(fields.filter { !cells[$0].isEmpty }))
        if before == nil || guest.map({ $0.old == nil }) == true { return .added }
        return draft == before && guest?.isNews != true ? .same : .changed
    }

    /// A guest whom a row names: as stored on the desk and as the row wants it.
    private struct NamedGuest {
        var person: Person.ID
        var old: Guest?
        var draft: GuestDraft

        var isNews: Bool { old?.draft != draft }
    }

    private func guest(_ cells: Entries, at event: Event.ID?) throws -> NamedGuest {
        let person = try person("person", cells)
        let old = try event.flatMap { try read.guest(person, at: $0) }.map(read.guest)
        var entries = overlaid(
            old?.draft.entries, with: Entries(["standing": cells["standing"], "note": cells["note"]]))
        if let user = try colleague("accompanied", cells) { entries["user"] = String(user.number) }
        return NamedGuest(person: person, old: old, draft: try GuestDraft(entries))
    }

    private func take(_ guest: NamedGuest, at event: Event.ID, _ write: WriteTransaction) throws {
        if let old = guest.old {
            try write.changeGuest(old.id, from: nil, guest.draft)
        } else {
            try write.invite(guest.person, to: event, guest.draft)
        }
    }

    /// The colleague named in a cell; nil if the cell is empty.
    private func colleague(_ field: String, _ cells: Entries) throws -> User.ID? {
        guard !cells[field].isEmpty else { return nil }
        guard let user = try read.colleague(named: cells[field]) else { throw Problems([field: .unknown]) }
        return user.id
    }
}
