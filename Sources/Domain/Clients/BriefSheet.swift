/// The one-page sheet for a meeting.
package struct BriefSheet: Sendable, Encodable {
    package var client: Client
    /// Who holds the client today; nil if nobody does.
    package var kam: KamTie?
    package var brief: Brief
    /// What they object, with our answer: the open objections of the strategy, then what was typed for this meeting alone.
    package var objections: [Objection]
    /// What we want of them and they of us, as the strategy has it: the open objectives of each side, at most two.
    package var wants: [StrategySheet.Row]
    /// Those who will come. If nobody is chosen, those closest to the decision.
    package var guests: [BriefGuest]
    /// How many people hold a post at the client.
    package var peopleCount: Int
    /// Nil for a viewer who does not see the dossier.
    package var power: ClientPower?
    package var ours: [MatterRow]
    package var oursCount: Int
    package var theirs: [MatterRow]
    package var theirsCount: Int
    /// The posts at the client of people to whom the shown promises refer.
    package var titles: [Person.ID: String]
    package var sales: ClientSales
    package var ageing: Ageing
    /// The open invoices that fall due first, at most `BriefSheet.rows`.
    package var invoices: [InvoiceRow]
    package var risks: [Risk]
    /// The latest orders that are accepted and not shipped, at most `BriefSheet.rows`.
    package var orders: [OrderRow]
    /// The latest tenders that are not over, at most `BriefSheet.rows`.
    package var tenders: [TenderRow]
    /// The latest, at most `BriefSheet.rows`.
    package var interactions: [InteractionRow]

    /// How many matters of each side the page shows, and how many people if nobody is chosen.
    package static let shown = 4
    /// How many orders, invoices, interactions and dates the page shows.
    package static let rows = 3

    package init(
        client: Client, kam: KamTie?, brief: Brief, known strategy: StrategySheet, guests: [BriefGuest],
        peopleCount: Int, power: ClientPower?,
        ours: [MatterRow], oursCount: Int, theirs: [MatterRow], theirsCount: Int,
        titles: [Person.ID: String], sales: ClientSales, ageing: Ageing, invoices: [InvoiceRow], risks: [Risk],
        orders: [OrderRow], tenders: [TenderRow], interactions: [InteractionRow]
    ) {
        self.client = client
        self.kam = kam
        self.brief = brief
        let objections = strategy.rows.filter { $0.draft.topic == .objection }
        wants = strategy.wants
        // One record: what stands in the strategy is not said twice, and what is settled there is not said again.
        let known = Set(objections.map { $0.draft.text.lowercased() })
        self.objections = Array(
            (objections.filter { $0.draft.state == .open }.map {
                Objection(text: $0.draft.text, answer: $0.draft.answer)
            }
                + brief.draft.objections.filter { !$0.isEmpty && !known.contains(($0.text ?? "").lowercased()) })
                .prefix(BriefDraft.objections))
        self.guests = guests
        self.peopleCount = peopleCount
        self.power = power
        self.ours = ours
        self.oursCount = oursCount
        self.theirs = theirs
        self.theirsCount = theirsCount
        self.titles = titles
        self.sales = sales
        self.ageing = ageing
        self.invoices = invoices
        self.risks = risks
        self.orders = orders
        self.tenders = tenders
        self.interactions = interactions
    }

    /// The post of the person whom a promise concerns, unless they sit at the meeting, where their post stands beside their name.
    package func title(of matter: MatterRow) -> String? {
        guard let person = matter.person?.id, !guests.contains(where: { $0.person.person.id == person }) else {
            return nil
        }
        return titles[person]
    }

    /// What comes next, apart from promises: expected changes, the days by which projects with the guests must reach their goals, and
    /// invoices that fall due. From today on, the earliest first; at most `BriefSheet.rows`.
    package func dates(from today: Day) -> [BriefDate] {
        let all: [BriefDate] =
            (power?.expected ?? []).map { BriefDate(day: $0.day, event: .expected($0.text, $0.person?.name)) }
            + guests.compactMap { guest in
                guest.person.project.flatMap { project in
                    project.due.map { BriefDate(day: $0, event: .goal(project.goal, guest.person.person.name)) }
                }
            } + invoices.map { BriefDate(day: $0.due, event: .invoice($0.number, $0.open)) }
        return Array(all.filter { $0.day >= today }.sorted { $0.day < $1.day }.prefix(BriefSheet.rows))
    }

    /// What could be asked for, from what is open: their promises that are late, the overdue debt, a role for which nobody is known, and a
    /// guest whose stance nobody knows. At most `BriefSheet.rows`.
    package func asks(on today: Day) -> [BriefAsk] {
        let late = theirs.filter { ($0.daysOverdue(on: today) ?? 0) > 0 }.map { BriefAsk.promise($0) }
        let debt = ageing.overdue > .zero ? [BriefAsk.payment(ageing.overdue)] : []
        let seats = (power?.emptySeats ?? []).map { BriefAsk.seat($0) }
        let unknown = power == nil ? [] : guests.filter { $0.person.judged?.stance == nil }
        return Array(
            (late.prefix(1) + debt + seats.prefix(1) + unknown.prefix(1).map { .stance($0.person.person.name) })
                .prefix(BriefSheet.rows))
    }

    /// True if the texts do not all fit on one sheet of paper. Then they are cut short on paper.
    package var isTight: Bool {
        let draft = brief.draft
        let typed: [String?] =
            [draft.aim, client.draft.name, client.draft.note, kam?.note]
            + objections.flatMap { [$0.text, $0.answer] } + guests.flatMap(\.texts)
            + (ours + theirs).map(\.text) + interactions.flatMap { [$0.topic, $0.note] } + orders.map(\.number)
            + invoices.map(\.number)
        // A line break takes as much room as a full line.
        let room = typed.compactMap { $0 }.reduce(0) { $0 + $1.count + 60 * $1.count { $0.isNewline } }
        return room > BriefSheet.room
    }

    /// How many letters of typed text fit on one sheet.
    private static let room = 2200
}

/// Somebody who will sit at the meeting, and what one should know before speaking with them.
package struct BriefGuest: Sendable, Equatable, Encodable {
    package var person: KnownPerson
    /// The latest fact about how to approach them.
    package var approach: FactRow?
    /// The latest boundary that was agreed with them.
    package var boundary: FactRow?

    package init(person: KnownPerson, facts: [FactRow]) {
        self.person = person
        approach = facts.first { $0.kind == .approach }
        boundary = facts.first { $0.kind == .boundary }
    }

    fileprivate var texts: [String?] {
        [person.person.name, person.title, approach?.text, boundary?.text, person.project?.goal]
    }
}

/// Something to ask for at a meeting.
package enum BriefAsk: Sendable, Equatable {
    /// A promise of theirs that is late.
    case promise(MatterRow)
    /// What they owe past its due day.
    case payment(Money)
    /// Who fills a role in the decision.
    case seat(DecisionRole)
    /// What a guest thinks of us.
    case stance(String)
}

/// A day that comes, and what happens on it.
package struct BriefDate: Sendable, Equatable {
    package enum Event: Sendable, Equatable {
        /// What is expected, and of whom if it is of a person.
        case expected(String, String?)
        /// The goal of a project and the person with whom it is.
        case goal(String, String)
        case invoice(String, Money)
    }

    package var day: Day
    package var event: Event

    package init(day: Day, event: Event) {
        self.day = day
        self.event = event
    }
}
