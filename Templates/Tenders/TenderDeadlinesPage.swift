import Domain
import Routes

/// The deadlines of a tender, or one's own, and the file that takes them into a calendar.
package func tenderDeadlinesPage(_ page: TenderDeadlines, _ c: Chrome) -> HTML {
    let l = c.language
    let (tender, dues) = (page.tender, page.dues)
    func file(_ names: Bool) -> String {
        let address = Route.tenders(.deadlines(tender?.id, names: names)).address
        return c.base + address.calendar.text
    }
    let content: HTML = """
        \(answer("<b>\(l("\(dues.count) deadlines are not done"))</b>."))
        \(sheet(l("Into a calendar"), """
        <div class="body"><p>\(l("The file opens in any calendar. Its entries say “Deadline” alone, because calendars are synchronised over other people's servers; with names they say the tender and the client."))</p>
        <p class="buttons"><a class="button main" href="\(file(false))" download>\(l("File without names"))</a> \
        <a class="button" href="\(file(true))" download>\(l("File with names"))</a></p>
        <p class="quiet">\(l("A file is as it was on the day it was made. What counts is this page."))</p>
        \(if: tender == nil, "<p><a href=\"\(c.link(.keys(.account)))\">\(l("A feed at a secret address is made in your account"))</a></p>")</div>
        """))
        \(dues.isEmpty ? .none : sheet(l("Deadlines"), "\(each: dues, { tenderDueRow($0, c) })"))
        """
    guard let tender else {
        return tendersPage(.calendar, title: l("My deadlines"), actions: printButton(l), c, content)
    }
    return layout(
        l("Deadlines"), c,
        "\(trail(tender.name, c.link(.tenders(.sheet(tender.id)))))\(head(l("Deadlines"), actions: printButton(l)))\(content)"
    )
}

/// A deadline that waits for a decision has no moment, so it is left out.
package func deadlineFile(_ dues: [TenderDue], names: Bool, at now: Moment, _ c: Chrome) -> CalendarFile {
    let l = c.language
    return CalendarFile(
        name: l("Deadlines"), at: now,
        entries: dues.compactMap { due in
            guard let moment = due.row.moment else { return nil }
            let draft = due.row.deadline.draft
            let title = names ? "\(l.word(draft.kind)): \(due.tender.name) · \(due.client.name)" : l("Deadline")
            return CalendarFile.Entry(
                uid: "tender-deadline-\(due.row.deadline.id.number)@kamdesk", sequence: due.row.sequence,
                start: moment, title: title,
                text: names ? l("Published as \(draft.day.iso) \(draft.time) \(draft.zone)") : nil)
        })
}
