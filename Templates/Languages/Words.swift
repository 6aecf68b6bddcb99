import Domain
import Routes

extension Language {
    package func word(_ band: AgeBand) -> String {
        let l = self
        return switch band {
        case .notDue: l("not due")
        case .upTo30: l("1–30 days late")
        case .upTo60: l("31–60 days late")
        case .upTo90: l("61–90 days late")
        case .over90: l("over 90 days late")
        }
    }

    package func word(_ rule: Risk.Rule) -> String {
        let l = self
        return switch rule {
        case .debt: l("Debt over 30 days late")
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
        case .contact: l("Last contact")
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
        case .people: l("People and power")
        case .matters: l("Agreements")
        case .interactions: l("Interactions")
        case .money: l("Money")
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

    package func word(_ problem: Problem) -> String {
        let l = self
        return switch problem {
        case .required: l("Please fill this in.")
        case .tooLong(let limit): l("At most \(limit) characters fit here.")
        case .tooMany(let limit): l("At most \(limit) can be chosen.")
        case .notADate: l("Not a date: write it as 2026-11-23 or 23.11.2026.")
        case .notAChoice: l("Not one of the choices.")
        case .notAnInn: l("Not an INN: 10 or 12 digits whose check digits hold.")
        case .notAKpp: l("Not a KPP: nine characters, as 770101001.")
        case .notAnOgrn: l("Not an OGRN: 13 or 15 digits whose check digit holds.")
        case .notAVat: l("Not a VAT number: a country's two letters, then digits.")
        case .notAnEmail: l("Not an e-mail address.")
        case .notAWebAddress: l("Not a web address.")
        case .unknown: l("Nothing of this name is on the desk.")
        case .ambiguous: l("Several have this name: choose one below.")
        case .taken: l("Another record has this already.")
        case .looksLike(let name):
            l("Looks like “\(name)”, who is on the desk already: nobody could tell the two apart.")
        case .mixesAlphabets: l("There are letters of two alphabets in one word: type the name in one keyboard layout.")
        case .endsBeforeStart: l("The end is before the beginning.")
        case .lastsTooLong(let days): l("That lasts longer than \(days) days.")
        case .cycle: l("A client cannot belong to itself or to one of its own members.")
        case .nobody: l("Name a client or somebody who took part.")
        case .alreadyHeld: l("Somebody has held the client since this day or later: choose a day after that.")
        case .inFuture: l("This day has not come yet.")
        case .lastAdministrator: l("Somebody must stay administrator.")
        case .hasLeft: l("This colleague has left.")
        case .knownToOthers: l("A colleague knows this person: they or the head can do it.")
        case .notYours: l("This client is a colleague's: they or the head can do it.")
        case .notOfDepartment: l("Not of your department: a director can order it.")
        case .tooShort(let least): l("At least \(least) characters.")
        case .notTheSame: l("Not the same as above.")
        case .wrong: l("Not right. Look again at the name and at what you typed.")
        case .keyIsLost:
            l(
                "Codes are asked for here, but the key with which the desk checks them is gone. Whoever looks after the desk can have them asked for no more."
            )
        case .tooOften(let seconds): l("Too many attempts: wait \(seconds) seconds.")
        case .needsPassword: l("Set a password of your own first: whoever lets others in has to log in too.")
        case .notAnAmount(let decimals): l("Not an amount: write it as 1234.50, with at most \(decimals) decimals.")
        case .notAQuantity: l("Not a quantity: a number above 0, with at most 3 decimals.")
        case .notADiscount: l("Not a discount: per cent from 0 to 100, as 12.5.")
        case .tooMuch: l("More than the desk can compute with.")
        case .notShipped: l("Only what is shipped, delivered or closed has a shipped day.")
        case .moreThanSold: l("More than was sold and has not come back yet.")
        case .moreThanOpen: l("More than is open.")
        case .notATable: l("Not a file of rows and columns in a known encoding.")
        case .notWithin(let least, let most): l("A whole number from \(least) to \(most).")
        case .ofUsOnly: l("Is judged where the stance is to us; of a competitor only the stance.")
        case .needsObservation: l("A step up needs what shows it, with its day.")
        case .themselves: l("This is the same person.")
        case .needsApproval: l("A manager approves the estimate first.")
        case .moreThanApproved: l("More than the estimate: raise that first, and it is approved anew.")
        case .notHeld: l("Nobody holds the client on this day: hand it over first.")
        case .inUse: l("Something else on the desk needs this as it is.")
        }
    }
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
        case .gatekeeper: l("Keeps the gate")
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
