import Domain
import Routes

package func settingsPage(
    _ page: SettingsSheet, _ desk: FormState, colleague: FormState, copies: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    return layout(
        l("Settings"), c,
        """
        \(head(l("Settings")))
        <div class="cols"><div>
        \(if: c.may(.administrator), sheet(l("The desk"), deskForm(desk, c)))
        \(sheet(l("The team"), teamLinks(c)))
        </div><div>
        \(colleagues(page, colleague, c))
        \(ifLet: page.backups, { Templates.copies($0, isLocked: page.sealsCopies, c) })
        \(if: c.may(.director), passphrase(isSet: page.sealsCopies, copies, c))
        \(sheet(l("This program"), program(page, l)))
        </div></div>
        """)
}

private func deskForm(_ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return """
        <div class="body">\(f.form(
            .team(.changeSettings), back: c.link(.team(.settings)),
            """
            \(f.text("desk_name", l("Name of the desk"), required: true))
            \(f.text("currency", l("Currency"), required: true, hint: l("Three letters: RUB, EUR, USD. All amounts are in it."), width: "narrow"))
            \(f.text("time_zone", l("Time zone"), required: true, hint: l("As Europe/Moscow: its calendar says what day it is."), width: "narrow"))
            \(f.text("key_percent", l("Key above, per cent"), hint: l("Of the income of twelve full months, of the company, a department or a KAM's clients. The source says both “more than” and “at least”: only what is above counts here."), width: "narrow"))
            \(f.text("critical_percent", l("Critical dependency above, per cent"), width: "narrow"))
            \(f.text("mono_percent", l("Mono-client above, per cent"), width: "narrow"))
            \(f.text("key_amount", l("Key from an income of"), hint: l("Optional: a client that brings at least so much in twelve months is key whatever its share."), width: "narrow"))
            \(f.text("npv_rate", l("Rate of a year, per cent"), hint: l("Optional: by how much less the money of a later year counts in what an investment is worth."), width: "narrow"))
            \(f.day("npv_since", l("Rate since")))
            \(f.text("active_months", l("Months until a client is dormant"), hint: l("A client is active for so many months after the last shipment."), width: "narrow"))
            """))</div>
        """
}

private func colleagues(_ page: SettingsSheet, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return sheet(
        l("Colleagues"), note: l("those of us who hold clients"),
        """
        \(table(
            l("Colleagues"), [Column(l("Full name"), .name), Column(l("Role")), .acts(l("Change"))], page.colleagues,
            { cells($0, c) }))
        \(if: c.may(.administrator), """
            <div class="body">\(f.form(
                .team(.addColleague), back: c.link(.team(.settings)), save: l("Add"), fields(f, page.departments, l)))</div>
            """)
        """)
}

private func cells(_ user: User, _ c: Chrome) -> [HTML] {
    let l = c.language
    return [
        "\(user.name)\(if: !user.isActive, " <span class=\"badge\">\(l("has left"))</span>")",
        "\(l.word(user.role))\(ifLet: user.department, { ", \($0.name)" })\(if: user.administers && user.role != .administrator, ", \(l("administers"))")",
        """
        \(if: c.may(.lead), "\(actLink(l("Hand over"), label: l("Hand over all clients of \(user.name)"), .team(.handoverBook(user.id)), c)) ")\
        \(if: c.may(.administrator), actLink(l("Edit"), label: l("Edit: \(user.name)"), .team(.colleague(user.id)), c))
        """,
    ]
}

private func fields(_ f: FormWriter, _ departments: [String], _ l: Language) -> HTML {
    """
    \(f.text("name", l("Full name"), required: true))
    \(f.choice("role", l("Role"), Role.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("department", l("Department"), list: departments))
    \(f.tick("administers", l("Administrator: team, settings, copies")))
    """
}

private func teamLinks(_ c: Chrome) -> HTML {
    let l = c.language
    return """
        <ul class="body rooms"><li><a href="\(c.link(.team(.absences)))">\(l("Absences and deputies"))</a></li>
        <li><a href="\(c.link(.team(.rights)))">\(l("Permissions"))</a></li>
        \(if: c.may(.administrator), "<li><a href=\"\(c.link(.team(.log(HistoryQuery()))))\">\(l("Log of logins and administration"))</a></li>")
        <li><a href="\(c.link(.periods(.list)))">\(l("Periods"))</a></li>
        <li><a href="\(c.link(.periods(.calendar)))">\(l("Working days"))</a></li>
        <li><a href="\(c.link(.templates(.list)))">\(l("What a new tender begins with"))</a></li>
        <li><a href="\(c.link(.signals(.rules)))">\(l("Rules of laws"))</a></li>
        <li><a href="\(c.link(.deleted()))">\(l("Deleted, last 30 days"))</a></li>
        <li><a href="\(c.link(.keys(.account)))">\(l("Your account: password, second factor, logins"))</a></li></ul>
        """
}

