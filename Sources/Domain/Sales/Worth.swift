/// A number of units of a product, in thousandths: packs, kilograms.
package struct Quantity: Hashable, Comparable, Sendable {
    package let thousandths: Int64

    package init(thousandths: Int64) { self.thousandths = thousandths }

    /// Reads "12", "2.5" or "2,5". Returns nil if it is not a number or has more than three decimals.
    package init?(typed text: String) {
        guard let value = fixedPoint(text, decimals: 3) else { return nil }
        thousandths = value
    }

    /// "2.5": without trailing zeros.
    package var text: String {
        var text = decimalText(thousandths, decimals: 3)
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }

    /// The same as a field or a file holds it: "1.2340", because "1.234" may be a thousand.
    package var typed: String { closed(text) }

    package static func < (a: Quantity, b: Quantity) -> Bool { a.thousandths < b.thousandths }
    package static func + (a: Quantity, b: Quantity) -> Quantity {
        Quantity(thousandths: a.thousandths + b.thousandths)
    }
    package static func - (a: Quantity, b: Quantity) -> Quantity {
        Quantity(thousandths: a.thousandths - b.thousandths)
    }
}

extension Quantity: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// A discount on a price, in hundredths of a per cent, 0 to 10,000.
package struct Discount: Hashable, Sendable {
    package let hundredths: Int64

    package init(hundredths: Int64) { self.hundredths = hundredths }

    package static let none = Discount(hundredths: 0)

    /// Reads per cent: "15", "12.5", "15 %". Returns nil for anything but 0 to 100 with at most two decimals.
    package init?(percent text: String) {
        let text = text.hasSuffix("%") ? trimmed(String(text.dropLast())) : text
        guard let value = fixedPoint(text, decimals: 2), (0...10_000).contains(value) else { return nil }
        hundredths = value
    }

    /// In per cent: "12.5".
    package var text: String {
        var text = decimalText(hundredths, decimals: 2)
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}

extension Discount: Encodable {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

/// What a line of an order or a return is worth: quantity, discount, and price and cost of one unit. Prices and costs are without VAT.
package struct Worth: Sendable, Equatable {
    package var quantity: Quantity
    package var price: Money
    package var discount: Discount
    /// Nil if unknown; then the income is unknown too.
    package var cost: Money?

    package init(quantity: Quantity, price: Money, discount: Discount = .none, cost: Money?) {
        self.quantity = quantity
        self.price = price
        self.discount = discount
        self.cost = cost
    }

    /// Quantity times price minus discount, rounded half away from zero. The store's SQL computes the same.
    package var turnover: Money {
        Money((quantity.thousandths * price.minor * (10_000 - discount.hundredths) + 5_000_000) / 10_000_000)
    }

    /// Turnover minus cost, rounded in the same way; nil if the cost is unknown.
    package var income: Money? {
        cost.map { turnover - Money((quantity.thousandths * $0.minor + 500) / 1000) }
    }

    /// True if all amounts, and sums of many, fit in 64 bits.
    package var fits: Bool {
        quantity <= Worth.mostQuantity
            && [price, cost ?? .zero].allSatisfy {
                let (product, overflows) = quantity.thousandths.multipliedReportingOverflow(by: $0.minor)
                return !overflows && product <= Worth.mostProduct
            }
    }

    private static let mostQuantity = Quantity(thousandths: 1_000_000_000_000)
    /// The schema has the same limit.
    private static let mostProduct: Int64 = 900_000_000_000_000

    /// Reads `quantity price discount cost`; the discount is in per cent. A price or cost that is not typed comes from the product.
    init(
        _ read: inout FieldReader, _ currency: Currency, _ product: (price: Money?, cost: Money?),
        discount: Discount = .none
    ) {
        let typed = read.checked("quantity", .notAQuantity) {
            Quantity(typed: $0).flatMap { $0.thousandths > 0 ? $0 : nil }
        }
        if typed == nil { read.add(.required, to: "quantity") }
        let price = read.optionalAmount("price", currency) ?? product.price
        if price == nil { read.add(.required, to: "price") }
        self.init(
            quantity: typed ?? Quantity(thousandths: 1), price: price ?? .zero,
            discount: read.checked("discount", .notADiscount) { Discount(percent: $0) } ?? discount,
            cost: read.entries["cost"] == Worth.unknown ? nil : read.optionalAmount("cost", currency) ?? product.cost)
        if !fits { read.add(.tooMuch, to: "quantity") }
    }

    /// What users type if the cost is unknown although the product has one.
    package static let unknown = "?"

    static var blank: Worth { Worth(quantity: .blank, price: .zero, discount: .none, cost: nil) }

    /// The same columns in every record that has a worth.
    mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("quantity", &quantity)
        fields.field("price", &price)
        fields.field("discount", &discount)
        fields.field("cost", &cost)
    }

    /// The entries of a form, with an explicit mark if the cost is unknown.
    func saying(_ entries: Entries) -> Entries {
        var entries = entries
        if cost == nil { entries["cost"] = Worth.unknown }
        return entries
    }
}

extension Quantity: StoredValue {
    package static var blank: Quantity { Quantity(thousandths: 0) }
    package init?(column: ColumnValue) {
        guard case .number(let number) = column else { return nil }
        self.init(thousandths: number)
    }
    package var column: ColumnValue { .number(thousandths) }
    package func typed(in currency: Currency?) -> String { typed }
}

extension Discount: StoredValue {
    package static var blank: Discount { .none }
    package init?(column: ColumnValue) {
        guard case .number(let number) = column else { return nil }
        self.init(hundredths: number)
    }
    package var column: ColumnValue { .number(hundredths) }
    package func typed(in currency: Currency?) -> String { text }
}
