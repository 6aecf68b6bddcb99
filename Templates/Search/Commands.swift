import Domain
import Routes

/// A page or a form of the desk, found by its name.
struct Command {
    let name: String
    let route: Route
}

/// The pages and commands in whose names every word of a text begins one; all of them for no text. Whoever may only read finds no
/// forms.
func commandsCalled(_ text: String, _ c: Chrome) -> [Command] {
    let typed = text.lowercased().split(separator: " ", maxSplits: 12)
    return commands(c).filter { command in
        let words = command.name.lowercased().split(separator: " ")
        return typed.allSatisfy { part in words.contains { $0.hasPrefix(part) } }
    }
}

private func commands(_ c: Chrome) -> [Command] {
    let l = c.language
    let pages: [Command] = [
        Command(name: l("Today"), route: .today),
        Command(name: l("Clients"), route: .clients(.list(ClientListQuery()))),
        Command(name: l("People"), route: .people(.list(PersonListQuery()))),
        Command(name: l("Map"), route: .map(.sheet(MapQuery(.desk)))),
        Command(name: l("VIP projects"), route: .projects(.list(ProjectListQuery()))),
        Command(name: l("Events"), route: .events(.list(EventListQuery()))),
        Command(name: l("Orders"), route: .orders(.list(OrderListQuery()))),
        Command(name: l("Receivables"), route: .receivables(.all(nil))),
        Command(name: l("Products"), route: .products(.list(ProductListQuery()))),
        Command(name: l("Clients by debt"), route: .clients(.list(ClientListQuery(order: .overdue)))),
        Command(name: l("Help"), route: .help),
        Command(name: l("Settings"), route: .team(.settings)),
        Command(name: l("Absences"), route: .team(.absences)),
        Command(name: l("Who may what"), route: .team(.rights)),
        Command(name: l("Your account"), route: .keys(.account)),
    ]
    let forms: [(Access, Command)] = [
        (.importer, Command(name: l("Import"), route: .imports(.list))),
        (.editor, Command(name: l("New client"), route: .clients(.new))),
        (.editor, Command(name: l("New person"), route: .people(.new))),
        (.editor, Command(name: l("Log an interaction"), route: .interactions(.new(nil, nil)))),
        (.editor, Command(name: l("New event"), route: .events(.new))),
        (.clerk, Command(name: l("New order"), route: .orders(.new(nil)))),
        (.clerk, Command(name: l("New product"), route: .products(.new))),
    ]
    return pages + forms.filter { c.may($0.0) }.map(\.1)
}
