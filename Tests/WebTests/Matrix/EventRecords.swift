import Domain
import Store

/// An event at which the person of every client is a guest and speaks, and one of us too.
extension TeamRecords {
    mutating func writeEvents() throws {
        let event = try act("director") {
            try $0.addEvent(
                EventDraft(
                    name: "Congress", kind: .congress, from: TeamDesk.today + 5, place: "Hall", cost: Money(500_00),
                    note: "For all of us"))
        }
        keep("events", "-", event.number)
        for letter in TeamDesk.letters {
            let (person, who) = (Person.ID(numbers["people"]![letter]!), TeamDesk.holders[letter] ?? "head")
            func word(_ field: String) -> String { Room.dossier.word(letter, field) }
            let guest = try act(who) { try $0.invite(person, to: event, GuestDraft(note: word("oldguestnote"))) }
            try act(who) {
                _ = try $0.changeGuest(guest, from: nil, GuestDraft(standing: .accepted, note: word("guestnote")))
            }
            keep("guests", letter, guest.number)
            let talk = try act(who) {
                try $0.addTalk(TalkDraft(topic: word("talk"), speaker: .person(person)), at: event)
            }
            keep("talks", letter, talk.number)
        }
        let user = users["anna"]!
        let ours = try act("director") { try $0.addTalk(TalkDraft(topic: "Ours", speaker: .user(user)), at: event) }
        keep("talks", "-", ours.number)
    }
}
