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
        let name = Named<Person>(id: first, name: kept.draft.name)
        try movePosts(of: second, to: name)
        try moveTies(of: second, to: name)
        try moveProfile(of: second, to: name)
        try moveEvents(of: second, to: name)
        try moveDealings(of: second, to: first)
        try delete(second.number, from: versions[second], gone.draft.record)
        try update(first.number, from: versions[first], kept.draft.completed(by: gone.draft).record)
    }

    private func movePosts(of second: Person.ID, to first: Named<Person>) throws {
        for post in try read.rows("SELECT id FROM post WHERE person_id = ?", [second.number], { Post.ID($0[0]) }) {
            let old = try read.post(post)
            try update(post.number, from: nil, old.draft.record(first, old.client))
        }
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

    private func moveProfile(of second: Person.ID, to first: Named<Person>) throws {
        let numbers: Values = [second.number]
        for id in try read.rows("SELECT id FROM assessment WHERE person_id = ?", numbers, { Assessment.ID($0[0]) }) {
            let old = try read.assessment(id)
            try update(id.number, from: nil, old.draft.record(first, old.client))
        }
        for id in try read.rows("SELECT id FROM ladder_move WHERE person_id = ?", numbers, { LadderMove.ID($0[0]) }) {
            let old = try read.ladderMove(id)
            try update(id.number, from: nil, old.draft.record(first, old.user))
        }
        for id in try read.rows("SELECT id FROM fact WHERE person_id = ?", numbers, { Fact.ID($0[0]) }) {
            try update(id.number, from: nil, try read.fact(id).draft.record(first))
        }
        for id in try read.rows("SELECT id FROM vip_project WHERE person_id = ?", numbers, { Project.ID($0[0]) }) {
            var project = try read.project(id)
            project.person = first
            try update(id.number, from: nil, project.record)
        }
    }

    private func moveEvents(of second: Person.ID, to first: Named<Person>) throws {
        let numbers: Values = [second.number]
        for id in try read.rows("SELECT id FROM event_guest WHERE person_id = ?", numbers, { Guest.ID($0[0]) }) {
            let old = try read.guest(id)
            if let other = try read.guest(first.id, at: old.event.id) {
                try changeGuest(other, from: nil, try read.guest(other).draft.completed(by: old.draft))
                try deleteGuest(id, from: nil)
            } else {
                try update(id.number, from: nil, old.draft.record(old.event, first))
            }
        }
        for id in try read.rows("SELECT id FROM talk WHERE person_id = ?", numbers, { Talk.ID($0[0]) }) {
            let old = try read.talk(id)
            var draft = old.draft
            draft.speaker = .person(first.id)
            try changeTalk(id, from: nil, draft)
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
        whole.phone = phone ?? other.phone
        whole.email = email ?? other.email
        whole.birthday = birthday ?? other.birthday
        whole.note = [note, other.note].compactMap { $0 }.joined(separator: "\n\n")
        if note == nil && other.note == nil { whole.note = nil }
        return whole
    }
}
