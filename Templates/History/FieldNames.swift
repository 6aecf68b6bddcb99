import Domain

extension Language {
    /// The name of a column, as history shows it.
    func field(_ column: String, of subject: Change.Subject? = nil) -> String {
        let l = self
        return switch column {
        case "key": l("Key")
        case "name": l("Name")
        case "short_name": l("Short name")
        case "kind": l("Kind")
        case "inn": l("INN")
        case "kpp": l("KPP")
        case "ogrn": l("OGRN")
        case "vat": l("VAT number")
        case "address": l("Address")
        case "city": l("City")
        case "country": l("Country")
        case "territory": l("Territory")
        case "segment": l("Segment")
        case "status": l("Status")
        case "lost_reason": l("Why it is lost")
        case "parent_id": l("Part of")
        case "phone": l("Phone")
        case "email": l("E-mail")
        case "web": l("Web")
        case "note": l("Note")
        case "is_vip": l("VIP")
        case "is_kol": l("KOL")
        case "birthday": l("Birthday")
        case "person_id": l("Person")
        case "client_id": l("Client")
        case "title": l("Post")
        case "role": l("Role in decisions")
        case "from_day": l("From")
        case "to_day": l("To")
        case "user_id": l("Colleague")
        case "day": l("Day")
        case "topic": l("Topic")
        case "agreed": l("Agreed")
        case "mood": l("Mood")
        case "is_confidential": l("Confidential")
        case "department_id": l("Department")
        case "administers": l("Looks after the desk")
        case "is_active": l("With us")
        case "deputy_id": l("Deputy")
        case "people": l("People")
        case "interaction_id": l("Agreed in")
        case "side": l("Whose promise")
        case "text": l("What")
        case "due_day": l("Due day")
        case "done_day": l("Done")
        case "number": l("Number")
        case "payer_id": l("Paid by")
        case "shipped_day": l("Shipped on")
        case "reason": l("Reason")
        case "order_id": l("Order")
        case "product_id": l("Product")
        case "group_id": l("Group")
        case "line_id": l("Line of an order")
        case "unit": l("Unit")
        case "price": l("Price")
        case "cost": subject == .event ? l("Total cost") : l("Cost")
        case "quantity": l("Quantity")
        case "discount": l("Discount")
        case "amount": l("Amount")
        case "is_disputed": l("Disputed")
        case "payment_id": l("Payment")
        case "invoice_id": l("Invoice")
        case "currency": l("Currency")
        case "from_id": l("Named first")
        case "to_id": l("With whom")
        case "strength": l("Strength")
        case "is_positive": l("Binds them")
        case "certainty": l("How sure")
        case "source": l("Source")
        case "power": l("Power")
        case "stance": l("Stance")
        case "openness": l("Openness")
        case "competitor": l("Competitor")
        case "step": l("Step")
        case "theirs": l("What shows how well they know us")
        case "ours": l("What shows how well we know them")
        case "privacy": l("For whose eyes")
        case "goal": l("Goal")
        case "measure": l("By what we shall see it")
        case "closed_day": l("Closed on")
        case "outcome": l("What came of it")
        case "project_id": l("VIP project")
        case "kam_id": l("KAM")
        case "manager_id": l("Manager")
        case "level": l("Level")
        case "shown": l("What shows it")
        case "next_day": l("Next look-in")
        case "noted_day": l("Expected since")
        case "purpose": l("Purpose")
        case "estimated": l("Estimated")
        case "committed": l("Committed")
        case "actual": l("Actual")
        case "approver_id": l("Approved by")
        case "approved_day": l("Approved on")
        case "event_id": l("Event")
        case "place": l("Place")
        case "standing": l("Invitation")
        case "slides": l("Slides")
        case "probability": l("Probability, %")
        case "shift": l("Shift of the balance")
        case "has_happened": l("Has happened")
        case "time_zone": l("Time zone")
        case "aim": l("What we want")
        case "objection_1", "objection_2", "objection_3": l("They will object")
        case "answer_1", "answer_2", "answer_3": l("Our answer")
        default: column
        }
    }

    /// A stored value as people read it.
    func value(_ text: String, of column: String, _ subject: Change.Subject) -> String {
        let l = self
        switch (subject, column) {
        case (.client, "kind"): return ClientKind(rawValue: text).map { word($0) } ?? text
        case (.client, "status"): return ClientStatus(rawValue: text).map { word($0) } ?? text
        case (.order, "status"): return OrderStatus(rawValue: text).map { word($0) } ?? text
        case (.interaction, "kind"): return InteractionKind(rawValue: text).map { word($0) } ?? text
        case (.interaction, "mood"): return Mood(rawValue: text).map { word($0) } ?? text
        case (.matter, "side"): return Side(rawValue: text).map { word($0) } ?? text
        case (.post, "role"): return DecisionRole(rawValue: text).map { word($0) } ?? text
        case (.user, "role"): return Role(rawValue: text).map { word($0) } ?? text
        case (.tie, "kind"): return TieKind(rawValue: text).map { word($0) } ?? text
        case (.fact, "kind"): return FactKind(rawValue: text).map { word($0) } ?? text
        case (.expectedChange, "kind"): return ExpectedKind(rawValue: text).map { word($0) } ?? text
        case (.fact, "privacy"): return Privacy(rawValue: text).map { word($0) } ?? text
        case (.event, "kind"): return EventKind(rawValue: text).map { word($0) } ?? text
        case (.guest, "standing"): return GuestStanding(rawValue: text).map { word($0) } ?? text
        case (.talk, "slides"): return SlidesState(rawValue: text).map { word($0) } ?? text
        case (.ladderMove, "step"): return LadderStep(rawValue: text).map { word($0) } ?? text
        case (.review, "level"): return "D\(text)"
        case (.tie, "certainty"), (.assessment, "certainty"):
            return Certainty(rawValue: text).map { word($0) } ?? text
        case (_, "is_positive"), (_, "is_vip"), (_, "is_kol"), (_, "is_confidential"), (_, "is_disputed"),
            (_, "administers"),
            (_, "is_active"), (_, "has_happened"):
            return text == "1" ? l("yes") : l("no")
        default: return text
        }
    }
}
