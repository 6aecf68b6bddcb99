import Domain
import Routes

// The fields of the forms of a tender's parts.

func lotFields(_ home: TenderHome, _ f: FormWriter, _ l: Language) -> HTML {
    """
    <input type="hidden" name="key" value="\(typed: f.state.entries.raw("key"))">
    \(f.text("subject", l("Subject of the lot"), required: true))
    \(f.text("number", l("Number"), width: "narrow"))
    \(f.text("start", l("Starting price, \(home.currency.symbol)"), hint: l("As published."), width: "narrow"))
    \(f.choice("vat", l("VAT"), VatBasis.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.tick("bases_differ", l("The bids are on another VAT basis than the start")))
    \(f.choice("outcome", l("Outcome"), LotOutcome.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.choice("reason", l("Reason"), none: l("not said"), LossReason.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.area("lesson", l("Lesson"), rows: 3, hint: l("A lost lot needs its reason. Say here which requirement was not met, or what the other reason is.")))
    """
}

func bidFields(_ home: TenderHome, _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("bidder", l("Bidder")))
    \(f.text("inn", l("INN"), hint: l("As the protocol writes it; without a valid one the bidder is anonymous."), width: "narrow"))
    \(f.tick("ours", l("With our product")))
    \(f.text("price", l("Price, \(home.currency.symbol)"), hint: l("As published; empty where it is not told."), width: "narrow"))
    \(f.text("at", l("Time of the bid"), hint: l("As 2026-12-03 09:15."), width: "narrow"))
    \(f.choice("admitted", l("Admitted"), BidAdmission.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("ground", l("Why it was not admitted")))
    \(f.tick("winner", l("Winner")))
    """
}

func deadlineFields(_ colleagues: [(value: String, word: String)], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.choice("kind", l("Which deadline"), DeadlineKind.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.choice("source", l("Set by"), DeadlineSource.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.day("day", l("Day"), required: true))
    \(f.text("time", l("Time"), required: true, hint: l("As 09:30."), width: "narrow"))
    \(f.text("zone", l("Time zone"), required: true, hint: l("As published: Europe/Moscow, +03:00, MSK+4."), width: "narrow"))
    \(if: f.state.problems["day"] == .farAhead, f.tick("sure", l("The day is right")))
    \(f.text("consequence", l("What a missed one means"), hint: l("Only where it differs from the procedure.")))
    \(f.choice("user", l("Who of us"), none: l("nobody"), colleagues))
    \(f.day("done", l("Done on")))
    \(f.area("note", l("Note"), rows: 3))
    """
}

func securityFields(_ home: TenderHome, _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.choice("kind", l("What it secures"), SecurityKind.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.choice("form", l("Form"), SecurityForm.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("amount", l("Amount, \(home.currency.symbol)"), width: "narrow"))
    \(f.text("asked", l("Asked for in the notice, \(home.currency.symbol)"), width: "narrow"))
    \(f.text("register", l("Number in the register of guarantees")))
    \(f.text("bank", l("Bank")))
    \(f.day("paid", l("Provided on"), hint: l("Of a guarantee: issued on.")))
    \(f.day("from", l("In force from")))
    \(f.day("until", l("Until")))
    \(f.day("needed", l("Needed until")))
    \(f.day("return", l("Return asked on")))
    \(f.day("returned", l("Returned on")))
    \(f.area("note", l("Note"), rows: 3))
    """
}

func questionFields(_ colleagues: [(value: String, word: String)], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.area("text", l("Question"), rows: 3))
    \(f.choice("user", l("Who of us"), none: l("nobody"), colleagues))
    \(f.day("asked", l("Asked on"), hint: l("Empty while it is only drafted.")))
    \(f.day("answered", l("Answered on")))
    \(f.area("answer", l("Answer"), rows: 3))
    """
}

func complaintFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("whose", l("Whose"), required: true))
    \(f.area("about", l("What the complaint is about"), rows: 3))
    \(f.day("lodged", l("Lodged on")))
    \(f.day("from", l("Suspended from"), hint: l("Deadlines from this day on move.")))
    \(f.day("until", l("Suspended until"), hint: l("Empty until it is decided.")))
    \(f.area("decision", l("Decision on the complaint"), rows: 3))
    """
}

func noticeVersionFields(_ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("number", l("Number of the version"), width: "narrow"))
    \(f.day("day", l("Day"), required: true, hint: l("What was confirmed before this day is asked for again.")))
    \(f.area("changes", l("What changed"), rows: 4))
    """
}

