import Domain
import HTTP

package enum OrderRoute: SectionRoute, Equatable {
    /// The orders of the whole desk, or of one client.
    case list(OrderListQuery)
    /// The client is preselected if given.
    case new(Client.ID?)
    case sheet(Order.ID)
    case edit(Order.ID)
    case delete(Order.ID)
    case newLines(Order.ID)
    case editLine(OrderLine.ID)
    case deleteLine(OrderLine.ID)
    case newReturn(OrderLine.ID)
    case editReturn(GoodsReturn.ID)
    case deleteReturn(GoodsReturn.ID)

    package var address: Address {
        switch self {
        case .list(let query):
            Address(
                query.client.map { "/clients/\($0.number)/orders" } ?? "/orders",
                [("status", query.status?.rawValue)] + (query.place.map { [$0.field] } ?? []))
        case .new(let client): Address("/orders/new", [("client", client.map { String($0.number) })])
        case .sheet(let id): Address("/orders/\(id.number)")
        case .edit(let id): Address("/orders/\(id.number)/edit")
        case .delete(let id): Address("/orders/\(id.number)/delete")
        case .newLines(let id): Address("/orders/\(id.number)/lines/new")
        case .editLine(let id): Address("/lines/\(id.number)/edit")
        case .deleteLine(let id): Address("/lines/\(id.number)/delete")
        case .newReturn(let id): Address("/lines/\(id.number)/returns/new")
        case .editReturn(let id): Address("/returns/\(id.number)/edit")
        case .deleteReturn(let id): Address("/returns/\(id.number)/delete")
        }
    }

    package var section: Section? { .orders }

    package var dossier: Client.ID? { if case .list(let query) = self { query.client } else { nil } }

    package var record: RecordReference? {
        switch self {
        case .list(let query): query.client.map { RecordReference(.client, $0) }
        case .new(let client): client.map { RecordReference(.client, $0) }
        case .sheet(let id), .edit(let id), .delete(let id), .newLines(let id): RecordReference(.order, id)
        case .editLine(let id), .deleteLine(let id), .newReturn(let id): RecordReference(.orderLine, id)
        case .editReturn(let id), .deleteReturn(let id): RecordReference(.goodsReturn, id)
        }
    }

    package var mayBeLong: Bool { if case .sheet = self { true } else { false } }

    static let entries: [Entry] = [
        .table("/orders", .user) { .orders(.list(OrderListQuery(status: $0.word("status"), place: $0.dayPlace))) },
        .table("/clients/ID/orders", .user) { captures in
            captures.id().map {
                .orders(.list(OrderListQuery(status: captures.word("status"), client: $0, place: captures.dayPlace)))
            }
        },
        .form("/orders/new", .clerk) { .orders(.new($0.queryID("client"))) },
        .table("/orders/ID", .user) { $0.id().map { .orders(.sheet($0)) } },
        .form("/orders/ID/edit", .clerk) { $0.id().map { .orders(.edit($0)) } },
        .form("/orders/ID/delete", .clerk) { $0.id().map { .orders(.delete($0)) } },
        .form("/orders/ID/lines/new", .clerk) { $0.id().map { .orders(.newLines($0)) } },
        .form("/lines/ID/edit", .clerk) { $0.id().map { .orders(.editLine($0)) } },
        .form("/lines/ID/delete", .clerk) { $0.id().map { .orders(.deleteLine($0)) } },
        .form("/lines/ID/returns/new", .clerk) { $0.id().map { .orders(.newReturn($0)) } },
        .form("/returns/ID/edit", .clerk) { $0.id().map { .orders(.editReturn($0)) } },
        .form("/returns/ID/delete", .clerk) { $0.id().map { .orders(.deleteReturn($0)) } },
    ]
}

package enum OrderAction: SectionAction, Equatable {
    case add
    case change(Order.ID)
    case delete(Order.ID)
    case addLines(Order.ID)
    case changeLine(OrderLine.ID)
    case deleteLine(OrderLine.ID)
    case takeBack(OrderLine.ID)
    case changeReturn(GoodsReturn.ID)
    case deleteReturn(GoodsReturn.ID)

    package var address: Address {
        switch self {
        case .add: Address("/orders")
        case .change(let id): Address("/orders/\(id.number)")
        case .delete(let id): Address("/orders/\(id.number)/delete")
        case .addLines(let id): Address("/orders/\(id.number)/lines")
        case .changeLine(let id): Address("/lines/\(id.number)")
        case .deleteLine(let id): Address("/lines/\(id.number)/delete")
        case .takeBack(let id): Address("/lines/\(id.number)/returns")
        case .changeReturn(let id): Address("/returns/\(id.number)")
        case .deleteReturn(let id): Address("/returns/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/orders", .clerk) { _ in .orders(.add) },
        .act("/orders/ID", .clerk) { $0.id().map { .orders(.change($0)) } },
        .act("/orders/ID/delete", .clerk) { $0.id().map { .orders(.delete($0)) } },
        .act("/orders/ID/lines", .clerk) { $0.id().map { .orders(.addLines($0)) } },
        .act("/lines/ID", .clerk) { $0.id().map { .orders(.changeLine($0)) } },
        .act("/lines/ID/delete", .clerk) { $0.id().map { .orders(.deleteLine($0)) } },
        .act("/lines/ID/returns", .clerk) { $0.id().map { .orders(.takeBack($0)) } },
        .act("/returns/ID", .clerk) { $0.id().map { .orders(.changeReturn($0)) } },
        .act("/returns/ID/delete", .clerk) { $0.id().map { .orders(.deleteReturn($0)) } },
    ]
}

extension Route {
    package static func orders(_ page: OrderRoute) -> Route { Route(page) }
}

extension Action {
    package static func orders(_ action: OrderAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let orders = SectionDeclaration(
        called: "Orders", first: .orders(.list(OrderListQuery())), tally: { $0.openOrders },
        forms: [.init(called: "New order", short: "Order", .clerk, .orders(.new(nil)))],
        records: [.order: { .orders(.sheet(.init($0))) }],
        commands: [
            .order: { number in
                [
                    .init(called: "Add lines", .orders(.newLines(.init(number)))),
                    .init(called: "Edit", .orders(.edit(.init(number)))),
                    .init(called: "Delete", .orders(.delete(.init(number)))),
                ]
            }
        ],
        entries: OrderRoute.entries + OrderAction.entries)
}
