/// Whether goods of foreign origin are let in.
package enum OriginRule: String, Wording { case none, ban, limit, preference }

extension Quantity {
    /// A quantity above 0.
    static func positive(_ text: String) -> Quantity? {
        Quantity(typed: text).flatMap { $0.thousandths > 0 && $0.thousandths <= 9_000_000_000_000 ? $0 : nil }
    }
}

/// A product that a lot buys, as the notice asks for it.
package struct ItemDraft: TenderPartDraft {
    package static let subject = Change.Subject.lotItem

    package var name: String
    /// Ours, with which we would supply it.
    package var product: Product.ID?
    package var quantity: Quantity?
    package var unit: String?
    /// The international nonproprietary name of a medicine.
    package var innName: String?
    package var form: String?
    package var dose: String?
    /// As the notice says it: a period, or a share.
    package var shelf: String?
    package var shelfOn: Day?
    package var ceiling: Money?
    package var origin: OriginRule

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        name = read.text("name", atMost: 500)
        product = read.optionalID("product_id", Product.self)
        quantity = read.checked("quantity", .notAQuantity, Quantity.positive)
        unit = read.optionalText("unit", atMost: 40)
        innName = read.optionalText("inn_name", atMost: 300)
        form = read.optionalText("form", atMost: 200)
        dose = read.optionalText("dose", atMost: 100)
        shelf = read.optionalText("shelf", atMost: 200)
        shelfOn = read.optionalDay("shelf_day")
        ceiling = read.optionalAmount("ceiling", ground.currency)
        origin = read.choice("origin", or: .none)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        name: String, product: Product.ID? = nil, quantity: Quantity? = nil, unit: String? = nil,
        innName: String? = nil, form: String? = nil, dose: String? = nil, shelf: String? = nil, shelfOn: Day? = nil,
        ceiling: Money? = nil, origin: OriginRule = .none
    ) {
        self.name = name
        self.product = product
        self.quantity = quantity
        self.unit = unit
        self.innName = innName
        self.form = form
        self.dose = dose
        self.shelf = shelf
        self.shelfOn = shelfOn
        self.ceiling = ceiling
        self.origin = origin
    }

    package static var blank: ItemDraft { ItemDraft(name: "") }

    package var title: String? { name }
    package static var isOfLot: Bool { true }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("name", &name)
        fields.field("product_id", &product)
        fields.field("quantity", &quantity)
        fields.field("unit", &unit)
        fields.field("inn_name", &innName)
        fields.field("form", &form)
        fields.field("dose", &dose)
        fields.field("shelf", &shelf)
        fields.field("shelf_day", &shelfOn)
        fields.field("ceiling", &ceiling)
        fields.field("origin", &origin)
    }
}

/// A seat among those who decide on a tender, with the person in it.
package struct SeatDraft: TenderPartDraft {
    package static let subject = Change.Subject.tenderSeat

    package var role: String
    package var person: Person.ID?
    /// Who of us knows them.
    package var user: User.ID?
    package var note: String?

    package init(_ entries: Entries, _ ground: TenderGround) throws(Problems) {
        var read = FieldReader(entries)
        role = read.text("role", atMost: 200)
        person = read.optionalID("person_id", Person.self)
        user = read.optionalID("user", User.self)
        note = read.optionalText("note", atMost: 2000)
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(
        role: String, person: Person.ID? = nil, user: User.ID? = nil, note: String? = nil
    ) {
        self.role = role
        self.person = person
        self.user = user
        self.note = note
    }

    package static var blank: SeatDraft { SeatDraft(role: "") }

    package var title: String? { role }
    package var colleague: User.ID? { user }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("role", &role)
        fields.field("person_id", &person)
        fields.field("user_id", form: "user", &user)
        fields.field("note", &note)
    }
}
