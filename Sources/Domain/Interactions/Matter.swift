/// An agreed matter: what one side promised the other, and by when.
package struct Matter: Sendable, Equatable {
    package typealias ID = Domain.ID<Matter>

    package var id: ID
    package var version: Int
    package var client: Named<Client>?
    package var interaction: Interaction.ID?
    /// The VIP project whose plan has this matter as a step.
    package var project: Project.ID?
    /// When it was kept or dropped.
    package var doneOn: Day?
    /// Why it was dropped; nil if it is open or was kept.
    package var drop: DroppedMatter?
    package var draft: MatterDraft

    package init(
        id: ID, version: Int, client: Named<Client>?, interaction: Interaction.ID?, project: Project.ID? = nil,
        doneOn: Day?, drop: DroppedMatter?,
        draft: MatterDraft
    ) {
        self.id = id
        self.version = version
        self.client = client
        self.interaction = interaction
        self.project = project
        self.doneOn = doneOn
        self.drop = drop
        self.draft = draft
    }
}

/// Why a promise was dropped, and whether the other side knows.
package struct DroppedMatter: Sendable, Equatable, Encodable {
    package var reason: String
    package var isTold: Bool

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        reason = read.text("reason", atMost: 500)
        isTold = read.flag("told")
        guard read.problems.isEmpty else { throw read.problems }
    }

    /// Nil without a reason: then it was not dropped.
    package init?(reason: String?, isTold: Bool) {
        guard let reason else { return nil }
        (self.reason, self.isTold) = (reason, isTold)
    }
}

/// Who made the promise.
package enum Side: String, Wording {
    case ours, theirs

    package static let otherWords: [String: Side] = [
        "we": .ours, "they": .theirs, "мы": .ours, "наше": .ours, "они": .theirs, "их": .theirs,
    ]
}

package struct MatterDraft: StoredDraft, Sendable, Equatable {
    package var side: Side
    package var text: String
    /// Nil if no day was agreed.
    package var due: Day?
    /// The person on their side whom it concerns.
    package var person: Person.ID?

    package init(_ entries: Entries) throws(Problems) { try self.init(entries, prefix: "") }

    /// Reads the fields whose names begin with a prefix, as in a row of the interaction's form.
    package init(_ entries: Entries, prefix: String) throws(Problems) {
        var read = FieldReader(entries)
        side = read.choice(prefix + "side", or: .ours)
        text = read.text(prefix + "text", atMost: 500)
        due = read.optionalDay(prefix + "due")
        person = read.optionalID(prefix + "person", Person.self)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(side: Side, text: String, due: Day?, person: Person.ID?) {
        self.side = side
        self.text = text
        self.due = due
        self.person = person
    }

    /// The filled rows `matter-1-…` to `matter-N-…` of the interaction's form.
    package static func rows(_ entries: Entries) throws(Problems) -> [MatterDraft] {
        var drafts: [MatterDraft] = []
        var problems = Problems()
        for row in 1...rowsInForm where !entries["matter-\(row)-text"].isEmpty || !entries["matter-\(row)-due"].isEmpty
        {
            do throws(Problems) {
                drafts.append(try MatterDraft(entries, prefix: "matter-\(row)-"))
            } catch {
                problems.add(error)
            }
        }
        guard problems.isEmpty else { throw problems }
        return drafts
    }

    package static let rowsInForm = 4

    package static var blank: MatterDraft { MatterDraft(side: .blank, text: "", due: nil, person: nil) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("person_id", form: "person", &person)
        fields.field("side", &side)
        fields.field("text", &text)
        fields.field("due_day", form: "due", &due)
    }
}

package struct MatterRow: Sendable, Equatable, Encodable {
    package var id: Matter.ID
    package var version: Int
    package var side: Side
    package var text: String
    package var due: Day?
    /// When it was kept or dropped.
    package var doneOn: Day?
    package var drop: DroppedMatter?
    package var client: Named<Client>?
    package var person: Named<Person>?
    /// The interaction in which it was agreed, with its day.
    package var interaction: Interaction.ID?
    package var agreedOn: Day?

    package init(
        id: Matter.ID, version: Int, side: Side, text: String, due: Day?, doneOn: Day?, drop: DroppedMatter?,
        client: Named<Client>?,
        person: Named<Person>?, interaction: Interaction.ID?, agreedOn: Day?
    ) {
        self.id = id
        self.version = version
        self.side = side
        self.text = text
        self.due = due
        self.doneOn = doneOn
        self.drop = drop
        self.client = client
        self.person = person
        self.interaction = interaction
        self.agreedOn = agreedOn
    }

    /// Days past the due day, 0 or less if it is not overdue, nil where no day was agreed or it is done.
    package func daysOverdue(on today: Day) -> Int? { doneOn == nil ? due.map { today - $0 } : nil }
}

/// All matters of a client, open ones first.
package struct MatterList: Sendable, Encodable {
    package var client: Named<Client>
    package var open: [MatterRow]
    /// The matters done last, at most 50.
    package var done: [MatterRow]

    package init(client: Named<Client>, open: [MatterRow], done: [MatterRow]) {
        self.client = client
        self.open = open
        self.done = done
    }
}