/// The form of one colleague.
/// `mayInvite`: the viewer has a password, as whoever lets others in must.
package func colleagueForm(
    _ user: User, _ departments: [String], _ state: FormState, keys: FormState, mayInvite: Bool, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return layout(
        l("Edit colleague"), c,
        """
        \(trail(l("Settings"), c.link(.team(.settings))))
        \(head(l("Edit colleague")))
        \(f.form(.team(.changeColleague(user.id)), back: c.link(.team(.settings)),
            "\(fields(f, departments, l))\(f.tick("has_left", l("Has left: may not log in any more")))"))
        \(if: c.may(.lead), "<p><a href=\"\(c.link(.team(.handoverBook(user.id))))\">\(l("Hand over all clients"))</a></p>")
        \(if: user.isActive, wayIn(user, keys, mayInvite: mayInvite, c))
        """)
}

/// How a colleague signs in.
private func wayIn(_ user: User, _ state: FormState, mayInvite: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return sheet(
        l("Sign-in"),
        """
        <div class="body"><p>\(user.canLogIn
            ? l("Has a password. A new invitation lets them choose another.")
            : l("Has no password yet: an invitation is an address at which they choose one."))</p>
        \(ifLet: state.problems["name"], { "<p class=\"notice\" role=\"alert\">\(l.word($0))</p>" })
        \(mayInvite ? f.plainForm(.keys(.invite(user.id)), save: l("Make an invitation"), .none) : ownPasswordFirst(c))
        \(if: user.canLogIn, f.plainForm(.keys(.resetSecondFactor(user.id)), save: l("Stop asking them for a code"), .none))</div>
        """)
}

/// Why nobody can be invited yet, and where that is mended.
private func ownPasswordFirst(_ c: Chrome) -> HTML {
    let l = c.language
    return """
        <p class="notice">\(l("Set a password of your own before you invite others: once they have one, everybody has to sign in."))</p>
        <p>\(button(l("Set a password"), c.link(.keys(.account)), main: true))</p>
        """
}

/// When the last copy was made, and what has failed since.
private func copies(_ state: BackupState, isLocked: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    func moment(_ moment: Moment) -> String {
        let time = c.local(moment)
        return "\(c.day(time.day)) \(l.time(time))"
    }
    return sheet(
        l("Copies"), note: l("\(state.count) kept"),
        """
        \(ifLet: state.failure, { "<p class=\"body bad\">\(l("No copy could be made: \($0)"))</p>" })
        <dl class="body facts"><div><dt>\(l("The latest"))</dt><dd>\(state.last.map { moment($0.at) } ?? l("none yet"))</dd></div>
        \(ifLet: state.last, { "<div><dt>\(l("Size"))</dt><dd>\(l("\(l.number(max(1, $0.size / 1_000_000))) MB"))</dd></div>" })
        \(ifLet: state.drilled, { "<div><dt>\(l("Restore tested"))</dt><dd>\(moment($0))</dd></div>" })
        <div><dt>\(l("Folder"))</dt><dd><code>\(state.folder)</code></dd></div></dl>
        \(if: state.last != nil, download(isLocked: isLocked, c))
        """)
}

/// The link to the latest copy. Those who do not see everything get it only under a passphrase.
private func download(isLocked: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let seesAll = c.frame.viewer.asMember.isAbove
    guard seesAll || isLocked else {
        return
            "<p class=\"body quiet\">\(l("A director sets a passphrase first: whoever does not see everything gets no copy that they could read."))</p>"
    }
    let name = seesAll ? l("Download the latest") : l("Download the latest, sealed")
    return "<p class=\"body\"><a class=\"button\" href=\"\(c.base + SiteMap.copy.text)\" download>\(name)</a></p>"
}

/// The form for the passphrase that seals the copies of those who do not see everything.
private func passphrase(isSet: Bool, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return sheet(
        l("Passphrase of copies"),
        """
        <div class="body"><p>\(isSet
            ? l("It is set. A new one applies to copies downloaded from then on; the desk itself knows neither of them.")
            : l("None is set: an administrator who does not see everything cannot download a copy."))</p>
        \(f.plainForm(
            .keys(.setCopyPassphrase), save: l("Set the passphrase"),
            """
            \(f.password("passphrase", l("Passphrase"), isNew: true, hint: l("Twelve characters or more. Without it nobody opens such a copy: keep it where the desk is not.")))
            \(f.password("again", l("Repeat the passphrase"), isNew: true))
            """))</div>
        """)
}

private func program(_ page: SettingsSheet, _ l: Language) -> HTML {
    """
    <dl class="body facts"><div><dt>\(l("Version"))</dt><dd>kamdesk \(page.version)</dd></div>
    <div><dt>\(l("Schema"))</dt><dd>\(page.schema)</dd></div></dl>
    """
}
