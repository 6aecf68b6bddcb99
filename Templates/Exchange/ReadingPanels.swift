import Domain
import Routes

/// How a file writes and which column feeds which field, as one form; and its first rows.
func reading(_ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    let isNew = file.progress == .waiting || !file.questions.isEmpty
    return """
        <form method="post" action="\(c.action(.imports(.rehearse(file.number))))">\(hidden(c))
        \(sheet(l("How this file writes"), note: l("found out from the whole file; change what is wrong"), conventions(file, c)))
        \(sheet(l("Which column feeds which field"), """
        <div class="form body">\(mapping(file, c))
        <p class="buttons"><button class="button\(if: isNew, " main")">\(l("Rehearse"))</button></p></div>
        """))
        </form>
        \(if: file.report == nil, firstRows(file, c))
        \(if: file.progress == .waiting, discard(file, c))
        """
}

private func firstRows(_ file: WaitingFile, _ c: Chrome) -> HTML {
    let name = c.language("The first rows")
    return sheet(
        name,
        table(name, file.header.map { Column($0) }, file.samples) { row in
            file.header.indices.map { $0 < row.count ? "\(row[$0])" : "" }
        })
}

/// One question about a file: its choices, and what stands below it.
private struct Convention {
    let name: String
    let label: String
    /// The word for no answer; nil if the file always has one.
    let none: String?
    let choices: [(value: String, word: String)]
    let chosen: String
    /// What the file leaves open; nil if nothing.
    let note: String?
}

private func conventions(_ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    let found = file.conventions
    let f = FormWriter(
        FormState(
            Entries([
                "first_row": found.firstRow.map(String.init) ?? "", "skip_last": found.skipLast.map(String.init) ?? "",
                "null": found.nulls.joined(separator: ", "),
            ])), c)
    let asked = file.questions
    let questions: [Convention] = [
        Convention(
            name: "encoding", label: l("Letters are"), none: found.encoding == nil ? "–" : nil,
            choices: CSVEncoding.allCases.map { ($0.rawValue, l.word($0)) }, chosen: found.encoding?.rawValue ?? "",
            note: asked.lazy.compactMap { l.encodings($0) }.first),
        Convention(
            name: "delimiter", label: l("Cells end with"), none: nil,
            choices: [(";", l("a semicolon")), (",", l("a comma")), ("\t", l("a tab")), ("|", l("a bar |"))],
            chosen: found.delimiter.map(String.init) ?? ",", note: nil),
        Convention(
            name: "dates", label: l("Days are"), none: "–",
            choices: [("dmy", l("day.month.year")), ("mdy", l("month.day.year"))], chosen: found.dates?.rawValue ?? "",
            note: asked.lazy.compactMap { l.days($0, c) }.first),
        Convention(
            name: "decimal", label: l("Decimal mark"), none: "–",
            choices: [(",", l("comma, 1 234,50")), (".", l("point, 1,234.50"))], chosen: found.decimal?.rawValue ?? "",
            note: asked.lazy.compactMap { l.numbers($0) }.first),
    ]
    let discount =
        file.kind.format.fields.contains { $0.holds == .share }
        ? [
            Convention(
                name: "discount", label: l("Discounts are"), none: "–",
                choices: [("percent", l("per cent: 15")), ("share", l("shares: 0.15"))],
                chosen: found.discount?.rawValue ?? "", note: asked.lazy.compactMap { l.discounts($0) }.first)
        ] : []
    return """
        <div class="body conventions">\(each: questions + discount, { question($0) })\
        \(f.text("first_row", l("Line with the names"), hint: l("Counted from 1; what stands above is a title."), width: "narrow"))\
        \(f.text("skip_last", l("Totals at the end"), hint: l("So many rows at the end are left out."), width: "narrow"))\
        \(f.text("null", l("Text for empty cells"), hint: l("As NULL or -, where the file has them; several with commas."), width: "narrow"))</div>
        """
}

