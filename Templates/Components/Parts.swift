import Domain
import Routes

/// A panel of a page: a heading, a quiet note, a link to the full list, and its rows.
func sheet(_ title: String, note: String? = nil, link: (text: String, to: String)? = nil, _ body: HTML) -> HTML {
    panel(title, note: note, "\(ifLet: link, { "<a href=\"\($0.to)\">\($0.text)</a>" })", body)
}

/// A panel with a table that can be exported as CSV.
func sheet(_ title: String, note: String? = nil, export: Route, _ body: HTML, _ c: Chrome) -> HTML {
    panel(title, note: note, c.isPaper ? .none : exportLink(export, c), body)
}

private func panel(_ title: String, note: String?, _ end: HTML, _ body: HTML) -> HTML {
    """
    <section class="sheet"><header><h2>\(title)</h2>\
    \(ifLet: note, { "<span class=\"quiet\">\($0)</span>" })\(end)</header>
    \(body)
    </section>
    """
}

/// One of the key figures at the top of a page.
func figure(_ name: String, _ value: String, _ note: String, alarm: Bool = false) -> HTML {
    "<div><dt>\(name)</dt><dd>\(value) <small\(if: alarm, " class=\"bad\"")>\(note)</small></dd></div>"
}

/// The same with a link to what it is made of.
func figure(_ name: String, _ value: String, _ route: Route, _ note: String, alarm: Bool = false, _ c: Chrome) -> HTML {
    "<div><dt>\(name)</dt><dd>\(anchor(value, route, quietly: true, c)) <small\(if: alarm, " class=\"bad\"")>\(note)</small></dd></div>"
}

/// What an empty panel says.
func emptyNote(_ text: String, _ action: HTML = .none) -> HTML {
    "<div class=\"body empty\"><p>\(text)</p>\(action)</div>"
}

/// A link that looks like a button. `key` is the single key that presses it.
func button(_ text: String, _ to: String, main: Bool = false, key: StaticString? = nil) -> HTML {
    "<a class=\"button\(if: main, " main")\" href=\"\(to)\"\(ifLet: key, { " aria-keyshortcuts=\"\($0)\"" })>\(text)</a>"
}

/// A small form with one button. `version` is the version of the record that it changes. If it `returns`, this page is shown again, at the
/// place `at` if that is given.
func actButton(
    _ action: Action, _ word: String, label: String, version: Int? = nil, returns: Bool = false,
    at place: String? = nil,
    _ c: Chrome
) -> HTML {
    """
    <form class="act" method="post" action="\(c.action(action))">\(hidden(c, version: version))\
    \(if: returns, "<input type=\"hidden\" name=\"back\" value=\"\(c.here)\">")\
    \(ifLet: place, { "<input type=\"hidden\" name=\"at\" value=\"\($0)\">" })\
    <button class="plain" aria-label="\(label)">\(word)</button></form>
    """
}

/// A link to what can be done with a row. `label` says it with the row's name, for those who hear the page.
func actLink(_ word: String, label: String, _ page: Route, _ c: Chrome) -> HTML {
    "<a class=\"act\" href=\"\(c.link(page))\" aria-label=\"\(label)\">\(word)</a>"
}

/// Prints the page. `keys.js` shows the button and makes it work.
func printButton(main: Bool = false, _ l: Language) -> HTML {
    "<button type=\"button\" class=\"button\(if: main, " main")\" data-print hidden>\(l("Print"))</button>"
}

/// The top of a page: its name, its badges and its actions.
func head(_ title: String, badges: HTML = .none, actions: HTML = .none) -> HTML {
    "<div class=\"head\"><h1>\(title)</h1>\(badges)<span class=\"actions\">\(actions)</span></div>"
}

func flagBadges(vip: Bool, kol: Bool) -> HTML {
    "\(if: vip, " <span class=\"badge\">VIP</span>")\(if: kol, " <span class=\"badge\">KOL</span>")"
}

func statusBadge(_ status: ClientStatus, _ l: Language) -> HTML {
    let style: StaticString =
        switch status {
        case .active: " key"
        case .lost: " alarm"
        case .prospect, .dormant: ""
        }
    return "<span class=\"badge\(style)\">\(l.word(status))</span>"
}

/// A record's name with a link to its page; on paper, the name only.
func anchor(_ text: String, _ route: Route, quietly: Bool = false, _ c: Chrome) -> HTML {
    guard !c.isPaper else { return "\(text)" }
    return "<a\(if: quietly, " class=\"quietly\"") href=\"\(c.link(route))\">\(text)</a>"
}

/// A link to a page of a feature, as rows of lists have it.
func anchor(_ text: String, to page: some SectionRoute, quietly: Bool = false, _ c: Chrome) -> HTML {
    guard !c.isPaper else { return "\(text)" }
    return "<a\(if: quietly, " class=\"quietly\"") href=\"\(c.link(to: page))\">\(text)</a>"
}

func clientLink(_ client: Named<Client>, _ c: Chrome) -> HTML {
    anchor(client.name, to: ClientRoute.sheet(client.id), c)
}

func personLink(_ person: Named<Person>, _ c: Chrome) -> HTML {
    anchor(person.name, to: PersonRoute.sheet(person.id), c)
}

/// Links to the pages before and after this one in a list, and how many rows of it this page has, on paper too. `all` is the number of
/// rows of the whole list; nil if nobody has counted them.
func pager(earlier: String?, later: String?, shown: Int, of all: Int? = nil, _ l: Language) -> HTML {
    guard earlier != nil || later != nil else { return .none }
    return """
        <nav class="pager" aria-label="\(l("Pages"))">
        \(ifLet: earlier, { "<a class=\"button\" rel=\"prev\" href=\"\($0)\">← \(l("Previous"))</a>" })
        \(ifLet: later, { "<a class=\"button\" rel=\"next\" href=\"\($0)\">\(l("Next")) →</a>" })
        <span class="quiet">\(all.map { l("\(shown) of \($0)") } ?? l("\(shown) rows of a longer list"))</span>
        </nav>
        """
}

/// A link back to the record that the page belongs to.
func trail(_ name: String, _ to: String) -> HTML { "<p class=\"trail\"><a href=\"\(to)\">← \(name)</a></p>" }
