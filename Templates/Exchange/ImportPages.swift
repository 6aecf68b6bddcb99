import Domain
import Routes

/// Past imports, and the field to upload a file.
package func importListPage(_ list: ImportList, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        l("Import"), c,
        """
        \(head(l("Import")))
        \(c.may(.importer) ? sheet(l("A file"), upload(nil, state, c)) : .none)
        \(list.imports.isEmpty ? .none : sheet(l("What was imported"), imports(list, c)))
        """)
}

/// The form that uploads a file; `kind` is what it holds, nil if the user says so.
func upload(_ kind: ImportKind?, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(state, c)
    return """
        <form class="form body" method="post" action="\(c.action(.imports(.upload)))" enctype="multipart/form-data" data-upload>
        \(hidden(c))
        <fieldset>
        \(ifLet: kind, { "<input type=\"hidden\" name=\"kind\" value=\"\($0.rawValue)\">" })\
        \(if: kind == nil, f.choice("kind", l("Contains"), ImportKind.allCases.map { ($0.rawValue, l.word($0)) }))
        <p class="field narrow"><label for="file">\(l("CSV file"))<span class="must" aria-hidden="true"> *</span></label>
        <input id="file" name="file" type="file" accept=".csv,.txt,text/csv,text/plain" required\
        \(if: state.problems["file"] != nil, " aria-invalid=\"true\" aria-describedby=\"file-error\"")>\
        \(ifLet: state.problems["file"], { "<span class=\"error\" id=\"file-error\">\(l.word($0))</span>" })</p>
        </fieldset>
        <progress class="wide" max="100" hidden aria-label="\(l("Upload"))"></progress>
        <p class="quiet">\(l("UTF-8 or windows-1251; commas, semicolons or tabs; the first row names the columns. Nothing is written before you have seen what would be."))</p>
        <p class="buttons"><button class="button main">\(l("Upload"))</button></p>
        </form>
        """
}

private func imports(_ list: ImportList, _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("What was imported"),
        [
            Column(l("File"), .name), Column(l("Contains")), Column(l("When")), Column(l("By")),
            Column(l("New"), .number), Column(l("Changed"), .number), Column(l("Refused rows"), .number),
            Column(l("State")),
        ], list.imports
    ) { row in
        let time = c.local(row.at)
        return [
            anchor(row.file, .imports(.sheet(row.id)), c), "\(l.word(row.kind))", "\(c.day(time.day)) \(l.time(time))",
            "\(row.by)", "\(l.number(row.added))", "\(l.number(row.changed))", "\(l.number(row.refused))",
            "\(l.word(row.state))",
        ]
    }
}

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
        \(if: isOpen(file), mapping(file, c))
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

private func discard(_ file: WaitingFile, _ c: Chrome) -> HTML {
    "<form method=\"post\" action=\"\(c.action(.imports(.discard(file.number))))\">\(hidden(c))<button class=\"button\">\(c.language("Discard the file"))</button></form>"
}

private func reportTables(_ report: ImportReport, of file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    return """
        \(if: !report.refused.isEmpty, refusedSheet(report, of: file, atMost: refusedShown, c))
        \(if: !report.taken.isEmpty, sheet(
            l("New and changed"), note: report.added + report.changed > report.taken.count ? l("the first \(report.taken.count)") : nil,
            table(l("New and changed"), [Column(l("Line"), .number), Column(l("Record"), .name), Column(l("What"))], report.taken) {
                ["\($0.line)", "\($0.title)", "\($0.isNew ? l("new") : l("changed"))"]
            }))
        """
}

/// How many refused rows stand beside the rehearsal; their own page has all.
private let refusedShown = 20

/// Which column goes to which field, with the first rows as samples.
private func mapping(_ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    let f = FormWriter(
        FormState(Entries(["null": file.null].merging(chosen(file)) { first, _ in first })), c)
    let columns = file.header.enumerated().map { (String($0.offset), $0.element) }
    return """
        \(sheet(l("Which column feeds which field"), """
        <form class="form body" method="post" action="\(c.action(.imports(.rehearse(file.number))))">\(hidden(c))
        <fieldset>\(each: file.kind.fields, { field in
            f.choice("field-\(field)", file.kind.needs.contains(field) ? "\(l.importField(field, of: file.kind)) *" : l.importField(field, of: file.kind), none: "–", columns)
        })
        \(f.text("null", l("Text for empty cells"), hint: l("As NULL, where the file has it for empty cells."), width: "narrow"))</fieldset>
        <p class="buttons"><button class="button\(if: file.progress == .waiting, " main")">\(l("Rehearse"))</button></p></form>
        """))
        \(sheet(l("The first rows"), table(l("The first rows"), file.header.map { Column($0) }, file.samples) { row in
            file.header.indices.map { $0 < row.count ? "\(row[$0])" : "" }
        }))
        \(if: file.progress == .waiting, discard(file, c))
        """
}

