import Domain
import Routes
import Store
import Templates

extension EventRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension EventAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: EventRoute, _ visit: Visit) throws -> Page {
        let (read, today, currency) = (visit.read, visit.today, visit.chrome.frame.currency)
        switch route {
        case .list(let query):
            let list = try read.eventList(query, on: today, atMost: visit.rows)
            return Page(list) { eventListPage(list, query, $0) }.exporting(
                list, next: { try $0.later.map { try read.eventList(query.at($0), on: today, atMost: visit.rows) } },
                as: eventExport)
        case .sheet(let id):
            let event = try read.eventSheet(id, on: today)
            return Page(event) { eventPage(event, $0) }.exporting { guestExport(event.guests, $0) }
        case .new:
            let form = visit.form(Entries(["start": today.iso]))
            return .form { eventForm(nil, form, $0) }
        case .edit(let id):
            let event = try read.event(id)
            let form = visit.form(event.draft.entries(currency), version: event.version)
            return .form { eventForm(event.named, form, $0) }
        case .delete(let id):
            let event = try read.event(id)
            return try visit.deletion(
                event.draft.name,
                .events(.delete(id)), back: .events(.sheet(id)), version: event.version)
        case .newGuest, .invitation, .editGuest, .deleteGuest: return try guestPage(route, visit)
        case .newTalk, .editTalk, .deleteTalk: return try talkPage(route, visit)
        }
    }

    func act(_ action: EventAction, _ deed: Deed) throws -> Route {
        let write = deed.write
        switch action {
        case .add:
            return .events(.sheet(try write.addEvent(EventDraft(deed.entries, write.read.currency()))))
        case .change(let id):
            try write.changeEvent(id, from: deed.version(), EventDraft(deed.entries, write.read.currency()))
            return .events(.sheet(id))
        case .delete(let id):
            try write.deleteEvent(id, from: deed.version())
            return .events(.list(EventListQuery()))
        case .invite, .inviteTo, .changeGuest, .setStanding, .deleteGuest: return try guestAct(action, deed)
        case .addTalk, .changeTalk, .deleteTalk: return try talkAct(action, deed)
        }
    }

    func formPage(of action: EventAction) -> Route {
        switch action {
        case .add: .events(.new)
        case .change(let id): .events(.edit(id))
        case .delete(let id): .events(.delete(id))
        case .invite(let id): .events(.newGuest(id))
        case .addTalk(let id): .events(.newTalk(id))
        case .inviteTo(let id): .events(.invitation(id))
        case .changeGuest(let id), .setStanding(let id): .events(.editGuest(id))
        case .deleteGuest(let id): .events(.deleteGuest(id))
        case .changeTalk(let id): .events(.editTalk(id))
        case .deleteTalk(let id): .events(.deleteTalk(id))
        }
    }
}
