/// What somebody knows for or against a definition of a key client. (Domain section 1.)
package struct Evidence: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<Evidence>

    package var id: ID
    package var version: Int
    package var draft: EvidenceDraft

    package init(id: ID, version: Int, draft: EvidenceDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package struct EvidenceDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var definition: KeyDefinition
    package var kind: EvidenceKind
    package var claim: String
    /// From where it is known.
    package var source: String
    /// Of a potential: what they buy or need in a year.
    package var amount: Money?
    /// When it was learned, or happened.
    package var day: Day
    package var grade: Certainty
    /// The last day on which it holds; of a next step the day on which it is due. Nil: it does not age.
    package var until: Day?

    package init(_ entries: Entries, _ currency: Currency, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        definition = read.choice("definition", or: .potential)
        kind = read.choice("kind", or: .denied)
        claim = read.text("claim", atMost: 2000)
        source = read.text("source", atMost: 300)
        amount = read.optionalAmount("amount", currency)
        day = read.pastDay("day", today)
        grade = read.choice("grade", or: .assumed)
        until = read.optionalDay("until")
        if !definition.kinds.contains(kind) { read.add(.notAChoice, to: "kind") }
        if definition == .potential, kind != .nextStep, kind != .denied, amount == nil, entries["amount"].isEmpty {
            read.add(.required, to: "amount")
        }
        if kind == .nextStep, until == nil, entries["until"].isEmpty { read.add(.required, to: "until") }
        if let until, until < day { read.add(.endsBeforeStart, to: "until") }
        guard read.problems.isEmpty else { throw read.problems }
        if until == nil { until = kind.days.map { day + $0 } }
    }

    package init(
        _ definition: KeyDefinition, _ kind: EvidenceKind, claim: String, source: String, amount: Money? = nil,
        day: Day,
        grade: Certainty = .assumed, until: Day? = nil
    ) {
        (self.definition, self.kind, self.claim, self.source) = (definition, kind, claim, source)
        (self.amount, self.day, self.grade, self.until) = (amount, day, grade, until)
    }

    package static var blank: EvidenceDraft {
        EvidenceDraft(.blank, .blank, claim: "", source: "", day: .blank, grade: .blank)
    }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("definition", &definition)
        fields.field("kind", &kind)
        fields.field("claim", &claim)
        fields.field("source", &source)
        fields.field("amount", &amount)
        fields.field("day", &day)
        fields.field("grade", &grade)
        fields.field("until_day", form: "until", &until)
    }

    /// True if it can be relied on on a day. A next step that is due holds until then.
    package func holds(on day: Day) -> Bool { until.map { $0 >= day } ?? true }

    /// The same, said again on a day: its age begins anew. A next step stays due when it was.
    package func stillSo(on today: Day) -> EvidenceDraft {
        guard kind != .nextStep else { return self }
        var draft = self
        draft.until = until.map { _ in today + (kind.days ?? 180) }
        draft.day = today
        return draft
    }
}

extension Sequence<EvidenceDraft> {
    /// What the evidence of one definition says on a day.
    package func answer(of definition: KeyDefinition, on day: Day) -> KeyAnswer {
        let known = filter { $0.definition == definition && $0.day <= day }
        func isMet(_ evidence: [EvidenceDraft]) -> Bool {
            definition.required.allSatisfy { any in evidence.contains { any.contains($0.kind) } }
        }
        let denied = known.filter { $0.kind == .denied }.map(\.day).max()
        let said = known.filter { $0.kind != .denied }
        // What was denied later than all that was said is not so.
        if let denied, said.allSatisfy({ $0.day <= denied }) { return .notMet }
        if isMet(said.filter { $0.holds(on: day) }) { return .met }
        return isMet(said) ? .stale : .unknown
    }
}

/// A client's evidence, by definition.
package struct EvidenceSheet: Sendable, Encodable {
    package struct Row: Sendable, Encodable {
        package var evidence: Evidence
        package var by: String

        package init(evidence: Evidence, by: String) { (self.evidence, self.by) = (evidence, by) }
    }

    package var client: Named<Client>
    package var today: Day
    /// The newest first.
    package var rows: [Row]
    /// Definition 1 against each base that the viewer sees; empty if nothing was sold or the viewer sees no money.
    package var shares: [KeySheet.Share]
    /// The turnover of twelve full months; nil for a viewer who sees no money.
    package var turnover: Int64?
    package var mayEdit: Bool

    package init(
        client: Named<Client>, today: Day, rows: [Row], shares: [KeySheet.Share], turnover: Int64?, mayEdit: Bool
    ) {
        (self.client, self.today, self.rows) = (client, today, rows)
        (self.shares, self.turnover, self.mayEdit) = (shares, turnover, mayEdit)
    }

    package func answer(of definition: KeyDefinition) -> KeyAnswer {
        rows.map(\.evidence.draft).answer(of: definition, on: today)
    }

    /// The yearly amount that was said last of the potential, and our share of it in hundredths of a per cent.
    package var potential: Money? {
        rows.first { $0.evidence.draft.definition == .potential && $0.evidence.draft.amount != nil }?.evidence.draft
            .amount
    }
    package var wallet: Int64? {
        potential.flatMap { amount in turnover.flatMap { KeyShare.share($0, of: amount.minor, 10_000) } }
    }
}
