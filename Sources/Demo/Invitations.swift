import Domain
import Store

extension Story {
    /// Adds an event as it happens: it is announced, people answer, and afterwards it is noted who came.
    func gather(_ row: Table.Row) {
        let (ahead, t) = (row.number(2), world.tongue)
        let first = day(-ahead)
        let draft = EventDraft(
            name: Text(row[7], row[8])(t), kind: row.word(1), from: first, to: first + (row.number(3) - 1),
            place: row.text(9)?(t), cost: row[optional: 4].map { _ in world.money(row.number(4)) })
        let guests = row[6].split(separator: " ").map { guest in Gatherings.Guest(String(guest), row) }
        let talks = Table(Gatherings.talks).rows.filter { $0[0] == row[0] }.map { talk in
            Gatherings.Talk(talk, topic: Text(talk[4], talk[5])(t), first: first)
        }
        var event: Event.ID?
        var invited: [Domain.Guest.ID] = []
        var spoken: [Domain.Talk.ID] = []
        act(row.number(5)) { write, _ in
            let id = try write.addEvent(draft)
            event = id
            invited = try guests.map {
                try write.invite(self.person($0.name), to: id, GuestDraft(user: $0.with))
            }
        }
        act(max(1, min(row.number(5) - 5, 20 - ahead))) { write, _ in
            guard let event else { return }
            for (guest, id) in zip(guests, invited) where guest.sign != "?" {
                try write.setStanding(guest.sign == "-" ? .declined : .accepted, of: id)
            }
            spoken = try talks.map { try write.addTalk($0.draft(by: self.person, .none), at: event) }
        }
        act(max(0, -ahead)) { write, _ in
            for (talk, id) in zip(talks, spoken) {
                try write.changeTalk(id, from: nil, talk.draft(by: self.person, talk.slides))
            }
            guard ahead < 0 else { return }
            for (guest, id) in zip(guests, invited) where "+~".contains(guest.sign) {
                try write.setStanding(guest.sign == "+" ? .came : .missed, of: id)
            }
        }
    }
}

extension Gatherings {
    fileprivate struct Guest {
        let name: String
        let sign: Character
        let with: User.ID?

        init(_ text: String, _ row: Table.Row) {
            let place: String.Index = text.firstIndex { "+-~?".contains($0) } ?? row.fault(text)
            name = String(text[..<place])
            sign = text[place]
            with = Int64(text[text.index(after: place)...]).map { User.ID($0) }
        }
    }

    fileprivate struct Talk {
        let topic: String
        let speaker: String
        let day: Day
        let slides: SlidesState

        init(_ row: Table.Row, topic: String, first: Day) {
            self.topic = topic
            speaker = row[1]
            day = first + (row.number(2) - 1)
            slides = row.word(3)
        }

        func draft(by person: (String) -> Person.ID, _ slides: SlidesState) -> TalkDraft {
            TalkDraft(
                topic: topic, speaker: Int64(speaker).map { .user(User.ID($0)) } ?? .person(person(speaker)), day: day,
                slides: slides)
        }
    }
}
