import Domain
import Routes

/// A page or form of the desk that can be found by its name.
struct Command {
    let name: String
    let route: Route
}

/// The pages and forms whose names contain, for every typed word, a word that starts with it; all of them if nothing is typed. Viewers who
/// may only read get no forms.
func commandsCalled(_ text: String, _ c: Chrome) -> [Command] {
    let typed = text.lowercased().split(separator: " ", maxSplits: 12)
    return commands(c).filter { command in
        let words = command.name.lowercased().split(separator: " ")
        return typed.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }
}

private func commands(_ c: Chrome) -> [Command] {
    let pages = Section.allCases.map(\.declaration).filter { c.may($0.access) }.flatMap { section in
        [(section.name, section.first)] + section.pages.map { ($0.name, $0.route) }
    }
    return (pages + formsOfSections(c).map { ($0.name, $0.route) }).map {
        Command(name: c.language(named: $0), route: $1)
    }
}
