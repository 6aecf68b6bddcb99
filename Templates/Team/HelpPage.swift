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
            l("Today shows the promises that are overdue or due, what moved within a week, and birthdays ahead. A promise is done with one press of Done."),
            l("On a client's page press Log after a call or a visit: what it was about, who took part, what was agreed, and by when."),
        ]))
        \(topic(l("Words"), [
            l("VIP: decides or controls money. KOL: an opinion leader, who shapes colleagues' opinion. Somebody can be both."),
            l("Post: a person's place at a client. One person may hold several at once; one that has ended is kept."),
            l("Prospect: has not bought yet. Active: buys. Dormant: bought once, not lately. Lost: somebody of us said so, with the reason."),
        ]))
        \(topic(l("Money"), [
            l("Turnover is what was shipped, at its price less discount and without VAT, on the day it shipped, minus what came back. Income is turnover minus cost; where a cost is unknown, so is the income, and the page says of how much."),
            l("A shipment counts for the KAM who held the client on its day. Invoices and payments are with VAT; a payment settles the undisputed invoices due first unless its page says otherwise."),
            l("At risk: undisputed debt overdue by more than 30 days; income of three full months under 70 % of the same months a year ago; no order for twice the median interval of the last ones."),
        ]))
        \(topic(l("Nothing is lost"), [
            l("What you type is kept in this browser until it is saved: after a reload, a closed tab or a restart it is there again."),
            l("The page that follows an act offers Undo; history takes back any act as a whole, and what was deleted comes back with all that went with it."),
            l("Where two change one record, what does not clash is merged, and what clashes is shown in both versions."),
            l("A contact can be typed in one line, in Today or when you log it: whom it was with, a colon, what was said, and what was promised by when."),
        ]))
        <section id="keys"><h2>\(l("Keys"))</h2>
        <table><tbody>\(each: keys(l), { "<tr><th scope=\"row\"><kbd>\($0.key)</kbd></th><td>\($0.does)</td></tr>" })</tbody></table>
        <p class="tick keys-switch" hidden><label><input type="checkbox"> \(l("Single keys work"))</label></p></section>
        \(topic(l("On paper"), [
            l("Print, on a client's page, puts the dossier on paper: the sections you choose, and what is left out is named. The brief is one sheet for a meeting: who will sit there, what was promised, what we want, and the answer to what they will object. Every other page prints too."),
        ]))
        \(topic(l("Finding"), [
            l("Search finds a word in any form: its inflections, with е for ё, and the beginning of the word you are typing. Tax numbers, phones and notes are searched too."),
        ]))
        \(topic(l("Files"), [
            l("Clients, people, products, orders, invoices and payments come from CSV files, on the page Import or by the command line; the same file twice changes nothing. A rehearsal shows beforehand what would be done, and one press takes a whole import back."),
            l("CSV beside a table takes it away as a file. Amounts in the data are whole minor units: kopecks, cents."),
            l("Put .json behind an address, and the same page comes as data."),
            l("Everything is in one SQLite file of yours. The desk keeps a copy of each day beside it; Settings say how they stand, and offer the latest for download."),
        ]))
        </div>
        """)
}

private func topic(_ title: String, _ paragraphs: [String]) -> HTML {
    sheet(title, "<div class=\"body\">\(each: paragraphs, { "<p>\($0)</p>" })</div>")
}

/// What the keys do. `Public/js/keys.js` implements them.
private func keys(_ l: Language) -> [(key: String, does: String)] {
    [
        ("/", l("find; Ctrl K does so even while you type")), ("N", l("new")), ("L", l("log a contact")),
        ("E", l("edit")), ("U", l("undo what was saved just now")), ("B", l("the brief of a client's meeting")),
        ("Ctrl Enter", l("save what is typed")),
        ("P", l("print")), ("F", l("filter the list")), ("T", l("to the rows of the table; arrows walk them")),
        ("?", l("these keys")),
    ]
}
