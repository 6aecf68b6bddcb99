import ArgumentParser
import Store

struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check a desk's file: its integrity, its history, its counts.")

    @OptionGroup var file: DeskOption
    @Option(
        help:
            "The folder of the copies with which history is compared. (default: the desk's name with -backups behind it)"
    )
    var backups: String?

    func run() throws {
        let path = try file.path()
        let findings: [String]
        do { findings = try Desk.check(path: path, copies: backups ?? environment("BACKUPS")) } catch {
            throw fail("\(error)")
        }
        for finding in findings { say("\(path): \(finding)") }
        guard findings.isEmpty else { throw ExitCode.failure }
        print("\(path): sound")
    }
}
