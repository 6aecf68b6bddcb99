/// A number that a law sets, from a day until a day. What no rule says is not known; there is no default.
package struct LawRule: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<LawRule>

    package var id: ID
    package var version: Int
    package var draft: LawRuleDraft

    package init(id: ID, version: Int, draft: LawRuleDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package struct LawRuleDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var name: String
    package var law: String
    package var article: String?
    /// As the law says it: a share, a sum, a number of days.
    package var value: String
    package var from: Day
    package var to: Day?
    /// Where it is written.
    package var source: String?
    /// The lawyer who confirmed it; nil while nobody has.
    package var confirmedBy: String?

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        name = read.text("name", atMost: 200)
        law = read.text("law", atMost: 80)
        article = read.optionalText("article", atMost: 80)
        value = read.text("value", atMost: 200)
        let from = read.optionalDay("from")
        if entries["from"].isEmpty { read.add(.required, to: "from") }
        to = read.optionalDay("to")
        source = read.optionalText("source", atMost: 500)
        confirmedBy = read.optionalText("confirmed_by", atMost: 200)
        if let from, let to, to < from { read.add(.endsBeforeStart, to: "to") }
        guard read.problems.isEmpty, let from else { throw read.problems }
        self.from = from
    }

    package init(
        name: String, law: String, article: String? = nil, value: String, from: Day, to: Day? = nil,
        source: String? = nil, confirmedBy: String? = nil
    ) {
        (self.name, self.law, self.article, self.value) = (name, law, article, value)
        (self.from, self.to, self.source, self.confirmedBy) = (from, to, source, confirmedBy)
    }

    package static var blank: LawRuleDraft { LawRuleDraft(name: "", law: "", value: "", from: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("name", &name)
        fields.field("law", &law)
        fields.field("article", &article)
        fields.field("value", &value)
        fields.field("from_day", form: "from", &from)
        fields.field("to_day", form: "to", &to)
        fields.field("source", &source)
        fields.field("confirmed_by", &confirmedBy)
    }

    package func holds(on day: Day) -> Bool { from <= day && to.map { day <= $0 } ?? true }
}

package struct LawRuleList: Sendable, Encodable {
    /// By law and name, the latest first.
    package var rules: [LawRule]

    package init(rules: [LawRule]) { self.rules = rules }
}
