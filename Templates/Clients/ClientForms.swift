import Domain
import Routes

/// The form for a new client or for changing one. `disposes`: the viewer may delete the client. `keepsSecret`: the client is a trade secret
/// and the viewer may not change that.
package func clientForm(
    _ id: Client.ID?, _ choices: ClientChoices, _ state: FormState, disposes: Bool, keepsSecret: Bool, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let title = id == nil ? l("New client") : l("Edit client")
    let back = id.map { c.link(.clients(.sheet($0))) } ?? c.link(.clients(.list(ClientListQuery())))
    return layout(
        title, c,
        """
        \(if: id != nil, trail(state.entries["name"], back))
        \(head(title))
        \(f.form(
            id.map { .clients(.change($0)) } ?? .clients(.add), back: back,
            "\(whoTheyAre(id, choices, f, l))\(whereTheyAre(choices, f, l))\(numbers(f, keepsSecret: keepsSecret, l))",
            danger: (disposes ? id : nil).map { "<a class=\"danger\" href=\"\(c.link(.clients(.delete($0))))\">\(l("Delete"))</a>" } ?? .none))
        """)
}

private func whoTheyAre(_ id: Client.ID?, _ choices: ClientChoices, _ f: FormWriter, _ l: Language) -> HTML {
    """
    <fieldset><legend>\(l("Who they are"))</legend>
    \(f.text("name", l("Name"), required: true))
    \(f.text("short", l("Short name"), width: "narrow"))
    \(f.choice("kind", l("Kind"), ClientKind.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("segment", l("Segment"), list: choices.segments, width: "narrow"))
    \(f.text("parent_name", l("Part of"), hint: l("The group it belongs to, by name."), suggest: "clients"))
    \(if: id == nil, f.choice("kam", l("KAM in charge"), none: l("nobody yet"), choices.kams.map { (String($0.id.number), $0.name) }))
    </fieldset>
    """
}

private func whereTheyAre(_ choices: ClientChoices, _ f: FormWriter, _ l: Language) -> HTML {
    """
    <fieldset><legend>\(l("Where they are"))</legend>
    \(f.text("address", l("Address")))
    \(f.text("city", l("City"), width: "narrow"))
    \(f.text("country", l("Country"), width: "narrow"))
    \(f.text("territory", l("Territory"), list: choices.territories, width: "narrow"))
    \(f.text("phone", l("Phone"), hint: l("Several with semicolons; a label in front, as work: +7 495 111-22-33.")))
    \(f.text("email", l("E-mail")))
    \(f.text("web", l("Web"), width: "narrow"))
    </fieldset>
    """
}

private func numbers(_ f: FormWriter, keepsSecret: Bool, _ l: Language) -> HTML {
    """
    <fieldset><legend>\(l("Numbers and a note"))</legend>
    \(f.text("inn", l("INN"), width: "narrow"))
    \(f.text("kpp", l("KPP"), width: "narrow"))
    \(f.text("ogrn", l("OGRN"), width: "narrow"))
    \(f.text("vat", l("VAT number"), width: "narrow"))
    \(f.text("key", l("Key"), hint: l("The client's number in another system, by which an import finds it."), width: "narrow"))
    \(f.day("buys_since", l("Buys from us since"), hint: l("Only where it bought from us before the orders on this desk begin.")))
    \(f.text("lost_reason", l("Why it is lost"), hint: l("Leave it empty unless we have lost this client.")))
    \(f.area("note", l("Note")))
    \(keepsSecret
        ? "<p>\(l("A trade secret. The KAM in charge, the head or a director can lift that."))<input type=\"hidden\" name=\"confidential\" value=\"yes\"></p>"
        : f.tick("confidential", l("A trade secret: whole to the KAM in charge, the deputy, the head and the director only")))
    </fieldset>
    """
}

/// The form that hands a client over to a colleague.
package func handoverForm(
    _ client: Named<Client>, held: KamTie?, _ colleagues: [User], _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    let back = c.link(.clients(.sheet(client.id)))
    return layout(
        l("Hand over"), c,
        """
        \(trail(client.name, back))
        \(head(l("Hand over")))
        <p class="quiet">\(ifLet: held, { "\(l("Held by \($0.name) since \(c.day($0.from))"))" })</p>
        \(f.form(
            .clients(.handOver(client.id)), back: back, save: l("Hand over"), handoverFields(colleagues, state, c)))
        """)
}
