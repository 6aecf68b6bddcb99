extension RecordKind {
    static let tender = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .client, title: "title", news: [.created(), .changed("stage")],
        said: Acts(
            added: "tender added", changed: "tender changed", deleted: "tender deleted",
            when: .init("stage", said: "tender moved to another stage")),
        [
            Field("number", "Number"), Field("title", "Title"),
            Field("client_id", "Client", .reference(to: .client, .goes)),
            Field("procedure", "Procedure"), Field("law", "Law"), Field("url", "Web address"),
            Field("currency", "Currency"), Field("stage", "Stage", .word(TenderStage.self)),
            Field("announced_day", "Announced on", .day), Field("user_id", "Colleague", .reference(to: .user, .stays)),
            Field("side", "Who bids", .word(TenderSide.self)),
            Field("partner_id", "Distributor", .reference(to: .client, .letsGo)),
            Field("go", "Go or no-go", .word(GoDecision.self)),
            Field("go_user_id", "Decided by", .reference(to: .user, .stays)), Field("go_day", "Decided on", .day),
            Field("go_reason", "Reason of the decision"), Field("submitted", "Handed in at"),
            Field("receipt", "Receipt"), Field("lesson", "Lesson"), Field("note", "Note"),
        ])

    static let tenderLot = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "subject",
        said: Acts(
            added: "lot added", changed: "lot changed", deleted: "lot deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("key", "Key"),
            Field("number", "Number"), Field("subject", "Subject"), Field("start", "Starting price", .tenderMoney),
            Field("vat", "VAT", .word(VatBasis.self)), Field("bases_differ", "Prices on different VAT bases", .flag),
            Field("outcome", "Outcome", .word(LotOutcome.self)), Field("reason", "Reason", .word(LossReason.self)),
            Field("lesson", "Lesson"),
        ])

    static let lotBid = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tenderLot, by: "lot_id"),
        title: "coalesce(bidder, tax, (SELECT subject FROM tender_lot WHERE id = lot_id))",
        said: Acts(
            added: "bid added", changed: "bid changed", deleted: "bid deleted"),
        [
            Field("lot_id", "Lot", .reference(to: .tenderLot, .goes)), Field("bidder", "Bidder"), Field("tax", "INN"),
            Field("is_ours", "Ours", .flag), Field("price", "Price", .tenderMoney), Field("at", "Time of the bid"),
            Field("admitted", "Admitted", .word(BidAdmission.self)), Field("ground", "Ground"),
            Field("is_winner", "Winner", .flag),
        ])

    static let tenderDeadline = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"),
        title: "(SELECT title FROM tender WHERE id = tender_id)",
        said: Acts(
            added: "deadline added", changed: "deadline changed", deleted: "deadline deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)),
            Field("kind", "Kind", .word(DeadlineKind.self)), Field("source", "Set by", .word(DeadlineSource.self)),
            Field("day", "Day", .day), Field("time", "Time"), Field("zone", "Time zone"),
            Field("consequence", "What a missed one means"),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("done_day", "Done on", .day),
            Field("note", "Note"),
        ])

    // History names a security after its tender, of which sales support sees nothing else.
    static let tenderSecurity = RecordKind(
        room: .money, historyRoom: .dossier, keepers: .bookkeepers, owner: .part(of: .tender, by: "tender_id"),
        title: "(SELECT title FROM tender WHERE id = tender_id)",
        said: Acts(
            added: "security added", changed: "security changed", deleted: "security deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)),
            Field("kind", "Kind", .word(SecurityKind.self)), Field("form", "Form", .word(SecurityForm.self)),
            Field("amount", "Amount", .tenderMoney), Field("asked", "Amount asked for", .tenderMoney),
            Field("register", "Register number"), Field("bank", "Bank"), Field("paid_day", "Provided on", .day),
            Field("from_day", "From", .day), Field("until_day", "Until", .day),
            Field("needed_day", "Needed until", .day), Field("asked_back_day", "Return asked on", .day),
            Field("returned_day", "Returned on", .day), Field("note", "Note"),
        ])

    static let tenderQuestion = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "text",
        said: Acts(
            added: "question added", changed: "question changed", deleted: "question deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("text", "Question"),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("asked_day", "Asked on", .day),
            Field("answered_day", "Answered on", .day), Field("answer", "Answer"),
        ])

    static let tenderComplaint = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "about",
        said: Acts(
            added: "complaint added", changed: "complaint changed", deleted: "complaint deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("about", "About"),
            Field("whose", "Whose"), Field("lodged_day", "Lodged on", .day), Field("from_day", "Suspended from", .day),
            Field("until_day", "Suspended until", .day), Field("decision", "Decision"),
        ])

    static let tenderNotice = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "changes",
        said: Acts(
            added: "version of the notice added", changed: "version of the notice changed",
            deleted: "version of the notice deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)),
            Field("number", "Version of the notice", .number), Field("day", "Day", .day),
            Field("changes", "What changed"),
        ])

    static let goAnswer = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "question",
        said: Acts(
            added: "go or no-go: question added", changed: "go or no-go: answer changed",
            deleted: "go or no-go: question deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("question", "Question"),
            Field("answer", "Answer", .word(GoAnswer.self)), Field("remark", "Remark"),
        ])

    static let fitLine = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "requirement",
        said: Acts(
            added: "requirement added", changed: "requirement changed", deleted: "requirement deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("requirement", "Requirement"),
            Field("ours", "Our value"), Field("theirs", "Their value"), Field("verdict", "Fit", .word(FitVerdict.self)),
            Field("evidence", "Evidence"), Field("user_id", "Colleague", .reference(to: .user, .stays)),
            Field("confirmed_day", "Confirmed on", .day),
        ])

    static let applicationLine = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "text",
        said: Acts(
            added: "line of the application added", changed: "line of the application changed",
            deleted: "line of the application deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("text", "What is needed"),
            Field("paper", "Own paper", .word(PaperKind.self)),
            Field("product_id", "Product", .reference(to: .product, .letsGo)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("due_day", "Due on", .day),
            Field("done_day", "Done on", .day), Field("confirmed_day", "Confirmed on", .day),
            Field("receipt", "Receipt"),
        ])

    static let lotItem = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tenderLot, by: "lot_id"), title: "name",
        said: Acts(
            added: "item of a lot added", changed: "item of a lot changed", deleted: "item of a lot deleted"),
        [
            Field("lot_id", "Lot", .reference(to: .tenderLot, .goes)), Field("name", "Name"),
            Field("product_id", "Product", .reference(to: .product, .letsGo)), Field("quantity", "Quantity", .quantity),
            Field("unit", "Unit"), Field("inn_name", "International name"), Field("form", "Dosage form"),
            Field("dose", "Dose"), Field("shelf", "Remaining shelf life"),
            Field("shelf_day", "Not to end before", .day), Field("ceiling", "Registered ceiling price", .tenderMoney),
            Field("origin", "Rule of origin", .word(OriginRule.self)),
        ])

    static let tenderSeat = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "role",
        said: Acts(
            added: "seat added", changed: "seat changed", deleted: "seat deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("role", "Role"),
            Field("person_id", "Person", .reference(to: .person, .letsGo)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("note", "Note"),
        ])

    static let tenderMember = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .part(of: .tender, by: "tender_id"), title: "duty",
        said: Acts(
            added: "member of a tender's team added", changed: "member of a tender's team changed",
            deleted: "member of a tender's team deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)), Field("duty", "What they do"),
        ])

    // History names a delivery, whose tender sales support does not see.
    static let tenderDelivery = RecordKind(
        room: .money, historyRoom: .dossier, keepers: .bookkeepers, owner: .part(of: .tender, by: "tender_id"),
        title: "what",
        said: Acts(added: "delivery added", changed: "delivery changed", deleted: "delivery deleted"),
        [
            Field("tender_id", "Tender", .reference(to: .tender, .goes)), Field("what", "What is delivered"),
            Field("amount", "Amount", .tenderMoney), Field("due_day", "Due on", .day),
            Field("delivered_day", "Delivered on", .day), Field("accepted_day", "Accepted on", .day),
            Field("payable_day", "To be paid until", .day),
            Field("paid_day", "Payment received on", .day),
            Field("penalty", "Penalty", .tenderMoney), Field("penalty_reason", "What the penalty is for"),
            Field("note", "Note"),
        ])

    static let ownPaper = RecordKind(
        room: .everybody, keepers: .bookkeepers, owner: .desk, title: "number",
        said: Acts(
            added: "own paper added", changed: "own paper changed", deleted: "own paper deleted"),
        [
            Field("kind", "Kind", .word(PaperKind.self)), Field("number", "Number"),
            Field("product_id", "Product", .reference(to: .product, .letsGo)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
            Field("scope", "Scope", .word(PaperScope.self)), Field("ceiling", "Up to", .money),
            Field("issued_day", "Date of issue", .day), Field("expires_day", "Ends on", .day), Field("note", "Note"),
        ])

    static let signal = RecordKind(
        room: .dossier, keepers: .clientWorkers, owner: .client, title: "text",
        said: Acts(added: "signal added", changed: "signal changed", deleted: "signal deleted"),
        [
            Field("client_id", "Client", .reference(to: .client, .goes)), Field("text", "What was said"),
            Field("source", "Who said it"), Field("amount", "Amount", .money), Field("said_day", "Said on", .day),
            Field("expected_day", "Expected on", .day), Field("likelihood", "How sure", .word(Likelihood.self)),
            Field("user_id", "Colleague", .reference(to: .user, .stays)),
            Field("state", "State", .word(SignalState.self)),
            Field("tender_id", "Tender", .reference(to: .tender, .letsGo)), Field("reason", "Reason"),
        ])

    static let tenderTemplate = RecordKind(
        room: .everybody, keepers: .leads, owner: .desk, title: "text",
        said: Acts(
            added: "tender template added", changed: "tender template changed", deleted: "tender template deleted"),
        [
            Field("kind", "Kind", .word(TemplateKind.self)), Field("text", "Text"), Field("procedure", "Procedure"),
            Field("paper", "Paper", .word(PaperKind.self)),
        ])

    static let lawRule = RecordKind(
        room: .everybody, keepers: .leads, owner: .desk, title: "name",
        said: Acts(added: "rule of a law added", changed: "rule of a law changed", deleted: "rule of a law deleted"),
        [
            Field("name", "Name"), Field("law", "Law"), Field("article", "Article"), Field("value", "Value"),
            Field("from_day", "From", .day), Field("to_day", "To", .day), Field("source", "Source"),
            Field("confirmed_by", "Confirmed by"),
        ])
}
