import Domain
import Store

extension Story {
    /// Writes a tender as it was lived: its notice, its lots, what it asks for, and what came of it.
    func tender(_ row: Table.Row) {
        let (t, client, ago, ahead) = (world.tongue, client(row[1]), row.number(3), row.number(4))
        let draft = TenderDraft(
            number: row[optional: 0], title: Text(row[8], row[9])(t), client: client, procedure: row[optional: 2],
            stage: row.word(5), announcedOn: ago > 0 ? day(ago) : nil, user: Desk.owner, go: row.word(6),
            goUser: row[6] == "undecided" ? nil : Desk.owner, goOn: row[6] == "undecided" ? nil : day(max(ago - 3, 0)),
            goReason: row[6] == "no-go" ? Text("Pays only the transport", "Окупает только перевозку")(t) : nil,
            submitted: ahead < 0 && row[6] == "go" ? "\((world.today + ahead - 1).iso) 16:40" : nil,
            receipt: ahead < 0 && row[6] == "go" ? "\(210_000 + ago)" : nil)
        let lots = (row[optional: 7] ?? "").split(separator: " ").map { Lot(String($0), row) }
        act(max(ago - 3, 1)) { write, _ in
            let id = try write.addTender(draft)
            for (place, lot) in lots.enumerated() {
                let added = try write.addPart(lot.draft(place + 1, draft.title, self.world), to: id.number)
                for bid in lot.bids(self.world) { try write.addPart(bid, to: added.number) }
                try write.addPart(lot.item(draft.title), to: added.number)
            }
            guard ago > 0 else { return }
            let deadlines = Deadlines(row, self.world, applications: self.world.today + ahead)
            try self.write(deadlines, of: id, row, write)
            if draft.stage == .execution || draft.stage == .contract { try self.deliver(row, of: id, write) }
        }
    }

    /// The deliveries of a contract: those of the past are accepted, one of them late and with a penalty.
    private func deliver(_ row: Table.Row, of id: Tender.ID, _ write: WriteTransaction) throws {
        let (t, today) = (world.tongue, world.today)
        try write.addPart(
            MemberDraft(user: Desk.owner, duty: Text("Sees to the deliveries", "Ведёт поставки")(t)), to: id.number)
        if row[5] == "execution" {
            try write.addPart(
                DeliveryDraft(
                    what: Text("First batch", "Первая партия")(t), amount: world.money(1_900_000), due: today - 40,
                    deliveredOn: today - 38, acceptedOn: today - 33, payableOn: today - 4,
                    penalty: world.money(12_000),
                    penaltyReason: Text("Two days late", "Просрочка два дня")(t)), to: id.number)
        }
        try write.addPart(
            DeliveryDraft(
                what: Text("Second batch", "Вторая партия")(t), amount: world.money(1_800_000), due: today + 18),
            to: id.number)
    }

