import Domain
import HTTP

/// Every page of the desk.
package enum Route: Sendable, Equatable {
    case today
    case clients(ClientRoute)
    case people(PersonRoute)
    case posts(PostRoute)
    case profile(ProfileRoute)
    case map(MapRoute)
    case projects(ProjectRoute)
    case expected(ExpectedRoute)
    case events(EventRoute)
    case interactions(InteractionRoute)
    case matters(MatterRoute)
    case products(ProductRoute)
    case orders(OrderRoute)
    case receivables(ReceivablesRoute)
    case imports(ImportRoute)
    case search(String)
    /// What somebody did, with the way to take it back.
    case pastAct(Change.ID)
    /// A record as a line of history left it, with the way to put it back.
    case pastVersion(Change.ID)
    case team(TeamRoute)
    case keys(KeyRoute)
    case help

    package var address: Address {
        switch self {
        case .today: Address("/")
        case .clients(let route): route.address
        case .people(let route): route.address
        case .posts(let route): route.address
        case .profile(let route): route.address
        case .map(let route): route.address
        case .projects(let route): route.address
        case .expected(let route): route.address
        case .events(let route): route.address
        case .interactions(let route): route.address
        case .matters(let route): route.address
        case .products(let route): route.address
        case .orders(let route): route.address
        case .receivables(let route): route.address
        case .imports(let route): route.address
        case .search(let text): Address("/search", [("q", text.isEmpty ? nil : text)])
        case .pastAct(let id): Address("/history/\(id.number)/back")
        case .pastVersion(let id): Address("/history/\(id.number)/version")
        case .team(let route): route.address
        case .keys(let route): route.address
        case .help: Address("/help")
        }
    }
}

extension Route {
    /// The record that a page shows or changes, by its table: who else has it open is told, and readings of a confidential client's are
    /// logged.
    package var record: (subject: Change.Subject, id: Int64)? {
        switch self {
        case .clients(let route): route.client.map { (.client, $0.number) }
        case .people(.sheet(let id)), .people(.edit(let id)): (.person, id.number)
        case .map(.sheet(let query)):
            switch query.scope {
            case .client(let id): (.client, id.number)
            case .person(let id): (.person, id.number)
            case .desk: nil
            }
        case .expected(.new(let id)): (.client, id.number)
        case .expected(.edit(let id)): (.expectedChange, id.number)
        case .events(.sheet(let id)), .events(.edit(let id)): (.event, id.number)
        case .products(.sheet(let id)), .products(.edit(let id)): (.product, id.number)
        case .interactions(.sheet(let id)), .interactions(.edit(let id)): (.interaction, id.number)
        case .matters(.edit(let id)): (.matter, id.number)
        case .projects(.sheet(let id)), .projects(.edit(let id)), .projects(.newReview(let id)),
            .projects(.close(let id)),
            .projects(.newStep(let id)), .projects(.newExpense(let id)), .projects(.delete(let id)):
            (.project, id.number)
        case .projects(.editReview(let id)), .projects(.deleteReview(let id)): (.review, id.number)
        case .projects(.editExpense(let id)), .projects(.deleteExpense(let id)): (.expense, id.number)
        case .orders(.list(let query)): query.client.map { (.client, $0.number) }
        case .orders(.sheet(let id)), .orders(.edit(let id)): (.order, id.number)
        case .receivables(.client(let id, _)): (.client, id.number)
        case .receivables(.invoice(let id)), .receivables(.editInvoice(let id)): (.invoice, id.number)
        case .receivables(.payment(let id)), .receivables(.editPayment(let id)): (.payment, id.number)
        default: nil
        }
    }
}

/// Every act that changes the desk: one verb of the business, sent by a form.
package enum Action: Sendable, Equatable {
    case clients(ClientAction)
    case people(PersonAction)
    case posts(PostAction)
    case profile(ProfileAction)
    case map(MapAction)
    case projects(ProjectAction)
    case expected(ExpectedAction)
    case events(EventAction)
    case interactions(InteractionAction)
    case matters(MatterAction)
    case products(ProductAction)
    case orders(OrderAction)
    case receivables(ReceivablesAction)
    case imports(ImportAction)
    case team(TeamAction)
    case keys(KeyAction)
    /// The act that a line of history is a part of is taken back.
    case takeBack(Change.ID)
    /// A record is put back as a line of history left it.
    case putBack(Change.ID)

    package var address: Address {
        switch self {
        case .clients(let action): action.address
        case .people(let action): action.address
        case .posts(let action): action.address
        case .profile(let action): action.address
        case .map(let action): action.address
        case .projects(let action): action.address
        case .expected(let action): action.address
        case .events(let action): action.address
        case .interactions(let action): action.address
        case .matters(let action): action.address
        case .products(let action): action.address
        case .orders(let action): action.address
        case .receivables(let action): action.address
        case .imports(let action): action.address
        case .team(let action): action.address
        case .keys(let action): action.address
        case .takeBack(let id): Address("/history/\(id.number)/back")
        case .putBack(let id): Address("/history/\(id.number)/version")
        }
    }
}

/// Where a request goes.
package enum Target: Sendable, Equatable {
    case page(Route)
    /// A page's JSON twin.
    case twin(Route)
    /// A page's table as CSV.
    case export(Route)
    /// A page's picture as SVG.
    case picture(Route)
    case action(Action)
    /// A page before the desk, for whom it does not know yet.
    case door(DoorRoute)
    case enter(DoorAction)
    /// The latest copy of the desk, as a file.
    case copy
    case health
    /// An embedded file, by the hash of its content and its name.
    case asset(hash: String, name: String)
}

/// Who may open an address. It is declared beside each in the site map; what of it they see there, `Sight` says.
package enum Access: String, Sendable, CaseIterable {
    /// Anybody who reaches the desk, without login.
    case anybody
    /// Every user of the desk.
    case user
    /// Those who work with clients: KAMs, heads, directors.
    case editor
    /// They, and sales support: orders, products, receivables.
    case clerk
    /// Whoever may change anything at all: they, and who administers.
    case writer
    /// Heads and directors.
    case lead
    /// Directors.
    case director
    /// Directors and those who administer.
    case importer
    /// Those who administer.
    case administrator

    package func admits(_ viewer: Viewer) -> Bool {
        switch self {
        case .anybody: true
        case .user: !viewer.isStranger
        case .editor: viewer.role.worksWithClients
        case .clerk: viewer.role.keepsBooks
        case .writer: viewer.role.keepsBooks || viewer.administers
        case .lead: viewer.role.leads
        case .director: viewer.role == .director
        case .importer: viewer.role == .director || viewer.administers
        case .administrator: viewer.administers
        }
    }
}
