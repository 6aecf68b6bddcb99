import Domain
import Routes

/// A whole page: the rail, the bar and the page's own content. A page that shows running work is `refreshing`: it reloads each second.
func layout(_ title: String, _ c: Chrome, refreshing: Bool = false, _ main: HTML) -> HTML {
    let l = c.language
    return """
        <!doctype html>
        <html lang="\(l.tongue.rawValue)"\(onPaper(title, c))>
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        \(if: refreshing, "<meta http-equiv=\"refresh\" content=\"1\">")<title>\(title) · kamdesk</title>
        \(ifLet: c.styles, { "<style>\(each: $0, { $0 })</style>" })\(if: c.styles == nil, served(c))
        </head>
        \(c.styles == nil ? desk(c, main) : "<body><main class=\"page\">\(main)</main></body>")
        </html>
        """
}

/// The head and foot of each printed sheet. `print.css` takes them from here.
private func onPaper(_ title: String, _ c: Chrome) -> HTML {
    let l = c.language
    let printed = "\(c.frame.viewer.name), \(l.dayOfYear(c.today)), \(l.time(c.now))"
    let title = !c.secrets.isEmpty ? "\(title) — \(l("Trade secret"))" : title
    return " data-running=\"\(title)\" data-printed=\"\(printed)\" data-page=\"\(l("page"))\" data-of=\"\(l("of"))\""
}

/// The styles and scripts of a page from the server.
private func served(_ c: Chrome) -> HTML {
    """
    <link rel="stylesheet" href="\(c.base + c.asset(wholeStyle))">
    <link rel="icon" type="image/svg+xml" href="\(c.base + c.asset("icon.svg"))">
    <script type="module" src="\(c.base + c.asset("desk.js"))"></script>
    """
}

/// The name of the file that holds all style sheets.
package let wholeStyle = "whole.css"

/// The files in `Public/css`, in the order of their layers.
package let styleSheets = [
    "tokens.css", "base.css", "parts.css", "marks.css", "pages.css", "tables.css", "people.css", "tenders.css",
    "dashboards.css", "plans.css",
    "map.css", "print.css",
    "brief.css",
]

/// The rail, the bar and the page's own content. Before the login, the content only.
private func desk(_ c: Chrome, _ main: HTML) -> HTML {
    let l = c.language
    guard !c.frame.viewer.isStranger else {
        return """
            <body><main class="page door" id="main" tabindex="-1"><p class="mark">kamdesk</p>
            \(if: c.isDamaged, damageNotice(c))\(ifLet: c.trouble, { troubleNotice($0, c) })\(main)</main></body>
            """
    }
    return """
        <body data-help="\(c.link(.help))" data-viewer="\(c.frame.viewer.id.number)">
        <a class="skip" href="#main">\(l("Skip to the page"))</a>
        <div class="desk">
        \(rail(c))
        <div class="work">
        \(bar(c))
        <main class="page" id="main" tabindex="-1">
        \(if: c.warnsOfReaders, "<p class=\"notice unprinted\">\(l("Anybody on this network can read what is typed here: the desk was started with --plain-http."))</p>")
        \(if: c.isDamaged, damageNotice(c))
        \(ifLet: c.alsoOpen, { "<p class=\"quiet unprinted\" role=\"status\" data-presence>\($0)</p>" })
        \(if: !c.secrets.isEmpty, "<p class=\"notice secret unprinted\">\(l.tradeSecret(of: c.secrets.map(\.name)))</p>")
        \(ifLet: c.trouble, { troubleNotice($0, c) })
        \(ifLet: c.saved, { savedNote($0, c) })
        \(main)
        </main>
        </div>
        </div>
        </body>
        """
}

/// Says what the last act did, and offers to undo it if the viewer may.
private func savedNote(_ saved: SavedAct, _ c: Chrome) -> HTML {
    """
    <div class="saved" role="status"><span>\(saved.change.map { savedText($0, isReversal: saved.isReversal, c) } ?? c.language("Saved."))</span>\
    \(if: saved.mayBeUndone, undo(saved, c))</div>
    """
}

private func undo(_ saved: SavedAct, _ c: Chrome) -> HTML {
    """
    <form class="act" method="post" action="\(c.action(.takeBack(saved.line)))">\(hidden(c))\
    <input type="hidden" name="once" value="\(c.formNumber())"><input type="hidden" name="back" value="\(c.here)">\
    \(ifLet: saved.change.flatMap { $0.subject == .matter ? $0 : nil }, { "<input type=\"hidden\" name=\"at\" value=\"\(rowName(of: Matter.ID($0.record)))\">" })\
    <button class="plain" aria-keyshortcuts="U">\(c.language("Undo"))</button></form>
    """
}

