import ArgumentParser
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
    @Option(help: "Columns that are not called like their field: field=column,...") var map: String = environment(
        "MAP", "")
    @Option(help: "A text that means nothing, such as NULL.") var null: String?
    @Flag(help: "Tell what would be done, and do nothing.") var dryRun = environment("DRY_RUN", false)
    @Flag(help: "Import the good rows although others are refused.") var skipRefused = environment(
        "SKIP_REFUSED", false)

    func run() throws {
        let report: Desk.Report
        do {
            let desk = try Desk.openExisting(path: file.path())
            var progress = Progress("import")
            let options = ImportOptions(map: map, null: null ?? environment("NULL"), skipsRefused: skipRefused)
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

extension Desk.ImportKind: ExpressibleByArgument {}

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
