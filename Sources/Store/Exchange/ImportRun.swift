import Domain

/// One run of an import or, without a writer, of a rehearsal.
final class ImportRun {
    let kind: ImportKind
    private let format: ImportFormat
    let plan: ImportPlan
    private let nulls: [String]
    private let cellReader: CellReader
    /// False if the user said that no row is a total.
    private let looksForTotals: Bool
    /// The payments that rows of this file stand for.
    var paid: Set<Payment.ID> = []
    var report = ImportReport()
    /// Rows that wait for a later row of the file, by the name of what they wait for.
    var waiting: [String: [(line: Int, cells: Entries)]] = [:]
    /// The row that is being read, and those that wait, as they stand in the file.
    private var row = CSVRow(line: 0, cells: [])
    private var waitingRows: [Int: [String]] = [:]
    /// The names that have just been found and may have rows waiting for them.
    var ready: [String] = []
    /// People as the rows of a rehearsal would change them.
    var people: [String: PersonDraft] = [:]
    /// The events as the rows read so far would change them, with the fields that these rows have given.
    var events: [String: (draft: EventDraft, said: Set<String>)] = [:]
    /// The products that rows have named. They can be kept because an import of order lines changes no product.
    var products: [String: Product] = [:]
    /// How many rows of the file named the same product in the same order.
    var lines: [UInt64: UInt32] = [:]
    /// How many rows of the file named the same bidder of the same lot.
    var bids: [String: Int] = [:]
    /// The order of the previous row.
    var order: (number: String, id: Order.ID, client: Client.ID)?
    /// The posts that this file has written. Another row for the same person adds a further post.
    var posts: Set<Post.ID> = []
    let currency: Currency
    private var transaction: (read: ReadTransaction, write: WriteTransaction?, today: Day)?
    /// What each row stands for, with its line number. A second row for the same thing is refused.
    private var seen: [String: Int] = [:]

    init(_ kind: ImportKind, _ plan: ImportPlan, _ survey: FileSurvey, _ currency: Currency) {
        self.kind = kind
        format = kind.format
        self.plan = plan
        self.currency = currency
        nulls = survey.conventions.nulls
        cellReader = CellReader(survey.conventions, currency)
        looksForTotals = survey.looksForTotals
        report.unused = plan.unused
        report.map = plan.map
        report.survey = survey
    }

    /// The result of a row.
    enum Outcome {
        case added, changed, same
        case refused(ImportReport.Reason)
    }

    var read: ReadTransaction { transaction!.read }
    /// Nil in a rehearsal.
    var write: WriteTransaction? { transaction?.write }
    var today: Day { transaction!.today }

    /// Continues the run in a new transaction.
    func begin(_ read: ReadTransaction, _ write: WriteTransaction?, today: Day) throws {
        transaction = (read, write, today)
    }

    /// Imports a row. Cells that are missing at its end are empty. Refuses a row that has more cells than the header.
    func take(_ row: CSVRow) throws {
        self.row = row
        guard row.cells.dropFirst(plan.width).allSatisfy({ trimmed($0).isEmpty }) else {
            count(.refused(.cells(row.cells.count, header: plan.width)), row.line, Entries())
            return
        }
        guard !FileSurvey.isTotal(row) || !looksForTotals else {
            count(.refused(.total), row.line, Entries())
            return
        }
        let cells = cells(of: row)
        try take(cells, row.line)
        while let name = ready.popLast() {
            for (line, cells) in waiting.removeValue(forKey: name) ?? [] { try take(cells, line) }
        }
    }

    /// What the row has for each field, as forms read it.
    private func cells(of row: CSVRow) -> Entries {
        var cells = Entries()
        for field in format.fields {
            if let columns = plan.columns[field.key] {
                let cell = plan.cell(columns, of: row, nulls: nulls)
                if !cell.isEmpty { cells[field.key] = cellReader.read(cell, as: field.holds) }
            } else if let constant = plan.constants[field.key] {
                cells[field.key] = cellReader.read(constant, as: field.holds)
            }
        }
        return cells
    }

    /// Throws if a spreadsheet has rounded a number, even where any text may stand.
    private func requireWhole(_ cells: Entries) throws {
        for (field, value) in cells.values where value.utf8.contains(UInt8(ascii: "+")) && Problem.isRounded(value) {
            throw Problems([field: .roundedNumber])
        }
    }

    private func take(_ cells: Entries, _ line: Int) throws {
        let outcome: Outcome? = try attempt {
            try requireWhole(cells)
            return switch kind {
            case .clients: try takeClient(cells, line)
            case .people: try takePerson(cells)
            case .posts: try takePost(cells, line)
            case .ties: try takeTie(cells, line)
            case .assessments: try takeAssessment(cells, line)
            case .products: try takeProduct(cells, line)
            case .orders: try takeOrder(cells, line)
            case .orderLines: try takeOrderLine(cells)
            case .invoices: try takeInvoice(cells, line)
            case .payments: try takePayment(cells, line)
            case .events: try takeEvent(cells, line)
            case .tenders: try takeTender(cells, line)
            case .lots: try takeLot(cells, line)
            case .bids: try takeBid(cells)
            case .papers: try takePaper(cells, line)
            case .periods: try takePeriod(cells, line)
            case .calendar: try takeWorkYear(cells, line)
            case .plans: try takeTarget(cells, line)
            case .evidence: try takeEvidence(cells, line)
            case .objectives: try takeObjective(cells, line)
            }
        }
        if let outcome {
            count(outcome, line, cells)
            if case .refused(.problems(let problems)) = outcome, problems["kam"] != nil, report.holders.isEmpty {
                report.holders = try read.holders().map(\.name)
            }
        } else {
            waitingRows[line] = row.cells
        }
    }

