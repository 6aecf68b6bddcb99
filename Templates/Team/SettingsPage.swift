import Domain
import Routes

package func settingsPage(_ page: SettingsSheet, _ desk: FormState, colleague: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Settings"), c,
        """
        \(head(l("Settings")))
        <div class="cols"><div>
        \(sheet(l("The desk"), deskForm(desk, c)))
        </div><div>
        \(colleagues(page, colleague, c))
        \(sheet(l("This program"), program(page, l)))
        </div></div>
        """)
}

private func deskForm(_ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return """
        <div class="body">\(f.form(
            .team(.changeSettings), back: c.link(.settings),
            """
            \(f.text("desk_name", l("Name of the desk"), required: true))
            \(f.text("currency", l("Currency"), required: true, hint: l("Three letters: RUB, EUR, USD. All amounts are in it."), width: "narrow"))
            \(f.text("time_zone", l("Time zone"), required: true, hint: l("As Europe/Moscow: its calendar says what day it is."), width: "narrow"))
            """))</div>
        """
}

private func colleagues(_ page: SettingsSheet, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return sheet(
        l("Colleagues"), note: l("those of us who hold clients"),
        """
        <ul class="body rename">\(each: page.colleagues, { rename($0, c) })</ul>
        <div class="body">\(f.form(
            .team(.addColleague), back: c.link(.settings), save: l("Add"),
            """
            \(f.text("name", l("Name"), required: true))
            \(f.choice("role", l("Role"), Role.allCases.map { ($0.rawValue, l.word($0)) }))
            """))</div>
        """)
}

private func rename(_ user: User, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        <li><form method="post" action="\(c.action(.team(.changeColleague(user.id))))">\(hidden(c))
        <input name="name" value="\(user.name)" aria-label="\(l("Name of \(user.name)"))" required>
        <select name="role" aria-label="\(l("Role of \(user.name)"))">\(each: Role.allCases, { role in
            "<option value=\"\(role.rawValue)\"\(if: role == user.role, " selected")>\(l.word(role))</option>"
        })</select>
        <button class="plain" aria-label="\(l("Save \(user.name)"))">\(l("Save"))</button></form></li>
        """
}

private func program(_ page: SettingsSheet, _ l: Language) -> HTML {
    """
    <dl class="body facts"><div><dt>\(l("Version"))</dt><dd>kamdesk \(page.version)</dd></div>
    <div><dt>\(l("Schema"))</dt><dd>\(page.schema)</dd></div></dl>
    """
}
