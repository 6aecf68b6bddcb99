import Domain
import GRDB

extension ReadTransaction {
    package func signal(_ id: Signal.ID) throws -> Signal {
        try one("SELECT \(SignalDraft.columns(of: "s")) FROM signal s WHERE s.id = ?", [id.number]) {
            Signal(id: $0.id(0), version: $0[1], draft: $0.draft())
        }
    }

    /// Where money is said to move, and how often it did as each source had said. Three statements.
    package func signalList(on today: Day) throws -> SignalList {
        let found = try rows(
            """
            SELECT \(SignalDraft.columns(of: "s")), c.id, c.name, u.name, t.id, t.title
            FROM signal s JOIN client c ON c.id = s.client_id LEFT JOIN user u ON u.id = s.user_id
            LEFT JOIN tender t ON t.id = s.tender_id ORDER BY s.said_day DESC, s.id DESC LIMIT 1000
            """, []
        ) { row in
            SignalRow(
                signal: Signal(id: row.id(0), version: row[1], draft: row.draft()),
                client: Named(id: row.id(13), name: row[14]), user: row[15], tender: row.named(16))
        }
        let record =
            "count(*), coalesce(sum(state IN ('tender', 'plan', 'acquisition')), 0), coalesce(sum(state = 'died'), 0)"
        let sources = try rows(
            "SELECT source, \(record) FROM signal GROUP BY source ORDER BY 2 DESC, source LIMIT 100", []
        ) { SourceRecord(source: $0[0], said: $0[1], cameTrue: $0[2], died: $0[3]) }
        let quarter = today.lastFullQuarter
        let past = try one(
            "SELECT NULL, \(record) FROM signal WHERE said_day BETWEEN ? AND ?",
            [quarter.lowerBound.stored, quarter.upperBound.stored]
        ) { SourceRecord(source: $0[0], said: $0[1], cameTrue: $0[2], died: $0[3]) }
        let open = found.filter { $0.signal.draft.state == .open }.sorted {
            ($0.signal.draft.expectedOn ?? .never, $0.signal.id) < ($1.signal.draft.expectedOn ?? .never, $1.signal.id)
        }
        return SignalList(
            rows: open + found.filter { $0.signal.draft.state != .open }, sources: sources, lastQuarter: past)
    }

    /// The signals that became a tender.
    func signals(of tender: Tender.ID) throws -> [Signal] {
        try rows(
            "SELECT \(SignalDraft.columns(of: "s")) FROM signal s WHERE s.tender_id = ? ORDER BY s.said_day, s.id LIMIT 50",
            [tender.number]
        ) { Signal(id: $0.id(0), version: $0[1], draft: $0.draft()) }
    }

    /// What a law sets on a day, by name; nothing if no law is known.
    func lawRules(of law: String?, on day: Day) throws -> [LawRule] {
        guard let law = law.map(LawRule.plain) else { return [] }
        return try rows(
            """
            SELECT \(LawRuleDraft.columns(of: "r")) FROM law_rule r WHERE r.law IN (?1, replace(?1, 'FZ', 'ФЗ'))
              AND r.from_day <= ?2 AND coalesce(r.to_day, '9999-12-31') >= ?2 ORDER BY r.law, r.name LIMIT 200
            """, [law, day.stored]
        ) { LawRule($0) }
    }

    package func lawRule(_ id: LawRule.ID) throws -> LawRule {
        try one("SELECT \(LawRuleDraft.columns(of: "r")) FROM law_rule r WHERE r.id = ?", [id.number]) { LawRule($0) }
    }

    package func lawRules() throws -> LawRuleList {
        LawRuleList(
            rules: try rows(
                "SELECT \(LawRuleDraft.columns(of: "r")) FROM law_rule r ORDER BY r.law, r.name, r.from_day DESC LIMIT 1000",
                []
            ) { LawRule($0) })
    }

    /// What a law sets under this name on a day; nil if that is not known.
    package func lawRule(_ name: String, on day: Day) throws -> LawRule? {
        try first(
            """
            SELECT \(LawRuleDraft.columns(of: "r")) FROM law_rule r WHERE r.name = ?1 AND r.from_day <= ?2
              AND coalesce(r.to_day, '9999-12-31') >= ?2 ORDER BY r.from_day DESC, r.id DESC LIMIT 1
            """, [name, day.stored]
        ) { LawRule($0) }
    }
}

extension WriteTransaction {
    @discardableResult
    package func addSignal(_ draft: SignalDraft) throws -> Signal.ID {
        try requireSound(draft)
        return Signal.ID(try insert(draft.record))
    }

    @discardableResult
    package func changeSignal(_ id: Signal.ID, from version: Int?, _ draft: SignalDraft) throws -> Bool {
        try requireSound(draft)
        return try update(id.number, from: version, draft.record)
    }

    /// A signal becomes only a tender of its own client.
    private func requireSound(_ draft: SignalDraft) throws {
        try requireColleague(draft.user)
        guard let tender = draft.tender else { return }
        let client = try read.first("SELECT client_id FROM tender WHERE id = ?", [tender.number]) {
            $0.id(0) as Client.ID
        }
        if client != draft.client { throw Refusal.invalid(Problems(["client": .inUse])) }
    }

    /// Notes the tender that an open signal of the same client became. What became of others stays as it is.
    package func cameTrue(_ id: Signal.ID, as tender: Tender.ID) throws {
        let client = try read.tender(tender).draft.client
        let found = try read.rows("SELECT id FROM signal WHERE id = ?", [id.number]) { $0.id(0) as Signal.ID }
        guard let signal = try found.first.map(read.signal), signal.draft.state == .open, signal.draft.client == client
        else { return }
        var draft = signal.draft
        (draft.state, draft.tender, draft.reason) = (.tender, tender, nil)
        try changeSignal(id, from: signal.version, draft)
    }

    package func deleteSignal(_ id: Signal.ID, from version: Int?) throws {
        try deleteWhole(.signal, id.number, from: version)
    }

    @discardableResult
    package func addLawRule(_ draft: LawRuleDraft) throws -> LawRule.ID { LawRule.ID(try insert(draft.record)) }

    @discardableResult
    package func changeLawRule(_ id: LawRule.ID, from version: Int?, _ draft: LawRuleDraft) throws -> Bool {
        try update(id.number, from: version, draft.record)
    }

    package func deleteLawRule(_ id: LawRule.ID, from version: Int?) throws {
        try deleteWhole(.lawRule, id.number, from: version)
    }
}

extension Day {
    /// After every day that somebody may name.
    fileprivate static let never = Day(year: 9999, month: 12, day: 31)!
}

extension SignalDraft {
    var record: RecordValues { RecordValues(subject: .signal, title: text, client: client, columns: stored) }
}

extension LawRuleDraft {
    var record: RecordValues { RecordValues(subject: .lawRule, title: name, columns: stored) }
}

extension LawRule {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}
