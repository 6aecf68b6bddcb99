import Domain

@testable import Store

/// A tender with one part of each kind, for tests.
enum TenderRecords {
    static let day = TemporaryDesk.today

    @discardableResult
    static func write(_ write: WriteTransaction, _ client: Client.ID) throws -> (tender: Tender.ID, lot: TenderLot.ID) {
        let tender = try write.addTender(
            TenderDraft(
                number: "0358", title: "Cytostatics", client: client, procedure: "44-auction", law: "44-FZ",
                stage: .open, announcedOn: day - 10, user: Desk.owner))
        let lot = try write.addPart(
            LotDraft(number: "1", subject: "Trastuzumab", start: Money(18_600_000), vat: .with), to: tender.number)
        try write.addPart(BidDraft(bidder: "Rival", tax: "7707083893", price: Money(17_000_000)), to: lot.number)
        try write.addPart(BidDraft(tax: "NA1", price: Money(16_000_000), isWinner: true), to: lot.number)
        try write.addPart(
            DeadlineDraft(kind: .applications, day: day + 3, time: "08:00", zone: "Europe/Moscow"), to: tender.number)
        try write.addPart(SecurityDraft(kind: .bid, amount: Money(186_000)), to: tender.number)
        try write.addPart(QuestionDraft(text: "Packing?"), to: tender.number)
        try write.addPart(ComplaintDraft(about: "The requirements", whose: "A rival"), to: tender.number)
        try write.addPart(NoticeDraft(number: 1, day: day - 10, changes: "First notice"), to: tender.number)
        try write.addPart(GoAnswerDraft(question: "Do we fit?", answer: .yes), to: tender.number)
        try write.addPart(FitDraft(requirement: "Shelf life"), to: tender.number)
        try write.addPart(
            ItemDraft(name: "Trastuzumab 440 mg", quantity: Quantity(thousandths: 420_000)), to: lot.number)
        try write.addPart(SeatDraft(role: "Heads the commission"), to: tender.number)
        try write.addPart(MemberDraft(user: Desk.owner, duty: "Prepares the application"), to: tender.number)
        try write.addPart(DeliveryDraft(what: "First batch", due: day + 30), to: tender.number)
        try write.addPart(ApplicationLineDraft(text: "Licence", paper: .licence), to: tender.number)
        try write.addPaper(PaperDraft(kind: .licence, number: "LO-61"))
        try write.addSignal(
            SignalDraft(client: client, text: "Budget", source: "Belova", amount: Money(9), saidOn: day))
        return (tender, lot)
    }
}
