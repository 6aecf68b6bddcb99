import Domain
import Routes

extension Language {
    package func word(_ band: AgeBand) -> String {
        let l = self
        return switch band {
        case .notDue: l("not due")
        case .upTo30: l("1–30 days overdue")
        case .upTo60: l("31–60 days overdue")
        case .upTo90: l("61–90 days overdue")
        case .over90: l("over 90 days overdue")
        }
    }

    package func word(_ rule: Risk.Rule) -> String {
        let l = self
        return switch rule {
        case .debt: l("Debt overdue by more than 30 days")
        case .falling: l("Falling income")
        case .quiet: l("Broken rhythm of orders")
        }
    }

    package func word(_ kind: ImportKind) -> String { self(named: kind.format.name) }

    package func word(_ order: ClientOrder) -> String {
        let l = self
        return switch order {
        case .name: l("Name")
        case .income: l("Income")
        case .overdue: l("Overdue")
        case .contact: l("Last interaction")
        }
    }

    /// The name of a language, in that language.
    package func word(_ tongue: Tongue) -> String {
        switch tongue {
        case .english: "English"
        case .russian: "Русский"
        }
    }

    package func word(_ section: DossierSection) -> String {
        let l = self
        return switch section {
        case .risks: l("At risk")
        case .keys: l("Why key")
        case .strategy: l("Strategy")
        case .people: l("People and power")
        case .matters: l("Promises")
        case .interactions: l("Interactions")
        case .money: l("Money")
        case .tenders: l("Tenders")
        case .orders: l("Orders")
        case .receivables: l("Receivables")
        case .about: l("About")
        case .history: l("History")
        }
    }

    /// Who else has a page's record open.
    package func alsoOpen(_ names: [String]) -> String {
        let l = self
        return l("Also open by \(names.joined(separator: ", "))")
    }

    /// Says whose trade secrets the page shows: by name for up to three clients, otherwise by number.
    func tradeSecret(of clients: [String]) -> String {
        let l = self
        return clients.count > 3
            ? l("Trade secrets of \(clients.count) clients. The log tells that you have read them.")
            : l("Trade secret of \(clients.joined(separator: ", ")). The log tells that you have read it.")
    }

    package func word(_ access: Access) -> String {
        let l = self
        return switch access {
        case .anybody: l("anybody, without login")
        case .user: l("every user")
        case .editor: l("KAMs, heads, directors")
        case .clerk: l("KAMs, heads, directors, sales support")
        case .writer: l("KAMs, heads, directors, sales support, and who administers")
        case .lead: l("heads, directors")
        case .director: l("directors")
        case .importer: l("directors, and who administers")
        case .administrator: l("who administers")
        }
    }

    package func word(_ problem: Problem) -> String { self(problem.phrase) }
}

extension ClientKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .hospital: l("Hospital")
        case .pharmacyChain: l("Pharmacy chain")
        case .distributor: l("Distributor")
        case .retailer: l("Retailer")
        case .authority: l("Authority")
        case .manufacturer: l("Manufacturer")
        case .other: l("Other")
        }
    }
}

extension ClientStatus: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .prospect: l("Prospect")
        case .active: l("Active")
        case .dormant: l("Dormant")
        case .lost: l("Lost")
        }
    }
}

extension OrderStatus: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .draft: l("Draft")
        case .accepted: l("Accepted")
        case .handed: l("Handed to sales support")
        case .confirmed: l("Confirmed")
        case .shipped: l("Shipped")
        case .delivered: l("Delivered")
        case .closed: l("Closed")
        case .refused: l("Refused")
        }
    }
}

extension InteractionKind: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .call: l("Call")
        case .visit: l("Visit")
        case .meeting: l("Meeting")
        case .informal: l("Informal meeting")
        case .event: l("Event")
        case .message: l("Message")
        case .negotiation: l("Negotiation")
        case .training: l("Training")
        case .merchandising: l("Merchandising check")
        case .presentation: l("Presentation")
        }
    }
}

extension Mood: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .good: l("Good")
        case .even: l("Even")
        case .tense: l("Tense")
        }
    }
}

extension Side: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .ours: l("We")
        case .theirs: l("They")
        }
    }
}

extension DecisionRole: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .decider: l("Decides")
        case .approver: l("Holds the budget")
        case .influencer: l("Influences")
        case .buyer: l("Buys")
        case .user: l("Uses")
        case .gatekeeper: l("Controls access")
        }
    }
}

extension Role: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .kam: l("KAM")
        case .head: l("Head of department")
        case .director: l("Director")
        case .support: l("Sales support")
        case .administrator: l("Administrator")
        case .reader: l("Reader")
        }
    }
}
