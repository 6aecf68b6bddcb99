import Domain

extension Desk {
    package typealias ImportKind = Domain.ImportKind
    package typealias Report = ImportReport

    /// Reports what an import would do, and writes nothing. `secrets` receives the confidential clients that rows were compared with.
    /// Throws `CSVRefusal` or `ImportRefusal` if the file cannot be read.
    package func rehearse(
        _ kind: ImportKind, path: String, _ options: ImportOptions, at moment: Moment = .current(),
        secrets: ([Named<Client>]) -> Void = { _ in }, progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> ImportReport {
        let today = moment.day(in: try timeZone())
        let file = try CSVFile(path: path)
        let run = try ImportRun(kind, header: file.header, options)
        return try read { read in
            try run.begin(read, nil, today: today)
            try file.forEachRow { row in
                try run.take(row)
                progress(file.bytesRead, file.byteCount)
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
        if !options.skipsRefused {
            let rehearsal = try rehearse(kind, path: path, options, at: moment) { progress($0 / 3, $1) }
            if rehearsal.refusedCount > 0 || rehearsal.added + rehearsal.changed == 0 { return rehearsal }
        }
        let today = moment.day(in: try timeZone())
        let file = try CSVFile(path: path)
        let run = try ImportRun(kind, header: file.header, options)
        let id = try write(as: .program(for: user), at: moment, on: today) {
            try $0.beginImport(kind, file: name ?? path, map: run.report.map)
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
            try file.forEachRow { row in
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
