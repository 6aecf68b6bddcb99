import Domain
import Store

/// A tender of every client with a part of each kind, and a paper of ours.
extension TeamRecords {
    /// Changes what was written of the tenders, so that history has an older value, and writes what is the desk's own.
    mutating func finishTenders() throws {
        for letter in TeamDesk.letters {
            let tender = Tender.ID(numbers["tenders"]![letter]!)
            try act { write in
                var draft = try write.read.tender(tender).draft
                draft.note = Room.dossier.word(letter, "tendernote")
                try write.changeTender(tender, from: nil, draft)
                let seat: TenderSeat = try write.read.part(.init(numbers["seats"]![letter]!))
                var sitting = seat.draft
                sitting.person = Person.ID(numbers["people"]![letter]!)
                try write.changePart(seat.id, from: nil, sitting)
            }
        }
        let paper = try act { try $0.addPaper(PaperDraft(kind: .licence, number: "Paper", note: "For all of us")) }
        keep("papers", "-", paper.number)
        let template = try act {
            try $0.addTenderTemplate(TenderTemplateDraft(kind: .line, text: "Template", paper: .licence))
        }
        keep("tender-templates", "-", template.number)
        let rule = try act {
            try $0.addLawRule(LawRuleDraft(name: "Rule", law: "44-FZ", value: "25 %", from: TeamDesk.today))
        }
        keep("rules", "-", rule.number)
        let period = try act {
            try $0.addPeriod(
                PeriodDraft(name: "Quarter", kind: .quarter, from: TeamDesk.today, to: TeamDesk.today + 90))
        }
        keep("periods", "-", period.number)
        try finishPlans(period)
        let year = try act { try $0.addWorkYear(WorkYearDraft(year: 2026, free: "01-01", source: "A law")) }
        keep("calendar", "-", year.number)
    }

    /// A plan of every client, with a reason for its second version, and of a department.
    private mutating func finishPlans(_ period: PlanPeriod.ID) throws {
        let year = TeamDesk.today.year
        for letter in TeamDesk.letters {
            let scope = PlanScope.client(.init(numbers["clients"]![letter]!))
            let plan = try act { write in
                try write.setTargets([TypedCell(scope, period, 7)], PlanMeasure(.income), year: year)
                let plan = try write.read.planSheet(of: scope, in: period, on: write.today)!.editions[0]
                try write.agree(plan.id, from: nil)
                return try write.revise(plan.id, because: Room.dossier.word(letter, "planreason"))
            }
            keep("plans", letter, plan.number)
        }
        let department = try act { try $0.read.planGrid(PlanGridQuery(year: year), on: $0.today) }.rows.compactMap {
            row in
            if case .department(let id) = row.scope { id.number } else { nil }
        }
        keep("departments", "-", department[0])
    }

    mutating func writeTender(_ letter: String) throws {
        func word(_ field: String) -> String { Room.dossier.word(letter, field) }
        let client = Client.ID(numbers["clients"]![letter]!)
        let draft = TenderDraft(
            number: word("tendernumber"), title: word("tender"), client: client, procedure: "223",
            law: word("law"), url: "https://\(word("url"))", stage: .open, announcedOn: TeamDesk.today - 5,
            go: .noGo, goOn: TeamDesk.today, goReason: word("goreason"), submitted: word("submitted"),
            receipt: word("tenderreceipt"), lesson: word("lesson"),
            note: word("oldtendernote"))
        let tender = try act { try $0.addTender(draft) }
        keep("tenders", letter, tender.number)
        let signal = try act {
            try $0.addSignal(
                SignalDraft(
                    client: client, text: word("signal"), source: word("signalsource"), amount: Money(7_00),
                    saidOn: TeamDesk.today, state: .died, reason: word("signalreason")))
        }
        keep("signals", letter, signal.number)
        let lot = try act {
            try $0.addPart(
                LotDraft(
                    key: word("lotkey"), number: word("lotnumber"), subject: word("lot"), start: Money(77_00),
                    outcome: .lost, reason: .other, lesson: word("lotlesson")), to: tender.number)
        }
        keep("lots", letter, lot.number)
        let bid = try act {
            try $0.addPart(
                BidDraft(
                    bidder: word("bidder"), tax: word("tax"), price: Money(76_00), at: word("at"),
                    ground: word("ground")),
                to: lot.number)
        }
        keep("bids", letter, bid.number)
        let item = try act {
            try $0.addPart(
                ItemDraft(
                    name: word("item"), unit: word("unit"), innName: word("innname"), form: word("itemform"),
                    dose: word("dose"), shelf: word("shelf")), to: lot.number)
        }
        keep("lot-items", letter, item.number)
        try writeParts(letter, tender)
    }

