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
    let typed = text.lowercased().split(separator: " ")
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
        Command(name: l("Orders"), route: .orders(.list(OrderListQuery()))),
        Command(name: l("Receivables"), route: .receivables(.all(nil))),
        Command(name: l("Products"), route: .products(.list(ProductListQuery()))),
        Command(name: l("Clients by debt"), route: .clients(.list(ClientListQuery(order: .overdue)))),
        Command(name: l("Import"), route: .imports(.list)),
        Command(name: l("Help"), route: .help),
        Command(name: l("Settings"), route: .settings),
    ]
    guard c.mayEdit else { return pages }
    return pages + [
        Command(name: l("New client"), route: .clients(.new)),
        Command(name: l("New person"), route: .people(.new)),
        Command(name: l("Log an interaction"), route: .interactions(.new(nil, nil))),
        Command(name: l("New order"), route: .orders(.new(nil))),
        Command(name: l("New product"), route: .products(.new)),
    ]
}
