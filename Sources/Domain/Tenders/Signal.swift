/// How sure somebody is who speaks of money that will move.
package enum Likelihood: String, Wording { case heard, likely, sure }

/// What became of a signal.
package enum SignalState: String, Wording {
    case open
    /// It became a tender, a line of a plan, or a client that we win.
    case tender, plan, acquisition
    /// Nothing came of it, with the reason.
    case died

    /// True if the money moved as it was said.
    package var cameTrue: Bool { [.tender, .plan, .acquisition].contains(self) }
}

/// A movement of money at a client that somebody told of before it happened.
package struct Signal: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<Signal>

    package var id: ID
    package var version: Int
    package var draft: SignalDraft

    package init(id: ID, version: Int, draft: SignalDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package struct SignalDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var client: Client.ID
    package var text: String
    /// Who said it.
    package var source: String
    package var amount: Money?
    package var saidOn: Day
    package var expectedOn: Day?
    package var likelihood: Likelihood
    package var user: User.ID?
    package var state: SignalState
    /// The tender that it became.
    package var tender: Tender.ID?
    /// Why nothing came of it.
    package var reason: String?

    /// Reads the fields of the form; the client is a number here. A signal that died needs its reason.
    package init(_ entries: Entries, _ currency: Currency, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        let client = read.optionalID("client", Client.self)
        if client == nil { read.add(.required, to: "client") }
        text = read.text("text", atMost: 2000)
        source = read.text("source", atMost: 300)
        amount = read.optionalAmount("amount", currency)
        saidOn = read.pastDay("said", today)
        expectedOn = read.optionalDay("expected")
        likelihood = read.choice("likelihood", or: .heard)
        user = read.optionalID("user", User.self)
        state = read.choice("state", or: .open)
        tender = read.optionalID("tender", Tender.self)
        if state != .tender { tender = nil }
        reason = read.optionalText("reason", atMost: 1000)
        if state == .died, entries["reason"].isEmpty { read.add(.required, to: "reason") }
        guard read.problems.isEmpty, let client else { throw read.problems }
        self.client = client
    }

    package init(
        client: Client.ID, text: String, source: String, amount: Money? = nil, saidOn: Day, expectedOn: Day? = nil,
        likelihood: Likelihood = .heard, user: User.ID? = nil, state: SignalState = .open, tender: Tender.ID? = nil,
        reason: String? = nil
    ) {
        (self.client, self.text, self.source, self.amount) = (client, text, source, amount)
        (self.saidOn, self.expectedOn, self.likelihood) = (saidOn, expectedOn, likelihood)
        (self.user, self.state, self.tender, self.reason) = (user, state, tender, reason)
    }

    package static var blank: SignalDraft { SignalDraft(client: .blank, text: "", source: "", saidOn: .blank) }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("client_id", form: "client", &client)
        fields.field("text", &text)
        fields.field("source", &source)
        fields.field("amount", &amount)
        fields.field("said_day", form: "said", &saidOn)
        fields.field("expected_day", form: "expected", &expectedOn)
        fields.field("likelihood", &likelihood)
        fields.field("user_id", form: "user", &user)
        fields.field("state", &state)
        fields.field("tender_id", form: "tender", &tender)
        fields.field("reason", &reason)
    }
}

/// A signal as a row of the list.
package struct SignalRow: Sendable, Encodable {
    package var signal: Signal
    package var client: Named<Client>
    package var user: String?
    /// The tender that it became.
    package var tender: Named<Tender>?

    package init(signal: Signal, client: Named<Client>, user: String?, tender: Named<Tender>?) {
        (self.signal, self.client, self.user, self.tender) = (signal, client, user, tender)
    }
}

/// How often the money moved as one source had said.
package struct SourceRecord: Sendable, Equatable, Encodable {
    /// Nil for all sources together.
    package var source: String?
    package var said: Int
    package var cameTrue: Int
    package var died: Int

    package init(source: String?, said: Int, cameTrue: Int, died: Int) {
        (self.source, self.said, self.cameTrue, self.died) = (source, said, cameTrue, died)
    }
}

package struct SignalList: Sendable, Encodable {
    /// The open ones by the day on which they are expected, then the others, the latest first.
    package var rows: [SignalRow]
    /// The money of the open ones as far as it is said, and of how many it is not.
    package var openSum: Money
    package var openUnknown: Int
    /// By source, those who said most first.
    package var sources: [SourceRecord]
    /// What came of those that were said in the last full quarter.
    package var lastQuarter: SourceRecord

    package init(rows: [SignalRow], sources: [SourceRecord], lastQuarter: SourceRecord) {
        self.rows = rows
        self.sources = sources
        self.lastQuarter = lastQuarter
        let open = rows.filter { $0.signal.draft.state == .open }
        openSum = open.compactMap(\.signal.draft.amount).reduce(.zero, +)
        openUnknown = open.count { $0.signal.draft.amount == nil }
    }

    package var open: [SignalRow] { rows.filter { $0.signal.draft.state == .open } }
    package var past: [SignalRow] { rows.filter { $0.signal.draft.state != .open } }
}
