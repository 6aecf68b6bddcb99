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
        <p class="quiet">\(l("Rows and columns as text. How the file writes letters, days and numbers is found out and shown, and what it leaves open is asked. Nothing is written before you have seen what would be."))</p>
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

func undo(_ id: Import.ID, _ c: Chrome) -> HTML {
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
        case .constant(let field):
            return l("“\(importField(field, of: kind))” has a column and one value for all rows: leave one of them.")
        case .open: return l("The file can be read in two ways: choose below which one is meant.")
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
