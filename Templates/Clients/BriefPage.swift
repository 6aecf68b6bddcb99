import Domain
import Routes

/// The one-page brief for a meeting: who takes part, what was promised, what is open, three figures, our goal, and answers to likely
/// objections.
package func briefPage(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let id = brief.client.id
    let draft = brief.brief.draft
    return layout(
        "\(brief.client.name): \(l("Brief"))", c,
        """
        <div class="brief\(if: brief.isTight, " tight")">
        \(trail(brief.client.name, c.link(.clients(.sheet(id)))))
        \(head(brief.client.name,
            badges: "<span class=\"badge\">\(l("Brief"))\(ifLet: draft.day, { ", \(l.weekday($0))" })</span>",
            actions: "\(if: c.mayEdit, "\(button(l("Prepare"), c.link(.clients(.editBrief(id))), main: true, key: "E")) ")\(printButton(l))"))
        \(aim(draft, c))
        \(figures(brief, c))
        \(attendance(brief, c))
        <div class="cols even"><div>\(promises(l("We promised"), brief.ours, brief.oursCount, c))</div>\
        <div>\(promises(l("They promised"), brief.theirs, brief.theirsCount, c))</div></div>
        \(objections(draft, c))
        <div class="aside">\(open(brief, c))</div>
        </div>
        """)
}

private func aim(_ draft: BriefDraft, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        l("What we want"),
        draft.aim.map { "<p class=\"body note\">\($0)</p>" }
            ?? emptyNote(
                l("Not written yet. Prepare says what this meeting is for, who comes, and what they will object.")))
}

private func figures(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let year = brief.sales.year
    let last = brief.interactions.first
    return """
        <dl class="figures">
        \(figure(l("Income, 12 months"), year.income.map(c.short) ?? l("unknown"), incomeNote(brief.sales, c)))
        \(figure(l("Receivables"), c.short(brief.ageing.open), debtNote(brief.ageing, c), alarm: brief.ageing.overdue > .zero))
        \(figure(l("Last contact"), last.map { c.day($0.day) } ?? "–", last.map { l.word($0.kind) } ?? l("none yet")))
        </dl>
        """
}

private func attendance(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !brief.people.isEmpty || !brief.guests.isEmpty else {
        return sheet(
            l("Who will sit there"), emptyNote(l("Nobody is known here yet. Who decides, who holds the budget?")))
    }
    return sheet(
        l("Who will sit there"),
        note: brief.brief.draft.people.isEmpty ? l("nobody is chosen: those nearest to the decision") : nil,
        peopleTable(
            l("Who will sit there"),
            "\(each: brief.people, { guest($0, c) })\(each: brief.guests, { guest($0, c) })", c))
}

private func guest(_ post: PostRow, _ c: Chrome) -> HTML {
    """
    <tr><th scope="row"><span class="clamp">\(personCell(post.person, vip: post.isVip, kol: post.isKol, c))</span></th>\
    <td><span class="clamp">\(post.title ?? "")</span></td><td>\(post.role.map { c.language.word($0) } ?? "")</td>\
    <td class="num">\(post.lastContact.map(c.day) ?? "")</td></tr>
    """
}

private func guest(_ person: Named<Person>, _ c: Chrome) -> HTML {
    """
    <tr><th scope="row"><span class="clamp">\(personLink(person, c))</span></th>\
    <td class="quiet">\(c.language("holds no post here"))</td><td></td><td></td></tr>
    """
}

private func promises(_ title: String, _ rows: [MatterRow], _ count: Int, _ c: Chrome) -> HTML {
    let l = c.language
    return sheet(
        title, note: count > rows.count ? l("\(rows.count) of \(count)") : nil,
        rows.isEmpty ? emptyNote(l("Nothing is open.")) : "\(each: rows, { promise($0, c) })")
}

/// A promise without its side: the panel says whose it is.
private func promise(_ matter: MatterRow, _ c: Chrome) -> HTML {
    """
    <div class="why"><span class="mark faint" aria-hidden="true">●</span>\
    <span class="clamp">\(anchor(matter.text, .matters(.edit(matter.id)), quietly: true, c))</span>\
    <span class="num\(if: (matter.daysOverdue(on: c.today) ?? 0) > 0, " bad")">\(dueText(matter, c))</span></div>
    """
}

private func objections(_ draft: BriefDraft, _ c: Chrome) -> HTML {
    let l = c.language
    let said = draft.objections.filter { !$0.isEmpty }
    guard !said.isEmpty else { return .none }
    return sheet(
        l("They will object"),
        """
        <dl class="body objections">\(each: said, { "<div><dt>\($0.text ?? "")</dt><dd>\(ifLet: $0.answer, { "\($0)" })</dd></div>" })</dl>
        """)
}

/// What is open apart from promises: risks, orders under way, and recent topics.
private func open(_ brief: BriefSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let rows: HTML = """
        \(each: brief.risks, { riskRow($0, withClient: false, c) })\(each: brief.orders, { order($0, c) })\
        \(each: brief.interactions, { interactionRow($0, withClient: false, c) })
        """
    let isEmpty = brief.risks.isEmpty && brief.orders.isEmpty && brief.interactions.isEmpty
    return sheet(l("Open, and said last"), isEmpty ? emptyNote(l("Nothing is open.")) : rows)
}

private func order(_ row: OrderRow, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <div class="why"><span class="mark faint" aria-hidden="true">▤</span>\
        <span>\(l("Order")) \(orderLink(Named(id: row.id, name: row.number), c)) \(orderBadge(row.status, l))</span>\
        <span class="num">\(c.short(row.figures.turnover))</span><small>\(l("ordered \(c.day(row.day))"))</small></div>
        """
}

/// The form that prepares a meeting.
package func briefForm(of client: Named<Client>, _ choices: InteractionChoices, _ state: FormState, _ c: Chrome) -> HTML
{
    let l = c.language
    let f = FormWriter(state, c)
    return layout(
        l("Prepare a meeting"), c,
        """
        \(trail(client.name, c.link(.clients(.brief(client.id)))))
        \(head(l("Prepare a meeting")))
        \(f.form(
            .clients(.prepareBrief(client.id)), back: c.link(.clients(.brief(client.id))),
            """
            <fieldset><legend>\(l("The meeting"))</legend>
            \(f.day("day", l("Day")))
            \(f.area("aim", l("What we want"), rows: 3))
            </fieldset>
            \(peopleFields(l("Who will sit there"), choices, f, c))
            <fieldset><legend>\(l("What they will object"))</legend>
            \(each: Array(1...BriefDraft.objections), { objectionFields($0, f, l) })
            </fieldset>
            """))
        """)
}

private func objectionFields(_ place: Int, _ f: FormWriter, _ l: Language) -> HTML {
    "\(f.text("objection-\(place)", l("Objection \(place)")))\(f.area("answer-\(place)", l("Our answer"), rows: 2))"
}
