import Domain
import Routes

/// A page or form of the desk that can be found by its name.
struct Command {
    let name: String
    let route: Route
}

/// The pages and forms whose names, in any language, contain for every typed word a word that starts with it; all of them if nothing is
/// typed. Viewers who may only read get no forms.
func commandsCalled(_ text: String, _ c: Chrome) -> [Command] {
    let pages = Section.allCases.map(\.declaration).filter { c.may($0.access) }.flatMap { section in
        [(section.name, section.first)] + section.pages.map { ($0.name, $0.route) }
    }
    return called(text, pages + formsOfSections(c).map { ($0.name, $0.route) }, c)
}

/// The same for what can be done with the record of the page from which the search was asked.
func commandsOfRecord(_ text: String, _ here: Route?, _ c: Chrome) -> [Command] {
    guard let record = here?.page.record, !text.isEmpty else { return [] }
    return called(text, record.subject.commands(of: record.number).map { ($0.name, $0.route) }, c).filter { command in
        SiteMap.access(of: command.route).map(c.may) ?? false
    }
}

private func called(_ text: String, _ commands: [(name: String, route: Route)], _ c: Chrome) -> [Command] {
    let l = c.language
    let typed = text.lowercased().split(separator: " ", maxSplits: 12).map { Array($0.utf8) }
    return commands.filter { command in
        let words = l.nameWords[command.name] ?? []
        return typed.allSatisfy { part in words.contains { $0.starts(with: part) } }
    }.map { Command(name: l(named: $0.name), route: $0.route) }
}
