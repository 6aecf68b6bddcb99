import Domain
import Routes
import Store
import Templates

extension App {
    func guestPage(_ route: EventRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        let ours = try read.colleagues()
        switch route {
        case .newGuest(let id):
            let event = try read.event(id).named
            let form = try visit.offeringPeople("person", visit.form(GuestDraft().entries))
            return .form { newGuestForm(event, ours, form, $0) }
        case .invitation(let id):
            let person = try read.person(id)
            let events = try read.eventChoices(on: visit.today)
            let named = Named<Person>(id: id, name: person.draft.name)
            return .form { invitationForm(named, events, ours, visit.form(GuestDraft().entries), $0) }
        case .editGuest(let id):
            let guest = try read.guest(id)
            let form = visit.form(guest.draft.entries, version: guest.version)
            return .form { guestForm(guest, ours, form, $0) }
        case .deleteGuest(let id):
            let guest = try read.guest(id)
            return try visit.deletion(
                guest.person.name,
                what: visit.chrome.language(
                    "If somebody declined, record that rather than taking them off the list: \(guest.event.name)."),
                .events(.deleteGuest(id)), back: .events(.sheet(guest.event.id)),
                version: guest.version)
        default: throw Refusal.notFound
        }
    }

    func guestAct(_ action: EventAction, _ deed: Deed) throws -> Route {
        let (write, entries) = (deed.write, deed.entries)
        switch action {
        case .invite(let id):
            try write.invite(deed.person("person"), to: id, GuestDraft(entries))
            return .events(.sheet(id))
        case .inviteTo(let person):
            guard let event = Event.ID(entries["event"]) else { throw Problems(["event": .required]) }
            try deed.renaming("person", to: "event") {
                _ = try write.invite(person, to: try known(event, write.read), GuestDraft(entries))
            }
            return .people(.sheet(person))
        case .changeGuest(let id):
            let event = try write.read.guest(id).event.id
            try write.changeGuest(id, from: deed.version(), GuestDraft(entries))
            return .events(.sheet(event))
        case .setStanding(let id):
            guard let standing = GuestStanding(rawValue: entries["standing"]) else {
                throw Problems(["standing": .notAChoice])
            }
            return .events(.sheet(try write.setStanding(standing, of: id)))
        case .deleteGuest(let id):
            let event = try write.read.guest(id).event.id
            try write.deleteGuest(id, from: deed.version())
            return .events(.sheet(event))
        default: throw Refusal.notFound
        }
    }

    /// The event chosen in the form. If it has been deleted meanwhile, the field shows a problem.
    private func known(_ event: Event.ID, _ read: ReadTransaction) throws -> Event.ID {
        do { return try read.event(event).id } catch Refusal.notFound { throw Problems(["event": .unknown]) }
    }
}
