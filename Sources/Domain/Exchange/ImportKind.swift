/// The kinds of record that a file can hold.
package enum ImportKind: String, Wording {
    case clients, people, posts, ties, assessments, products, orders
    case orderLines = "order-lines"
    case invoices, payments, events, tenders, lots, bids, papers, periods, calendar, plans, evidence, objectives

    package var format: ImportFormat {
        switch self {
        case .clients: .clients
        case .people: .people
        case .posts: .posts
        case .ties: .ties
        case .assessments: .assessments
        case .products: .products
        case .orders: .orders
        case .orderLines: .orderLines
        case .invoices: .invoices
        case .payments: .payments
        case .events: .events
        case .tenders: .tenders
        case .lots: .lots
        case .bids: .bids
        case .papers: .papers
        case .periods: .periods
        case .calendar: .calendar
        case .plans: .plans
        case .evidence: .evidence
        case .objectives: .objectives
        }
    }

    /// The fields that a file may feed.
    package var fields: [String] { format.fields.map(\.key) }

    /// The fields that every row needs.
    package var needs: [String] { format.fields.filter(\.isNeeded).map(\.key) }
}
