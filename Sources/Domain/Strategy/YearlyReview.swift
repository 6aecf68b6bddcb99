/// What a yearly review with a client looks at.
package struct ReviewAgenda: Sendable, Encodable {
    package var strategy: StrategySheet
    package var keys: EvidenceSheet
    /// What was promised and not yet kept, the earliest due first; at most `ReviewAgenda.most`.
    package var matters: [MatterRow]

    package static let most = 100

    package init(strategy: StrategySheet, keys: EvidenceSheet, matters: [MatterRow]) {
        (self.strategy, self.keys, self.matters) = (strategy, keys, matters)
    }

    package var client: Named<Client> { strategy.client }
    /// The last review; nil if none was held.
    package var last: StrategySheet.Row? { strategy.latest(.yearlyReview) }
    /// What is to be asked anew, for the evidence is old.
    package var stale: [EvidenceSheet.Row] {
        keys.rows.filter { $0.evidence.draft.kind != .nextStep && !$0.evidence.draft.holds(on: keys.today) }
    }
}

/// What came of a review: what was said and decided, and when the next one is.
package struct YearlyReviewDraft: Sendable {
    package var topic: String
    package var text: String
    package var day: Day
    package var next: Day
    /// What both sides agreed to do.
    package var agreed: [MatterDraft]

    package init(topic: String, text: String, day: Day, next: Day, agreed: [MatterDraft]) {
        (self.topic, self.text, self.day, self.next, self.agreed) = (topic, text, day, next, agreed)
    }

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        topic = read.text("topic", atMost: 300)
        text = read.text("text", atMost: 2000)
        day = read.pastDay("day", today)
        if entries["day"].isEmpty { read.add(.required, to: "day") }
        let next = read.optionalDay("next")
        if next == nil, entries["next"].isEmpty { read.add(.required, to: "next") }
        if let next, next <= day { read.add(.endsBeforeStart, to: "next") }
        var problems = read.problems
        agreed = []
        do throws(Problems) { agreed = try MatterDraft.rows(entries) } catch { problems.add(error) }
        guard problems.isEmpty, let next else { throw problems }
        self.next = next
    }
}
