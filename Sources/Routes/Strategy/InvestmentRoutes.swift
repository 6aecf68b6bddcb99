import Domain
import HTTP

/// The years of investment in a client, which stand on the page of its strategy.
package enum InvestmentRoute: SectionRoute, Equatable {
    case new(Client.ID)
    case edit(InvestmentYear.ID)
    case delete(InvestmentYear.ID)

    package var address: Address {
        switch self {
        case .new(let id): Address("/clients/\(id.number)/investment/new")
        case .edit(let id): Address("/investment/\(id.number)/edit")
        case .delete(let id): Address("/investment/\(id.number)/delete")
        }
    }

    package var section: Section? { .clients }

    package var record: RecordReference? {
        switch self {
        case .new(let id): RecordReference(.client, id)
        case .edit(let id), .delete(let id): RecordReference(.investmentYear, id)
        }
    }

    static let entries: [Entry] = [
        .form("/clients/ID/investment/new", .editor) { $0.id().map { .investment(.new($0)) } },
        .form("/investment/ID/edit", .editor) { $0.id().map { .investment(.edit($0)) } },
        .form("/investment/ID/delete", .editor) { $0.id().map { .investment(.delete($0)) } },
    ]
}

package enum InvestmentAction: SectionAction, Equatable {
    case add(Client.ID)
    case change(InvestmentYear.ID)
    case delete(InvestmentYear.ID)

    package var address: Address {
        switch self {
        case .add(let id): Address("/clients/\(id.number)/investment")
        case .change(let id): Address("/investment/\(id.number)")
        case .delete(let id): Address("/investment/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/clients/ID/investment", .editor) { $0.id().map { .investment(.add($0)) } },
        .act("/investment/ID", .editor) { $0.id().map { .investment(.change($0)) } },
        .act("/investment/ID/delete", .editor) { $0.id().map { .investment(.delete($0)) } },
    ]
}

extension Route {
    package static func investment(_ page: InvestmentRoute) -> Route { Route(page) }
}

extension Action {
    package static func investment(_ action: InvestmentAction) -> Action { Action(action) }
}
