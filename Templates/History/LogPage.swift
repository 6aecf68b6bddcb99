import Domain
import Routes

/// Lines of the log: of the whole desk, or the readings of one dossier.
package func logPage(
    _ title: String, _ page: LogPage, _ query: HistoryQuery, back: (name: String, route: Route), _ c: Chrome,
    _ route: (HistoryQuery) -> Route
) -> HTML {
    let l = c.language
    return layout(
        title, c,
        """
        \(trail(back.name, c.link(back.route)))
        \(head(title, actions: printButton(l)))
        \(historyFilter(query, c, route))
        \(page.lines.isEmpty ? sheet(title, emptyNote(l("The log has no such line."))) : sheet(
            title,
            table(
                title,
                [
                    Column(l("When"), .number), Column(l("Who"), .name), Column(l("What")), Column(l("Subject")),
                    Column(l("From where")),
                ], page.lines, { cells($0, c) })))
        \(pager(earlier: nil, later: page.later.map { c.link(route(query.going(on: $0.number))) }, shown: page.lines.count, l))
        """)
}

private func cells(_ line: LogLine, _ c: Chrome) -> [HTML] {
    let time = c.local(line.at)
    return [
        "\(c.day(time.day)) \(c.language.time(time))", "\(line.name ?? "")", "\(c.language.logAct(line.act))",
        "\(line.title ?? "")", "\(line.address ?? "")",
    ]
}

extension Language {
    /// A word of the log, as people read it. An unknown word is shown as it is.
    func logAct(_ act: String) -> String {
        let l = self
        return switch act {
        case "login": l("logged in")
        case "login-failed": l("failed to log in")
        case "logout": l("logged out")
        case "password": l("password set")
        case "second-factor": l("second factor set up")
        case "second-factor-ended": l("second factor ended")
        case "second-factor-reset": l("second factor taken off")
        case "session-ended": l("login ended")
        case "invited": l("invited")
        case "joined": l("joined")
        case "opened": l("opened without login on its own machine")
        case "closed": l("asks for a login on its own machine")
        case "read": l("read")
        case "printed": l("printed")
        case "exported": l("exported")
        case "copied": l("copy downloaded")
        case "copied-sealed": l("sealed copy downloaded")
        case "copy-passphrase": l("passphrase of copies set")
        case "rehearsed": l("import rehearsed")
        case "confidential-lifted": l("trade secret lifted")
        case "heads-made": l("the end of history was not known, and is from here on")
        case "tail-lost": l("the end of history was lost")
        case "key-other":
            l("the key beside the desk is another: logins ended, second factors cannot be checked")
        case "feed-made": l("calendar feed made")
        case "feed-ended": l("calendar feed ended")
        case "composed": l("texts composed")
        default: act
        }
    }
}
