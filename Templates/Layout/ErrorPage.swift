import Domain
import Routes

/// What went wrong.
package enum Trouble: Sendable, Equatable {
    case notFound, notAllowed, badRequest, staleForm, methodNotAllowed, tooLarge, unavailable, crowded, failed
    /// Problems with the disk.
    case diskFull, diskReadOnly, diskFailing
    /// Problems with the desk's file: it is missing; it is damaged and takes no acts; the page needs its damaged part.
    case fileGone, fileDamaged, unreadable
}

/// A page that says what happened, that nothing was lost, and what to do next.
package func errorPage(_ trouble: Trouble, _ c: Chrome) -> HTML {
    let l = c.language
    let (title, what, next) = words(trouble, l)
    return layout(
        title, c,
        """
        <h1 class="trouble">\(title)</h1>
        <p>\(what)</p>
        <p class="quiet">\(next)</p>
        <p><a class="button main" href="\(c.link(.today))">\(l("To Today"))</a>
        \(if: !c.frame.viewer.isStranger, "<a class=\"button\" href=\"\(c.link(.search("")))\">\(l("Find something"))</a>")
        \(if: trouble == .notFound && !c.frame.viewer.isStranger, button(l("Deleted records"), c.link(.deleted())))</p>
        """)
}

/// The same without the rail, if the desk cannot be read.
package func bareErrorPage(_ trouble: Trouble, _ l: Language = Language(.english, .empty)) -> HTML {
    let (title, what, next) = words(trouble, l)
    return """
        <!doctype html>
        <html lang="\(l.tongue.rawValue)"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>\(title) · kamdesk</title></head>
        <body><main><h1>\(title)</h1><p>\(what)</p><p>\(next)</p></main></body></html>
        """
}

/// The same as a notice above a form that is shown again with what was typed.
func troubleNotice(_ trouble: Trouble, _ c: Chrome) -> HTML {
    let (title, what, next) = words(trouble, c.language)
    return "<p class=\"notice unprinted\" role=\"alert\"><strong>\(title).</strong> \(what) \(next)</p>"
}

/// The notice on every page of a damaged desk. Administrators also learn what to do.
func damageNotice(_ c: Chrome) -> HTML {
    let l = c.language
    let what: HTML =
        "<strong>\(l("The desk's file is damaged")).</strong> \(l("It can be read but not changed: anything written to a damaged file may be lost."))"
    guard c.frame.viewer.administers else {
        return "<p class=\"notice\" role=\"alert\">\(what) \(l("An administrator restores a copy."))</p>"
    }
    guard let copy = c.wholeCopy else {
        return
            "<p class=\"notice\" role=\"alert\">\(what) \(l("No intact copy is known: the copies folder may hold a sealed one."))</p>"
    }
    return """
        <p class="notice" role="alert">\(what) \(l("Stop the program and restore the desk from the newest intact copy:"))
        <code>kamdesk restore \(copy) --desk …</code></p>
        """
}

private func words(_ trouble: Trouble, _ l: Language) -> (title: String, what: String, next: String) {
    switch trouble {
    case .notFound:
        (
            l("Nothing is here"), l("There is no such page or record, or it has been deleted."),
            l("What was deleted in the last 30 days is found among the deleted records.")
        )
    case .notAllowed:
        (l("No access"), l("You may not do this."), l("Nothing was changed. Ask the administrator."))
    case .badRequest:
        (
            l("This was not understood"), l("The request was not well formed."),
            l("Nothing was changed. Go back and try again.")
        )
    case .staleForm:
        (
            l("The form was too old"),
            l("The browser's cookie for the desk has changed since the page was opened, so the form was not taken."),
            l("Nothing was changed. Go back, reload the page, and send it again.")
        )
    case .methodNotAllowed:
        (l("This is not possible here"), l("This address does not take such a request."), l("Nothing was changed."))
    case .tooLarge:
        (
            l("Too large"), l("More was sent than a form of the desk can hold."),
            l("Nothing was changed. Shorten the text and send it again.")
        )
    case .unavailable:
        (
            l("The desk is busy"), l("Too much is waiting to be done just now."),
            l("Nothing was changed. Try again in a moment.")
        )
    case .crowded:
        (
            l("Too many are signing in"),
            l("The desk checks passwords one after the other, and too many wait already."),
            l("Nothing was changed. Try again in a moment.")
        )
    case .diskFull:
        (
            l("The disk is full"),
            l("The disk that holds the desk has no room left: the desk can be read, but nothing more is written."),
            l("Nothing was changed or lost. Make room on the disk and send it again: the desk goes on by itself.")
        )
    case .diskReadOnly:
        (
            l("The desk can only be read"), l("The file of the desk or its folder cannot be written at present."),
            l("Nothing was changed or lost. Once it can be written, send it again: the desk goes on by itself.")
        )
    case .diskFailing:
        (
            l("The disk does not answer"),
            l("The disk that holds the desk failed to do what was asked; its answer is in the log."),
            l("Nothing was changed. Have the disk looked at, and send it again.")
        )
    case .fileGone:
        (
            l("The desk's file is not in its place"),
            l(
                "While the desk was open it was removed, moved, replaced or written by another program: nothing more is read from it or written to it."
            ),
            l(
                "Nothing was changed. The administrator stops the program, puts the file back or restores a copy, and starts it again; the log tells what has become of the file."
            )
        )
    case .fileDamaged:
        (
            l("The desk's file is damaged"),
            l("It can be read but not changed: anything written to a damaged file may be lost."),
            l("Nothing was changed. Send it again once a copy is restored.")
        )
    case .unreadable:
        (
            l("This page cannot be read"), l("What belongs here lies in a damaged part of the desk's file."),
            l("Nothing was changed. Other pages can be read; an administrator restores a copy.")
        )
    case .failed:
        (
            l("This went wrong"), l("The desk met a fault of its own and wrote it in its log."),
            l("Nothing was changed. Go back and try again.")
        )
    }
}
