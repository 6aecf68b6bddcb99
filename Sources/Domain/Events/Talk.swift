/// A presentation at an event, by a client's person for us or by a colleague for them.
package struct Talk: Sendable, Equatable {
    package typealias ID = Domain.ID<Talk>

    package var id: ID
    package var version: Int
    package var event: Named<Event>
    /// The speaker if it is a client's person; nil if a colleague speaks.
    package var person: Named<Person>?
    package var draft: TalkDraft

    package init(id: ID, version: Int, event: Named<Event>, person: Named<Person>?, draft: TalkDraft) {
        self.id = id
        self.version = version
        self.event = event
        self.person = person
        self.draft = draft
    }
}

/// The state of a talk's slides.
package enum SlidesState: String, Wording {
    case none, draft
    /// The speaker and we have agreed on them.
    case agreed
    /// The organiser or the speaker has them.
    case given

    package static let otherWords: [String: SlidesState] = [
        "no slides yet": .none, "slides in draft": .draft, "slides agreed": .agreed, "slides handed in": .given,
        "слайдов ещё нет": .none, "слайдов еще нет": .none, "черновик слайдов": .draft,
        "слайды согласованы": .agreed, "слайды переданы": .given,
    ]
}

package struct TalkDraft: StoredDraft, Sendable, Equatable {
    /// A talk has exactly one speaker.
    package enum Speaker: Sendable, Equatable {
        case person(Person.ID)
        case user(User.ID)
    }

    package var topic: String
    package var speaker: Speaker
    /// Nil if it is not fixed yet.
    package var day: Day?
    package var slides: SlidesState

    /// `person` is the client's person that the form names, nil for none. The field `user` names a colleague.
    package init(_ entries: Entries, person: Person.ID?) throws(Problems) {
        var read = FieldReader(entries)
        topic = read.text("topic", atMost: 500)
        day = read.optionalDay("day")
        slides = read.choice("slides", or: .none)
        let user = read.optionalID("user", User.self)
        let speaker: Speaker? = person.map { .person($0) } ?? user.map { .user($0) }
        if speaker == nil { read.add(.required, to: "person") }
        if person != nil, user != nil { read.add(.tooMany(1), to: "user") }
        guard read.problems.isEmpty, let speaker else { throw read.problems }
        self.speaker = speaker
    }

    package init(topic: String, speaker: Speaker, day: Day? = nil, slides: SlidesState = .none) {
        self.topic = topic
        self.speaker = speaker
        self.day = day
        self.slides = slides
    }

    package var person: Person.ID? { if case .person(let id) = speaker { id } else { nil } }
    package var user: User.ID? { if case .user(let id) = speaker { id } else { nil } }

    package static var blank: TalkDraft { TalkDraft(topic: "", speaker: .user(.blank)) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        // A blank draft has no speaker yet.
        var (person, user) = (self.person, self.user == User.ID.blank ? nil : self.user)
        fields.field("topic", &topic)
        fields.field("person_id", form: nil, &person)
        fields.field("user_id", form: "user", &user)
        fields.field("day", &day)
        fields.field("slides", &slides)
        speaker = person.map { .person($0) } ?? .user(user ?? .blank)
    }

    /// `person` is the speaker's name, if it is a client's person.
    package func entries(person: String?) -> Entries {
        var entries = self.entries
        if let person { entries["person"] = person }
        return entries
    }
}

/// A talk as a row of an event's page.
package struct TalkRow: Sendable, Equatable, Encodable {
    package var id: Talk.ID
    package var topic: String
    /// The speaker if it is a client's person; nil if a colleague speaks.
    package var person: Named<Person>?
    /// The colleague's name if a colleague speaks; otherwise nil.
    package var user: String?
    package var day: Day?
    package var slides: SlidesState

    package init(
        id: Talk.ID, topic: String, person: Named<Person>?, user: String?, day: Day?, slides: SlidesState
    ) {
        self.id = id
        self.topic = topic
        self.person = person
        self.user = user
        self.day = day
        self.slides = slides
    }
}