func answerFields(_ f: FormWriter, _ l: Language) -> HTML {
    let usual = [
        l("Do we fit the requirements?"), l("Is the income above what we want?"), l("Can we deliver on the days?"),
        l("Is there no conflict of interest?"),
    ]
    return """
        \(f.text("question", l("Question"), required: true, list: usual))
        \(f.choice("answer", l("Answer"), GoAnswer.allCases.map { ($0.rawValue, l.word($0)) }))
        \(f.text("remark", l("Remark")))
        """
}

func requirementFields(_ colleagues: [(value: String, word: String)], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("requirement", l("Requirement"), required: true))
    \(f.text("ours", l("Our value")))
    \(f.text("theirs", l("Their value")))
    \(f.choice("verdict", l("Fit"), FitVerdict.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("evidence", l("Proof"), hint: l("Document and page.")))
    \(f.choice("user", l("Confirmed by"), none: l("nobody"), colleagues))
    \(f.day("confirmed", l("Confirmed on")))
    """
}

func lineFields(_ colleagues: [(value: String, word: String)], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("text", l("What is needed"), required: true))
    \(f.choice("paper", l("Own paper"), none: l("none"), PaperKind.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("product", l("Product"), hint: l("Only where the paper is for one product."), suggest: "products"))
    \(f.choice("user", l("Who brings it"), none: l("nobody"), colleagues))
    \(f.day("due", l("Due on")))
    \(f.day("done", l("Done on")))
    \(f.day("confirmed", l("Confirmed on")))
    \(f.text("receipt", l("Number of the confirmation")))
    """
}

func itemFields(_ home: TenderHome, _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("name", l("Name"), required: true, hint: l("As the notice names it.")))
    \(f.text("quantity", l("Quantity"), width: "narrow"))
    \(f.text("unit", l("Unit"), width: "narrow"))
    \(f.text("inn_name", l("International name")))
    \(f.text("form", l("Dosage form")))
    \(f.text("dose", l("Dose"), width: "narrow"))
    \(f.text("shelf", l("Remaining shelf life"), hint: l("As the notice says it: a period, or a share.")))
    \(f.day("shelf_day", l("Not to end before")))
    \(f.text("ceiling", l("Registered ceiling price, \(home.currency.symbol)"), width: "narrow"))
    \(f.choice("origin", l("Rule of origin"), OriginRule.allCases.map { ($0.rawValue, l.word($0)) }))
    \(f.text("product", l("Our product"), suggest: "products"))
    """
}

func seatFields(_ colleagues: [(value: String, word: String)], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("role", l("Role"), required: true, list: [l("Heads the commission"), l("Member of the commission"), l("Wrote the need"), l("Holds the budget"), l("Runs the procedure")]))
    \(f.text("person", l("Person"), hint: l("By name; empty where nobody knows who sits there."), suggest: "people"))
    \(f.choice("user", l("Who of us knows them"), none: l("nobody"), colleagues))
    \(f.area("note", l("Note"), rows: 3))
    """
}

func memberFields(_ colleagues: [(value: String, word: String)], _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.choice("user", l("Colleague"), none: l("nobody"), colleagues))
    \(f.text("duty", l("What they do"), required: true))
    """
}

func deliveryFields(_ home: TenderHome, _ f: FormWriter, _ l: Language) -> HTML {
    """
    \(f.text("what", l("What is delivered"), required: true))
    \(f.text("amount", l("Amount, \(home.currency.symbol)"), width: "narrow"))
    \(f.day("due", l("Due on"), required: true))
    \(f.day("delivered", l("Delivered on")))
    \(f.day("accepted", l("Accepted on")))
    \(f.day("payable", l("To be paid until"), hint: l("The last day on which the customer may pay.")))
    \(f.day("paid", l("Payment received on")))
    \(f.text("penalty", l("Penalty, \(home.currency.symbol)"), hint: l("What the customer asks of us."), width: "narrow"))
    \(f.text("penalty_reason", l("What the penalty is for"), hint: l("A penalty needs it.")))
    \(f.area("note", l("Note"), rows: 3))
    """
}
