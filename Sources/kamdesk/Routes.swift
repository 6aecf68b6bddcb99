import ArgumentParser
import Web

struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the site map: every address, who may, and its JSON twin.")

    func run() { print(App.siteMap) }
}