private func chosen(_ file: WaitingFile) -> [String: String] {
    Dictionary(
        uniqueKeysWithValues: file.kind.fields.compactMap { field in
            file.column(of: field).map { ("field-\(field)", String($0)) }
        })
}

/// An import that is done, running or undone.
package func importPage(_ record: Import, obstacles: [Obstacle], percent: Int?, hasFailed: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let time = c.local(record.at)
    return layout(
        record.file, c, refreshing: record.state == .running,
        """
        \(trail(l("Import"), c.link(.imports(.list))))
        \(head(record.file, badges: "<span class=\"badge\">\(l.word(record.state))</span>"))
        <p class="quiet under">\(l.word(record.kind)) · \(record.by) · \(c.day(time.day)) \(l.time(time))</p>
        \(if: record.state == .running, sheet(l("In progress"), "<div class=\"body\"><progress max=\"100\"\(ifLet: percent, { " value=\"\($0)\"" }) aria-label=\"\(l("Progress"))\"></progress></div>"))
        \(sheet(l("What it did"), "<div class=\"body\"><p role=\"status\">\(did(record, l))</p>\(if: record.state == .undone, "<p>\(l("All of it was undone."))</p>")\(if: record.state == .done && c.may(.importer), undo(record.id, c))</div>"))
        \(if: hasFailed, "<p class=\"notice\" role=\"alert\">\(l("It was not undone: something went wrong here. Nothing was changed; the log says what it was."))</p>")
        \(if: !obstacles.isEmpty, sheet(l("It was not undone"), "<p class=\"body\">\(l("These records were changed since, or something newer needs them. Nothing was changed."))</p>\(obstacleTable(obstacles, c))"))
        """)
}

private func did(_ record: Import, _ l: Language) -> String {
    [
        l("\(record.added) new"), l("\(record.changed) changed"), l("\(record.same) the same"),
        l("\(record.refused) refused"),
    ]
    .joined(separator: " · ")
}

private func undo(_ id: Import.ID, _ c: Chrome) -> HTML {
    """
    <form method="post" action="\(c.action(.imports(.undo(id))))">\(hidden(c))\
    <button class="button">\(c.language("Undo the whole import"))</button></form>
    """
}

func obstacleTable(_ obstacles: [Obstacle], _ c: Chrome) -> HTML {
    let l = c.language
    return table(
        l("It was not undone"), [Column(l("Record"), .name), Column(l("Why"), .words)], obstacles
    ) {
        [
            culprit(Culprit(subject: $0.subject, record: $0.record, title: $0.title), c),
            "\($0.isChanged ? l("changed since") : l("something newer needs it"))",
        ]
    }
}

extension Language {
    func word(_ failure: WaitingFile.Failure, of kind: ImportKind) -> String {
        let l = self
        switch failure {
        case .column(let field): return l("Choose the column that feeds “\(importField(field, of: kind))”.")
        case .file(let refusal):
            return refusal.line.map { l("The file cannot be read as rows and columns: look at line \($0).") }
                ?? l("The file cannot be read as rows and columns.")
        case .fault: return l("Something went wrong here. Nothing of the file was written; the log says what it was.")
        }
    }

    func word(_ state: Import.State) -> String {
        let l = self
        return switch state {
        case .running: l("in progress")
        case .done: l("done")
        case .undone: l("undone")
        }
    }

    /// The name of an import field, or of a field of the record that no column can set.
    func importField(_ field: String, of kind: ImportKind) -> String {
        let label =
            kind.format.fields.first { $0.key == field }?.label
            ?? Change.Subject.allCases.lazy.compactMap { $0.kind[field]?.label }.first
        return label.map { self(named: $0) } ?? field
    }
}
