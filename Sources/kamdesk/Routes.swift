import ArgumentParser
import Web

struct Routes: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the site map: every address, who may, its JSON twin and its table as CSV.")

    func run() { print(App.siteMap) }
}