    private func write(_ deadlines: Deadlines, of id: Tender.ID, _ row: Table.Row, _ write: WriteTransaction) throws {
        let t = world.tongue
        for deadline in deadlines.all { try write.addPart(deadline, to: id.number) }
        try write.addPart(
            NoticeDraft(number: 1, day: write.today, changes: Text("First notice", "Первое извещение")(t)),
            to: id.number)
        try write.addPart(
            SecurityDraft(
                kind: .bid, amount: world.money(90_000), paidOn: deadlines.isOver ? write.today : nil,
                returnedOn: deadlines.isOver ? write.today : nil), to: id.number)
        try write.addPart(
            GoAnswerDraft(question: Text("Do we fit the requirements?", "Проходим по требованиям?")(t), answer: .yes),
            to: id.number)
        try write.addPart(
            ApplicationLineDraft(text: Text("Pharmacy licence", "Фармацевтическая лицензия")(t), paper: .licence),
            to: id.number)
        guard !deadlines.isOver else { return }
        try write.addPart(
            ComplaintDraft(
                about: Text("The requirements of the second lot", "Требования второго лота")(t),
                whose: Text("another bidder", "другой участник")(t), lodgedOn: write.today,
                // The European one is suspended until the complaint is decided.
                from: row[optional: 2] == "eu-open" ? write.today : nil), to: id.number)
        // Nobody knows yet who keeps the minutes.
        var seats = [SeatDraft(role: Text("Keeps the minutes", "Секретарь комиссии")(t))]
        if row[1] == "oncology" {
            seats += [
                ("Zhdanov", Text("Heads the commission", "Председатель комиссии")),
                ("Gromov", Text("Wrote the need", "Готовил техническое задание")),
                ("Belova", Text("Holds the budget", "Отвечает за бюджет")),
                ("Titov", Text("Runs the procedure", "Ведёт процедуру")),
            ].map { SeatDraft(role: $0.1(t), person: person($0.0), user: Desk.owner) }
        }
        for seat in seats { try write.addPart(seat, to: id.number) }
        try write.addPart(
            QuestionDraft(
                text: Text("May the second lot be packed by ten?", "Можно ли второй лот в упаковке по десять?")(t),
                user: Desk.owner, askedOn: write.today), to: id.number)
        try write.addPart(
            FitDraft(
                requirement: Text("Shelf life of 12 months", "Срок годности 12 месяцев")(t),
                theirs: Text("Northpharm 9 months", "Нордфарм 9 месяцев")(t), user: Desk.owner), to: id.number)
        try write.addPart(
            FitDraft(
                requirement: Text("Lyophilisate with solvent", "Лиофилизат с растворителем")(t),
                ours: Text("with solvent", "с растворителем")(t), verdict: .meets,
                evidence: Text("Registration certificate, page 2", "Регистрационное удостоверение, стр. 2")(t),
                user: Desk.owner, confirmedOn: write.today), to: id.number)
        try write.addPart(
            ApplicationLineDraft(
                text: Text("Declaration of compliance", "Декларация о соответствии")(t), user: Desk.owner),
            to: id.number)
    }

    /// Our own papers, among them one that runs out.
    func keepPapers() {
        let t = world.tongue
        let papers = [
            PaperDraft(kind: .licence, number: "LO-61-02-000117", issuedOn: world.today - 900),
            PaperDraft(
                kind: .attorney, number: Text("POA 14", "Доверенность 14")(t), user: Desk.owner, scope: .everything,
                ceiling: world.money(20_000_000), issuedOn: world.today - 330, expiresOn: world.today + 35),
            PaperDraft(
                kind: .signature, number: "7F-20-11", user: Desk.owner, issuedOn: world.today - 360,
                expiresOn: world.today + 5),
        ]
        act(400) { write, _ in for paper in papers { try write.addPaper(paper) } }
        let year = world.today.year
        act(380) { write, _ in
            for year in year - 1...year + 1 { try write.addPeriods(of: year) }
            try write.take(.russia)
        }
    }

