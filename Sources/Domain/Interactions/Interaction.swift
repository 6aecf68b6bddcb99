/// A contact with a client's people: when, with whom, about what, and what was agreed.
package struct Interaction: Record, Equatable {
    package typealias ID = Domain.ID<Interaction>

    package var id: ID
    package var version: Int
    package var draft: InteractionDraft

    package init(id: ID, version: Int, draft: InteractionDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }
}

package enum InteractionKind: String, Wording {
    case call, visit, meeting, informal, event, message, negotiation, training, merchandising, presentation

    package static let otherWords: [String: InteractionKind] = [
        "звонок": .call, "визит": .visit, "встреча": .meeting, "неформальная встреча": .informal,
        "мероприятие": .event, "сообщение": .message, "переговоры": .negotiation, "обучение": .training,
        "мерчандайзинг": .merchandising, "презентация": .presentation,
    ]
}

package enum Mood: String, Wording { case good, even, tense }

/// An interaction as typed. The matters agreed in it come in the same form and become separate records.
package struct InteractionDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var client: Client.ID?
    package var kind: InteractionKind
    package var day: Day
    package var topic: String
    package var note: String?
    package var mood: Mood?
    package var isConfidential: Bool
    /// What made the contact lawful, for one with somebody who decides on a tender between its announcement and the decision.
    package var lawfulSubject: String?
    /// The people on their side who took part.
    package var people: [Person.ID]

    /// Participants are the fields `person-N` that say yes. The day defaults to today.
    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        client = read.optionalID("client", Client.self)
        kind = read.choice("kind", or: .call)
        day = read.pastDay("day", today)
        topic = read.text("topic", atMost: 300)
        note = read.optionalText("note", atMost: 20_000)
        mood = read.optionalChoice("mood", Mood.self)
        isConfidential = read.flag("confidential")
        lawfulSubject = read.optionalText("lawful", atMost: 1000)
        people = InteractionDraft.people(entries)
        if client == nil && people.isEmpty { read.add(.nobody, to: "client") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    /// The people whose field `person-N` is ticked.
    package static func people(_ entries: Entries) -> [Person.ID] {
        entries.values.filter { $0.value == "yes" }.keys
            .compactMap { $0.hasPrefix("person-") ? Person.ID($0.dropFirst("person-".count)) : nil }.sorted()
    }

    /// An interaction with the matters agreed in it. Throws the problems of both together.
    package static func withAgreed(_ entries: Entries, today: Day) throws(Problems) -> (InteractionDraft, [MatterDraft])
    {
        var problems = Problems()
        var draft: InteractionDraft?
        var agreed: [MatterDraft] = []
        do throws(Problems) { draft = try InteractionDraft(entries, today: today) } catch { problems.add(error) }
        do throws(Problems) { agreed = try MatterDraft.rows(entries) } catch { problems.add(error) }
        guard problems.isEmpty, let draft else { throw problems }
        return (draft, agreed)
    }

    package init(
        client: Client.ID?, kind: InteractionKind, day: Day, topic: String, note: String?, mood: Mood?,
        isConfidential: Bool, lawfulSubject: String? = nil, people: [Person.ID]
    ) {
        self.client = client
        self.kind = kind
        self.day = day
        self.topic = topic
        self.note = note
        self.mood = mood
        self.isConfidential = isConfidential
        self.lawfulSubject = lawfulSubject
        self.people = people
    }

    package static var blank: InteractionDraft {
        InteractionDraft(
            client: nil, kind: .blank, day: .blank, topic: "", note: nil, mood: nil, isConfidential: false, people: [])
    }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("client_id", form: "client", &client)
        fields.field("kind", &kind)
        fields.field("day", &day)
        fields.field("topic", &topic)
        fields.field("note", &note)
        fields.field("mood", &mood)
        fields.field("is_confidential", form: "confidential", &isConfidential)
        fields.field("lawful_subject", form: "lawful", &lawfulSubject)
    }

    package var entries: Entries {
        var entries = filled
        for person in people { entries["person-\(person.number)"] = "yes" }
        return entries
    }
}

