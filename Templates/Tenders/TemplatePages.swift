import Domain
import Routes

/// The questions and the lines of the application that a new tender begins with.
package func tenderTemplatePage(_ list: TenderTemplateList, _ procedures: [Procedure.Choice], _ c: Chrome) -> HTML {
    let l = c.language
    let new: HTML =
        c.may(.lead) ? button(l("Add a question or a line"), c.link(.templates(.new)), main: true) : .none
    let columns = [
        Column(l("Text"), .name), Column(l("Kind")), Column(l("Procedure")), Column(l("Paper")),
    ]
    let title = l("What a new tender begins with")
    let rows = table(title, c.may(.lead) ? columns + [.acts(l("Edit"))] : columns, list.templates) { template in
        let draft = template.draft
        let procedure = procedures.first { $0.key == draft.procedure }
        return [
            "\(draft.text)", "\(l.word(draft.kind))", "\(procedure.map { l.word($0) } ?? l("every procedure"))",
            "\(draft.paper.map { l.word($0) } ?? "")",
            actLink(l("Edit"), label: l("Edit: \(draft.text)"), .templates(.edit(template.id)), c),
        ]
    }
    let empty = emptyNote(
        l(
            "A new tender begins with the questions before go or no-go and with the lines of the application that stand here. Tenders that are there already stay as they are."
        ))
    return layout(
        title, c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(title, actions: new))
        \(list.templates.isEmpty ? sheet(title, empty) : sheet(title, rows))
        """)
}

package func tenderTemplateForm(
    _ id: TenderTemplate.ID?, _ procedures: [Procedure.Choice], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return partForm(
        id == nil ? l("Add a question or a line") : l("Edit"), of: l("What a new tender begins with"),
        .templates(.list), .templates(id.map { .change($0) } ?? .add), f, c,
        """
        \(f.choice("kind", l("Kind"), TemplateKind.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("text", l("Text"), required: true))
        \(f.choice("procedure", l("Procedure"), none: l("every procedure"), procedures.map { ($0.key, l.word($0)) }))
        \(f.choice("paper", l("Paper"), none: l("no paper"), PaperKind.allCases.map { ($0.rawValue, l.word($0)) }))
        """, delete: id.map { .templates(.delete($0)) })
}
