import ArgumentParser
import Glibc
import Web

@main
struct Kamdesk: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "kamdesk", abstract: "The working desk of a key account manager.",
        discussion:
            "Every option may come from the environment too: --desk from KAMDESK_DESK, --port from KAMDESK_PORT, and so on.",
        version: App.version,
        subcommands: [
            Serve.self, DemoCommand.self, Import.self, UndoImport.self, Check.self, Print.self, BackupCommand.self,
            Restore.self, UserCommand.self, Routes.self,
        ])

    static func main() {
        TestDay.begin()
        main(nil)
    }
}

/// An error that ends the command. Writes one line on standard error.
func fail(_ message: some CustomStringConvertible) -> any Error {
    say("kamdesk: \(message)")
    return ExitCode.failure
}

/// Writes a line on standard error.
func say(_ line: String) {
    let line = line + "\n"
    _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
}

/// An option's value from the environment, or the fallback. A value that does not fit ends the command with a clear line.
func environment<Value: LosslessStringConvertible>(_ name: String, _ fallback: Value) -> Value {
    guard let text = getenv("KAMDESK_" + name).map({ String(cString: $0) }) else { return fallback }
    guard let value = Value(text) else {
        say("kamdesk: KAMDESK_\(name)=\(text) is not a value for this option")
        exit(EX_USAGE)
    }
    return value
}

func environment(_ name: String) -> String? { getenv("KAMDESK_" + name).map { String(cString: $0) } }

/// Is a flag set in the environment? 1, true and yes set it.
func environmentSays(_ name: String) -> Bool {
    switch environment(name)?.lowercased() {
    case nil, "", "0", "false", "no": return false
    case "1", "true", "yes": return true
    case let text?:
        say("kamdesk: KAMDESK_\(name)=\(text): 1 or 0")
        exit(EX_USAGE)
    }
}

/// An option that may be given several times: from the command line, otherwise from the environment, separated by commas.
func several(_ given: [String], _ name: String) -> [String] {
    guard given.isEmpty else { return given }
    return (environment(name) ?? "").split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
}

/// The language of this terminal, such as "ru_RU.UTF-8".
var terminalLanguage: String {
    let names = ["KAMDESK_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    return names.lazy.compactMap { name in getenv(name).map { String(cString: $0) } }.first { !$0.isEmpty } ?? "en"
}

/// The desk's file, for commands that must be told which.
struct DeskOption: ParsableArguments {
    @Option(help: "The desk's file.") var desk: String?

    func path() throws -> String {
        guard let desk = desk ?? environment("DESK") else {
            throw ValidationError("name the desk's file: --desk FILE, or KAMDESK_DESK in the environment")
        }
        return desk
    }
}

/// Shows progress on standard error if the work takes more than a second.
struct Progress: ~Copyable {
    private let what: String
    private let start = ContinuousClock.now
    private var shown = ContinuousClock.now

    init(_ what: String) { self.what = what }

    mutating func show(_ done: some BinaryInteger, of total: some BinaryInteger) {
        let now = ContinuousClock.now
        guard total > 0, now - shown > .seconds(1) else { return }
        shown = now
        say("\(what): \(Int(done) * 100 / Int(total)) %, \((now - start).components.seconds) s")
    }
}