package struct InteractionRow: Sendable, Equatable, Encodable {
    package var id: Interaction.ID
    package var kind: InteractionKind
    package var day: Day
    package var topic: String
    /// The beginning of the note, at most 240 characters.
    package var note: String?
    package var client: Named<Client>?
    /// The participants' names, at most three.
    package var people: [String]
    package var agreed: Int
    package var isConfidential: Bool

    package init(
        id: Interaction.ID, kind: InteractionKind, day: Day, topic: String, note: String?, client: Named<Client>?,
        people: [String], agreed: Int, isConfidential: Bool
    ) {
        self.id = id
        self.kind = kind
        self.day = day
        self.topic = topic
        self.note = note
        self.client = client
        self.people = people
        self.agreed = agreed
        self.isConfidential = isConfidential
    }
}

/// All interactions of one client or person, the latest first, paged by key.
package struct InteractionList: Sendable, Encodable {
    package var client: Named<Client>?
    package var person: Named<Person>?
    package var rows: [InteractionRow]
    /// Where the next page begins; nil at the end.
    package var later: DayPlace?

    package init(client: Named<Client>?, person: Named<Person>?, rows: [InteractionRow], later: DayPlace?) {
        self.client = client
        self.person = person
        self.rows = rows
        self.later = later
    }

    private enum CodingKeys: String, CodingKey { case client, person, rows, later }
}

/// One interaction's page.
package struct InteractionSheet: Sendable, Encodable {
    package var interaction: Interaction
    package var client: Named<Client>?
    package var people: [Named<Person>]
    /// The colleague who logged it.
    package var author: String
    package var matters: [MatterRow]
    /// Of a negotiation the client's objections that are open, as the strategy has them.
    package var objections: [StrategySheet.Row]
    package var history: [Change]

    package init(
        interaction: Interaction, client: Named<Client>?, people: [Named<Person>], author: String, matters: [MatterRow],
        objections: [StrategySheet.Row], history: [Change]
    ) {
        self.interaction = interaction
        self.client = client
        self.people = people
        self.author = author
        self.matters = matters
        self.objections = objections
        self.history = history
    }
}

/// The choices in the form of an interaction: the client, and the people who may have taken part.
package struct InteractionChoices: Sendable {
    package var client: Named<Client>?
    package var people: [PostRow]
    /// People who are already named but hold no post at the client.
    package var others: [Named<Person>]
    /// Those of great power at the client, as last judged.
    package var powerful: Set<Person.ID>

    package init(
        client: Named<Client>?, people: [PostRow], others: [Named<Person>], powerful: Set<Person.ID> = []
    ) {
        self.client = client
        self.people = people
        self.others = others
        self.powerful = powerful
    }

    /// In days: who was met within them is likely to be met again.
    package static let recently = 90
    /// From this power on, of five, somebody stands among the first.
    package static let greatPower = 4

    /// Each person who holds a post on a day, once: first those who are likely to take part, because they are ticked, VIP, KOL, powerful or
    /// were met lately, and then the rest. All are first where nobody stands out.
    package func likely(ticked: Set<Person.ID>, on day: Day) -> (first: [PostRow], rest: [PostRow]) {
        var seen = Set(others.map(\.id))
        let once = people.filter { $0.holds(on: day) && seen.insert($0.person.id).inserted }
        func isLikely(_ post: PostRow) -> Bool {
            post.isVip || post.isKol || ticked.contains(post.person.id) || powerful.contains(post.person.id)
                || post.lastContact.map { day - $0 <= InteractionChoices.recently } == true
        }
        let first = once.filter(isLikely)
        return first.isEmpty ? (once, []) : (first, once.filter { !isLikely($0) })
    }
}
