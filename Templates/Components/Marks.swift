import Domain

/// How much power somebody has, as five dots of which so many are full, and as a word for those who hear the page.
func powerMark(_ power: Int?, _ l: Language) -> HTML {
    guard let power else { return "<span class=\"stance unknown\">\(l("not known"))</span>" }
    let full = String(repeating: "●", count: max(0, min(power, 5)))
    let rest = String(repeating: "●", count: 5 - full.count)
    return """
        <span class="power" role="img" aria-label="\(l("power \(power) of 5"))">\(full)<i>\(rest)</i></span>
        """
}

/// A stance to us from -2 to 2; nil if nobody knows it. It is told by a shape, a word and a colour.
func stanceMark(_ stance: Int?, _ l: Language) -> HTML {
    guard let stance else { return "<span class=\"stance unknown\">\(l("not known"))</span>" }
    let side: StaticString = stance > 0 ? "for" : stance < 0 ? "against" : "neutral"
    return "<span class=\"stance \(side)\">\(l.stance(stance))</span>"
}

/// A step of the ladder: four bars of which so many are full, and its name.
func stepMark(_ step: LadderStep, _ l: Language) -> HTML {
    let height = LadderStep.allCases.firstIndex(of: step) ?? 0
    return """
        <span class="step"><svg class="bars" viewBox="0 0 18 12" width="18" height="12" aria-hidden="true">\
        \(each: 0..<4, { bar in
        "<rect x=\"\(bar * 5)\" y=\"\(9 - bar * 3)\" width=\"3\" height=\"\(3 + bar * 3)\"\(if: bar < height, " class=\"on\"")/>"
        })</svg>\(l.word(step))</span>
        """
}

/// How sure a judgement is: what is assumed has a dotted line below it.
func gradeMark(_ grade: Certainty, _ l: Language) -> HTML {
    grade == .assumed ? "<span class=\"grade\">\(l.word(grade))</span>" : "\(l.word(grade))"
}

/// What the page says, in one or two sentences, before anything is drawn. Its figures are in bold.
func answer(_ sentence: HTML) -> HTML { "<p class=\"answer\">\(sentence)</p>" }

/// That a head confirmed a step, after the name of the colleague who climbed it.
func confirmedMark(_ day: Day?, _ c: Chrome) -> HTML {
    "\(ifLet: day, { ", \(c.language("confirmed by the head, \(c.day($0))"))" })"
}

/// A share in hundredths of a per cent; "–" if it is not known.
func percent(_ share: Int64?, _ l: Language) -> String {
    share.map { l.percent(Discount(hundredths: $0)) } ?? "–"
}

/// Telephones as links that dial them.
func phoneLinks(_ phones: String) -> HTML {
    links(ContactList(phones: phones)) { contact in
        ContactList.dialled(contact.value).map { "<a href=\"\(userURL: "tel:" + $0)\">\(contact.value)</a>" }
            ?? "\(contact.value)"
    }
}

/// E-mail addresses as links that write to them.
func emailLinks(_ emails: String) -> HTML {
    guard let list = ContactList(emails: emails) else { return "\(emails)" }
    return links(list) { "<a href=\"\(userURL: "mailto:" + $0.value)\">\($0.value)</a>" }
}

private func links(_ list: ContactList, _ link: (ContactList.Contact) -> HTML) -> HTML {
    let parts = list.contacts.map { contact -> HTML in
        "\(ifLet: contact.label, { "<span class=\"quiet\">\($0):</span> " })\(link(contact))"
    }
    return "\(each: parts.enumerated(), { "\(if: $0.offset > 0, ", ")\($0.element)" })"
}
