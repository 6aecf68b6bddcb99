import Domain

extension Desk {
    /// The kinds of record that a file can hold.
    package enum ImportKind: Sendable { case clients, people }

    /// What an import did.
    package typealias Report = ImportReport

    /// How a file is imported.
    package struct ImportOptions: Sendable {
        /// `field=column,...` for columns that are not called like their field.
        package var map: String
        /// A text that stands for "nothing" in the file, such as NULL; an empty cell always does.
        package var null: String?
        /// Tell what would be done, and do nothing.
        package var isRehearsal: Bool
        /// Import the good rows although others are refused; otherwise it is all or nothing.
        package var skipsRefused: Bool

        package init(map: String, null: String?, isRehearsal: Bool, skipsRefused: Bool) {
            self.map = map
            self.null = null
            self.isRehearsal = isRehearsal
            self.skipsRefused = skipsRefused
        }
    }

    /// Imports a CSV file in one transaction. Rows are matched to records by key, tax numbers or name, so that twice changes
    /// nothing; an empty cell leaves what the desk has. Throws `CSVRefusal` or `ImportRefusal` where the file cannot be read.
    package func importFile(
        _ kind: ImportKind, path: String, _ options: ImportOptions, at moment: Moment = .current(),
        progress: (_ done: Int, _ of: Int) -> Void
    ) throws -> ImportReport {
        let today = moment.day(in: try read { try $0.frame().desk.timeZone })
        let file = try CSVFile(path: path)
        let plan = try ImportPlan(header: file.header, fields: kind.fields, map: options.map, needs: ["name"])
        do {
            return try write(at: moment, on: today) { write in
                var run = ImportRun(write: write, plan: plan, null: options.null, source: path)
                switch kind {
                case .clients: try run.importClients(file, progress)
                case .people: try run.importPeople(file, progress)
                }
                run.report.unused = plan.unused
                run.report.refused.sort { $0.line < $1.line }
                if options.isRehearsal || (!run.report.refused.isEmpty && !options.skipsRefused) {
                    throw TakenBack(report: run.report)
                }
                return run.report
            }
        } catch let takenBack as TakenBack {
            return takenBack.report
        }
    }
}

extension Desk.ImportKind {
    /// The fields that a file may feed.
    package var fields: [String] {
        switch self {
        case .clients:
            [
                "key", "name", "short", "kind", "inn", "kpp", "ogrn", "vat", "address", "city", "country", "territory",
                "segment",
                "status", "parent", "kam", "phone", "email", "web", "note",
            ]
        case .people: ["key", "name", "client", "title", "phone", "email", "birthday", "vip", "kol", "note"]
        }
    }
}

/// Ends a transaction without writing it, with what it would have done.
private struct TakenBack: Error { let report: ImportReport }

/// One file being imported.
struct ImportRun {
    let write: WriteTransaction
    let plan: ImportPlan
    let null: String?
    /// The file's path, named where a reason must be.
    let source: String
    var report = ImportReport()
    /// What rows of this file have written already, with their line: a second row for the same is refused, or, for a post, adds one.
    let taken = Taken()

    final class Taken {
        var clients: [Client.ID: Int] = [:]
        var posts: Set<Post.ID> = []
    }

    /// What became of a row.
    enum Outcome {
        case added, changed, same
        case refused(String)
    }

    mutating func count(_ outcome: Outcome, line: Int) {
        switch outcome {
        case .added: report.added += 1
        case .changed: report.changed += 1
        case .same: report.same += 1
        case .refused(let reason): report.refused.append(.init(line: line, reason: reason))
        }
    }

    /// The fields of every row that has as many cells as the header; others are refused.
    mutating func forEachRow(
        _ file: CSVFile, _ progress: (_ done: Int, _ of: Int) -> Void,
        _ body: (_ line: Int, _ cells: Entries) throws -> Outcome?
    ) throws {
        var outcomes: [(Outcome, Int)] = []
        try file.forEachRow { row in
            guard row.cells.count == file.header.count else {
                let reason = "the row has \(row.cells.count) cells where the header has \(file.header.count)"
                outcomes.append((.refused(reason), row.line))
                return
            }
            var cells = Entries()
            for (field, column) in plan.columns where row.cells[column] != null { cells[field] = row.cells[column] }
            if let outcome = try body(row.line, cells) { outcomes.append((outcome, row.line)) }
            progress(file.bytesRead, file.byteCount)
        }
        for (outcome, line) in outcomes { count(outcome, line: line) }
    }

    /// The fields as the record has them, with those that the row fills in their place.
    func overlaid(_ record: Entries?, with cells: Entries) -> Entries {
        var entries = record ?? Entries()
        for (field, _) in plan.columns where !cells[field].isEmpty { entries[field] = cells.raw(field) }
        return entries
    }

    /// Does what a row asks for; a row that breaks a rule of the desk is refused and not an error.
    func attempt(_ body: () throws -> Outcome) throws -> Outcome {
        do { return try body() } catch let problems as Problems {
            return .refused(problems.description)
        } catch Refusal.invalid(let problems) {
            return .refused(problems.description)
        }
    }
}
