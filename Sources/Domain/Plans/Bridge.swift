/// How one year became the next: by price, volume, mix, clients lost and clients won. The parts sum to the difference exactly.
package struct Bridge: Sendable, Equatable, Encodable {
    /// What a client bought of a product in one of the years.
    package struct Sale: Sendable, Equatable {
        package var client: Int64
        package var product: Int64
        /// In thousandths, less what came back.
        package var quantity: Int64
        /// In minor units, less what came back.
        package var turnover: Int64
        /// What the bridge is about, in minor units: the turnover again, or the income.
        package var amount: Int64

        package init(client: Int64, product: Int64, quantity: Int64, turnover: Int64, amount: Int64) {
            (self.client, self.product) = (client, product)
            (self.quantity, self.turnover, self.amount) = (quantity, turnover, amount)
        }
    }

    package var before: Int64
    /// What other prices and costs per unit brought, for the products that the clients who stayed bought in both years.
    package var price: Int64
    /// What more or less of these products brought, if all of them had grown alike: by their turnover at the prices of the year before.
    package var volume: Int64
    /// What those brought that grew otherwise than the rest, and the products that the clients who stayed took up or gave up.
    package var mix: Int64
    /// Clients who bought in the year before and not in this one.
    package var lost: Int64
    /// Clients who bought in this year and not in the one before.
    package var won: Int64
    package var after: Int64

    /// What has no quantity above 0 in both years has no price per unit, so it counts as mix.
    package init(from before: [Sale], to after: [Sale]) {
        let stayed = Set(before.map(\.client)).intersection(after.map(\.client))
        self.before = before.reduce(0) { $0 + $1.amount }
        self.after = after.reduce(0) { $0 + $1.amount }
        lost = -before.reduce(0) { $0 + (stayed.contains($1.client) ? 0 : $1.amount) }
        won = after.reduce(0) { $0 + (stayed.contains($1.client) ? 0 : $1.amount) }
        // Of what was bought in both years: what it brought then and now, and what this year's quantity would have brought then.
        let earlier = Bridge.byProduct(before, of: stayed)
        var then = Product()
        var atOldPrices = Product()
        var now = Int64(0)
        for (product, new) in Bridge.byProduct(after, of: stayed) where new.quantity > 0 {
            guard let old = earlier[product], old.quantity > 0 else { continue }
            then.turnover += old.turnover
            then.amount += old.amount
            now += new.amount
            atOldPrices.turnover += Pace.divided(old.turnover, by: new.quantity, of: old.quantity)
            atOldPrices.amount += Pace.divided(old.amount, by: new.quantity, of: old.quantity)
        }
        price = now - atOldPrices.amount
        let growth = atOldPrices.turnover - then.turnover
        volume = then.turnover > 0 ? Pace.divided(then.amount, by: growth, of: then.turnover) : 0
        mix = self.after - self.before - lost - won - price - volume
    }

    /// The parts in their order.
    package var parts: [(part: BridgePart, value: Int64)] {
        [(.price, price), (.volume, volume), (.mix, mix), (.lost, lost), (.won, won)]
    }

    private struct Product {
        var (quantity, turnover, amount) = (Int64(0), Int64(0), Int64(0))
    }

    private static func byProduct(_ sales: [Sale], of clients: Set<Int64>) -> [Int64: Product] {
        var products: [Int64: Product] = [:]
        for sale in sales where clients.contains(sale.client) {
            products[sale.product, default: Product()].quantity += sale.quantity
            products[sale.product, default: Product()].turnover += sale.turnover
            products[sale.product, default: Product()].amount += sale.amount
        }
        return products
    }
}

/// What one year can differ by from the one before.
package enum BridgePart: String, CaseIterable, Sendable, Encodable {
    case price, volume, mix, lost, won
}
