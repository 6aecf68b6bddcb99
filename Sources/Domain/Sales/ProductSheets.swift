/// The page of a product.
package struct ProductSheet: Sendable, Encodable {
    package var id: Product.ID
    package var version: Int
    package var draft: ProductDraft
    package var history: [Change]

    package init(product: Product, history: [Change]) {
        id = product.id
        version = product.version
        draft = product.draft
        self.history = history
    }
}

/// The request for a list of products.
package struct ProductListQuery: Sendable, Equatable {
    package var text: String?
    package var group: String?
    package var place: ListPlace?

    package init(text: String? = nil, group: String? = nil, place: ListPlace? = nil) {
        self.text = text
        self.group = group
        self.place = place
    }

    package func at(_ place: ListPlace?) -> ProductListQuery {
        var query = self
        query.place = place
        return query
    }

    package var isFiltered: Bool { text != nil || group != nil }
}

package struct ProductRow: Sendable, Equatable, Encodable {
    package var id: Product.ID
    package var key: String?
    package var name: String
    package var group: String?
    package var unit: String?
    package var price: Money?
    package var cost: Money?

    package init(id: Product.ID, key: String?, name: String, group: String?, unit: String?, price: Money?, cost: Money?)
    {
        self.id = id
        self.key = key
        self.name = name
        self.group = group
        self.unit = unit
        self.price = price
        self.cost = cost
    }
}

package struct ProductList: Sendable, Encodable {
    package var rows: [ProductRow]
    package var earlier: ListPlace?
    package var later: ListPlace?
    package var groups: [String]

    package init(rows: [ProductRow], earlier: ListPlace?, later: ListPlace?, groups: [String]) {
        self.rows = rows
        self.earlier = earlier
        self.later = later
        self.groups = groups
    }

    private enum CodingKeys: String, CodingKey { case rows, earlier, later }
}
