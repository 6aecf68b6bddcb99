import Domain
import Routes

/// A form that was sent after the login had ended. It is kept until the user has logged in again.
package struct CarriedForm: Sendable {
    /// The address that the form was sent to.
    package var path: String
    /// Its fields, in one text.
    package var fields: String

    package init(path: String, fields: String) {
        self.path = path
        self.fields = fields
    }
}

/// The login page. `half` stands for a right password when a code is asked for now.
package func loginPage(
    _ state: FormState, back: String?, half: String?, carried: CarriedForm?, hasNobody: Bool, _ c: Chrome
) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    guard !hasNobody else {
        return layout(
            l("Log in"), c,
            """
            <h1>\(l("This desk has no owner yet"))</h1>
            <p>\(l("Create its owner at the address that the program printed when it was started: it works once."))</p>
            """)
    }
    return layout(
        l("Log in"), c,
        """
        <h1>\(l("Log in"))</h1>
        \(if: carried != nil, "<p role=\"status\">\(l("Your login had ended. What you typed is kept: log in, look at it and save it."))</p>")
        \(doorForm(
            .logIn, save: l("Log in"),
            """
            \(half == nil
                ? "\(f.text("name", l("Your name"), required: true))\(f.password("password", l("Password"), isNew: false))"
                : f.text("code", l("Code of six digits, or a recovery code"), required: true, width: "narrow"))
            \(ifLet: half, { "<input type=\"hidden\" name=\"half\" value=\"\($0)\">" })\
            \(ifLet: back, { "<input type=\"hidden\" name=\"back\" value=\"\($0)\">" })\
            \(ifLet: carried, { "<input type=\"hidden\" name=\"carried_path\" value=\"\($0.path)\"><input type=\"hidden\" name=\"carried\" value=\"\($0.fields)\">" })
            """, f, c))
        """)
}

/// Where the owner of a new desk is created.
package func ownerPage(_ state: FormState, key: String, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return layout(
        l("A new desk"), c,
        """
        <h1>\(l("A new desk"))</h1>
        <p>\(l("Whose desk is it? The owner sees everything and looks after it; colleagues are invited later."))</p>
        \(doorForm(
            .becomeOwner, save: l("Open the desk"),
            """
            <input type="hidden" name="key" value="\(key)">\(f.text("name", l("Full name"), required: true))
            \(f.password("password", l("Password"), isNew: true, hint: l("Ten characters or more. Without one the desk opens on this machine only, to whoever sits at it.")))
            \(f.password("again", l("Repeat the password"), isNew: true))
            """, f, c))
        """)
}

/// Where an invited person chooses a password. If they have a second factor, they must type its code.
package func joinPage(_ user: User, _ state: FormState, key: String, asksForCode: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return layout(
        l("Welcome"), c,
        """
        <h1>\(l("Welcome, \(user.name)"))</h1>
        <p>\(l("Choose a password, and the desk is open to you. Your name to log in with is the one above."))</p>
        \(doorForm(
            .join, save: l("Open the desk"),
            """
            <input type="hidden" name="key" value="\(key)">\
            \(f.password("password", l("Password"), isNew: true, hint: l("Ten characters or more.")))
            \(f.password("again", l("Repeat the password"), isNew: true))
            \(if: asksForCode, f.text("code", l("Code of six digits, or a recovery code"), required: true, width: "narrow"))
            """, f, c))
        """)
}

/// The page for a key that is used up or unknown.
package func spentKeyPage(_ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("This address no longer works"), c,
        """
        <h1>\(l("This address no longer works"))</h1>
        <p>\(l("The address was used already, or its time is over. An administrator can give you a new one."))</p>
        <p><a class="button main" href="\(c.base + DoorRoute.login(back: nil).address.text)">\(l("Log in"))</a></p>
        """)
}

private func doorForm(_ action: DoorAction, save: String, _ fields: HTML, _ f: FormWriter, _ c: Chrome) -> HTML {
    """
    <form class="form" method="post" action="\(c.base + action.address.text)">\(hidden(c))
    \(fields)
    <p class="buttons"><button class="button main">\(save)</button></p>
    </form>
    """
}
