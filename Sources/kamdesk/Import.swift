import ArgumentParser
import Domain
import Store

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import records from a CSV file.",
        discussion: """
            Columns are matched to fields by name, others by --map. The fields of each kind:
            \(Desk.ImportKind.allCases.map { "\($0.rawValue): \($0.fields.joined(separator: " "))" }.joined(separator: "\n"))
            """)

    @Argument(help: "What the file holds.") var kind: Desk.ImportKind
    @Argument(help: "The CSV file.") var csv: String
    @OptionGroup var file: DeskOption
    @Option(
        help:
            "Columns that are not called like their field: field=column,field=Column+Other. field=- leaves a field out."
    )
    var map: String = environment("MAP", "")
    @Option(help: "What every row has: field=value,...") var set: String = environment("SET", "")
    @Option(help: "A text that means nothing, such as NULL. Say it again for another.") var null: [String] = []
    @Option(help: "How the letters are written: UTF-8, windows-1251, KOI8-R, CP866, windows-1252, mac...") var encoding:
        String?
    @Option(help: "The character between two cells.") var delimiter: String?
    @Option(help: "The line with the names of the columns.") var firstRow: Int?
    @Option(help: "How many rows at the end are totals and no records.") var skipLast: Int?
    @Option(help: "Whether 07/06/1980 is 7 June (dmy) or 6 July (mdy).") var dates: DayOrder?
    @Option(help: "The decimal mark: . or ,") var decimal: DecimalMark?
    @Option(help: "Whether a discount of 0.5 is a half (share) or half a per cent (percent).") var discount:
        DiscountUnit?
    @Flag(help: "Tell what would be done, and do nothing.") var dryRun = environment("DRY_RUN", false)
    @Flag(help: "Import the good rows although others are refused.") var skipRefused = environment(
        "SKIP_REFUSED", false)

    func run() throws {
        let report: Desk.Report
        do {
            let desk = try Desk.openExisting(path: file.path())
            var progress = Progress("import")
            let options = ImportOptions(map: map, constants: set, said: try said(), skipsRefused: skipRefused)
            report =
                dryRun
                ? try desk.rehearse(kind, path: csv, options) { progress.show($0, of: $1) }
                : try desk.importFile(kind, path: csv, options) { progress.show($0, of: $1) }
            try desk.close()
        } catch let error as ValidationError {
            throw error
        } catch {
            throw fail("\(csv): \(error)")
        }
        for refused in report.refused { say("line \(refused.line): \(refused.reason)") }
        if report.refusedCount > report.refused.count { say("and \(report.refusedCount - report.refused.count) more") }
        if !report.doubtful.isEmpty {
            let kept = report.doubtful.sorted().joined(separator: ", ")
            say("tax ids that fail their check, kept as they stand: \(kept)")
        }
        if let conventions = report.survey?.conventions { say("read as \(words(conventions, report.map))") }
        for total in report.survey?.totals ?? [] { say("left out as a total: \(total)") }
        if !report.unused.isEmpty { say("columns not used: \(report.unused.joined(separator: ", "))") }
        print("\(report.added) new, \(report.changed) changed, \(report.same) the same, \(report.refusedCount) refused")
        if dryRun { print("a rehearsal: nothing was changed") }
        guard report.refusedCount == 0 || skipRefused || dryRun else {
            throw fail(
                "nothing was imported, for \(report.refusedCount) rows were refused; --skip-refused imports the others")
        }
        if let id = report.id { say("import \(id.number): kamdesk undo-import \(id.number) takes it back") }
    }
}

extension Import {
    private func said() throws -> Conventions {
        var said = Conventions()
        if let encoding {
            guard let known = CSVEncoding(named: encoding) else {
                let names = CSVEncoding.allCases.map(\.rawValue).joined(separator: ", ")
                throw ValidationError("there is no encoding \"\(encoding)\" here; there are \(names)")
            }
            said.encoding = known
        }
        if let delimiter {
            let named = ["tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"][delimiter] ?? delimiter
            guard named.utf8.count == 1, let character = named.first, character != "\"" else {
                throw ValidationError("--delimiter: write one character, such as ; or tab")
            }
            said.delimiter = character
        }
        if let firstRow, firstRow < 1 { throw ValidationError("--first-row: lines are counted from 1") }
        if let skipLast, !(0...1000).contains(skipLast) {
            throw ValidationError("--skip-last: a number from 0 to 1000")
        }
        said.firstRow = firstRow
        said.skipLast = skipLast
        said.dates = dates
        said.decimal = decimal
        said.discount = discount
        said.nulls = null.isEmpty ? environment("NULL").map { [$0] } ?? [] : null
        return said
    }

    /// How the file was read, in one line.
    private func words(_ conventions: Conventions, _ map: String) -> String {
        let words = [
            conventions.encoding?.rawValue,
            conventions.delimiter.map { $0 == "\t" ? "cells end with a tab" : "cells end with \($0)" },
            conventions.firstRow.map { "names of columns on line \($0)" },
            conventions.skipLast.flatMap { $0 > 0 ? "\($0) rows of totals left out" : nil },
            conventions.dates.map { $0 == .dayFirst ? "days before months" : "months before days" },
            conventions.decimal.map { "decimals behind \"\($0.rawValue)\"" },
        ]
        return (words.compactMap(\.self) + [map]).joined(separator: "; ")
    }
}

extension Desk.ImportKind: ExpressibleByArgument {}
extension DayOrder: ExpressibleByArgument {}
extension DecimalMark: ExpressibleByArgument {}
extension DiscountUnit: ExpressibleByArgument {}

struct UndoImport: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "undo-import", abstract: "Take an import back, updates included, unless a row was changed since.")

    @Argument(help: "The import's number.") var number: Int64
    @OptionGroup var file: DeskOption

    func run() throws {
        do {
            let desk = try Desk.openExisting(path: file.path())
            defer { try? desk.close() }
            var progress = Progress("undo")
            let obstacles = try desk.undoImport(.init(number)) { progress.show($0, of: $1) }
            for obstacle in obstacles {
                say(
                    "\(obstacle.subject.rawValue) \(obstacle.title): \(obstacle.isChanged ? "was changed since" : "is needed by something newer")"
                )
            }
            guard obstacles.isEmpty else {
                throw fail("import \(number) stands, for \(obstacles.count) records are in the way")
            }
            print("import \(number) is taken back")
        } catch Refusal.notFound {
            throw fail("there is no import \(number) that could be taken back")
        }
    }
}