    private mutating func writeParts(_ letter: String, _ tender: Tender.ID) throws {
        func word(_ field: String) -> String { Room.dossier.word(letter, field) }
        func secret(_ field: String) -> String { Room.money.word(letter, field) }
        func part<Draft: TenderPartDraft>(_ kind: TenderPartKind, _ draft: Draft) throws {
            let id = try act { try $0.addPart(draft, to: tender.number) }
            keep(kind.rawValue, letter, id.number)
        }
        try part(
            .deadlines,
            DeadlineDraft(
                day: TeamDesk.today + 3, time: "08:00", zone: "Europe/Moscow", consequence: word("consequence"),
                note: word("deadlinenote")))
        try part(
            .securities,
            SecurityDraft(
                amount: Money(5_00), register: secret("register"), bank: secret("bank"), note: secret("securitynote")))
        try part(.questions, QuestionDraft(text: word("question"), answer: word("answer")))
        try part(
            .complaints, ComplaintDraft(about: word("about"), whose: word("whose"), decision: word("decision")))
        try part(.notices, NoticeDraft(day: TeamDesk.today, changes: word("changes")))
        try part(.answers, GoAnswerDraft(question: word("goquestion"), remark: word("remark")))
        try part(
            .requirements,
            FitDraft(
                requirement: word("requirement"), ours: word("ours"), theirs: word("theirs"), evidence: word("evidence")
            ))
        try part(
            .deliveries,
            DeliveryDraft(
                what: secret("delivery"), amount: Money(5_00), due: TeamDesk.today + 9, penalty: Money(1_00),
                penaltyReason: secret("penaltyreason"), note: secret("deliverynote")))
        try part(.members, MemberDraft(user: Desk.owner, duty: word("duty")))
        try part(.seats, SeatDraft(role: word("seat"), note: word("seatnote")))
        try part(.lines, ApplicationLineDraft(text: word("line"), receipt: word("receipt")))
    }

    /// More tenders of a client, with all that goes into lists and sums.
    func addTender(_ client: Client.ID, _ letter: String) throws {
        try act { write in
            let tender = try write.addTender(
                TenderDraft(title: "more", client: client, law: "more", stage: .bidding, announcedOn: TeamDesk.today))
            try write.addSignal(
                SignalDraft(client: client, text: "more", source: "more", amount: Money(9_00), saidOn: TeamDesk.today))
            let lot = try write.addPart(
                LotDraft(subject: "more", start: Money(913_00), outcome: .won), to: tender.number)
            try write.addPart(BidDraft(bidder: "more", price: Money(900_00), isWinner: true), to: lot.number)
            try write.addPart(
                DeadlineDraft(kind: .signingOurs, day: TeamDesk.today + 1, time: "08:00", zone: "UTC"),
                to: tender.number)
            try write.addPart(ApplicationLineDraft(text: "more", paper: .licence), to: tender.number)
        }
    }

    func addSecurity(_ letter: String) throws {
        try act {
            _ = try $0.addPart(
                SecurityDraft(kind: .contract, amount: Money(913_00), paidOn: TeamDesk.today),
                to: numbers["tenders"]![letter]!)
            _ = try $0.addPart(
                DeliveryDraft(what: "more", amount: Money(913_00), due: TeamDesk.today - 1),
                to: numbers["tenders"]![letter]!)
        }
    }
}
