import ArgumentParser
import Demo
import Store

struct DemoCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Make a desk that holds the demo world.")

    @OptionGroup var file: DeskOption
    @Option(help: "How many clients.") var clients: Int = environment("CLIENTS", 120)
    @Option(help: "How many years of history.") var years: Int = environment("YEARS", 2)
    @Option(help: "How many people an average client has. (default: 3; 20 from 10000 clients on)")
    var people: Int?
    @Option(help: "The same seed makes the same world.") var seed: UInt64 = environment("SEED", 1)

    func validate() throws {
        guard (1...1_000_000).contains(clients) else {
            throw ValidationError("--clients \(clients): from 1 to 1000000")
        }
        guard (1...30).contains(years) else { throw ValidationError("--years \(years): from 1 to 30") }
        if let people, !(1...1000).contains(people) { throw ValidationError("--people \(people): from 1 to 1000") }
    }

    func run() throws {
        let path = try file.path()
        let language = terminalLanguage
        let people = people ?? environment("PEOPLE", clients < 10_000 ? 3 : 20)
        do {
            var progress = Progress("demo")
            try Desk.make(path: path, owner: World.owner(language: language), language: language) { desk in
                try World(clients: clients, years: years, people: people, seed: seed, language: language).write(
                    into: desk
                ) {
                    progress.show($0, of: $1)
                }
            }
        } catch {
            throw fail("\(error)")
        }
        print("\(path): the demo desk with \(clients) clients and \(years) years of history")
    }
}
