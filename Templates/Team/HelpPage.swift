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
            l("Today begins with a sentence on how things stand. Below are the promises: the most recently overdue first, then those due in the next seven days; the rest opens with one press. Press Done to mark a promise as done; this can be undone."),
            l("On a client's page press Log after a call or a visit: what it was about, who took part, what was agreed, and by when."),
        ]))
        \(oneLine(l))
        \(topic(l("Words"), [
            l("VIP: decides or controls money. KOL: an opinion leader, who shapes colleagues' opinion. Somebody can be both."),
            l("Post: a person's place at a client. One person may hold several at once; one that has ended is kept."),
            l("Prospect: has not bought yet. Active: buys. Dormant: bought once, not lately. Lost: one of us said so, with the reason."),
        ]))
        \(influence(l))
        \(ladder(l))
        \(topic(l("VIP projects"), [
            l("A project is what we want to reach with one person at one client: a goal, how we will know, steps promised by both sides, and a budget that a head or a director approves."),
            l("The KAM and the head set the goals together and look at them again in a joint review. Its level says how the head leads on this project; an overdue review shows up in Today."),
        ], "\(projectPicture(l))\(levels(l))"))
        \(topic(l("Tenders"), [
            l("The board shows the tenders that are not over, by stage; a card says what is due next and what is in the way. A stage leads only to those that its procedure knows. Deadlines keep the clock of the zone in which they were published."),
            l("The outcome belongs to the lot. A lost lot needs its reason, and the next tender like it shows it. From the announcement to the decision a contact with those who decide is asked for its lawful subject."),
            l("One typed line is enough for what happens every day: “tender 0358: security paid”. A piece of the number will do."),
        ]))
        \(topic(l("Events"), [
            l("An event has guests and talks. Each guest answers the invitation, and after the event the desk knows who was there; the cost per guest follows from that. On paper an event is the list for the door."),
        ], eventPicture(l)))
        \(topic(l("Roles"), [
            l("A KAM works with their own clients, a head with the department's, a director with all. Sales support keeps orders and money, a reader only reads, an administrator looks after the team and sees no client."),
        ], "\(rolesPicture(l))<p><a href=\"\(c.link(.team(.rights)))\">\(l("Permissions"))</a></p>"))
        \(topic(l("Money"), [
            l("Turnover is what was shipped, at its price less discount and without VAT, on the day it shipped, minus what came back. Income is turnover minus cost; where a cost is unknown, so is the income, and the page says of how much."),
            l("A shipment counts for the KAM who held the client on its day. Invoices and payments are with VAT; a payment settles the undisputed invoices due first unless its page says otherwise."),
            l("At risk: undisputed debt overdue by more than 30 days; income of three full months under 70 % of the same months a year ago; no order for twice the median interval of the last ones."),
        ]))
        \(topic(l("Nothing is lost"), [
            l("What you type is kept in this browser until it is saved: after a reload, a closed tab or a restart it is there again."),
            l("After every action the page offers Undo; the history can undo any action as a whole, and what was deleted comes back with everything that went with it."),
            l("Where two change one record, what does not clash is merged, and what clashes is shown in both versions."),
        ]))
        <section id="keys"><h2>\(l("Keys"))</h2>
        <table><tbody>\(each: Key.allCases, { "<tr><th scope=\"row\"><kbd>\($0.rawValue)</kbd></th><td>\($0.does(in: l))</td></tr>" })</tbody></table>
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

private func topic(_ title: String, _ paragraphs: [String], _ picture: HTML = .none) -> HTML {
    sheet(title, "<div class=\"body\">\(each: paragraphs, { "<p>\($0)</p>" })\(picture)</div>")
}

/// The grammar of the line that fills in the form of an interaction.
private func oneLine(_ l: Language) -> HTML {
    let parts = [
        (l("visit"), l("what it was: call, visit, meeting, message; without it a call")),
        (l("yesterday"), l("when: a weekday or a day; without it today")),
        (l("Sokolova"), l("whom: last names or the client; if several fit, the form asks which one")),
        (":", l("ends the names")),
        (l("wants an audit"), l("what was said: the first part is the topic, the rest the note")),
        (l("we send data by Fri"), l("a promise: begins with we or they, or has a day by which it is due")),
    ]
    return topic(
        l("In one line"),
        [
            l(
                "An interaction can be typed in one line, in Today (key L) or when you log it. It fills in the form; nothing is saved before you look."
            )
        ],
        """
        <p><code>\(l("visit yesterday Sokolova: wants an audit, we send data by Fri"))</code></p>
        <dl class="facts">\(each: parts, { "<div><dt><code>\($0.0)</code></dt><dd>\($0.1)</dd></div>" })</dl>
        """)
}

private func influence(_ l: Language) -> HTML {
    let stances: [(Int?, String)] = [
        (2, l("helps us by themselves")), (0, l("decides on the matter alone")), (-2, l("works for another supplier")),
        (nil, l("not assessed yet: ask")),
    ]
    return topic(
        l("Influence and the map"),
        [
            l(
                "Power, from 1 to 5, is how much somebody decides at a client; stance is how far they are for or against us. Each is an assessment with a date, a source and how sure we are: “Reassess” adds a new one and keeps the old."
            ),
            l(
                "The map shows people and their ties. The larger the circle, the more power; the ring is how close we are; a dashed line sets two people against each other. The balance weighs the stances by power. “Who introduces me?” finds the shortest way to somebody over people who know us."
            ),
        ],
        """
        <p>\(powerMark(4, l)) \(l("power 4 of 5: little is decided without them"))</p>
        <ul class="plain-list">\(each: stances, { "<li>\(stanceMark($0.0, l)): \($0.1)</li>" })</ul>
        \(mapPicture(l))
        """)
}

private func ladder(_ l: Language) -> HTML {
    let signs: [(LadderStep, String)] = [
        (.none, l("we know that they exist")), (.contact, l("they have our card, and we have spoken")),
        (.acquainted, l("they know us and the company, and we know what there is to know of them")),
        (.loyal, l("they know our products and speak of them with respect")),
        (.close, l("they share plans with us and let us ask for help")),
    ]
    return topic(
        l("The ladder"),
        [
            l(
                "How close a colleague is to a person. Each step up needs evidence; anyone who slips back or stands still for four months shows up in Today."
            )
        ],
        "<dl class=\"facts\">\(each: signs, { "<div><dt>\(stepMark($0.0, l))</dt><dd>\($0.1)</dd></div>" })</dl>")
}

private func levels(_ l: Language) -> HTML {
    """
    <dl class="facts">\(each: DevelopmentLevel.allCases, { level in
    "<div><dt>\(l.word(level))</dt><dd>\(l.sign(of: level)); \(l.word(level.style))</dd></div>"
    })</dl>
    """
}
