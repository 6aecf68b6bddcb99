import Domain

extension ImportRun {
    /// Imports a tender, matched by its number. Its client is found by key, by INN or by name. A new tender without a stage is closed: such
    /// a file tells of what was.
    func takeTender(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard !cells["number"].isEmpty else { throw Problems(["number": .required]) }
        let found = try read.tender(numbered: cells["number"])
        meet(found?.draft.client)
        var entries = overlaid(found?.draft.entries, with: cells)
        guard let client = try buyer("client", cells) ?? found?.draft.client else {
            throw Problems(["client": .required])
        }
        if let found, client != found.draft.client { throw Problems(["number": .ofAnotherClient]) }
        entries["client"] = String(client.number)
        entries["kam"] = try (kam(cells)?.id ?? found?.draft.user).map { String($0.number) } ?? ""
        entries["title"] = entries["title"].isEmpty ? cells["number"] : entries["title"]
        entries["stage"] = cells["status"].isEmpty ? found?.draft.stage.rawValue ?? "closed" : cells.raw("status")
        if !cells["procedure"].isEmpty {
            guard let procedure = try read.procedure(named: cells["procedure"]) else {
                throw Problems(["procedure": .notAChoice])
            }
            entries["procedure"] = procedure.key
            if entries["law"].isEmpty, let law = procedure.law { entries["law"] = law }
        }
        let draft: TenderDraft
        do { draft = try TenderDraft(entries, today: today) } catch { throw error.renamed("stage", to: "status") }
        try read.requireSound(draft, id: found?.id)
        try once(["number " + cells["number"]], line)
        guard let found else {
            try write?.addTender(draft)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeTender(found.id, from: nil, draft)
        return .changed
    }

    /// Imports a lot, matched by its key or else by its tender and number, or by its tender and subject. A loss without a reason stands
    /// under "reason not said" until somebody says it.
    func takeLot(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard let tender = try read.tender(numbered: cells["tender"]) else { throw Problems(["tender": .unknown]) }
        meet(tender.draft.client)
        let found = try lot(cells, of: tender.id)
        if let found, found.owner != tender.id.number { throw Problems(["tender": .taken]) }
        let ground = TenderGround(try read.currency(of: tender.draft), today: today)
        let draft = try LotDraft(overlaid(found?.draft.entries(ground.currency), with: cells), ground)
        let name = cells["number"].isEmpty ? "subject " + cells["subject"] : "number " + cells["number"]
        try once([cells["key"].isEmpty ? "\(tender.id.number) \(name)" : "key " + cells["key"]], line)
        guard let found else {
            try write?.addPart(draft, to: tender.id.number)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changePart(found.id, from: nil, draft)
        return .changed
    }

    private func lot(_ cells: Entries, of tender: Tender.ID) throws -> TenderLot? {
        if !cells["key"].isEmpty { return try read.parts(LotDraft.self, where: "p.key = ?", [cells["key"]]).first }
        let column = cells["number"].isEmpty ? "subject" : "number"
        return try read.parts(
            LotDraft.self, where: "p.tender_id = ? AND p.\(column) = ?", [tender.number, cells[column]]
        ).first
    }

    /// Imports a bid for a lot. The first row with this lot and bidder is the first such bid, the second row the second. A bidder is told
    /// apart by the tax id as it stands, or else by the name.
    func takeBid(_ cells: Entries) throws -> Outcome {
        let lots = try read.parts(LotDraft.self, where: "p.key = ?", [cells["lot"]])
        guard let lot = lots.first else { throw Problems(["lot": .unknown]) }
        let tender = try read.tender(Tender.ID(lot.owner))
        meet(tender.draft.client)
        let ground = TenderGround(try read.currency(of: tender.draft), today: today)
        let column = cells["inn"].isEmpty ? "bidder" : "tax"
        let name = cells["inn"].isEmpty ? cells["bidder"] : cells["inn"]
        let mark = "\(lot.id.number) \(name)"
        let place = bids[mark] ?? 0
        bids[mark] = place + 1
        let same = try read.parts(
            BidDraft.self, where: "p.lot_id = ? AND coalesce(p.\(column), '') = ?", [lot.id.number, name])
        let found = place < same.count ? same[place] : nil
        let draft = try BidDraft(overlaid(found?.draft.entries(ground.currency), with: cells), ground)
        if draft.identity.isDoubtful { report.doubtful.insert(cells["inn"]) }
        guard let found else {
            try write?.addPart(draft, to: lot.id.number)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changePart(found.id, from: nil, draft)
        return .changed
    }

    /// Imports a paper of ours, matched by its kind and number.
    func takePaper(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard let kind = PaperKind(word: cells["kind"]) else {
            throw Problems(["kind": cells["kind"].isEmpty ? .required : .notAChoice])
        }
        let found = try read.ownPaper(kind, numbered: cells["number"])
        var entries = overlaid(found?.draft.entries(currency), with: cells)
        if !cells["product"].isEmpty {
            guard let product = try read.product(named: cells["product"]) else {
                throw Problems(["product": .unknown])
            }
            entries["product_id"] = String(product.id.number)
        }
        let draft = try PaperDraft(entries, TenderGround(currency, today: today))
        try once(["\(kind.rawValue) \(draft.number)"], line)
        guard let found else {
            try write?.addPaper(draft)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changePaper(found.id, from: nil, draft)
        return .changed
    }

    /// The client that a cell names by key or name, or by its INN; nil if the cell is empty.
    func buyer(_ field: String, _ cells: Entries) throws -> Client.ID? {
        guard let inn = TaxNumber.inn(cells[field]) else { return try client(field, cells) }
        let found = try read.rows("SELECT id FROM client WHERE inn = ? ORDER BY id LIMIT 2", [inn]) {
            Client.ID($0[0])
        }
        for client in found { meet(client) }
        guard let buyer = found.first else { return try client(field, cells) }
        guard found.count == 1 else { throw Problems([field: .ambiguous]) }
        return buyer
    }
}