private func rail(_ c: Chrome) -> HTML {
    let l = c.language
    return """
        <nav class="rail" id="rail" popover aria-label="\(l("Desk"))">
        <a class="mark" href="\(c.link(.today))">kamdesk</a>
        \(railLinks(at: .top, c))
        <div class="end">
        \(railLinks(at: .end, c))
        <form class="tongue" method="post" action="\(c.action(.team(.speak)))">
        \(hidden(c))<input type="hidden" name="back" value="\(c.here)">
        \(each: Tongue.allCases.filter { $0 != l.tongue }, { other in
            "<button class=\"plain\" name=\"tongue\" value=\"\(other.rawValue)\" lang=\"\(other.rawValue)\">\(l.word(other))</button>"
        })
        </form>
        \(railLinks(at: .foot, named: c.frame.viewer.name, c))
        \(if: !c.frame.viewer.needsNoLogin, """
            <form class="tongue" method="post" action="\(c.action(.keys(.logOut)))" data-sign-out>\(hidden(c))\
            <button class="plain">\(l("Log out"))</button></form>
            """)
        </div>
        </nav>
        """
}

private func railLinks(at place: SectionDeclaration.Place, named name: String? = nil, _ c: Chrome) -> HTML {
    let current = currentSection(c)
    return "\(each: Section.at(place), { railLink($0, named: name, isCurrent: $0 == current, c) })"
}

private func railLink(_ section: Section, named name: String?, isCurrent: Bool, _ c: Chrome) -> HTML {
    let declared = section.declaration
    guard c.may(declared.access) else { return .none }
    return """
        <a href="\(c.base)\(declared.address)"\(if: isCurrent, " aria-current=\"page\"")><span>\(name ?? c.language(named: declared.name))</span>\
        \(ifLet: declared.tally(c.frame.tallies), { "<span class=\"count\">\(c.language.number($0))</span>" })</a>

        """
}

/// The name of the section in which the viewer is; where the rail is hidden, it stands on the button that opens it.
private func here(_ c: Chrome) -> String {
    currentSection(c).map { c.language(named: $0.declaration.name) } ?? c.language("Menu")
}

private func currentSection(_ c: Chrome) -> Section? { c.dossier == nil ? c.route?.page.section : .clients }

private func bar(_ c: Chrome) -> HTML {
    let l = c.language
    var (typed, origin) = ("", c.route?.page.record == nil ? nil : c.route?.address.path)
    if case .search(let query) = c.route?.page as? DeskRoute { (typed, origin) = (query.text, query.here) }
    return """
        <header class="bar">
        <button type="button" class="button rooms-button" popovertarget="rail"><span aria-hidden="true">☰ </span>\(here(c))</button>
        <form class="find" role="search" action="\(c.link(.search("")))" data-search>
        <input type="search" name="q" dir="auto" value="\(typed: typed)" aria-label="\(l("Find"))" aria-keyshortcuts="/ Control+K" autocomplete="off"
         placeholder="\(l("Find a client, person, order, page…"))" data-here="\(l("On this page"))">
        \(ifLet: origin, { "<input type=\"hidden\" name=\"here\" value=\"\($0)\">" })<button class="plain" name="go" value="1">\(l("Find"))</button>
        </form>
        <span class="quiet date">\(l.weekday(c.today))</span>
        \(if: c.may(.clerk), newMenu(c))
        </header>
        """
}

private func newMenu(_ c: Chrome) -> HTML {
    let l = c.language
    return """
        <details class="menu">
        <summary class="button main" aria-keyshortcuts="N">\(l("New"))</summary>
        <ul>
        \(each: formsOfSections(c), { "<li><a href=\"\(c.base)\($0.address)\">\(l(named: $0.short))</a></li>\n" })\
        </ul>
        </details>
        """
}

/// The forms for new records that the viewer may use, in the order of the rail.
func formsOfSections(_ c: Chrome) -> [SectionDeclaration.Form] {
    Section.forms.filter { c.may($0.access) }
}

/// The hidden fields in every form.
func hidden(_ c: Chrome, version: Int? = nil) -> HTML {
    """
    <input type="hidden" name="token" value="\(c.token)"><input type="hidden" name="viewer" value="\(c.frame.viewer.id.number)">\
    \(ifLet: version, { "<input type=\"hidden\" name=\"version\" value=\"\($0)\">" })
    """
}
