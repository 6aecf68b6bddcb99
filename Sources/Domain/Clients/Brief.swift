/// How the next meeting with a client is prepared: a client has one, its earlier versions are in the history.
package struct Brief: Record, Equatable {
    package typealias ID = Domain.ID<Brief>

    package var id: ID
    /// 0 while nobody has prepared one.
    package var version: Int
    package var draft: BriefDraft

    package init(id: ID, version: Int, draft: BriefDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }
}

/// What they will object, and what we answer.
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
    /// What we want of it.
    package var aim: String?
    /// Who will sit there on their side.
    package var people: [Person.ID]
    /// `BriefDraft.objections` of them, an empty one where nothing is typed: as many as one page holds.
    package var objections: [Objection]

    package static let objections = 3
    /// So many can be named, lest the brief becomes two pages.
    package static let people = 6

    /// Those who will come are the fields `person-N` that say yes; objections are `objection-1`, `answer-1` and so on.
    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        day = read.optionalDay("day")
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
        day: Day? = nil, aim: String? = nil, people: [Person.ID] = [],
        objections: [Objection] = Array(repeating: Objection(), count: BriefDraft.objections)
    ) {
        self.day = day
        self.aim = aim
        self.people = people
        self.objections = objections
    }

    package static var blank: BriefDraft { BriefDraft() }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("day", &day)
        fields.field("aim", &aim)
        for place in objections.indices {
            fields.field("objection_\(place + 1)", form: "objection-\(place + 1)", &objections[place].text)
            fields.field("answer_\(place + 1)", form: "answer-\(place + 1)", &objections[place].answer)
        }
    }

    package var entries: Entries {
        var entries = filled
        // An empty brief has its fields too: two who prepare the first one are merged as well.
        for field in ["day", "aim"] where !entries.has(field) { entries[field] = "" }
        for person in people { entries["person-\(person.number)"] = "yes" }
        return entries
    }
}

/// The one page for a meeting.
package struct BriefSheet: Sendable, Encodable {
    package var client: Named<Client>
    package var brief: Brief
    /// Those who will come; where nobody is chosen, those nearest to the decision.
    package var people: [PostRow]
    /// Those who will come and hold no post here any more.
    package var guests: [Named<Person>]
    package var ours: [MatterRow]
    package var oursCount: Int
    package var theirs: [MatterRow]
    package var theirsCount: Int
    package var sales: ClientSales
    package var ageing: Ageing
    package var risks: [Risk]
    /// Orders that are accepted and not shipped, the latest two.
    package var orders: [OrderRow]
    /// The latest two.
    package var interactions: [InteractionRow]

    /// How many matters of each side the page holds, and how many people where nobody is chosen.
    package static let shown = 4

    /// Holds it more than one sheet of paper shows whole, beside what always stands there? Then rows are cut short on paper.
    package var isTight: Bool {
        let draft = brief.draft
        let typed: [String?] =
            [draft.aim] + draft.objections.flatMap { [$0.text, $0.answer] }
            + people.flatMap { [$0.person.name, $0.title] }
            + guests.map(\.name) + (ours + theirs).map(\.text) + interactions.map(\.topic) + [client.name]
        // A line that is broken by hand takes as much room as a whole one.
        let room = typed.compactMap { $0 }.reduce(0) { $0 + $1.count + 60 * $1.count { $0.isNewline } }
        return room > 1500
    }

    package init(
        client: Named<Client>, brief: Brief, people: [PostRow], guests: [Named<Person>], ours: [MatterRow],
        oursCount: Int, theirs: [MatterRow],
        theirsCount: Int, sales: ClientSales, ageing: Ageing, risks: [Risk], orders: [OrderRow],
        interactions: [InteractionRow]
    ) {
        self.client = client
        self.brief = brief
        self.people = people
        self.guests = guests
        self.ours = ours
        self.oursCount = oursCount
        self.theirs = theirs
        self.theirsCount = theirsCount
        self.sales = sales
        self.ageing = ageing
        self.risks = risks
        self.orders = orders
        self.interactions = interactions
    }
}
