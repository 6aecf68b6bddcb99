import ArgumentParser
import Store

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Import clients or people from a CSV file.",
        discussion: """
            Columns are matched to fields by name, others by --map. Fields of clients: \
            \(Desk.ImportKind.clients.fields.joined(separator: " ")). \
            Fields of people: \(Desk.ImportKind.people.fields.joined(separator: " ")).
            """)

    enum Kind: String, ExpressibleByArgument, CaseIterable { case clients, people }

    @Argument(help: "clients or people.") var kind: Kind
    @Argument(help: "The CSV file.") var csv: String
    @OptionGroup var file: DeskOption
    @Option(help: "Columns that are not called like their field: field=column,...") var map: String = environment(
        "MAP", "")
    @Option(help: "A text that means nothing, such as NULL.") var null: String?
    @Flag(help: "Tell what would be done, and do nothing.") var dryRun = environment("DRY_RUN", false)
    @Flag(help: "Import the good rows although others are refused.") var skipRefused = environment(
        "SKIP_REFUSED", false)

    func run() throws {
        let report: Report
        do {
            let desk = try Desk.openExisting(path: file.path())
            var progress = Progress("import")
            report = try desk.importFile(
                kind == .clients ? .clients : .people, path: csv,
                Desk.ImportOptions(
                    map: map, null: null ?? environment("NULL"), isRehearsal: dryRun, skipsRefused: skipRefused)
            ) { progress.show($0, of: $1) }
            try desk.close()
        } catch let error as ValidationError {
            throw error
        } catch {
            throw fail("\(csv): \(error)")
        }
        for refused in report.refused { say("line \(refused.line): \(refused.reason)") }
        if !report.unused.isEmpty { say("columns not used: \(report.unused.joined(separator: ", "))") }
        print(
            "\(report.added) new, \(report.changed) changed, \(report.same) the same, \(report.refused.count) refused")
        if dryRun { print("a rehearsal: nothing was changed") }
        guard report.refused.isEmpty || skipRefused || dryRun else {
            throw fail(
                "nothing was imported, for \(report.refused.count) rows were refused; --skip-refused imports the others"
            )
        }
    }

    private typealias Report = Desk.Report
}
