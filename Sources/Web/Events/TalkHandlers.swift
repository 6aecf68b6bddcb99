import Domain
import Routes
import Store
import Templates

extension App {
    func talkPage(_ route: EventRoute, _ visit: Visit) throws -> Page {
        let read = visit.read
        let ours = try read.colleagues()
        switch route {
        case .newTalk(let id):
            let event = try read.event(id)
            let form = try visit.offeringPeople("person", visit.form(Entries(["day": event.draft.from.iso])))
            return .form { newTalkForm(event.named, ours, form, $0) }
        case .editTalk(let id):
            let talk = try read.talk(id)
            var entries = talk.draft.entries(person: talk.person?.name)
            // If several people have the name, the speaker is preselected.
            if let person = talk.person, try read.peopleNamed(person.name, on: visit.today).count > 1 {
                entries["person_id"] = String(person.id.number)
            }
            let form = try visit.offeringPeople("person", visit.form(entries, version: talk.version))
            return .form { talkForm(talk, ours, form, $0) }
        case .deleteTalk(let id):
            let talk = try read.talk(id)
            return try visit.deletion(
                talk.draft.topic, what: talk.event.name, .events(.deleteTalk(id)),
                back: .events(.sheet(talk.event.id)), version: talk.version)
        default: throw Refusal.notFound
        }
    }

    func talkAct(_ action: EventAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .addTalk(let id):
            try write.addTalk(draft(deed), at: id)
            return .events(.sheet(id))
        case .changeTalk(let id):
            let event = try write.read.talk(id).event.id
            try write.changeTalk(id, from: deed.version(), draft(deed))
            return .events(.sheet(event))
        case .deleteTalk(let id):
            let event = try write.read.talk(id).event.id
            try write.deleteTalk(id, from: deed.version())
            return .events(.sheet(event))
        default: throw Refusal.notFound
        }
    }

    private func draft(_ deed: Deed) throws -> TalkDraft {
        try TalkDraft(deed.entries, person: deed.entries["person"].isEmpty ? nil : deed.person("person"))
    }
}
