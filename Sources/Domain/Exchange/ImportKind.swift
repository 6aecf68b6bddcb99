/// The kinds of record that a file can hold.
package enum ImportKind: String, Wording {
    case clients, people, posts, ties, assessments, products, orders
    case orderLines = "order-lines"
    case invoices, payments, events

    /// The fields that a file may feed.
    package var fields: [String] {
        switch self {
        case .clients:
            [
                "key", "name", "short", "kind", "inn", "kpp", "ogrn", "vat", "address", "city", "country", "territory",
                "segment", "status", "parent", "kam", "phone", "email", "web", "note",
            ]
        case .people: ["key", "name", "client", "title", "phone", "email", "birthday", "vip", "kol", "note"]
        case .posts: ["person", "client", "title", "role", "start", "end"]
        case .ties: ["from", "to", "kind", "start", "end", "strength", "sign", "grade", "source"]
        case .assessments:
            ["person", "client", "day", "power", "stance", "openness", "competitor", "grade", "source"]
        case .products: ["key", "name", "group", "unit", "price", "cost"]
        case .orders: ["number", "client", "date", "shipped", "status", "payer", "kam", "reason", "note"]
        case .orderLines: ["order", "product", "quantity", "price", "discount", "cost"]
        case .invoices: ["number", "client", "date", "due", "amount", "disputed", "settled", "note"]
        case .payments: ["number", "client", "date", "amount", "invoice", "note"]
        case .events: ["name", "kind", "start", "end", "place", "cost", "person", "standing", "accompanied", "note"]
        }
    }

    /// The fields without which no row can be read.
    package var needs: [String] {
        switch self {
        case .clients, .people, .products: ["name"]
        case .posts: ["person", "client"]
        case .ties: ["from", "to", "kind"]
        case .assessments: ["person", "client", "day"]
        case .orders: ["number", "client"]
        case .orderLines: ["order", "product", "quantity"]
        case .invoices: ["number", "client", "amount"]
        case .payments: ["client", "date", "amount"]
        case .events: ["name", "start"]
        }
    }
}
