/// Lists the fields of a draft once. From this list the program names, reads and writes the columns, and fills the form.
package protocol StoredDraft {
    /// An empty draft, to be filled from a row.
    static var blank: Self { get }

    /// Passes every field with its column to the visitor, always in the same order.
    mutating func visit(_ fields: inout some FieldVisitor)
}

package protocol FieldVisitor {
    /// `form` is the field's name in the form; nil if the form shows it in another shape.
    mutating func field(_ column: String, form: String?, _ value: inout some StoredValue)
}

extension FieldVisitor {
    /// A field with the same name in the form as in the table.
    mutating func field(_ column: String, _ value: inout some StoredValue) {
        field(column, form: column, &value)
    }
}

/// A value as a column holds it.
package enum ColumnValue: Sendable, Equatable {
    case null
    case number(Int64)
    case text(String)
}

/// A value that a column of a record can store.
package protocol StoredValue {
    /// A placeholder for a draft that is about to be filled.
    static var blank: Self { get }

    /// Returns nil if the column's value does not fit the type.
    init?(column: ColumnValue)

    /// True if the column may be empty. A blank draft holds nil in such a field.
    static var isOptional: Bool { get }

    /// Takes over the column's value. Returns false if it does not fit the type. A page reads thousands of values, and for an optional one
    /// this is half as dear as the initialiser.
    static func fill(_ value: inout Self, from column: ColumnValue) -> Bool

    var column: ColumnValue { get }

    /// The value as a form shows it; "" if there is none.
    func typed(in currency: Currency?) -> String
}

extension StoredValue {
    package static var isOptional: Bool { false }
    package static func fill(_ value: inout Self, from column: ColumnValue) -> Bool {
        guard let read = Self(column: column) else { return false }
        value = read
        return true
    }
}

extension String: StoredValue {
    package static var blank: String { "" }
    package init?(column: ColumnValue) {
        guard case .text(let text) = column else { return nil }
        self = text
    }
    package var column: ColumnValue { .text(self) }
    package func typed(in currency: Currency?) -> String { self }
}

extension Int: StoredValue {
    package static var blank: Int { 0 }
    package init?(column: ColumnValue) {
        guard case .number(let number) = column else { return nil }
        self.init(exactly: number)
    }
    package var column: ColumnValue { .number(Int64(self)) }
    package func typed(in currency: Currency?) -> String { String(self) }
}

extension Bool: StoredValue {
    package static var blank: Bool { false }
    package init?(column: ColumnValue) {
        guard case .number(let number) = column else { return nil }
        self = number != 0
    }
    package var column: ColumnValue { .number(self ? 1 : 0) }
    package func typed(in currency: Currency?) -> String { self ? "yes" : "" }
}

extension Day: StoredValue {
    package static var blank: Day { Day(number: 0) }
    package init?(column: ColumnValue) {
        guard case .text(let text) = column else { return nil }
        self.init(text)
    }
    package var column: ColumnValue { .text(iso) }
    package func typed(in currency: Currency?) -> String { iso }
}

extension Money: StoredValue {
    package static var blank: Money { .zero }
    package init?(column: ColumnValue) {
        guard case .number(let number) = column else { return nil }
        self.init(number)
    }
    package var column: ColumnValue { .number(minor) }
    package func typed(in currency: Currency?) -> String { currency?.text(self) ?? String(minor) }
}

extension ID: StoredValue {
    package static var blank: ID { ID(0) }
    package init?(column: ColumnValue) {
        guard case .number(let number) = column else { return nil }
        self.init(number)
    }
    package var column: ColumnValue { .number(number) }
    package func typed(in currency: Currency?) -> String { String(number) }
}

extension Wording {
    package static var blank: Self { allCases.first! }
    package init?(column: ColumnValue) {
        guard case .text(let text) = column else { return nil }
        self.init(rawValue: text)
    }
    package var column: ColumnValue { .text(rawValue) }
    package func typed(in currency: Currency?) -> String { rawValue }
}

extension Optional: StoredValue where Wrapped: StoredValue {
    package static var blank: Wrapped? { nil }
    package static var isOptional: Bool { true }
    package init?(column: ColumnValue) {
        self = .none
        guard Self.fill(&self, from: column) else { return nil }
    }
    package static func fill(_ value: inout Self, from column: ColumnValue) -> Bool {
        if case .null = column {
            value = nil
            return true
        }
        var wrapped = Wrapped.blank
        guard Wrapped.fill(&wrapped, from: column) else { return false }
        value = wrapped
        return true
    }
    package var column: ColumnValue { self?.column ?? .null }
    package func typed(in currency: Currency?) -> String { self?.typed(in: currency) ?? "" }
}

extension StoredDraft {
    /// The fields as the form shows them. Empty fields are left out.
    package var entries: Entries { filled }

    /// The same for a draft with amounts of money.
    package func entries(_ currency: Currency) -> Entries { filled(in: currency) }

    /// The fields that `visit` lists, and no others.
    var filled: Entries { filled(in: nil) }

    func filled(in currency: Currency?) -> Entries {
        var draft = self
        var filling = FormFilling(currency: currency)
        draft.visit(&filling)
        return Entries(filling.values)
    }
}

private struct FormFilling: FieldVisitor {
    let currency: Currency?
    var values: [String: String] = [:]

    mutating func field(_ column: String, form: String?, _ value: inout some StoredValue) {
        guard let form else { return }
        let typed = value.typed(in: currency)
        if !typed.isEmpty { values[form] = typed }
    }
}
