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

    package init(from before: [Sale], to after: [Sale]) { self.init(BridgeRows(from: before, to: after)) }

    package init(_ rows: BridgeRows) {
        (before, after) = (rows.before, rows.after)
        lost = -rows.lost.values.reduce(0, +)
        won = rows.won.values.reduce(0, +)
        price = rows.products.reduce(0) { $0 + $1.price }
        volume = rows.volume
        mix = after - before - lost - won - price - volume
    }

    /// The parts in their order.
    package var parts: [(part: BridgePart, value: Int64)] {
        [(.price, price), (.volume, volume), (.mix, mix), (.lost, lost), (.won, won)]
    }
}

/// What a bridge is made of: the products that the clients who stayed bought, and the clients who left and came.
package struct BridgeRows: Sendable {
    package struct Sums: Sendable, Equatable, Encodable {
        /// In thousandths.
        package var quantity = Int64(0)
        package var turnover = Int64(0)
        package var amount = Int64(0)

        fileprivate mutating func add(_ sale: Bridge.Sale) {
            quantity += sale.quantity
            turnover += sale.turnover
            amount += sale.amount
        }
    }

    package struct Product: Sendable {
        package var product: Int64
        package var before = Sums()
        package var after = Sums()

        /// What this year's quantity would have brought at the prices and costs of the year before. Nil for what has no quantity above 0 in
        /// both years: it has no price per unit, so it counts as mix.
        package var atOldPrices: Sums? {
            guard before.quantity > 0, after.quantity > 0 else { return nil }
            func grown(_ value: Int64) -> Int64 { Pace.divided(value, by: after.quantity, of: before.quantity) }
            return Sums(quantity: after.quantity, turnover: grown(before.turnover), amount: grown(before.amount))
        }

        /// What other prices and costs brought.
        package var price: Int64 { atOldPrices.map { after.amount - $0.amount } ?? 0 }
    }

    package var before: Int64
    package var after: Int64
    package var products: [Product]
    /// What clients brought in the year before who bought nothing in this one, and what those brought who bought only in this one.
    package var lost: [Int64: Int64]
    package var won: [Int64: Int64]

    package init(from before: [Bridge.Sale], to after: [Bridge.Sale]) {
        let stayed = Set(before.map(\.client)).intersection(after.map(\.client))
        self.before = before.reduce(0) { $0 + $1.amount }
        self.after = after.reduce(0) { $0 + $1.amount }
        var found: [Int64: Product] = [:]
        (lost, won) = ([:], [:])
        for sale in before {
            if stayed.contains(sale.client) {
                found[sale.product, default: Product(product: sale.product)].before.add(sale)
            } else {
                lost[sale.client, default: 0] += sale.amount
            }
        }
        for sale in after {
            if stayed.contains(sale.client) {
                found[sale.product, default: Product(product: sale.product)].after.add(sale)
            } else {
                won[sale.client, default: 0] += sale.amount
            }
        }
        products = found.values.sorted { $0.product < $1.product }
    }

    /// The products with a price per unit in both years, summed: as they were, and with this year's quantities at last year's prices.
    package var compared: (then: Sums, atOldPrices: Sums) {
        products.reduce(into: (Sums(), Sums())) { sums, product in
            guard let old = product.atOldPrices else { return }
            sums.0.turnover += product.before.turnover
            sums.0.amount += product.before.amount
            sums.1.turnover += old.turnover
            sums.1.amount += old.amount
        }
    }

    /// What all of them would have brought more if they had grown alike: by their turnover at the prices of the year before.
    package var volume: Int64 {
        let (then, old) = compared
        return then.turnover > 0 ? Pace.divided(then.amount, by: old.turnover - then.turnover, of: then.turnover) : 0
    }
}

/// What one year can differ by from the one before.
package enum BridgePart: String, CaseIterable, Sendable, Encodable {
    case price, volume, mix, lost, won
}
