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
    /// How the client may be cited; nil for what is no permission.
    package var permits: Citation?
    /// What the desk knows that shows it.
    package var link: EvidenceLink?
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
        permits = kind == .permission ? read.choice("permits", or: .hidden) : nil
        link = read.checked("link", .unknown, EvidenceLink.init(typed:))
        for field in ["definition", "kind", "day"] where entries[field].isEmpty { read.add(.required, to: field) }
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
        grade: Certainty = .assumed, until: Day? = nil, permits: Citation? = nil, link: EvidenceLink? = nil
    ) {
        (self.definition, self.kind, self.claim, self.source) = (definition, kind, claim, source)
        (self.amount, self.day, self.grade, self.until) = (amount, day, grade, until)
        (self.permits, self.link) = (permits, link)
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
        fields.field("permits", &permits)
        var (interaction, order, lot) = (link?.interaction, link?.order, link?.lot)
        fields.field("interaction_id", form: nil, &interaction)
        fields.field("order_id", form: nil, &order)
        fields.field("lot_id", form: nil, &lot)
        link = EvidenceLink(interaction, order, lot)
    }

    package func entries(_ currency: Currency) -> Entries {
        var entries = filled(in: currency)
        if let link { entries["link"] = link.typed }
        return entries
    }

    /// True if it can be relied on on a day. A next step that is due holds until then.
    package func holds(on day: Day) -> Bool { until.map { $0 >= day } ?? true }

    /// The same, said again on a day: its age begins anew, and it holds for as many days again. A next step stays due when it was.
    package func stillSo(on today: Day) -> EvidenceDraft {
        guard kind != .nextStep else { return self }
        var draft = self
        // It holds as long again as it was to hold, and never less than was said already.
        draft.until = until.map { max($0, today + ($0 - day)) }
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
    package struct Row: Sendable, Encodable, Equatable {
        package var evidence: Evidence
        package var by: String
        /// The client of which it is known: the client itself, or a member of its group.
        package var client: Named<Client>
        /// The name of what the desk knows that shows it, if the viewer sees that.
        package var linked: String?
        /// The tender of a linked lot.
        package var tender: Tender.ID?

        package init(
            evidence: Evidence, by: String, client: Named<Client>, linked: String? = nil, tender: Tender.ID? = nil
        ) {
            (self.evidence, self.by, self.client) = (evidence, by, client)
            (self.linked, self.tender) = (linked, tender)
        }
    }

    package var client: Named<Client>
    package var today: Day
    /// The newest first.
    package var rows: [Row]
    /// The levels that people set, the newest first.
    package var levels: [StrategySheet.Row]
    /// Definition 1 against each base that the viewer sees; empty if nothing was sold or the viewer sees no money.
    package var shares: [KeySheet.Share]
    /// True if others of its group count with it.
    package var isGroup: Bool
    /// The income and the turnover of twelve full months, of a group's head with its group; nil for a viewer who sees no money.
    package var income: Int64?
    package var turnover: Int64?

    package init(
        client: Named<Client>, today: Day, rows: [Row], levels: [StrategySheet.Row], shares: [KeySheet.Share],
        isGroup: Bool, income: Int64?, turnover: Int64?
    ) {
        (self.client, self.today, self.rows, self.levels) = (client, today, rows, levels)
        (self.shares, self.isGroup) = (shares, isGroup)
        (self.income, self.turnover) = (income, turnover)
    }

    package func answer(of definition: KeyDefinition) -> KeyAnswer {
        rows.map(\.evidence.draft).answer(of: definition, on: today)
    }

    package var isKeyByIncome: Bool { shares.contains { $0.share.verdict.isMet } }

    /// At which level the evidence makes the client key: by its income, or for its KAM if another definition is met.
    package var proposed: SetLevel {
        let byIncome = shares.filter { $0.share.verdict.isMet }.map(\.share.level)
        if byIncome.contains(.company) { return .company }
        if byIncome.contains(.department) { return .department }
        let byOthers = KeyDefinition.allCases.contains { answer(of: $0) == .met }
        return byIncome.isEmpty && !byOthers ? .none : .manager
    }

    /// The yearly amount that was said last of the potential and still holds, of a group's head those of all members; nil if nobody has
    /// said one. Our share of it in hundredths of a per cent.
    package var potential: Money? {
        let latest = Dictionary(grouping: rows, by: \.client.id).values.compactMap { rows in
            rows.lazy.map(\.evidence.draft).first {
                $0.definition == .potential && $0.amount != nil && $0.holds(on: today)
            }?.amount
        }
        return latest.isEmpty ? nil : latest.reduce(.zero, +)
    }
    package var wallet: Int64? {
        potential.flatMap { amount in turnover.flatMap { KeyShare.share($0, of: amount.minor, 10_000) } }
    }
}
