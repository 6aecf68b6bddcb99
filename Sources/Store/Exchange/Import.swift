import Domain

extension Desk {
    package typealias ImportKind = Domain.ImportKind
    package typealias Report = ImportReport

    /// Reports what an import would do, and writes nothing. `secrets` receives the confidential clients that rows were compared with.
    /// Throws `CSVRefusal` or `ImportRefusal` if the file cannot be read, or can be read in two ways.
    package func rehearse(
        _ kind: ImportKind, path: String, _ options: ImportOptions, at moment: Moment = .current(),
        secrets: ([Named<Client>]) -> Void = { _ in }, progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> ImportReport {
        let today = moment.day(in: try timeZone())
        let prepared = try PreparedImport(kind, path, options, currency: currency()) { progress($0 / 4, $1) }
        let (file, run) = (prepared.file, prepared.run)
        return try read { read in
            try run.begin(read, nil, today: today)
            try file.forEachRow(skippingLast: prepared.skipLast) { row in
                try run.take(row)
                progress(file.byteCount / 4 + file.bytesRead / 4 * 3, file.byteCount)
            }
            try run.end()
            secrets(try read.told())
            return run.report
        }
    }

    /// Imports a CSV file. Rows are matched to records by key, number, tax numbers or name, so importing the same file twice changes
    /// nothing. An empty cell keeps the desk's value. If a row would be refused, nothing is written, unless the options say to skip such
    /// rows.
    ///
    /// The import writes in many short transactions, so that other users need not wait. If it fails, it is undone by this program, or by
    /// the next one that opens the desk.
    package func importFile(
        _ kind: ImportKind, path: String, name: String? = nil, _ options: ImportOptions, at moment: Moment = .current(),
        as user: User.ID = Desk.owner, progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> ImportReport {
        var options = options
        if !options.skipsRefused {
            let rehearsal = try rehearse(kind, path: path, options, at: moment) { progress($0 / 3, $1) }
            if rehearsal.refusedCount > 0 || rehearsal.added + rehearsal.changed == 0 { return rehearsal }
            options.survey = rehearsal.survey
        }
        let today = moment.day(in: try timeZone())
        let prepared = try PreparedImport(kind, path, options, currency: currency()) { _, _ in }
        let (file, run) = (prepared.file, prepared.run)
        let id = try write(as: .program(for: user), at: moment, on: today) {
            try $0.beginImport(kind, file: name ?? path, map: run.report.map, prepared.conventions)
        }
        func step(_ body: () throws -> Void) throws {
            try requireReserve()
            try write(as: .program(for: user), at: moment, on: today, settling: false) { write in
                var write = write
                write.importID = id
                try run.begin(write.read, write, today: today)
                try body()
            }
        }
        do {
            var rows: [CSVRow] = []
            try file.forEachRow(skippingLast: prepared.skipLast) { row in
                rows.append(row)
                guard rows.count == Desk.rowsInStep else { return }
                try step { try rows.forEach(run.take) }
                rows.removeAll(keepingCapacity: true)
                progress(file.byteCount / 3 + file.bytesRead / 3 * 2, file.byteCount)
            }
            try step {
                try rows.forEach(run.take)
                try run.end()
            }
            while try write(as: .program(for: user), at: moment, on: today, settling: false, { try $0.settlePace() }) {}
            if run.report.refusedCount > 0 && !options.skipsRefused {
                try takeBack(id, at: moment)
            } else {
                try write(as: .program(for: user), at: moment, on: today) { try $0.endImport(id, &run.report) }
            }
        } catch {
            // A full disk may refuse the undo as well.
            do { try takeBack(id, at: moment) } catch { halfDone.withLock { _ = $0.insert(id) } }
            throw error
        }
        return run.report
    }

    /// Keeps a step to a tenth of a second at most on an idle machine.
    private static let rowsInStep = 1000
}

/// A file that is ready to be read row by row: its columns have fields, and nothing in it is open.
private struct PreparedImport {
    let file: CSVFile
    let run: ImportRun
    let conventions: Conventions

    var skipLast: Int { conventions.skipLast ?? 0 }

    /// Throws `ImportRefusal` if the header lacks a required column, or if the file can be read in two ways.
    init(
        _ kind: ImportKind, _ path: String, _ options: ImportOptions, currency: Currency,
        progress: (Int, Int) -> Void
    ) throws {
        file = try CSVFile(path: path, as: kind, options.survey?.conventions ?? options.said)
        let plan = try ImportPlan(
            kind, header: file.header, map: options.map, constants: options.constants,
            matchesNames: options.matchesNames)
        let survey =
            try options.survey
            ?? FileSurvey(
                file, plan, kind, said: options.said, kept: options.kept, currency: currency, progress: progress)
        guard survey.questions.isEmpty else { throw ImportRefusal.open(survey.questions) }
        conventions = survey.conventions
        run = ImportRun(kind, plan, survey, currency)
    }
}

extension Desk {
    fileprivate func currency() throws -> Currency { try read { try $0.currency() } }
}
