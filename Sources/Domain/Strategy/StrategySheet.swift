/// The strategy for a client: what both sides want, what we fear, what we promised, and how their business runs.
package struct StrategySheet: Sendable, Encodable {
    package struct Row: Sendable, Equatable, Encodable {
        package var line: StrategyLine
        /// Who says so.
        package var by: String
        package var owner: String?
        package var person: Named<Person>?

        package init(line: StrategyLine, by: String, owner: String?, person: Named<Person>?) {
            (self.line, self.by, self.owner, self.person) = (line, by, owner, person)
        }

        package var draft: StrategyDraft { line.draft }
    }

    package var client: Named<Client>
    package var today: Day
    /// The newest first; at most `StrategySheet.most`.
    package var rows: [Row]
    package var programme: InvestmentProgramme
    /// True if the income of three full months is far below that of a year ago, for a viewer who sees money.
    package var isFalling = false
    /// The group that the client belongs to; nil if it belongs to none.
    package var group: Named<Client>?

    package static let most = 500

    package init(client: Named<Client>, today: Day, rows: [Row], programme: InvestmentProgramme) {
        (self.client, self.today, self.rows, self.programme) = (client, today, rows, programme)
    }

    /// The lines of a group: what is open first, then by the day on which it is due; what is over last, at most ten of it.
    package func rows(of group: StrategyTopic.Group) -> [Row] {
        let all = rows.filter { $0.draft.topic.group == group }
        let open = all.filter { $0.draft.isOpen(on: today) }
        let dated = open.filter { $0.draft.due != nil }.sorted { $0.draft.due! < $1.draft.due! }
        let over = all.filter { !$0.draft.isOpen(on: today) }
        return dated + open.filter { $0.draft.due == nil } + over.prefix(10)
    }

    /// The line that was said last of a topic, such as the level.
    package func latest(_ topic: StrategyTopic) -> Row? { rows.first { $0.draft.topic == topic } }

    package func objectives(_ side: Side) -> [Row] { rows(of: .objective).filter { $0.draft.side == side } }

    /// What both sides want, ours first: at most two open objectives of each.
    package var wants: [Row] {
        [Side.ours, .theirs].flatMap { side in objectives(side).filter { $0.draft.isOpen(on: today) }.prefix(2) }
    }

    /// What is open and past its day.
    package var late: [Row] { rows.filter { ($0.draft.daysLate(on: today) ?? 0) > 0 } }

    /// Objections that nobody has answered.
    package var unanswered: [Row] {
        rows(of: .objection).filter { $0.draft.isOpen(on: today) && $0.draft.answer == nil }
    }

    /// The day on which the defence is to be looked at next; nil if nobody has said so.
    package var defenceReview: Day? {
        rows(of: .defence).first { $0.draft.topic == .defenceReview && $0.draft.isOpen(on: today) }?.draft.due
    }
}
