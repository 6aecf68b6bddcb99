/// The preparation of the next meeting with a client. A client has one brief; earlier versions are in its history.
package struct Brief: Record, Equatable {
    package typealias ID = Domain.ID<Brief>

    package var id: ID
    /// 0 if nobody has prepared one.
    package var version: Int
    package var draft: BriefDraft

    package init(id: ID, version: Int, draft: BriefDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }
}

/// What they may object, and what we answer.
package struct Objection: Sendable, Equatable, Encodable {
    package var text: String?
    package var answer: String?

    package init(text: String? = nil, answer: String? = nil) {
        self.text = text
        self.answer = answer
    }

    package var isEmpty: Bool { text == nil && answer == nil }
}

package struct BriefDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// The day of the meeting.
    package var day: Day?
    package var startTime: TimeOfDay?
    /// Where it is; nil if it is at the client's address.
    package var place: String?
    /// What we want from the meeting.
    package var aim: String?
    /// The people from their side.
    package var people: [Person.ID]
    /// Always `BriefDraft.objections` of them, empty ones included: as many as fit on one page.
    package var objections: [Objection]

    package static let objections = 3
    /// How many people may be named, so that the brief stays on one page.
    package static let people = 6

    /// The people are the fields `person-N` that say yes. Objections are `objection-1`, `answer-1` and so on.
    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        day = read.optionalDay("day")
        startTime = read.checked("start_time", .notATime) { TimeOfDay($0) }
        place = read.optionalText("place")
        aim = read.optionalText("aim", atMost: 500)
        people = InteractionDraft.people(entries)
        if people.count > BriefDraft.people { read.add(.tooMany(BriefDraft.people), to: "people") }
        objections = []
        for place in 1...BriefDraft.objections {
            let text = read.optionalText("objection-\(place)", atMost: 200)
            let answer = read.optionalText("answer-\(place)", atMost: 300)
            if text == nil && answer != nil { read.add(.required, to: "objection-\(place)") }
            objections.append(Objection(text: text, answer: answer))
        }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        day: Day? = nil, startTime: TimeOfDay? = nil, place: String? = nil, aim: String? = nil,
        people: [Person.ID] = [],
        objections: [Objection] = Array(repeating: Objection(), count: BriefDraft.objections)
    ) {
        self.day = day
        self.startTime = startTime
        self.place = place
        self.aim = aim
        self.people = people
        self.objections = objections
    }

    package static var blank: BriefDraft { BriefDraft() }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("day", &day)
        fields.field("start_time", &startTime)
        fields.field("place", &place)
        fields.field("aim", &aim)
        for place in objections.indices {
            fields.field("objection_\(place + 1)", form: "objection-\(place + 1)", &objections[place].text)
            fields.field("answer_\(place + 1)", form: "answer-\(place + 1)", &objections[place].answer)
        }
    }

    package var entries: Entries {
        var entries = filled
        // An empty brief has these fields too, so that two people who prepare the first brief are merged.
        for field in ["day", "start_time", "place", "aim"] where !entries.has(field) { entries[field] = "" }
        for person in people { entries["person-\(person.number)"] = "yes" }
        return entries
    }
}
