import Domain
import Routes

/// The form for an expected change in the balance of power at a client. `id` is nil for a new one. `people` are those whom it may concern.
package func expectedForm(
    _ id: ExpectedChange.ID?, _ client: Named<Client>, _ people: [Named<Person>], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("Add an expected change") : l("Edit expected change")
    let back = c.link(.map(.sheet(MapQuery(.client(client.id)))))
    return layout(
        title, c,
        """
        \(trail(client.name, back))
        \(head(title))
        \(f.form(
            id.map { .expected(.change($0)) } ?? .expected(.add(client.id)), back: back,
            """
            \(f.choice("kind", l("Kind"), ExpectedKind.allCases.map { ($0.rawValue, l.word($0)) }))
            \(f.text("text", l("What"), required: true))
            \(f.choice("person", l("Whom it concerns"), none: l("nobody alone"), people.map { (String($0.id.number), $0.name) }))
            \(f.day("day", l("Expected on"), required: true))
            \(f.text("probability", l("Probability, %"), required: true, hint: l("From 1 to 99."), width: "narrow"))
            \(f.text("shift", l("Shift of the balance"), hint: l("From -100 (against us) to 100 (for us), if it happens. For a retirement it may stay empty: the person's present weight goes with them."), width: "narrow"))
            \(f.text("source", l("Source"), hint: l("From where it is known.")))
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.expected(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}
