import Domain

extension Change.Subject: Worded {
    package func word(in l: Language) -> String {
        switch self {
        case .payment: l("Payment")
        case .allocation: l("Allocation")
        case .invoice: l("Invoice")
        case .order: l("Order")
        case .orderLine: l("Line of an order")
        case .goodsReturn: l("Goods returned")
        case .lotBid: l("Bid")
        case .lotItem: l("Item of a lot")
        case .tenderSeat: l("Seat")
        case .tenderMember: l("Member of a tender's team")
        case .tenderDelivery: l("Delivery")
        case .tenderLot: l("Lot")
        case .tenderDeadline: l("Deadline")
        case .tenderSecurity: l("Security")
        case .tenderQuestion: l("Question")
        case .tenderComplaint: l("Complaint")
        case .tenderNotice: l("Version of the notice")
        case .goAnswer: l("Question about taking part")
        case .fitLine: l("Requirement")
        case .applicationLine: l("Line of an application")
        case .tender: l("Tender")
        case .signal: l("Signal")
        case .lawRule: l("Rule of a law")
        case .tenderTemplate: l("Tender template")
        case .client: l("Client")
        case .brief: l("Meeting brief")
        case .matter: l("Promise")
        case .interaction: l("Interaction")
        case .project: l("VIP project")
        case .review: l("Joint review")
        case .expense: l("Budget line")
        case .expectedChange: l("Expected change")
        case .tie: l("Tie")
        case .assessment: l("Assessment")
        case .ladderMove: l("Step of the ladder")
        case .fact: l("Fact")
        case .guest: l("Event guest")
        case .talk: l("Talk")
        case .event: l("Event")
        case .post: l("Post")
        case .clientKam: l("KAM")
        case .person: l("Person")
        case .ownPaper: l("Own paper")
        case .product: l("Product")
        case .productGroup: l("Product group")
        case .absence: l("Absence")
        case .user: l("Colleague")
        case .department: l("Department")
        case .desk: l("Settings")
        }
    }
}

extension Language {
    /// "3 people".
    func count(_ count: Int, of subject: Change.Subject) -> String {
        let l = self
        return switch subject {
        case .payment: l("\(count) payments")
        case .allocation: l("\(count) allocations")
        case .invoice: l("\(count) invoices")
        case .order: l("\(count) orders")
        case .orderLine: l("\(count) order lines")
        case .goodsReturn: l("\(count) returns of goods")
        case .lotBid: l("\(count) bids")
        case .lotItem: l("\(count) items of lots")
        case .tenderSeat: l("\(count) seats")
        case .tenderMember: l("\(count) members of tenders' teams")
        case .tenderDelivery: l("\(count) deliveries")
        case .tenderLot: l("\(count) lots")
        case .tenderDeadline: l("\(count) deadlines")
        case .tenderSecurity: l("\(count) securities")
        case .tenderQuestion: l("\(count) questions to customers")
        case .tenderComplaint: l("\(count) complaints")
        case .tenderNotice: l("\(count) versions of notices")
        case .goAnswer: l("\(count) questions about taking part")
        case .fitLine: l("\(count) requirements")
        case .applicationLine: l("\(count) lines of applications")
        case .tender: l("\(count) tenders")
        case .signal: l("\(count) signals")
        case .lawRule: l("\(count) rules of laws")
        case .tenderTemplate: l("\(count) tender templates")
        case .client: l("\(count) clients")
        case .brief: l("\(count) meeting briefs")
        case .matter: l("\(count) promises")
        case .interaction: l("\(count) interactions")
        case .project: l("\(count) VIP projects")
        case .review: l("\(count) joint reviews")
        case .expense: l("\(count) budget lines")
        case .expectedChange: l("\(count) expected changes")
        case .tie: l("\(count) ties")
        case .assessment: l("\(count) assessments")
        case .ladderMove: l("\(count) steps of the ladder")
        case .fact: l("\(count) facts")
        case .guest: l("\(count) event guests")
        case .talk: l("\(count) talks")
        case .event: l("\(count) events")
        case .post: l("\(count) posts")
        case .person: l("\(count) people")
        case .ownPaper: l("\(count) own papers")
        case .product: l("\(count) products")
        case .productGroup: l("\(count) product groups")
        case .absence: l("\(count) absences")
        case .clientKam, .user, .department, .desk: l("\(count) other records")
        }
    }

    /// "3 people, 1 interaction and 2 more"; the kinds as they stand, at most `most` of them.
    func counts(_ going: [Going], atMost most: Int = 5) -> String {
        let shown = going.prefix(most).map { count($0.count, of: $0.subject) }
        let rest = going.dropFirst(most).reduce(0) { $0 + $1.count }
        return (shown + (rest > 0 ? [self("\(rest) other records")] : [])).joined(separator: ", ")
    }
}
