import Domain
import Routes

/// An event; on paper, the guest list for the door.
package func eventPage(_ event: EventSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let draft = event.draft
    return layout(
        draft.name, c,
        """
        \(trail(l("Events"), c.link(.events(.list(EventListQuery())))))
        \(head(draft.name, badges: "<span class=\"badge\">\(l.word(draft.kind))</span>",
            actions: "\(printButton(l))\(if: c.mayEdit, " \(button(l("Edit"), c.link(.events(.edit(event.id))), key: "E"))")"))
        <p class="quiet under">\([days(draft.from, draft.to, c), draft.place].compactMap { $0 }.joined(separator: " · "))</p>
        \(ifLet: draft.note, { "<p class=\"note\">\($0)</p>" })
        \(figures(event, c))
        \(guests(event, c))
        <div class="cols"><div>
        \(talks(event, c))
        </div><div class="unprinted">
        \(sheet(l("History"), "\(each: event.history, { changeRow($0, c) })"))
        </div></div>
        """)
}

private func figures(_ event: EventSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let perHead = event.costPerHead.map { cost in
        switch cost.basis {
        case .came: l("of \(cost.heads) who came")
        case .accepted: l("of \(cost.heads) who accepted")
        case .invited: l("of \(cost.heads) who are invited")
        }
    }
    return """
        <dl class="figures unprinted">
        \(figure(l("Invited"), l.number(event.counts.invited), l("in all")))
        \(figure(l("Have accepted"), l.number(event.counts.accepted), l("those who came among them")))
        \(figure(l("Attended"), l.number(event.counts.came), ""))
        \(figure(l("Total cost"), event.draft.cost.map(c.money) ?? "–", event.draft.cost == nil ? l("not known") : l("for the whole event")))
        \(figure(l("Cost per guest"), event.costPerHead.map { c.money($0.amount) } ?? "–", perHead ?? ""))
        </dl>
        """
}

private func guests(_ event: EventSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let others: HTML =
        event.others > 0
        ? "<p class=\"body quiet\">\(l("and \(event.others) others, whom colleagues know"))</p>" : .none
    return sheet(
        l("Guests"), export: .events(.sheet(event.id)),
        """
        \(if: c.mayEdit, invite(event, c))
        \(if: event.guests.isEmpty && event.others == 0, emptyNote(l("Nobody is invited yet.")))
        \(if: !event.guests.isEmpty, guestTable(event, c))
        \(others)
        """, c)
}

/// One name, one press, and the page is ready for the next guest.
private func invite(_ event: EventSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="filters body" method="post" action="\(c.action(.events(.invite(event.id))))">\(hidden(c))\
        <input type="hidden" name="once" value="\(c.formNumber())">
        <input name="person" required data-suggest="people" list="person-list" autocomplete="off" aria-label="\(l("Whom to invite"))" placeholder="\(l("Whom to invite"))"><datalist id="person-list"></datalist>
        <button class="button">\(l("Invite"))</button>
        <a class="button" href="\(c.link(.events(.newGuest(event.id))))">\(l("With details"))</a></form>
        """
}

private func guestTable(_ event: EventSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = [
        Column(l("Person"), .name), Column(l("Post")), Column(l("Client"), .record), Column(l("Invitation")),
        Column(l("Accompanied by")), Column(l("Note")),
    ]
    return table(
        l("Guests"), c.mayEdit ? columns + [.acts(l("Edit"))] : columns, event.guests,
        leftOut: { $0.standing == .declined }, { guestCells($0, of: event, c) })
}

/// A guest; on paper with a box to tick at the door.
private func guestCells(_ row: GuestRow, of event: EventSheet, _ c: Chrome) -> [HTML] {
    let l = c.language
    return [
        """
        <span class="printed" aria-hidden="true">☐ </span>\(personLink(row.person, c))\
        <span class="unprinted">\(flagBadges(vip: row.isVip, kol: row.isKol))</span>
        """, "\(row.title ?? "")", row.client.map { clientLink($0, c) } ?? .none,
        "\(guestAnswer(row.standing, l)) \(if: c.mayEdit, standings(row, of: event, c))",
        "\(row.accompaniedBy.map(shortName) ?? "")", row.note.map { "<span class=\"note\">\($0)</span>" } ?? .none,
        """
        \(actLink(l("Edit"), label: l("Edit: \(row.person.name)"), .events(.editGuest(row.id)), c))
        """,
    ]
}

/// One-press buttons for the likely next states of a guest.
private func standings(_ row: GuestRow, of event: EventSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <form class="act" method="post" action="\(c.action(.events(.setStanding(row.id))))">\(hidden(c))\
        \(each: row.standing.next(hasBegun: event.draft.from <= c.today), { standing in
            "<button class=\"plain\" name=\"standing\" value=\"\(standing.rawValue)\" aria-label=\"\(l.word(standing)): \(row.person.name)\">\(l.word(standing))</button> "
        })</form>
        """
}

private func talks(_ event: EventSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let add: HTML =
        c.mayEdit
        ? "<p class=\"body buttons unprinted\">\(button(l("Add a talk"), c.link(.events(.newTalk(event.id)))))</p>"
        : .none
    guard !event.talks.isEmpty else {
        return sheet(
            l("Talks"),
            "\(emptyNote(l("No talk is known yet: by one of theirs for us, or by one of us for them.")))\(add)")
    }
    return sheet(l("Talks"), "\(each: event.talks, { talkRow($0, c) })\(add)")
}

private func talkRow(_ row: TalkRow, _ c: Chrome) -> HTML {
    let l = c.language
    let speaker: HTML = row.person.map { personLink($0, c) } ?? "\(l("\(row.user ?? "") of us"))"
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">▲</span><span>\(row.topic)</span>\
        <span class="num">\(row.day.map(c.day) ?? l("no day yet"))</span><small>\(speaker) · \(l.word(row.slides))\
        \(if: c.mayEdit, "<span class=\"act\"> · <a href=\"\(c.link(.events(.editTalk(row.id))))\" aria-label=\"\(l("Edit: \(row.topic)"))\">\(l("Edit"))</a></span>")</small></div>
        """
}

package func guestExport(_ rows: [GuestRow], _ c: Chrome) -> CSVTable {
    let l = c.language
    return CSVTable(
        [l("Person"), l("Post"), l("Client"), l("Invitation"), l("Accompanied by"), l("Note")],
        rows.map { row in
            [
                .text(row.person.name), .text(row.title ?? ""), .text(row.client?.name ?? ""),
                .text(l.word(row.standing)), .text(row.accompaniedBy ?? ""), .text(row.note ?? ""),
            ]
        })
}
