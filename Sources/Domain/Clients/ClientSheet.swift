/// A record's number and name: enough to link to it.
package struct Named<Kind>: Sendable, Equatable, Encodable {
    package var id: ID<Kind>
    package var name: String

    package init(id: ID<Kind>, name: String) {
        self.id = id
        self.name = name
    }
}

/// The dossier: all that is shown on one client's page.
package struct ClientSheet: Sendable, Encodable {
    package var client: Client
    package var parent: Named<Client>?
    /// The clients that have this one as their parent, by name, at most 50.
    package var members: [Named<Client>]
    /// Who holds the client today; nil if nobody does.
    package var kam: KamTie?
    /// Those who hold a post, the deciding roles first; at most `ClientSheet.shown`.
    package var people: [KnownPerson]
    package var peopleCount: Int
    /// Nil for a viewer who does not see the dossier.
    package var power: ClientPower?
    /// Why the client is key, and the strategy without its investments; nil for a viewer who does not see the dossier.
    package var keys: EvidenceSheet?
    package var strategy: StrategySheet?
    /// Open promises, the most urgent first; at most `ClientSheet.shown`.
    package var matters: [MatterRow]
    package var mattersCount: Int
    package var overdueCount: Int
    /// The next matter that is due today or later.
    package var next: MatterRow?
    /// The latest interactions, at most `ClientSheet.latest`.
    package var interactions: [InteractionRow]
    package var interactionsCount: Int
    package var sales: ClientSales
    /// What the client owes today.
    package var ageing: Ageing
    /// The latest orders, at most `ClientSheet.latest`.
    package var orders: [OrderRow]
    /// The latest tenders that are not over, at most `ClientSheet.latest`.
    package var tenders: [TenderRow]
    /// Why the client is at risk today.
    package var risks: [Risk]
    /// The latest changes, at most 3.
    package var history: [Change]

    /// What comes next of all that is dated: a promise, a line of the strategy, a tender's deadline; nil if nothing is.
    package func nextDate(from today: Day) -> (day: Day, text: String)? {
        let promise = next.flatMap { matter in matter.due.map { ($0, matter.text) } }
        let lines = (strategy?.rows ?? []).filter { $0.draft.isOpen(on: today) }.compactMap { row in
            row.draft.due.map { ($0, row.draft.text) }
        }
        let deadlines = tenders.compactMap { tender in tender.nextOn.map { ($0, tender.title) } }
        return ([promise].compactMap { $0 } + lines + deadlines).filter { $0.0 >= today }.min { $0.0 < $1.0 }
    }

    package static let shown = 8
    package static let latest = 3

    package init(
        client: Client, parent: Named<Client>?, members: [Named<Client>], kam: KamTie?, people: [KnownPerson],
        peopleCount: Int, power: ClientPower?, keys: EvidenceSheet?, strategy: StrategySheet?,
        matters: [MatterRow], mattersCount: Int, overdueCount: Int, next: MatterRow?,
        interactions: [InteractionRow], interactionsCount: Int, sales: ClientSales, ageing: Ageing, orders: [OrderRow],
        tenders: [TenderRow], risks: [Risk], history: [Change]
    ) {
        self.client = client
        self.parent = parent
        self.members = members
        self.kam = kam
        self.people = people
        self.peopleCount = peopleCount
        self.power = power
        self.keys = keys
        self.strategy = strategy
        self.matters = matters
        self.mattersCount = mattersCount
        self.overdueCount = overdueCount
        self.next = next
        self.interactions = interactions
        self.interactionsCount = interactionsCount
        self.sales = sales
        self.ageing = ageing
        self.orders = orders
        self.tenders = tenders
        self.risks = risks
        self.history = history
    }
}

/// A KAM in charge of a client from a day on. `to` is the last day, past or planned; nil if there is none.
package struct KamTie: StoredDraft, Sendable, Equatable, Encodable {
    package var user: User.ID
    package var name: String
    package var from: Day
    package var to: Day?
    /// The note that came with the handover.
    package var note: String?

    package init(user: User.ID, name: String, from: Day, to: Day?, note: String? = nil) {
        self.user = user
        self.name = name
        self.from = from
        self.to = to
        self.note = note
    }

    package static var blank: KamTie { KamTie(user: .blank, name: "", from: .blank, to: nil) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("user_id", form: "user", &user)
        fields.field("from_day", form: "from", &from)
        fields.field("to_day", form: "to", &to)
        fields.field("note", &note)
    }
}

/// A handover of a client to a colleague from a day on.
package struct HandoverDraft: Sendable {
    package var user: User.ID
    package var from: Day
    /// What the new KAM should know.
    package var note: String?

    /// The day defaults to today.
    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        let user = read.optionalID("kam", User.self)
        from = read.day("from", or: today)
        note = read.optionalText("note", atMost: 2000)
        if user == nil { read.add(.required, to: "kam") }
        guard read.problems.isEmpty, let user else { throw read.problems }
        self.user = user
    }

    package init(user: User.ID, from: Day) {
        self.user = user
        self.from = from
    }
}

/// The choices in a client's form.
package struct ClientChoices: Sendable {
    package var kams: [User]
    package var territories: [String]
    package var segments: [String]
    /// The chosen parent, so that the form can show its name.
    package var parent: Named<Client>?

    package init(kams: [User], territories: [String], segments: [String], parent: Named<Client>?) {
        self.kams = kams
        self.territories = territories
        self.segments = segments
        self.parent = parent
    }
}
