/// A person's post at a client. Several at once are usual; past ones are kept.
package struct Post: Sendable, Equatable {
    package typealias ID = Domain.ID<Post>

    package var id: ID
    package var version: Int
    package var person: Named<Person>
    package var client: Named<Client>
    package var draft: PostDraft

    package init(id: ID, version: Int, person: Named<Person>, client: Named<Client>, draft: PostDraft) {
        self.id = id
        self.version = version
        self.person = person
        self.client = client
        self.draft = draft
    }
}

/// The part that a person plays in the client's decisions.
package enum DecisionRole: String, Wording {
    case decider
    /// Holds the budget.
    case approver
    case influencer, buyer, user, gatekeeper

    package static let otherWords: [String: DecisionRole] = [
        "decides": .decider, "holds the budget": .approver, "influences": .influencer, "buys": .buyer, "uses": .user,
        "controls access": .gatekeeper,
        "решает": .decider, "распоряжается бюджетом": .approver, "влияет": .influencer, "закупает": .buyer,
        "пользуется": .user, "контролирует доступ": .gatekeeper,
    ]
}

package struct PostDraft: StoredDraft, Sendable, Equatable {
    package var title: String?
    package var role: DecisionRole?
    /// Nil if it began before anybody noted it.
    package var from: Day?
    /// The last day of the post; nil while it holds.
    package var to: Day?

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        title = read.optionalText("title", atMost: 300)
        role = read.optionalChoice("role", DecisionRole.self)
        from = read.optionalDay("from")
        to = read.optionalDay("to")
        if let from, let to, to < from { read.add(.endsBeforeStart, to: "to") }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(title: String?, role: DecisionRole? = nil, from: Day? = nil, to: Day? = nil) {
        self.title = title
        self.role = role
        self.from = from
        self.to = to
    }

    package static var blank: PostDraft { PostDraft(title: nil) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("title", &title)
        fields.field("role", &role)
        fields.field("from_day", form: "from", &from)
        fields.field("to_day", form: "to", &to)
    }
}

/// A post as a row: on a client's page its person is shown, on a person's page its client.
package struct PostRow: Sendable, Equatable, Encodable {
    package var id: Post.ID
    package var person: Named<Person>
    package var isVip: Bool
    package var isKol: Bool
    package var client: Named<Client>
    package var title: String?
    package var role: DecisionRole?
    package var from: Day?
    package var to: Day?
    /// The day of the last interaction with the person, at any client.
    package var lastContact: Day?

    package init(
        id: Post.ID, person: Named<Person>, isVip: Bool, isKol: Bool, client: Named<Client>, title: String?,
        role: DecisionRole?, from: Day?, to: Day?, lastContact: Day?
    ) {
        self.id = id
        self.person = person
        self.isVip = isVip
        self.isKol = isKol
        self.client = client
        self.title = title
        self.role = role
        self.from = from
        self.to = to
        self.lastContact = lastContact
    }

    package func holds(on day: Day) -> Bool { day.isWithin(from, to) }
}

/// All people of one client, including past posts.
package struct ClientPeople: Sendable, Encodable {
    package var client: Named<Client>
    package var posts: [PostRow]
    /// Those who hold a post, with what is known of them.
    package var now: [KnownPerson]
    /// Open ones first.
    package var projects: [ProjectRow]
    /// Nil for a viewer who does not see the dossier.
    package var power: ClientPower?
    /// Who of us stands on which step with whom of them: those above none whom the viewer sees.
    package var contacts: [Introducer]

    package init(
        client: Named<Client>, posts: [PostRow], now: [KnownPerson], projects: [ProjectRow],
        power: ClientPower?, contacts: [Introducer]
    ) {
        self.client = client
        self.posts = posts
        self.now = now
        self.projects = projects
        self.power = power
        self.contacts = contacts
    }
}