private func question(_ convention: Convention) -> HTML {
    let described: HTML =
        convention.note == nil ? .none : " aria-describedby=\"\(convention.name)-note\""
    return """
        <p class="field narrow"><label for="\(convention.name)">\(convention.label)</label>
        <select id="\(convention.name)" name="\(convention.name)"\(if: convention.note != nil, " aria-invalid=\"true\"")\(described)>\
        \(ifLet: convention.none, { "<option value=\"\">\($0)</option>" })\
        \(each: convention.choices, { "<option value=\"\(typed: $0.value)\"\(if: $0.value == convention.chosen, " selected")>\($0.word)</option>" })</select>\
        \(ifLet: convention.note, { "<span class=\"error\" id=\"\(convention.name)-note\">\($0)</span>" })</p>
        """
}

/// Which columns go to which field, and what fields without a column have in every row.
private func mapping(_ file: WaitingFile, _ c: Chrome) -> HTML {
    let l = c.language
    let columns = file.columns
    var entries = Entries()
    for (field, places) in columns {
        entries["field-\(field)"] = places.first.map(String.init) ?? ""
        entries["also-\(field)"] = places.dropFirst().first.map(String.init) ?? ""
    }
    for (field, value) in file.constants { entries["set-\(field)"] = value }
    let f = FormWriter(FormState(entries), c)
    let names = file.header.enumerated().map { (String($0.offset), $0.element) }
    let fields = file.kind.format.fields
    func label(_ field: ImportFormat.Field) -> String { l.importField(field.key, of: file.kind) }
    let isMore = !file.constants.isEmpty || columns.values.contains { $0.count > 1 }
    let more: HTML = """
        <fieldset>\(each: fields.filter { $0.holds == .text && columns[$0.key] != nil }, { field in
            f.choice("also-\(field.key)", l("\(label(field)), and behind it"), none: "–", names)
        })\(each: fields.filter { columns[$0.key] == nil }, { field in
            f.text("set-\(field.key)", l("\(label(field)) of every row"), width: "narrow")
        })</fieldset>
        """
    return """
        <fieldset>\(each: fields, { field in
            f.choice("field-\(field.key)", field.isNeeded ? "\(label(field)) *" : label(field), none: "–", names)
        })</fieldset>
        <details\(if: isMore, " open")><summary>\(l("Join two columns, or give all rows the same"))</summary>\(more)</details>
        """
}

/// The first rows, each cell as it stands in the file and as it was read.
func rowsAsRead(_ report: ImportReport, of kind: ImportKind, _ c: Chrome) -> HTML {
    guard !report.read.isEmpty else { return .none }
    let l = c.language
    let fields = kind.format.fields.filter { field in report.read.contains { $0.cells[field.key] != nil } }
    let columns =
        [Column(l("Line"), .number), Column(l("What"))]
        + fields.map { Column(l.importField($0.key, of: kind), $0.holds == .number ? .number : .text) }
    return sheet(
        l("Rows as they were read"), note: l("the cell above, its meaning below"),
        table(l("Rows as they were read"), columns, report.read) { row in
            let what: HTML =
                row.outcome == .refused ? "<span class=\"bad\">\(l.word(row.outcome))</span>" : "\(l.word(row.outcome))"
            return ["\(l.number(row.line))", what]
                + fields.map { field in
                    row.cells[field.key].map { sample($0, field.holds, isRefused: row.refused.contains(field.key), c) }
                        ?? ""
                }
        })
}

