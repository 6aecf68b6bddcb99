import Domain
import GRDB

extension ReadTransaction {
    package func currency() throws -> Currency {
        Currency(try one("SELECT currency FROM desk", []) { $0[0] as String })
    }

    package func product(_ id: Product.ID) throws -> Product {
        try one("SELECT \(ProductDraft.columns) FROM \(ProductDraft.source) WHERE p.id = ?", [id.number]) {
            Product($0)
        }
    }

    /// The product with this key; otherwise the one with this name.
    package func product(named name: String) throws -> Product? {
        try product(by: "key", name) ?? product(by: "sort_name", sortingName(name))
    }

    /// The first product with this value in a column, "key" or "sort_name".
    func product(by column: String, _ value: String) throws -> Product? {
        try first(
            "SELECT \(ProductDraft.columns) FROM \(ProductDraft.source) WHERE p.\(column) = ? ORDER BY p.id LIMIT 1",
            [value]
        ) { Product($0) }
    }
}

extension ReadTransaction {
    /// One page of products, by name. Two statements.
    package func productList(_ query: ProductListQuery, atMost length: Int = ListPage.length) throws -> ProductList {
        var page = ListPage(query.place, by: "p.sort_name", "p.id", length: length)
        if let text = query.text {
            let found = matching("product", SearchPattern(text)?.expression ?? "\"\"")
            page.add("p.id IN (\(found.sql))", found.values)
        }
        if let group = query.group { page.add("p.group_id = (SELECT id FROM product_group WHERE name = ?)", [group]) }
        let rows = try rows(
            """
            SELECT p.id, p.key, p.name, g.name, p.unit, p.price, p.cost, p.sort_name
            FROM \(ProductDraft.source) \(page.tail)
            """, page.arguments
        ) { row in
            (
                ProductRow(
                    id: row.id(0), key: row[1], name: row[2], group: row[3], unit: row[4], price: row.optionalMoney(5),
                    cost: row.optionalMoney(6)), row[7] as String
            )
        }
        let (shown, earlier, later) = page.cut(rows) { ($0.1, $0.0.id.number) }
        return ProductList(rows: shown.map(\.0), earlier: earlier, later: later, groups: try productGroups())
    }

    /// A product's page. Two statements.
    package func productSheet(_ id: Product.ID) throws -> ProductSheet {
        ProductSheet(product: try product(id), history: try recordHistory(.product, id.number))
    }

    package func productGroups() throws -> [String] {
        try rows("SELECT name FROM product_group ORDER BY name LIMIT 500", []) { $0[0] }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addProduct(_ draft: ProductDraft) throws -> Product.ID {
        try read.requireSound(draft, id: nil)
        return Product.ID(try insert(draft.record(group: try group(named: draft.group))))
    }

    /// Returns false if nothing differs. Existing order lines keep their price and cost.
    @discardableResult
    package func changeProduct(_ id: Product.ID, from version: Int?, _ draft: ProductDraft) throws -> Bool {
        try read.requireSound(draft, id: id)
        return try update(id.number, from: version, draft.record(group: try group(named: draft.group)))
    }

    /// Deletes a product. Throws if an order has a line of it.
    package func deleteProduct(_ id: Product.ID, from version: Int) throws {
        let product = try read.product(id)
        if try read.count("SELECT EXISTS (SELECT 1 FROM order_line WHERE product_id = ?)", [id.number]) == 1 {
            throw Refusal.invalid(Problems(["name": .inUse]))
        }
        try delete(id.number, from: version, product.draft.record(group: nil))
    }

    /// The group with this name; makes it if there is none.
    private func group(named name: String?) throws -> Int64? {
        guard let name else { return nil }
        return try read.first("SELECT id FROM product_group WHERE name = ?", [name]) { $0[0] as Int64 }
            ?? insert(ProductDraft.record(ofGroup: name))
    }
}

extension ReadTransaction {
    /// Throws if another product has this key.
    func requireSound(_ draft: ProductDraft, id: Product.ID?) throws {
        guard let key = draft.key,
            try count("SELECT count(*) FROM product WHERE key = ? AND id IS NOT ?", [key, id?.number]) > 0
        else { return }
        throw Refusal.invalid(Problems(["key": .taken]))
    }
}

extension ProductDraft {
    static let columns = "\(columns(of: "p")), g.name"
    static let source = "product p LEFT JOIN product_group g ON g.id = p.group_id"

    /// A new group, made when the first product names it.
    static func record(ofGroup name: String) -> RecordValues {
        RecordValues(subject: .productGroup, title: name, columns: ["name": name])
    }

    func record(group: Int64?) -> RecordValues {
        RecordValues(
            subject: .product, title: name,
            columns: ["group_id": group] + stored)
    }
}

extension Product {
    init(_ row: Columns) {
        self.init(id: row.id(0), version: row[1], draft: row.draft())
        draft.group = row[7]
    }
}

extension Columns {
    func money(_ index: Int) -> Money { Money(self[index] as Int64) }

    func optionalMoney(_ index: Int) -> Money? { (self[index] as Int64?).map(Money.init) }

    func month(_ index: Int) -> Month { Month(number: self[index] as Int) }

    /// Quantity, price, discount and cost, from a column on.
    func worth(_ index: Int) -> Worth {
        Worth(
            quantity: Quantity(thousandths: self[index]), price: money(index + 1),
            discount: Discount(hundredths: self[index + 2]),
            cost: optionalMoney(index + 3))
    }
}
