/// The page behind the parts of a bridge: the rows that sum to each of them.
package struct BridgeSheet: Sendable, Encodable {
    /// A product that the clients who stayed bought.
    package struct ProductRow: Sendable, Encodable {
        package var product: Named<Product>
        package var before: BridgeRows.Sums
        package var after: BridgeRows.Sums
        /// Nil for a product that has no price per unit in one of the years: all of its change is mix.
        package var atOldPrices: BridgeRows.Sums?

        package init(_ row: BridgeRows.Product, name: String) {
            product = Named(id: ID(row.product), name: name)
            (before, after, atOldPrices) = (row.before, row.after, row.atOldPrices)
        }

        package var price: Int64? { atOldPrices.map { after.amount - $0.amount } }
        package var change: Int64 { after.amount - before.amount }
    }

    package struct ClientRow: Sendable, Encodable {
        package var client: Named<Client>
        /// What it brought in the one year in which it bought.
        package var amount: Int64

        package init(client: Named<Client>, amount: Int64) { (self.client, self.amount) = (client, amount) }
    }

    package var scope: PlanScope
    package var name: String
    package var days: PeriodSpan
    /// The days of the year before that they are held against.
    package var then: PeriodSpan
    package var bridge: Bridge
    /// Those with a price per unit in both years, and the others.
    package var compared: [ProductRow]
    package var changed: [ProductRow]
    package var lost: [ClientRow]
    package var won: [ClientRow]
    /// The products that are compared, summed: as they were, and with this year's quantities at last year's prices.
    package var sumThen: BridgeRows.Sums
    package var sumAtOldPrices: BridgeRows.Sums
    /// False if the viewer does not see all that counts.
    package var isWhole: Bool

    package init(
        scope: PlanScope, name: String, days: PeriodSpan, then: PeriodSpan, rows: BridgeRows, isWhole: Bool,
        products: (Int64) -> String, clients: (Int64) -> String
    ) {
        (self.scope, self.name, self.days, self.then, self.isWhole) = (scope, name, days, then, isWhole)
        bridge = Bridge(rows)
        let all = rows.products.map { ProductRow($0, name: products($0.product)) }
        compared = all.filter { $0.atOldPrices != nil }.sorted { abs($0.price ?? 0) > abs($1.price ?? 0) }
        changed = all.filter { $0.atOldPrices == nil }.sorted { abs($0.change) > abs($1.change) }
        func sorted(_ amounts: [Int64: Int64]) -> [ClientRow] {
            amounts.map { ClientRow(client: Named(id: ID($0.key), name: clients($0.key)), amount: $0.value) }
                .sorted { ($1.amount, $0.client.id.number) < ($0.amount, $1.client.id.number) }
        }
        (lost, won) = (sorted(rows.lost), sorted(rows.won))
        (sumThen, sumAtOldPrices) = rows.compared
    }

    /// What the products that were taken up or given up changed.
    package var changedSum: Int64 { changed.reduce(0) { $0 + $1.change } }
}
