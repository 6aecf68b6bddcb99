import ArgumentParser
import Demo
import Glibc
import Store

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a desk that holds the demo world.")

    @OptionGroup var file: DeskOption
    @Option(help: "How many clients.") var clients: Int = environment("CLIENTS", 120)
    @Option(help: "How many years of history.") var years: Int = environment("YEARS", 2)
    @Option(help: "The same seed makes the same world.") var seed: UInt64 = environment("SEED", 1)

    func validate() throws {
        guard (1...1_000_000).contains(clients) else {
            throw ValidationError("--clients \(clients): from 1 to 1000000")
        }
        guard (1...30).contains(years) else { throw ValidationError("--years \(years): from 1 to 30") }
    }

    func run() throws {
        let path = try file.path()
        guard access(path, F_OK) != 0 else {
            throw fail("\(path): is there already; the demo makes a new file and changes none")
        }
        let language = terminalLanguage
        do {
            let desk = try Desk.openOrMake(path: path, owner: World.owner(language: language), language: language)
            var progress = Progress("demo")
            try World(clients: clients, years: years, seed: seed, language: language).write(into: desk) {
                progress.show($0, of: $1)
            }
            try desk.close()
        } catch {
            throw fail("\(error)")
        }
        print("\(path): the demo desk with \(clients) clients and \(years) years of history")
    }
}
