import Domain
import Routes

/// A file that waits to be imported: how it is read, what the import would do, and its buttons.
package func waitingFilePage(_ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    var busy: Int?
    if case .busy(let percent) = file.progress { busy = percent }
    return layout(
        file.name, c, refreshing: busy != nil,
        """
        \(trail(l("Import"), c.link(.imports(.list))))
        \(head(file.name, badges: "<span class=\"quiet\">\(l.word(file.kind)) · \(l.number(file.byteCount)) \(l("bytes"))</span>"))
        \(progress(file, c))
        \(if: isOpen(file), reading(file, c))
        """)
}

/// Can the way it is read still be changed?
private func isOpen(_ file: WaitingFile) -> Bool {
    switch file.progress {
    case .waiting, .rehearsed, .failed: true
    case .busy, .imported: false
    }
}

private func progress(_ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    switch file.progress {
    case .waiting: return .none
    case .busy(let percent):
        return sheet(
            l("In progress"),
            "<div class=\"body\"><progress max=\"100\" value=\"\(percent)\" aria-label=\"\(l("Progress"))\"></progress> \(percent) %</div>"
        )
    case .failed(let failure): return "<p class=\"notice\" role=\"alert\">\(l.word(failure, of: file.kind))</p>"
    case .rehearsed(let report): return rehearsal(report, file, c)
    case .imported(let report):
        return """
            \(sheet(l("What it did"), "<div class=\"body\"><p role=\"status\">\(counts(report, l))</p>\(ifLet: report.id, { undo($0, c) })</div>"))
            \(reportTables(report, of: file, c))
            """
    }
}

private func rehearsal(_ report: ImportReport, _ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(sheet(l("What would be done"), note: l("nothing is written yet"), """
        <div class="body"><p role="status">\(counts(report, l))</p>\(buttons(report, file, c))</div>
        """))
        \(reportTables(report, of: file, c))
        """
}

private func counts(_ report: ImportReport, _ l: Language) -> String {
    [
        l("\(report.added) new"), l("\(report.changed) changed"), l("\(report.same) the same"),
        l("\(report.refusedCount) refused"),
    ]
    .joined(separator: " · ")
}

private func buttons(_ report: ImportReport, _ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    let name = report.refusedCount == 0 ? l("Import all") : l("Import all but the refused")
    return """
        <div class="buttons">\(if: report.added + report.changed > 0, """
        <form method="post" action="\(c.action(.imports(.run(file.number))))">\(hidden(c))<button class="button main">\(name)</button></form>
        """)\(if: report.added + report.changed == 0, "<span class=\"quiet\">\(l("There is nothing to import: the desk has it all."))</span>")
        \(discard(file, c))</div>
        """
}

func discard(_ file: WaitingFile, _ c: Chrome) -> HTML {
    "<form method=\"post\" action=\"\(c.action(.imports(.discard(file.number))))\">\(hidden(c))<button class=\"button\">\(c.language("Discard the file"))</button></form>"
}

private func reportTables(_ report: ImportReport, of file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(if: !report.refused.isEmpty, refusedSheet(report, of: file, atMost: refusedShown, c))
        \(rowsAsRead(report, of: file.kind, c))
        \(columnsAsRead(report, of: file, c))
        \(if: !report.taken.isEmpty, sheet(
            l("New and changed"), note: report.added + report.changed > report.taken.count ? l("the first \(report.taken.count)") : nil,
            table(l("New and changed"), [Column(l("Line"), .number), Column(l("Record"), .name), Column(l("What"))], report.taken) {
                ["\($0.line)", "\($0.title)", "\($0.isNew ? l("new") : l("changed"))"]
            }))
        """
}

/// How many refused rows stand beside the rehearsal; their own page has all.
private let refusedShown = 20
