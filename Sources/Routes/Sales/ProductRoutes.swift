import Domain
import HTTP

package enum ProductRoute: SectionRoute, Equatable {
    case list(ProductListQuery)
    case new
    case sheet(Product.ID)
    case edit(Product.ID)
    case delete(Product.ID)

    package var address: Address {
        switch self {
        case .list(let query):
            Address("/products", [("q", query.text), ("group", query.group)] + (query.place.map { [$0.field] } ?? []))
        case .new: Address("/products/new")
        case .sheet(let id): Address("/products/\(id.number)")
        case .edit(let id): Address("/products/\(id.number)/edit")
        case .delete(let id): Address("/products/\(id.number)/delete")
        }
    }

    package var section: Section? { .products }

    package var record: RecordReference? {
        switch self {
        case .list, .new: nil
        case .sheet(let id), .edit(let id), .delete(let id): RecordReference(.product, id)
        }
    }

    static let entries: [Entry] = [
        .table("/products", .user) {
            .products(.list(ProductListQuery(text: $0.text("q"), group: $0.text("group"), place: $0.listPlace)))
        },
        .form("/products/new", .clerk) { _ in .products(.new) },
        .page("/products/ID", .user) { $0.id().map { .products(.sheet($0)) } },
        .form("/products/ID/edit", .clerk) { $0.id().map { .products(.edit($0)) } },
        .form("/products/ID/delete", .clerk) { $0.id().map { .products(.delete($0)) } },
    ]
}

package enum ProductAction: SectionAction, Equatable {
    case add
    case change(Product.ID)
    case delete(Product.ID)

    package var address: Address {
        switch self {
        case .add: Address("/products")
        case .change(let id): Address("/products/\(id.number)")
        case .delete(let id): Address("/products/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/products", .clerk) { _ in .products(.add) },
        .act("/products/ID", .clerk) { $0.id().map { .products(.change($0)) } },
        .act("/products/ID/delete", .clerk) { $0.id().map { .products(.delete($0)) } },
    ]
}

extension Route {
    package static func products(_ page: ProductRoute) -> Route { Route(page) }
}

extension Action {
    package static func products(_ action: ProductAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let products = SectionDeclaration(
        called: "Products", first: .products(.list(ProductListQuery())), tally: { $0.products },
        forms: [.init(called: "New product", short: "Product", .clerk, .products(.new))],
        records: [.product: { .products(.sheet(.init($0))) }],
        entries: ProductRoute.entries + ProductAction.entries)
}