/// What was read for each field, in all rows.
func columnsAsRead(_ report: ImportReport, of file: WaitingFile, _ c: Chrome) -> HTML {
    guard let survey = report.survey, !survey.columns.isEmpty else { return .none }
    let l = c.language
    func value(_ text: String?, _ kind: CellKind) -> String { text.map { l.read($0, as: kind, c) } ?? "–" }
    let totals: HTML =
        survey.totals.isEmpty
        ? .none
        : "<p class=\"body quiet\">\(l("Left out as a total: \(survey.totals.joined(separator: " · "))"))</p>"
    let columns = table(
        l("Columns as they were read"),
        [
            Column(l("Field"), .name), Column(l("Least"), .number), Column(l("Greatest"), .number),
            Column(l("Sum"), .number), Column(l("First values"), .words), Column(l("Empty"), .number),
        ], survey.columns
    ) { column in
        [
            "\(l.importField(column.field, of: file.kind))", "\(value(column.least, column.kind))",
            "\(value(column.greatest, column.kind))", "\(value(column.sum, column.kind))",
            "<span class=\"samples\">\(each: column.samples, { "<span>\(sample($0, column.kind, isRefused: false, c))</span>" })</span>",
            "\(l.number(column.emptyCount))",
        ]
    }
    return sheet(
        l("Columns as they were read"), note: l("\(survey.rowCount) rows"), "\(totals)\(columns)")
}

/// A cell as it stands in the file, above what was read if that is written otherwise.
private func sample(_ sample: FileSurvey.Sample, _ kind: CellKind, isRefused: Bool, _ c: Chrome) -> HTML {
    let l = c.language
    let read = l.read(sample.read, as: kind, c)
    let isSame = read == sample.raw || sample.raw.isEmpty
    return """
        <span class="raw\(if: isRefused, " bad")">\(sample.raw.isEmpty ? "–" : sample.raw)</span>\
        \(if: !isSame && !isRefused, "<span class=\"asread\">\(read.isEmpty ? l("empty") : read)</span>")
        """
}

extension Language {
    /// A value as it was read from a file, as this language writes it.
    fileprivate func read(_ text: String, as kind: CellKind, _ c: Chrome) -> String {
        switch kind {
        case .text: text
        case .birthday: Birthday(typed: text).map { birthday($0) } ?? text
        case .day: Day(text).map { c.day($0) } ?? text
        case .number: Double(text) == nil ? text : decimal(text)
        case .share: text.hasSuffix("%") ? "\(decimal(String(text.dropLast())))\u{A0}%" : text
        }
    }

    fileprivate func word(_ encoding: CSVEncoding) -> String {
        let l = self
        return switch encoding {
        case .cp866: l("CP866 (DOS)")
        case .macintosh: l("Mac, Western")
        case .macCyrillic: l("Mac, Cyrillic")
        case .utf8, .utf16le, .utf16be, .windows1250, .windows1251, .windows1252, .koi8r: encoding.rawValue
        }
    }

    fileprivate func word(_ outcome: ImportReport.ReadRow.Outcome) -> String {
        let l = self
        return switch outcome {
        case .added: l("new")
        case .changed: l("changed")
        case .same: l("the same")
        case .refused: l("refused")
        }
    }

    fileprivate func encodings(_ question: FileQuestion) -> String? {
        guard case .encoding(let choices) = question else { return nil }
        let l = self
        return choices.map { l("“\($0.sample)” in \(word($0.encoding))") }.joined(separator: " · ")
    }

    fileprivate func days(_ question: FileQuestion, _ c: Chrome) -> String? {
        guard case .dates(let line, _, let cell) = question, let days = question.days else { return nil }
        let l = self
        return l("“\(cell)” on line \(line) can be \(c.day(days.dayFirst)) or \(c.day(days.monthFirst)).")
    }

    fileprivate func numbers(_ question: FileQuestion) -> String? {
        guard case .decimal(let line, _, let cell) = question, let numbers = question.numbers else { return nil }
        let l = self
        return l("“\(cell)” on line \(line) can be \(decimal(numbers.comma)) or \(decimal(numbers.point)).")
    }

    fileprivate func discounts(_ question: FileQuestion) -> String? {
        guard case .discount(let line, _, let cell) = question else { return nil }
        let l = self
        return l("“\(cell)” on line \(line) can be a share or per cent.")
    }
}
