import Domain
import Routes

/// What the desk is for and how to use it, on one page.
package func helpPage(_ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Help"), c,
        """
        \(head(l("Help")))
        <div class="reading">
        \(topic(l("The idea"), [
            l("A key account manager holds the few clients that bring most of the income. The desk keeps, for each of them, one dossier: who they are, who decides, what was said and what was promised by both sides."),
            l("Nothing here counts your visits. The desk shows what is unresolved."),
        ]))
        \(topic(l("The day"), [
            l("Today shows the promises that are late or due, what moved within a week, and birthdays ahead. A promise is done with one press of Done."),
            l("On a client's page press Log after a call or a visit: what it was about, who took part, what was agreed, and by when."),
        ]))
        \(topic(l("Words"), [
            l("VIP: decides or controls money. KOL: an opinion leader, who shapes colleagues' opinion. Somebody can be both."),
            l("Post: a person's place at a client. One person may hold several at once; one that has ended is kept."),
            l("Prospect: has not bought yet. Active: buys. Dormant: bought once, not lately. Lost: somebody of us said so, with the reason."),
        ]))
        \(topic(l("Finding"), [
            l("Search finds a word in any form: its inflections, with е for ё, and the beginning of the word you are typing. Tax numbers, phones and notes are searched too."),
        ]))
        \(topic(l("Files"), [
            l("Clients and people come from CSV files by the command line; twice changes nothing. A rehearsal with --dry-run says what would happen."),
            l("Put .json behind an address, and the same page comes as data."),
            l("Everything is in one SQLite file of yours. Copy it while the desk is closed, and you have a backup."),
        ]))
        </div>
        """)
}

private func topic(_ title: String, _ paragraphs: [String]) -> HTML {
    sheet(title, "<div class=\"body\">\(each: paragraphs, { "<p>\($0)</p>" })</div>")
}