    /// Refuses the rows that are still waiting at the end of the file.
    func end() throws {
        for (name, rows) in waiting {
            for (line, cells) in rows { count(.refused(.parent(name)), line, cells) }
        }
        waiting = [:]
        report.refused.sort { $0.line < $1.line }
        report.read.sort { $0.line < $1.line }
    }

    /// Keeps a row as it was read, if it is one of the first.
    private func show(_ outcome: Outcome, _ line: Int, _ cells: Entries) {
        guard report.read.count < ImportReport.rowsRead else { return }
        let row = line == row.line ? row : CSVRow(line: line, cells: waitingRows[line] ?? [])
        let samples = format.fields.compactMap { field in
            plan.columns[field.key].map { columns in
                (
                    field.key,
                    FileSurvey.Sample(
                        raw: plan.cell(columns, of: row, nulls: []), read: String(cells[field.key].prefix(200)))
                )
            }
        }
        let (word, refused): (ImportReport.ReadRow.Outcome, Set<String>) =
            switch outcome {
            case .added: (.added, [])
            case .changed: (.changed, [])
            case .same: (.same, [])
            case .refused(.problems(let problems)): (.refused, Set(problems.byField.keys))
            case .refused: (.refused, [])
            }
        report.read.append(
            .init(line: line, outcome: word, cells: Dictionary(samples) { first, _ in first }, refused: refused))
    }

    private func count(_ outcome: Outcome, _ line: Int, _ cells: Entries) {
        let title = format.title(cells)
        show(outcome, line, cells)
        switch outcome {
        case .added: report.added += 1
        case .changed: report.changed += 1
        case .same: report.same += 1
        case .refused(let reason):
            report.refusedCount += 1
            guard report.refused.count < ImportReport.kept else { return }
            var values: [String: String] = [:]
            if case .problems(let problems) = reason {
                for field in problems.byField.keys { values[field] = String(cells[field].unicodeScalars.prefix(80)) }
            }
            report.refused.append(
                .init(
                    line: line, title: title, reason: reason, values: values,
                    cells: line == row.line ? row.cells : waitingRows[line] ?? []))
            return
        }
        if case .same = outcome { return }
        guard report.taken.count < ImportReport.shown else { return }
        if case .added = outcome {
            report.taken.append(.init(line: line, isNew: true, title: title))
        } else {
            report.taken.append(.init(line: line, isNew: false, title: title))
        }
    }

    /// The record's fields, replaced by the row's where the row gives a value.
    func overlaid(_ record: Entries?, with cells: Entries) -> Entries {
        var entries = record ?? Entries()
        for field in kind.fields where !cells[field].isEmpty { entries[field] = cells.raw(field) }
        return entries
    }

    /// Notes what a row stands for. Throws `Repeated` if an earlier row of the file stands for the same.
    func once(_ what: [String], _ line: Int) throws {
        for name in what { if let other = seen[name] { throw Repeated(line: other) } }
        for name in what { seen[name] = line }
    }

    /// Throws `Repeated` if an earlier row of the file stands for this.
    func forbid(_ what: String) throws { if let other = seen[what] { throw Repeated(line: other) } }

    func claim(_ what: String, _ line: Int) { seen[what] = seen[what] ?? line }

    func isSeen(_ what: String) -> Bool { seen[what] != nil }

    private struct Repeated: Error { var line: Int }

    /// Imports a row. A row that breaks a rule of the desk is refused; this is not an error.
    private func attempt(_ body: () throws -> Outcome?) throws -> Outcome? {
        do { return try whole(body) } catch let problems as Problems {
            return .refused(.problems(problems))
        } catch Refusal.invalid(let problems) {
            return .refused(.problems(problems))
        } catch let repeated as Repeated {
            return .refused(.repeated(line: repeated.line))
        }
    }

    /// For kinds whose rows write more than one record: writes all of them or none.
    private func whole(_ body: () throws -> Outcome?) throws -> Outcome? {
        guard let db = write?.db, format.writesSeveral else { return try body() }
        try Walk.run(db, "SAVEPOINT row_of_file")
        do {
            let outcome = try body()
            try Walk.run(db, "RELEASE row_of_file")
            return outcome
        } catch {
            try Walk.run(db, "ROLLBACK TO row_of_file")
            try Walk.run(db, "RELEASE row_of_file")
            throw error
        }
    }

    /// The client that a cell names by key or by name; nil if the cell is empty. Throws `Problems` if there is no such client or more than
    /// one.
    func client(_ field: String, _ cells: Entries) throws -> Client.ID? {
        guard !cells[field].isEmpty else { return nil }
        let clients = try clients(named: cells[field])
        guard let client = clients.first else { throw Problems([field: .unknown]) }
        guard clients.count == 1 else { throw Problems([field: .ambiguous]) }
        return client
    }

    func kam(_ cells: Entries) throws -> User? {
        guard !cells["kam"].isEmpty else { return nil }
        guard let kam = try read.colleague(named: cells["kam"]) else { throw Problems(["kam": .unknown]) }
        return kam
    }
}
