import Domain
import Routes

/// What the user can choose in the form of a tender.
package struct TenderChoices: Sendable {
    /// Nil only for a new tender, until its client is chosen.
    package var client: Named<Client>?
    package var kams: [User]
    package var procedures: [Procedure.Choice]
    package var isNew: Bool

    package init(client: Named<Client>?, kams: [User], procedures: [Procedure.Choice], isNew: Bool) {
        (self.client, self.kams, self.procedures, self.isNew) = (client, kams, procedures, isNew)
    }
}

/// `isNoting`: a typed line stands in the note, because it is about nothing else.
package func tenderForm(
    _ id: Tender.ID?, _ choices: TenderChoices, _ state: FormState, isNoting: Bool = false, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("New tender") : l("Edit tender")
    let back: Route =
        id.map { .tenders(.sheet($0)) } ?? choices.client.map { .tenders(.list(TenderListQuery(client: $0.id))) }
        ?? .tenders(.list(TenderListQuery()))
    return layout(
        title, c,
        """
        \(ifLet: choices.client, { trail($0.name, c.link(.tenders(.list(TenderListQuery(client: $0.id))))) })
        \(head(title))
        \(if: isNoting, "<p class=\"notice\" role=\"status\">\(l("The line is about no record of the tender for certain. It stands in the note below."))</p>")
        \(f.form(
            id.map { .tenders(.change($0)) } ?? .tenders(.add), back: c.link(back),
            """
            \(if: id == nil, "<input type=\"hidden\" name=\"signal\" value=\"\(typed: f.state.entries.raw("signal"))\">")\
            \(noticeFields(choices, f, l))\(ourFields(choices, f, l))
            """,
            danger: id.map { "<a class=\"danger\" href=\"\(c.link(.tenders(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

private func noticeFields(_ choices: TenderChoices, _ f: FormWriter, _ l: Language) -> HTML {
    let client: HTML =
        choices.isNew && choices.client != nil
        ? "<input type=\"hidden\" name=\"client_id\" value=\"\(choices.client.map { String($0.id.number) } ?? "")\">"
        : f.text("client", l("Client"), required: true, hint: l("By name."), suggest: "clients")
    return """
        <fieldset><legend>\(l("The notice"))</legend>
        \(f.text("title", l("Title"), required: true))
        \(client)
        \(f.text("number", l("Number"), hint: l("As it was published.")))
        \(f.choice("procedure", l("Procedure"), none: l("not known"), choices.procedures.map { ($0.key, l.word($0)) }))
        \(f.text("law", l("Law"), width: "narrow"))
        \(f.text("url", l("Web address")))
        \(f.text("currency", l("Currency"), hint: l("Only where it is not the desk's."), width: "narrow"))
        \(f.day("announced", l("Announced on")))
        \(f.choice("stage", l("Stage"), TenderStage.allCases.map { ($0.rawValue, l.word($0)) }))
        </fieldset>
        """
}

private func ourFields(_ choices: TenderChoices, _ f: FormWriter, _ l: Language) -> HTML {
    let kams = choices.kams.map { (String($0.id.number), $0.name) }
    return """
        <fieldset><legend>\(l("Our side"))</legend>
        \(f.choice("kam", l("KAM"), none: l("nobody"), kams))
        \(f.choice("side", l("Who bids"), TenderSide.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("partner", l("Distributor"), hint: l("Who bids with our product."), suggest: "clients"))
        \(f.choice("go", l("Go or no-go"), GoDecision.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.choice("go_user", l("Decided by"), none: l("nobody"), kams))
        \(f.day("go_day", l("Decided on")))
        \(f.text("go_reason", l("Reason of the decision"), hint: l("A no-go needs it, and closes the tender.")))
        \(f.text("submitted", l("Application handed in at"), hint: l("As 2026-12-03 09:15."), width: "narrow"))
        \(f.text("receipt", l("Receipt"), hint: l("The number that the platform gave the application.")))
        \(f.area("lesson", l("Lesson"), rows: 3))
        \(f.area("note", l("Note"), rows: 3))
        </fieldset>
        """
}

/// The form of a part of a tender, new or changed.
package func tenderPartForm(
    _ kind: TenderPartKind, _ action: TenderAction, _ home: TenderHome, _ ours: [User], _ state: FormState,
    _ c: Chrome, delete: TenderRoute? = nil
) -> HTML {
    let f = FormWriter(state, c)
    let back: TenderRoute = home.title == nil ? kind.list : .sheet(home.id)
    return partForm(
        partTitle(kind, isNew: delete == nil, c.language), of: home.title ?? home.client.name, .tenders(back),
        .tenders(action), f, c, partFields(kind, home, ours, f), delete: delete.map { .tenders($0) })
}

private func partTitle(_ kind: TenderPartKind, isNew: Bool, _ l: Language) -> String {
    switch kind {
    case .lots: isNew ? l("Add a lot") : l("Edit lot")
    case .bids: isNew ? l("Add a bid") : l("Edit bid")
    case .deadlines: isNew ? l("Add a deadline") : l("Edit deadline")
    case .securities: isNew ? l("Add a security") : l("Edit security")
    case .questions: isNew ? l("Add a request for clarification") : l("Edit the request for clarification")
    case .complaints: isNew ? l("Record a complaint") : l("Edit complaint")
    case .notices: isNew ? l("Add a version") : l("Edit version")
    case .answers: isNew ? l("Add a question about taking part") : l("Answer a question about taking part")
    case .requirements: isNew ? l("Add a requirement") : l("Edit requirement")
    case .lines: isNew ? l("Add a line") : l("Edit line of the application")
    case .items: isNew ? l("Add an item") : l("Edit item")
    case .seats: isNew ? l("Add a seat") : l("Edit seat")
    case .members: isNew ? l("Add a colleague") : l("Edit member of the team")
    case .deliveries: isNew ? l("Add a delivery") : l("Edit delivery")
    }
}

private func partFields(_ kind: TenderPartKind, _ home: TenderHome, _ ours: [User], _ f: FormWriter) -> HTML {
    let l = f.c.language
    let colleagues = ours.filter { $0.isActive || String($0.id.number) == f.state.entries["user"] }.map {
        (String($0.id.number), $0.name)
    }
    return switch kind {
    case .lots: lotFields(home, f, l)
    case .bids: bidFields(home, f, l)
    case .deadlines: deadlineFields(colleagues, f, l)
    case .securities: securityFields(home, f, l)
    case .questions: questionFields(colleagues, f, l)
    case .complaints: complaintFields(f, l)
    case .notices: noticeVersionFields(f, l)
    case .answers: answerFields(f, l)
    case .requirements: requirementFields(colleagues, f, l)
    case .lines: lineFields(colleagues, f, l)
    case .items: itemFields(home, f, l)
    case .seats: seatFields(colleagues, f, l)
    case .members: memberFields(colleagues, f, l)
    case .deliveries: deliveryFields(home, f, l)
    }
}
