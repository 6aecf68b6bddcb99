/// A part of a dossier on paper, in the paper's order.
package enum DossierSection: String, Wording {
    case risks, keys, strategy, people, matters, interactions, money, tenders, orders, receivables, about, history
}

/// The parts of a dossier to print.
package struct PrintChoice: Sendable, Equatable {
    /// In the order on paper.
    package private(set) var sections: [DossierSection]
    /// The first day for orders, interactions, finished matters and history; nil means a year and the current month.
    package var since: Day?

    /// All sections except the history, which is internal.
    package static let usual = DossierSection.allCases.filter { $0 != .history }

    /// Without any section, chooses the usual ones.
    package init(_ sections: some Sequence<DossierSection> = [], since: Day? = nil) {
        let chosen = Set(sections)
        self.sections = chosen.isEmpty ? PrintChoice.usual : DossierSection.allCases.filter(chosen.contains)
        self.since = since
    }

    package var omitted: [DossierSection] { DossierSection.allCases.filter { !sections.contains($0) } }

    package func contains(_ section: DossierSection) -> Bool { sections.contains(section) }

    package func since(_ today: Day) -> Day { since ?? Month(number: Month(of: today).number - 12).first }
}

/// A dossier for paper: its head, and all content of the chosen sections. Other sections are not read.
package struct PrintedDossier: Sendable {
    package var choice: PrintChoice
    package var head: ClientSheet
    /// All who hold a post.
    package var people: [KnownPerson] = []
    package var open: [MatterRow] = []
    package var done: [MatterRow] = []
    package var interactions: [InteractionRow] = []
    /// The notes of the interactions.
    package var notes: [Interaction.ID: String] = [:]
    package var money: ClientMoneySheet?
    /// With its investments.
    package var strategy: StrategySheet?
    /// Those that are not over.
    package var tenders: [TenderRow] = []
    package var orders: [OrderRow] = []
    package var invoices: [InvoiceRow] = []
    package var history: [Change] = []

    /// The most rows of a kind that are printed; the latest ones.
    package static let most = 1000

    package init(choice: PrintChoice, head: ClientSheet) {
        self.choice = choice
        self.head = head
    }
}
