import Testing

@testable import Domain

/// What the drafts say of their fields, held against their properties and their kinds.
@Suite struct StoredFieldTests {
    static let drafts: [(subject: Change.Subject, draft: any StoredDraft.Type)] =
        [
            (.client, ClientDraft.self), (.person, PersonDraft.self), (.post, PostDraft.self), (.fact, FactDraft.self),
            (.ladderMove, LadderDraft.self), (.tie, TieDraft.self), (.assessment, AssessmentDraft.self),
            (.expectedChange, ExpectedChangeDraft.self), (.evidence, EvidenceDraft.self),
            (.strategyLine, StrategyDraft.self),
            (.investmentYear, InvestmentDraft.self),
            (.interaction, InteractionDraft.self),
            (.matter, MatterDraft.self), (.brief, BriefDraft.self), (.project, ProjectDraft.self),
            (.review, ReviewDraft.self), (.expense, ExpenseDraft.self), (.event, EventDraft.self),
            (.guest, GuestDraft.self), (.talk, TalkDraft.self), (.product, ProductDraft.self),
            (.order, OrderDraft.self),
            (.orderLine, OrderLineDraft.self), (.goodsReturn, GoodsReturnDraft.self), (.invoice, InvoiceDraft.self),
            (.payment, PaymentDraft.self), (.absence, AbsenceDraft.self), (.clientKam, KamTie.self),
            (.user, UserDraft.self), (.tender, TenderDraft.self), (.ownPaper, PaperDraft.self),
            (.signal, SignalDraft.self), (.lawRule, LawRuleDraft.self), (.tenderTemplate, TenderTemplateDraft.self),
            (.period, PeriodDraft.self), (.workYear, WorkYearDraft.self),
            (.plan, PlanDraft.self), (.planTarget, TargetDraft.self),
        ] + TenderPartKind.allCases.map { ($0.subject, $0.draft) }

    /// Columns whose property has another name, for it holds more than the column.
    static let others: [String: String] = [
        "client_order.user_id": "kam", "talk.person_id": "speaker", "talk.user_id": "speaker",
        "order_line.quantity": "worth", "order_line.price": "worth", "order_line.discount": "worth",
        "order_line.cost": "worth", "goods_return.quantity": "worth", "goods_return.price": "worth",
        "goods_return.discount": "worth", "goods_return.cost": "worth", "plan.scope": "level",
        "evidence.interaction_id": "link", "evidence.order_id": "link", "evidence.lot_id": "link",
    ]

    @Test func `every kind of record that people type has a draft`() {
        let without: Set<Change.Subject> = [.desk, .department, .productGroup, .allocation]
        #expect(Set(StoredFieldTests.drafts.map(\.subject)) == Set(Change.Subject.allCases).subtracting(without))
    }

    @Test(arguments: drafts.indices)
    func `a stored field fills the property named after its column`(index: Int) {
        let (subject, draft) = StoredFieldTests.drafts[index]
        check(draft, subject)
    }

    private func check<Draft: StoredDraft>(_ type: Draft.Type, _ subject: Change.Subject) {
        var counting = Marking(place: -1)
        var blank = Draft.blank
        blank.visit(&counting)
        for place in 0..<counting.count {
            var marking = Marking(place: place)
            var draft = Draft.blank
            draft.visit(&marking)
            let changed = zip(Mirror(reflecting: Draft.blank).children, Mirror(reflecting: draft).children).filter {
                String(reflecting: $0.value) != String(reflecting: $1.value)
            }.compactMap { $0.0.label }
            let named = StoredFieldTests.others["\(subject.rawValue).\(marking.column)"] ?? plain(marking.column)
            #expect(changed.map(plain) == [named], "\(subject.rawValue).\(marking.column)")
        }
    }

    /// "isConfidential" and "is_confidential" are "confidential", "shippedOn" and "shipped_day" are "shipped".
    private func plain(_ name: String) -> String {
        var words = name.reduce(into: [""]) { words, letter in
            if letter == "_" || letter.isUppercase { words.append("") }
            if letter != "_" { words[words.count - 1] += letter.lowercased() }
        }
        if words.first == "is" { words.removeFirst() }
        if words.count > 1, ["id", "day", "on"].contains(words.last!) { words.removeLast() }
        // Objections and their answers stand in one list.
        if ["objection", "objections", "answer"].contains(words[0]) { return "objections" }
        return words.joined(separator: " ")
    }

    @Test(arguments: drafts.indices)
    func `a stored field has the type that its kind says`(index: Int) {
        let (subject, draft) = StoredFieldTests.drafts[index]
        var sorting = Sorting(kind: subject.kind)
        func visit<Draft: StoredDraft>(_ type: Draft.Type) {
            var blank = Draft.blank
            blank.visit(&sorting)
        }
        visit(draft)
        #expect(sorting.wrong == [], "\(subject)")
    }
}

/// Puts a value that is not blank into the field of a place.
private struct Marking: FieldVisitor {
    let place: Int
    var count = 0
    var column = ""

    mutating func field<Value: StoredValue>(_ column: String, form: String?, _ value: inout Value) {
        defer { count += 1 }
        guard count == place else { return }
        self.column = column
        for marked in [.number(1), .number(0), .number(2), .text("2026-01-02"), .text("09:30")] as [ColumnValue] {
            if let marked = Value(column: marked), marked.column != value.column {
                value = marked
                return
            }
        }
        if let words = Value.self as? any Wording.Type { value = other(words, than: value) }
        if let words = (Value.self as? any OptionalWord.Type)?.words { value = other(words, than: value) }
    }

    private func other<Words: Wording, Value: StoredValue>(_ words: Words.Type, than value: Value) -> Value {
        let word = words.allCases.first { $0.column != value.column }!
        return Value(column: word.column)!
    }
}

private protocol OptionalWord { static var words: any Wording.Type { get } }
extension Optional: OptionalWord where Wrapped: Wording { static var words: any Wording.Type { Wrapped.self } }

/// Compares the type of each field with the sort of its column.
private struct Sorting: FieldVisitor {
    let kind: RecordKind
    var wrong: [String] = []

    mutating func field<Value: StoredValue>(_ column: String, form: String?, _ value: inout Value) {
        let name = "\(Value.self)".replacing("Optional<", with: "").replacing("ID<", with: "").replacing(">", with: "")
        let isRight =
            switch kind[column]?.sort {
            case .text: name == "String" || name == "TimeOfDay"
            case .flag: name == "Bool"
            case .day: name == "Day" || name == "Birthday"
            case .number: name == "Int"
            case .word(let words): "\(words)" == name
            case .money, .tenderMoney: name == "Money"
            case .quantity: name == "Quantity"
            case .share: name == "Discount"
            case .level: name == "DevelopmentLevel"
            case .reference: "\(Value.self)".contains("ID<")
            case .beside, .untold, .former, nil: false
            }
        if !isRight { wrong.append("\(column): \(Value.self)") }
    }
}
