/// A person at a client, with all that is known of them there on a day: a row of the dossier, of the brief, and of the client's people.
package struct KnownPerson: Sendable, Equatable, Encodable {
    package var person: Named<Person>
    package var isVip: Bool
    package var isKol: Bool
    /// The post at the client; nil for a guest who holds none there.
    package var post: Post.ID?
    package var title: String?
    package var role: DecisionRole?
    package var from: Day?
    package var to: Day?
    /// Nil if nobody has judged their power or their stance to us.
    package var judged: Judged?
    /// The step with the client's KAM. If there is none, the highest with a colleague whose steps the viewer sees.
    package var step: Closeness?
    /// The colleague to whom they are closest, if `step` is lower.
    package var closer: Closeness?
    /// The open project with them at the client; of several, the one begun last.
    package var project: ProjectRow?
    package var lastContact: LastContact?

    package init(_ post: PostRow) {
        self.init(post.person, isVip: post.isVip, isKol: post.isKol)
        self.post = post.id
        title = post.title
        role = post.role
        from = post.from
        to = post.to
    }

    /// A guest who holds no post at the client.
    package init(_ person: Named<Person>, isVip: Bool = false, isKol: Bool = false) {
        self.person = person
        self.isVip = isVip
        self.isKol = isKol
    }

    /// Chooses the steps to show from the latest steps with all colleagues. `kam` holds the client.
    package mutating func stand(_ steps: [Closeness], kam: User.ID?) {
        let climbed = steps.filter { $0.step > .none }
        let highest = climbed.max { ($0.step, $1.user.id) < ($1.step, $0.user.id) }
        step = climbed.first { $0.user.id == kam } ?? highest
        if let highest, let step, highest.step > step.step { closer = highest }
    }

    /// The same without the project, whose level is that of today.
    package var withoutProject: KnownPerson {
        var person = self
        person.project = nil
        return person
    }

    package func holds(on day: Day) -> Bool { day.isWithin(from, to) }
}

/// How a person was judged last: the latest power and the latest stance to us, and who judged the stance, or the power where no stance is
/// known.
package struct Judged: Sendable, Equatable, Encodable {
    /// 0 to 5; nil if nobody has judged it.
    package var power: Int?
    /// -2 (against) to 2 (for); nil if nobody has judged it.
    package var stance: Int?
    package var day: Day
    package var certainty: Certainty
    /// The name of the colleague who judged.
    package var by: String

    package init(power: Int?, stance: Int?, day: Day, certainty: Certainty, by: String) {
        self.power = power
        self.stance = stance
        self.day = day
        self.certainty = certainty
        self.by = by
    }
}

/// The last interaction with a person, at whatever client.
package struct LastContact: Sendable, Equatable, Encodable {
    package var interaction: Interaction.ID
    package var day: Day
    package var kind: InteractionKind
    /// The client, if it is not the one whose page it is.
    package var elsewhere: Named<Client>?

    package init(interaction: Interaction.ID, day: Day, kind: InteractionKind, elsewhere: Named<Client>?) {
        self.interaction = interaction
        self.day = day
        self.kind = kind
        self.elsewhere = elsewhere
    }
}
