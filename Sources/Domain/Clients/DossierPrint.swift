/// A part of a dossier on paper, in the paper's order.
package enum DossierSection: String, Wording {
    case risks, people, matters, interactions, money, orders, receivables, about, history
}

/// What of a dossier goes on paper.
package struct PrintChoice: Sendable, Equatable {
    /// In the order of the paper.
    package private(set) var sections: [DossierSection]
    /// The day from which on orders, interactions, what was done and history are printed; nil: for a year and the month under way.
    package var since: Day?

    /// All but the history, which is the desk's own matter.
    package static let usual = DossierSection.allCases.filter { $0 != .history }

    /// Without any section, the usual ones.
    package init(_ sections: some Sequence<DossierSection> = [], since: Day? = nil) {
        let chosen = Set(sections)
        self.sections = chosen.isEmpty ? PrintChoice.usual : DossierSection.allCases.filter(chosen.contains)
        self.since = since
    }

    package var omitted: [DossierSection] { DossierSection.allCases.filter { !sections.contains($0) } }

    package func contains(_ section: DossierSection) -> Bool { sections.contains(section) }

    package func since(_ today: Day) -> Day { since ?? Month(number: Month(of: today).number - 12).first }
}

/// A dossier for paper: its head, and of the sections that were chosen all there is. What was not chosen is not read.
package struct PrintedDossier: Sendable {
    package var choice: PrintChoice
    package var head: ClientSheet
    package var posts: [PostRow] = []
    package var open: [MatterRow] = []
    package var done: [MatterRow] = []
    package var interactions: [InteractionRow] = []
    /// What was noted of interactions.
    package var notes: [Interaction.ID: String] = [:]
    package var money: ClientMoneySheet?
    package var orders: [OrderRow] = []
    package var invoices: [InvoiceRow] = []
    package var history: [Change] = []

    /// So many rows of a kind are printed, the latest.
    package static let most = 1000

    package init(choice: PrintChoice, head: ClientSheet) {
        self.choice = choice
        self.head = head
    }
}
