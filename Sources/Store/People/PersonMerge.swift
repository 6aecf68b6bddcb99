import Domain
import GRDB

extension WriteTransaction {
    /// Merges two records of one person: the first gets all that the second has. It keeps its own fields and takes those that it lacks.
    /// Ties between the two are deleted; if both are invited to an event, so is the second invitation. This is one act and can be taken
    /// back as one. `versions` are the versions that the viewer saw.
    package func mergePerson(_ second: Person.ID, into first: Person.ID, from versions: [Person.ID: Int]) throws {
        guard first != second else { throw Refusal.invalid(Problems(["other": .themselves])) }
        let (kept, gone) = (try read.person(first), try read.person(second))
        // This must come before anything moves: with the posts of the one record, the viewer would gain sight of the other.
        try requireSight(of: kept.draft.record, first.number)
        try requireSight(of: gone.draft.record, second.number)
        try moveTies(of: second, to: Named(id: first, name: kept.draft.name))
        try joinInvitations(of: second, to: first)
        try moveDealings(of: second, to: first)
        try moveReferences(of: second, to: first)
        try delete(second.number, from: versions[second], gone.draft.record)
        try update(first.number, from: versions[first], kept.draft.completed(by: gone.draft).record)
    }

    private func moveTies(of second: Person.ID, to first: Named<Person>) throws {
        let ties = try read.rows("SELECT id FROM tie WHERE from_id = ?1 OR to_id = ?1", [second.number]) {
            Tie.ID($0[0])
        }
        for tie in try ties.map(read.tie) {
            let (from, to) = (tie.from.id == second ? first : tie.from, tie.to.id == second ? first : tie.to)
            if from.id == to.id {
                try deleteTie(tie.id, from: nil)
            } else {
                try update(tie.id.number, from: nil, tie.draft.record(from, to))
            }
        }
    }

    /// If both people are invited to an event, one invitation stays.
    private func joinInvitations(of second: Person.ID, to first: Person.ID) throws {
        for id in try read.rows("SELECT id FROM event_guest WHERE person_id = ?", [second.number], { Guest.ID($0[0]) })
        {
            let old = try read.guest(id)
            guard let other = try read.guest(first, at: old.event.id) else { continue }
            try changeGuest(other, from: nil, try read.guest(other).draft.completed(by: old.draft))
            try deleteGuest(id, from: nil)
        }
    }

    /// Everything else that refers to the second person refers to the first.
    private func moveReferences(of second: Person.ID, to first: Person.ID) throws {
        for reference in Change.Subject.person.references {
            let (subject, column) = (reference.from, reference.column)
            for id in try read.rows(
                "SELECT id FROM \(subject.rawValue) WHERE \(column) = ?", [second.number], { $0[0] as Int64 })
            {
                try refer(
                    read.stored(subject, id, with: (column, first.number)), id, by: column, to: first.number)
            }
        }
    }
}

extension PersonDraft {
    /// The draft with its empty fields filled from another record of the person.
    fileprivate func completed(by other: PersonDraft) -> PersonDraft {
        var whole = self
        whole.key = key ?? other.key
        whole.isVip = isVip || other.isVip
        whole.isKol = isKol || other.isKol
        whole.phone = ContactList.phones(phone, and: other.phone)
        whole.email = ContactList.emails(email, and: other.email)
        whole.birthday = birthday ?? other.birthday
        whole.note = [note, other.note].compactMap { $0 }.joined(separator: "\n\n")
        if note == nil && other.note == nil { whole.note = nil }
        return whole
    }
}
