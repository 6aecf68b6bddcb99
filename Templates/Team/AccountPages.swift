import Domain
import Routes

/// The viewer's own page: how they sign in, and where they are logged in.
package func accountPage(_ page: AccountSheet, _ state: FormState, name: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Your account"), c,
        """
        \(head(page.viewer.name, badges: "<span class=\"quiet\">\(l.word(page.viewer.role))</span>"))
        <div class="cols"><div>
        \(sheet(l("Your name"), nameForm(page, name, c)))
        \(sheet(l("Password"), passwordForm(page, state, c)))
        \(sheet(l("Second factor"), secondFactor(page, c)))
        </div><div>
        \(sheet(l("Logins"), note: l("a login ends after 12 hours without use, after 14 days at the latest"), sessions(page, c)))
        \(sheet(l("Calendar feed"), feedForms(page, c)))
        \(if: !page.absences.isEmpty, absenceSheet(page.absences, c))
        </div></div>
        """)
}

/// The name by which colleagues, the history and imports know the viewer. Who does not look after the desk asks for another.
private func nameForm(_ page: AccountSheet, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    guard c.may(.administrator) else {
        return "<p class=\"body\">\(page.viewer.name). \(l("An administrator can change it."))</p>"
    }
    let f = FormWriter(state, c)
    return """
        <div class="body">\(f.plainForm(
            .team(.rename), save: l("Change the name"),
            f.text("name", l("Full name"), required: true, hint: l("You log in with it, and colleagues see it beside what you do."))))</div>
        """
}

private func passwordForm(_ page: AccountSheet, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return """
        <div class="body">\(f.plainForm(
            .keys(.changePassword), save: page.hasPassword ? l("Change the password") : l("Set a password"),
            """
            \(if: page.hasPassword, f.password("current", l("Current password"), isNew: false))
            \(f.password("password", l("New password"), isNew: true, hint: l("Ten characters or more.")))
            \(f.password("again", l("Repeat the password"), isNew: true))
            """))
        \(if: page.viewer.needsNoLogin, "<p class=\"quiet\">\(l("On this machine you need no login, as long as nobody else has a password."))</p>")
        \(if: c.may(.administrator) && page.hasPassword, openness(page, c))</div>
        """
}

/// Does the owner work without a login on the desk's own machine?
private func openness(_ page: AccountSheet, _ c: Chrome) -> HTML {
    let l = c.language
    return FormWriter(FormState(), c).plainForm(
        .keys(.setOpen),
        save: page.viewer.needsNoLogin ? l("Ask for a login on this machine too") : l("No login on this machine"),
        "<input type=\"hidden\" name=\"open\" value=\"\(page.viewer.needsNoLogin ? "no" : "yes")\">")
}

private func secondFactor(_ page: AccountSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard page.hasSecondFactor else {
        return emptyNote(
            l("You sign in with a password only. Two-factor sign-in also asks for a code from your phone."),
            page.hasPassword
                ? "<p>\(button(l("Set it up"), c.link(.keys(.secondFactor))))</p>"
                : "<p>\(l("Set a password first."))</p>")
    }
    return """
        <div class="body"><p>\(l("A code from your telephone is asked for at login."))
        \(l("Recovery codes left: \(page.recoveryCodesLeft)"))</p>
        \(FormWriter(FormState(), c).plainForm(
            .keys(.endSecondFactor), save: l("Stop asking for a code"),
            FormWriter(FormState(), c).password("current", l("Current password"), isNew: false, id: "second_current")))</div>
        """
}

private func sessions(_ page: AccountSheet, _ c: Chrome) -> HTML {
    let l = c.language
    guard !page.sessions.isEmpty else { return emptyNote(l("No active sessions.")) }
    return table(
        l("Logins"), [Column(l("From where"), .name), Column(l("When")), .acts(l("End"))], page.sessions,
        { session($0, c) })
}

private func session(_ session: SessionRow, _ c: Chrome) -> [HTML] {
    let l = c.language
    let (seen, started) = (c.local(session.seenAt), c.local(session.startedAt))
    return [
        """
        \(session.address)\(if: session.isThis, " <span class=\"badge key\">\(l("this one"))</span>")\
        <small class="by">\(session.browser)</small>
        """,
        "<small>\(l("used \(c.day(seen.day)) \(l.time(seen))"))<br>\(l("since \(c.day(started.day)) \(l.time(started))"))</small>",
        """
        <form class="act" method="post" action="\(c.action(.keys(.endSession(session.id))))">\(hidden(c))\
        <button class="plain" aria-label="\(l("End the login from \(session.address)"))">\(l("End"))</button></form>
        """,
    ]
}