    /// Signals that came true, that died and that are open.
    func hear() {
        let t = world.tongue
        let said: [(client: String, source: Text, text: Text, roubles: Int, state: SignalState, ago: Int, ahead: Int)] =
            [
                (
                    "oncology", Text("L. Belova", "Белова Л."),
                    Text("Budget of the first quarter", "Бюджет первого квартала"),
                    8_300_000, .tender, 110, -20
                ),
                (
                    "ministry", Text("L. Belova", "Белова Л."), Text("Regional programme", "Региональная программа"),
                    42_000_000, .open, 40, 60
                ),
                (
                    "university", Text("K. Lomov", "Ломов К."),
                    Text("A second day hospital", "Второй дневной стационар"),
                    3_000_000, .died, 200, -60
                ),
            ]
        for signal in said {
            let draft = SignalDraft(
                client: client(signal.client), text: signal.text(t), source: signal.source(t),
                amount: world.money(signal.roubles), saidOn: day(signal.ago), expectedOn: world.today + signal.ahead,
                likelihood: .likely, user: Desk.owner, state: signal.state,
                reason: signal.state == .died ? Text("The money went to repairs", "Деньги ушли на ремонт")(t) : nil)
            act(signal.ago) { write, _ in try write.addSignal(draft) }
        }
        act(9) { write, _ in
            guard let tender = try write.read.tenders(meantBy: "0358200014326000214").first,
                let signal = try write.read.signalList(on: write.today).rows.last(where: {
                    $0.signal.draft.state == .tender
                })
            else { return }
            try write.cameTrue(signal.signal.id, as: tender.id)
        }
        let templates = [
            TenderTemplateDraft(
                kind: .question, text: Text("Do we fit the requirements?", "Проходим по требованиям?")(t)),
            TenderTemplateDraft(
                kind: .question, text: Text("Does it pay at the expected price?", "Окупается ли ожидаемая цена?")(t)),
            TenderTemplateDraft(
                kind: .line, text: Text("Pharmacy licence", "Фармацевтическая лицензия")(t), paper: .licence),
            TenderTemplateDraft(
                kind: .line, text: Text("Power of attorney", "Доверенность")(t), paper: .attorney),
        ]
        act(0) { write, _ in for template in templates { try write.addTenderTemplate(template) } }
    }

    private struct Lot {
        let parts: [String]
        let row: Table.Row

        init(_ text: String, _ row: Table.Row) {
            parts = text.split(separator: ":").map(String.init)
            self.row = row
            if parts.count != 5 { row.fault("lot \(text)") as Void }
        }

        private func money(_ place: Int, _ world: World) -> Money? {
            parts[place] == "-" ? nil : Int(parts[place]).map(world.money) ?? row.fault("lot")
        }

        func draft(_ number: Int, _ title: String, _ world: World) -> LotDraft {
            LotDraft(
                number: "\(number)", subject: "\(title), \(number)", start: money(0, world), vat: .with,
                outcome: LotOutcome(rawValue: parts[1]) ?? row.fault("outcome"),
                reason: LossReason(rawValue: parts[2]))
        }

        func item(_ title: String) -> ItemDraft { ItemDraft(name: title, quantity: Quantity(thousandths: 420_000)) }

        /// Ours, and the winner's where we did not win.
        func bids(_ world: World) -> [BidDraft] {
            let isOurs = parts[1] == "won"
            let ours = money(3, world).map { price in
                BidDraft(
                    bidder: Text("We", "Мы")(world.tongue), isOurs: true, price: price,
                    admitted: parts[1] == "rejected" ? .rejected : .admitted, isWinner: isOurs)
            }
            let winner = money(4, world).map { price in
                BidDraft(
                    bidder: Text("Northpharm", "Нордфарм")(world.tongue), tax: "7800000010", price: price,
                    admitted: .admitted, isWinner: true)
            }
            return [ours, isOurs ? nil : winner].compactMap { $0 }
        }
    }

    private struct Deadlines {
        var all: [DeadlineDraft]
        var isOver: Bool

        init(_ row: Table.Row, _ world: World, applications: Day) {
            isOver = applications < world.today
            let rest: [(DeadlineKind, Int, String)] = [
                (.applications, 0, "08:00"), (.decision, 4, "18:00"), (.signingOurs, 14, "23:59"),
            ]
            // One signing of the last days was forgotten.
            func isLapse(_ kind: DeadlineKind, _ day: Day) -> Bool {
                kind == .signingOurs && row[5] == "contract" && day > world.today - 3
            }
            all = rest.map { kind, later, time in
                let day = applications + later
                return DeadlineDraft(
                    kind: kind, day: day, time: time, zone: "Europe/Moscow",
                    doneOn: day < world.today && !isLapse(kind, day) ? day : nil)
            }
        }
    }
}
