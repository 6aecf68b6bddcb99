import Domain
import Routes
import Store
import Templates

extension ProductRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension ProductAction: ActionHandler {
    func act(_ app: App, _ deed: Deed) throws -> Route { try app.act(self, deed) }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

extension App {
    func page(_ route: ProductRoute, _ visit: Visit) throws -> Page {
        switch route {
        case .list(let query):
            let list = try visit.read.productList(query, atMost: visit.rows)
            return Page(list) { productListPage(list, query, $0) }.exporting(
                list, next: { try $0.later.map { try visit.read.productList(query.at($0), atMost: visit.rows) } },
                as: productExport)
        case .sheet(let id):
            let product = try visit.read.productSheet(id)
            return Page(product) { productPage(product, $0) }
        case .new:
            let groups = try visit.read.productGroups()
            return .form { productForm(nil, groups: groups, visit.form(), $0) }
        case .edit(let id):
            let (product, groups) = (try visit.read.product(id), try visit.read.productGroups())
            let form = visit.form(product.draft.entries(visit.chrome.frame.currency), version: product.version)
            return .form { productForm(id, groups: groups, form, $0) }
        case .delete(let id):
            let product = try visit.read.product(id)
            return try visit.deletion(
                product.draft.name,
                .products(.delete(id)), back: .products(.sheet(id)), version: product.version)
        }
    }

    func act(_ action: ProductAction, _ deed: Deed) throws -> Route {
        let currency = try deed.write.read.currency()
        switch action {
        case .add: return .products(.sheet(try deed.write.addProduct(ProductDraft(deed.entries, currency))))
        case .change(let id):
            try deed.write.changeProduct(id, from: deed.version(), ProductDraft(deed.entries, currency))
            return .products(.sheet(id))
        case .delete(let id):
            try deed.write.deleteProduct(id, from: deed.version())
            return .products(.list(ProductListQuery()))
        }
    }

    func formPage(of action: ProductAction) -> Route {
        switch action {
        case .add: .products(.new)
        case .change(let id): .products(.edit(id))
        case .delete(let id): .products(.delete(id))
        }
    }
}