/// Where a user sets up codes of six digits. `square` is the path of a QR code of `size` modules with the secret.
package func secondFactorPage(
    secret: String, square: (path: String, size: Int)?, _ state: FormState, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return layout(
        l("Second factor"), c,
        """
        \(trail(l("Your account"), c.link(.keys(.account))))
        \(head(l("Second factor")))
        <p>\(l("Scan the QR code with an authenticator app on your telephone, or type the secret into it; then type the code that it shows."))</p>
        \(ifLet: square, { qrSquare($0, l("The secret as a QR code")) })
        <p><code>\(secret)</code></p>
        \(f.plainForm(
            .keys(.beginSecondFactor), save: l("Ask for codes from now on"),
            "<input type=\"hidden\" name=\"secret\" value=\"\(secret)\">\(f.text("code", l("Code of six digits"), required: true, width: "narrow"))"))
        """)
}

/// Recovery codes for a lost phone. They are shown only once.
package func recoveryCodesPage(_ codes: [String], _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Recovery codes"), c,
        """
        \(trail(l("Your account"), c.link(.keys(.account))))
        \(head(l("Recovery codes"), actions: printButton(l)))
        <p>\(l("From now on, login asks for a code from your telephone. If you lose the telephone, each of these replaces one code, once. They are shown only now: print them or write them down."))</p>
        <ul class="codes">\(each: codes, { "<li><code>\($0)</code></li>" })</ul>
        """)
}

/// The address at which a calendar reads one's deadlines.
private func feedForms(_ page: AccountSheet, _ c: Chrome) -> HTML {
    let l = c.language
    let made = page.feedMadeAt.map(c.local)
    let end: HTML =
        made == nil ? .none : FormWriter(FormState(), c).plainForm(.keys(.endFeed), save: l("End the feed"), .none)
    return """
        <div class="body"><p>\(l("A calendar can read your deadlines of tenders from a secret address. It says only when, never what."))</p>
        \(ifLet: made, { "<p class=\"quiet\">\(l("The present address was made on \(c.day($0.day)). It is not shown again."))</p>" })
        <p class="quiet">\(l("A feed is a convenience: a calendar reads it when it likes. What counts is Today."))</p>
        \(FormWriter(FormState(), c).plainForm(.keys(.makeFeed), save: made == nil ? l("Make an address") : l("Make another address"), .none))
        \(end)</div>
        """
}

/// The address of a feed. It is shown only once.
package func feedPage(link: String, opensHereOnly: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Calendar feed"), c,
        """
        \(trail(l("Your account"), c.link(.keys(.account))))
        \(head(l("Calendar feed")))
        \(if: opensHereOnly, "<p class=\"notice\">\(l("The address opens on this machine only."))</p>")
        <p>\(l("Give this address to your calendar. Whoever has it reads when your deadlines are. It is shown this once; another one makes it worthless."))</p>
        \(copiedLink(link, l))
        """)
}

/// An address with a button that copies it.
private func copiedLink(_ link: String, _ l: Language) -> HTML {
    """
    <p class="copied"><input readonly class="link" id="link" value="\(typed: link)" aria-label="\(l("Address"))">
    <button type="button" class="button main" data-copy="link" data-done="\(l("Copied"))" hidden>\(l("Copy the address"))</button></p>
    """
}

/// A colleague's invitation link. It is shown only once. `square` is the path of a QR code of `size` modules with the link.
/// `opensHereOnly`: no other machine reaches the desk.
package func invitationPage(
    _ user: User, link: String, square: (path: String, size: Int)?, opensHereOnly: Bool, ends: LocalTime, _ c: Chrome
) -> HTML {
    let l = c.language
    return layout(
        l("Invitation"), c,
        """
        \(trail(user.name, c.link(.team(.colleague(user.id)))))
        \(head(l("Invitation")))
        \(if: opensHereOnly, """
            <div class="notice"><p><b>\(l("The address opens on this machine only."))</b> \(l("The program was started for this machine alone, so no colleague's computer reaches it."))</p>
            <p>\(l("Whoever starts it adds --host 0.0.0.0 --tls-self-signed, or names a certificate of yours; then make the invitation again, and its address is one that colleagues can open."))</p></div>
            """)
        <p>\(l("Send this address to \(user.name). It opens once, until \(c.day(ends.day)) \(l.time(ends)), and asks for a password. It is shown this once; a new one makes it worthless."))</p>
        \(copiedLink(link, l))
        \(ifLet: square, { qrSquare($0, l("The address as a QR code, for a telephone")) })
        """)
}

/// A QR code of so many modules, with a margin of four, as it must have.
private func qrSquare(_ square: (path: String, size: Int), _ label: String) -> HTML {
    let side = square.size + 8
    return """
        <svg class="square" role="img" aria-label="\(label)" viewBox="-4 -4 \(side) \(side)">\
        <path class="paper" d="M-4-4h\(side)v\(side)h-\(side)z"/><path d="\(square.path)"/></svg>
        """
}
