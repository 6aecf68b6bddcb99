import Domain
import GRDB

extension WriteTransaction {
    /// Replaces a person by another among those who took part in interactions and who come to meetings; nil removes the person.
    func moveDealings(of id: Person.ID, to heir: Person.ID?) throws {
        func replaced(_ people: [Person.ID]) -> [Person.ID] {
            guard let heir, !people.contains(heir) else { return people.filter { $0 != id } }
            return people.map { $0 == id ? heir : $0 }
        }
        for contact in try read.rows(
            "SELECT interaction_id FROM interaction_person WHERE person_id = ?", [id.number],
            { Interaction.ID($0[0]) })
        {
            var draft = try read.interaction(contact).draft
            draft.people = replaced(draft.people)
            try changeInteraction(contact, from: nil, draft)
        }
        for client in try read.rows(
            "SELECT b.client_id FROM brief_person p JOIN brief b ON b.id = p.brief_id WHERE p.person_id = ?",
            [id.number], { Client.ID($0[0]) })
        {
            var draft = try read.brief(of: client).draft
            draft.people = replaced(draft.people)
            try prepareBrief(draft, of: client, from: nil)
        }
    }
}
