import Domain
import Routes

/// The form for a line of the strategy: the fields that its topic has. `id` is nil for a new line.
package func strategyForm(
    _ id: StrategyLine.ID?, _ client: Named<Client>, _ topic: StrategyTopic, _ people: [Named<Person>],
    _ colleagues: [User], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(topic.home(client.id))
    let title = l.word(topic.group)
    let topics = topic.group.topics
    let kind: HTML =
        topics.count > 1
        ? f.choice("topic", l("Kind"), topics.map { ($0.rawValue, l.word($0)) })
        : "<input type=\"hidden\" name=\"topic\" value=\"\(topic.rawValue)\">"
    let others: HTML = id == nil ? otherTopics(client.id, topic.group, c) : .none
    // Every field that some topic of the group has: the kind may still be chosen.
    let asked = StrategyField.allCases.filter { field in topics.contains { $0.has(field) } }
    let ordered = topics.map(\.fields).max { $0.count < $1.count }!.filter(asked.contains)
    return layout(
        title, c,
        """
        \(trail(client.name, back))
        \(head(title))
        \(others)
        \(f.form(
            id.map { .strategy(.change($0)) } ?? .strategy(.add(client.id)), back: back,
            """
            \(kind)
            \(f.area("text", textLabel(topic.group, l), rows: 3))
            \(each: ordered, { strategyField($0, topic, people, colleagues, f, l) })
            \(f.text("source", l("Source"), required: topic.needsSource, hint: l("Who said it, or where it is written.")))
            \(f.day("day", l("Day"), required: true))
            \(f.choice("grade", l("Certainty"), Certainty.allCases.map { ($0.rawValue, l.word($0)) }))
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.strategy(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

/// Links to the forms of the other groups, for who came to add something else.
private func otherTopics(_ client: Client.ID, _ group: StrategyTopic.Group, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <nav class="tabs" aria-label="\(l("Kind"))">\(each: StrategyTopic.Group.allCases, { other in
        "<a href=\"\(c.link(.strategy(.new(client, other.topics[0]))))\"\(if: other == group, " aria-current=\"page\"")>\(l.word(other))</a>\n"
        })</nav>
        """
}

private func textLabel(_ group: StrategyTopic.Group, _ l: Language) -> String {
    switch group {
    case .objective: l("Objective")
    case .risk: l("Risk")
    case .objection: l("Objection, in their words")
    case .complaint: l("Complaint")
    case .wish: l("Wish, in their words")
    case .defence: l("Step of the defence")
    case .level: l("Why")
    case .review: l("What was said and decided")
    case .running, .voice, .acquisition: l("What")
    }
}

private func strategyField(
    _ field: StrategyField, _ topic: StrategyTopic, _ people: [Named<Person>], _ colleagues: [User], _ f: FormWriter,
    _ l: Language
) -> HTML {
    let name = field.rawValue
    let isRequired = topic.required.contains(field)
    switch field {
    case .side:
        let words =
            topic.group == .defence
            ? [(Side.ours.rawValue, l("before they asked")), (Side.theirs.rawValue, l("they asked"))]
            : Side.allCases.map { ($0.rawValue, l.word($0)) }
        return f.choice(name, topic.group == .defence ? l("Whose idea") : l("Whose"), words)
    case .measure:
        return f.text(name, topic.group == .risk ? l("Signal we watch") : l("Measured by"))
    case .target: return f.text(name, l("Target"), hint: l("From what to what, as 49 → 60."))
    case .likelihood:
        return f.choice(
            name, topic.group == .risk ? l("How likely") : l("How sure"), none: l("unknown"),
            Odds.allCases.map { ($0.rawValue, l.word($0)) })
    case .amount:
        return f.text(name, topic.group == .risk ? l("At stake") : l("Worth a year"), width: "narrow")
    case .answer:
        return f.area(
            name, [.complaint, .wish].contains(topic.group) ? l("What came of it") : l("Answer"), rows: 3)
    case .promise: return f.text(name, l("Promised"))
    case .passedTo:
        return f.text(
            name, l("Put before"),
            hint: topic.group == .complaint
                ? l("Who can settle what is beyond our powers.") : l("Who of us decides whether we offer it."))
    case .passedOn: return f.day(name, l("Since"))
    case .level: return f.choice(name, l("Level"), SetLevel.allCases.map { ($0.rawValue, l.word($0)) })
    case .priority: return f.text(name, l("Priority"), hint: l("1 is the first."), width: "narrow")
    case .step: return f.choice(name, l("How far"), AcquisitionStep.allCases.map { ($0.rawValue, l.word($0)) })
    case .chance: return f.text(name, l("Chance, %"), required: isRequired, width: "narrow")
    case .owner:
        return f.choice(
            name, l("Owner"), none: isRequired ? nil : l("nobody"), colleagues.map { (String($0.id.number), $0.name) })
    case .person:
        return f.choice(name, l("Person"), none: l("nobody alone"), people.map { (String($0.id.number), $0.name) })
    case .due:
        return f.day(name, topic.group == .review ? l("The next one") : l("Due day"), required: isRequired)
    case .state: return f.choice(name, l("State"), StrategyState.allCases.map { ($0.rawValue, l.word($0)) })
    case .closed: return f.day(name, l("Ended on"))
    }
}
