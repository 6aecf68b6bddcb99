import Domain
import Routes

/// Asks before something is deleted, and says in at most ten lines what goes with it. If something needs it, says what instead.
package func deletionForm(
    _ name: String, _ sheet: DeletionSheet, what: String?, _ action: Action, back: Route, _ state: FormState,
    _ c: Chrome
) -> HTML {
    let l = c.language
    return layout(
        l("Delete"), c,
        """
        \(trail(name, c.link(back)))
        \(head(sheet.needs.isEmpty ? l("Delete “\(name)”?") : l("“\(name)” cannot be deleted")))
        \(if: state.isStale, "<p class=\"notice\" role=\"alert\">\(l("Somebody changed this record while you were looking at it. Look again before you go on."))</p>")
        \(each: state.problems.byField.sorted { $0.key < $1.key }, { "<p class=\"notice\" role=\"alert\">\(l.word($0.value))</p>" })
        \(sheet.needs.isEmpty ? asking(name, sheet, what, action, back, state, c) : needing(sheet, back, c))
        """)
}

private func asking(
    _ name: String, _ sheet: DeletionSheet, _ what: String?, _ action: Action, _ back: Route, _ state: FormState,
    _ c: Chrome
) -> HTML {
    let l = c.language
    return """
        \(if: sheet.going.isEmpty, "<p>\(l("Nothing else goes with it."))</p>")
        \(if: !sheet.going.isEmpty, "<p>\(l("With it go:"))</p>\(goingList(sheet.going, of: name, l))")
        \(ifLet: what, { "<p>\($0)</p>" })
        <p class="quiet">\(l("It stays under “Deleted, last 30 days” until \(c.day(c.today + DeletedPage.days)), from where one press brings it back; its history stays for good."))</p>
        <form class="form" method="post" action="\(c.action(action))">\(hidden(c, version: state.version))\
        <input type="hidden" name="once" value="\(c.formNumber())">
        <p class="buttons"><button class="button dangerous">\(l("Delete"))</button>
        <a class="button" href="\(c.link(back))">\(l("Keep it"))</a></p>
        </form>
        """
}

/// A line for each kind with the names of the first ones; the last line sums up the rest. `name` is that of the record with which they go;
/// many records have no other.
func goingList(_ going: [Going], of name: String = "", _ l: Language) -> HTML {
    let lines = going.count > goingLines ? going.prefix(goingLines - 1) : going[...]
    let rest = going.dropFirst(lines.count).reduce(0) { $0 + $1.count }
    return """
        <ul class="going">\(each: lines, { "<li>\(goingLine($0, of: name, l))</li>" })\
        \(if: rest > 0, "<li>\(l("\(rest) other records"))</li>")</ul>
        """
}

private let goingLines = 9

private func goingLine(_ going: Going, of name: String, _ l: Language) -> HTML {
    let names = going.names.filter { !$0.isEmpty && $0 != name }
    guard !names.isEmpty else { return "\(l.count(going.count, of: going.subject))" }
    let more = going.count > names.count ? " …" : ""
    return "<b>\(l.count(going.count, of: going.subject))</b>: \(names.joined(separator: "; "))\(more)"
}

private func needing(_ sheet: DeletionSheet, _ back: Route, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <p>\(l("These need it as it is:"))</p>
        <ul class="going">\(each: sheet.needs, { "<li>\(culprit($0, c))</li>" })\(if: sheet.needsMore, "<li>…</li>")</ul>
        <p class="quiet">\(l("Delete them first, or keep this."))</p>
        <p class="buttons">\(button(l("Keep it"), c.link(back), main: true))</p>
        """
}

/// A record that is in the way: its kind and its name, with a link if it has a page.
func culprit(_ culprit: Culprit, _ c: Chrome) -> HTML {
    let l = c.language
    let name = Day(culprit.title).map { c.day($0) } ?? culprit.title
    let shown: HTML = culprit.subject.page(culprit.record).map { anchor(name, $0, c) } ?? "\(name)"
    return "\(l.word(culprit.subject)) \(shown)"
}

/// Why a record cannot be put back to how it was, in one sentence.
func hindranceWords(_ hindrance: Hindrance, _ c: Chrome) -> HTML {
    let l = c.language
    let (title, other) = (hindrance.title, hindrance.culprit)
    let name = Day(other.title).map { c.day($0) } ?? other.title
    switch hindrance.reason {
    case .taken(let value): return "\(l("“\(value)” is now that of another:")) \(culprit(other, c))"
    case .gone:
        return "\(l("\(l.word(other.subject)) “\(name)”, to which it belongs, is deleted too: bring that back first."))"
    case .needed: return "\(l("“\(title)” is needed by another:")) \(culprit(other, c))"
    }
}
