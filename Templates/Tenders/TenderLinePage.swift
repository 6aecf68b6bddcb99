import Domain
import Routes

/// Asks which tender a typed line means.
package func tenderLinePage(_ text: String, _ found: [Named<Tender>], _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Which tender?"), c,
        """
        \(trail(l("Tenders"), c.link(.tenders(.board(TenderBoardQuery())))))
        \(head(l("Which tender?")))
        <form class="filters" action="\(c.base)/tenders/line"><label for="line">\(l("Line"))</label>
        <input id="line" name="text" value="\(typed: text)" maxlength="\(QuickLog.longest)"> <button class="button main">\(l("Go on"))</button></form>
        \(found.isEmpty ? sheet(l("No such tender"), emptyNote(l("A line begins with “tender”, then a piece of its number or words of its title, and a colon: “tender 0358: security paid”."))) : sheet(l("Several tenders may be meant"), "<ul class=\"body\">\(each: found, { "<li><a href=\"\(c.link(.tenders(.line(text, $0.id))))\">\($0.name)</a></li>" })</ul>"))
        """)
}
