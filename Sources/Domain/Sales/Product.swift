/// Something we sell.
package struct Product: Sendable, Equatable {
    package typealias ID = Domain.ID<Product>

    package var id: ID
    package var version: Int
    package var draft: ProductDraft

    package init(id: ID, version: Int, draft: ProductDraft) {
        self.id = id
        self.version = version
        self.draft = draft
    }
}

/// A group of products, for the sums in plans and reports. It is made when the first product names it.
package enum ProductGroup {}

/// A product's fields as typed or imported, checked.
package struct ProductDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// The product's number in another system. An import finds the product by it.
    package var key: String?
    package var name: String
    /// The name of its group.
    package var group: String?
    /// What one unit is: a pack, a litre.
    package var unit: String?
    /// The list price of one unit; nil if none is set.
    package var price: Money?
    /// The cost of one unit; nil if it is unknown. Order lines keep the cost that they were written with.
    package var cost: Money?

    package init(_ entries: Entries, _ currency: Currency) throws(Problems) {
        var read = FieldReader(entries)
        key = read.optionalText("key", atMost: 80)
        name = read.text("name", atMost: 500)
        group = read.optionalText("group", atMost: 120)
        unit = read.optionalText("unit", atMost: 120)
        price = read.optionalAmount("price", currency)
        cost = read.optionalAmount("cost", currency)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        key: String? = nil, name: String, group: String? = nil, unit: String? = nil, price: Money? = nil,
        cost: Money? = nil
    ) {
        self.key = key
        self.name = name
        self.group = group
        self.unit = unit
        self.price = price
        self.cost = cost
    }

    package static var blank: ProductDraft { ProductDraft(name: "") }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("key", &key)
        fields.field("name", &name)
        fields.field("unit", &unit)
        fields.field("price", &price)
        fields.field("cost", &cost)
    }

    package func entries(_ currency: Currency) -> Entries {
        var entries = filled(in: currency)
        if let group { entries["group"] = group }
        return entries
    }
}
