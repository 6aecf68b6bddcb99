import Domain
import Routes

/// The rows of a file that are refused, the link to them as a file, and the field that takes the corrected file.
package func refusedRowsPage(_ file: WaitingFile, _ report: ImportReport, _ state: FormState, _ c: Chrome) -> HTML {
    let l = c.language
    return layout(
        "\(l("Refused rows")): \(file.name)", c,
        """
        \(trail(file.name, c.link(.imports(.waiting(file.number)))))
        \(head(l("Refused rows")))
        \(refusedSheet(report, of: file, atMost: ImportReport.shown, c))
        \(sheet(l("The corrected file"), upload(file.kind, state, c)))
        """)
}

/// The refused rows with the record, the value that was read and the choices, and what to do about them.
func refusedSheet(_ report: ImportReport, of file: WaitingFile, atMost most: Int, _ c: Chrome) -> HTML {
    let l = c.language
    let rows = report.refused.prefix(most)
    let isCut = report.refusedCount > rows.count
    let isWhole = most == ImportReport.shown
    return sheet(
        l("Refused rows"), note: isCut ? l("the first \(rows.count) of \(report.refusedCount)") : nil,
        """
        <div class="body"><p>\(l("Correct these rows in a file of their own and bring that in: the column that says why is passed over."))</p>
        <p class="buttons"><a class="button" href="\(c.base + Route.imports(.refused(file.number)).address.export.text)" download>\(l("Refused rows as a file"))</a>
        \(if: !isWhole, button(l("Bring in the corrected file"), c.link(.imports(.refused(file.number)))))</p></div>
        \(table(l("Refused rows"), [Column(l("Line"), .number), Column(l("Record"), .name), Column(l("Value read")), Column(l("Why"), .words)], rows) { row in
            [
                "\(row.line)", "\(row.title.isEmpty ? "–" : row.title)", "\(l.values(row, of: file.kind))",
                "\(l.reason(row, report, of: file.kind))",
            ]
        })
        """)
}

/// The refused rows with the file's own columns, and one more that says why.
package func refusedRowsFile(_ file: WaitingFile, _ report: ImportReport, _ l: Language) -> CSVTable {
    let why = l("Why it is refused")
    let kept = file.header.indices.filter { file.header[$0] != why }
    return CSVTable(
        kept.map { file.header[$0] } + [why],
        report.refused.map { row in
            let cells = kept.map { $0 < row.cells.count ? row.cells[$0] : "" }
            let rest = row.cells.dropFirst(file.header.count).joined(separator: " | ")
            let reason = l.reason(row, report, of: file.kind) + (rest.isEmpty ? "" : " \(rest)")
            return (cells + [reason]).map { .text($0) }
        })
}

extension Language {
    /// What was read for the fields that have a problem.
    func values(_ row: ImportReport.Refused, of kind: ImportKind) -> String {
        let read = row.values.sorted { $0.key < $1.key }
        return read.map { "\(importField($0.key, of: kind)): \($0.value.isEmpty ? "–" : "“\($0.value)”")" }
            .joined(separator: "; ")
    }

    /// Why a row is refused, with what is allowed instead.
    func reason(_ row: ImportReport.Refused, _ report: ImportReport, of kind: ImportKind) -> String {
        let l = self
        switch row.reason {
        case .problems(let problems):
            return problems.byField.sorted { $0.key < $1.key }.map { field, problem in
                let choices = choices(field, problem, report, of: kind)
                return "\(l.importField(field, of: kind)): \(l.word(problem))"
                    + (choices.isEmpty ? "" : " \(l("Allowed: \(choices.joined(separator: ", "))."))")
            }.joined(separator: " ")
        case .cells(let count, let header): return l("The row has \(count) cells, the header \(header).")
        case .repeated(let line): return l("The same as on line \(line).")
        case .total: return l("This looks like a total, not like a record.")
        case .parent(let name): return l("“\(name)”, of which it is a part, is not here.")
        }
    }

    private func choices(_ field: String, _ problem: Problem, _ report: ImportReport, of kind: ImportKind) -> [String] {
        if field == "kam" { return report.holders }
        return problem == .notAChoice ? kind.accepted(for: field, in: tongue) : []
    }
}
