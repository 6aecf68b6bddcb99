import Domain

extension ImportRun {
    /// Imports a piece of evidence, matched by client, definition, kind, day and claim. Without a definition it is for that of its kind.
    func takeEvidence(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard let client = try client("client", cells) else { throw Problems(["client": .required]) }
        // Without a day, the same file would add new evidence on every day that it is imported.
        guard !cells["day"].isEmpty else { throw Problems(["day": .required]) }
        let kind = EvidenceKind(word: cells["kind"])
        var cells = cells
        if cells["definition"].isEmpty, let definition = kind?.definition { cells["definition"] = definition.rawValue }
        if cells["definition"].isEmpty, kind == .denied { throw Problems(["definition": .required]) }
        let definition = KeyDefinition(word: cells["definition"])?.rawValue ?? ""
        let day = Day(typed: cells["day"])?.stored ?? ""
        let found = try read.first(
            """
            SELECT id FROM evidence WHERE client_id = ? AND definition = ? AND kind = ? AND day = ? AND claim = ?
            ORDER BY id LIMIT 1
            """, [client.number, definition, kind?.rawValue ?? "", day, cells["claim"]]
        ) { Evidence.ID($0[0]) }.map { try read.evidence($0).evidence }
        let currency = try read.currency()
        var entries = overlaid(found?.draft.entries(currency), with: cells)
        entries["definition"] = definition
        let draft = try EvidenceDraft(entries, currency, today: today)
        try once(["evidence \(client.number) \(definition) \(draft.kind.rawValue) \(day) \(draft.claim)"], line)
        guard let found else {
            try write?.addEvidence(draft, of: client)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeEvidence(found.id, from: nil, draft)
        return .changed
    }

    /// Imports an objective, matched by client, whose it is, and its words.
    func takeObjective(_ cells: Entries, _ line: Int) throws -> Outcome {
        guard let client = try client("client", cells) else { throw Problems(["client": .required]) }
        let side = Side(word: cells["side"])?.rawValue ?? ""
        let same = try read.rows(
            """
            SELECT id FROM strategy_line WHERE client_id = ? AND topic = 'objective' AND side = ? AND text = ? ORDER BY id LIMIT 2
            """, [client.number, side, cells["text"]]
        ) { StrategyLine.ID($0[0]) }
        guard same.count < 2 else { throw Problems(["text": .ambiguous]) }
        let found = try same.first.map { try read.strategyLine($0).line }
        let currency = try read.currency()
        var entries = overlaid(found?.draft.entries(currency), with: cells)
        entries["topic"] = StrategyTopic.objective.rawValue
        if entries["day"].isEmpty { entries["day"] = today.iso }
        if !cells["owner"].isEmpty {
            guard let owner = try read.colleague(named: cells["owner"]) else { throw Problems(["owner": .unknown]) }
            entries["owner"] = String(owner.id.number)
        }
        let draft = try StrategyDraft(entries, currency, today: today)
        try once(["objective \(client.number) \(side) \(draft.text)"], line)
        guard let found else {
            try write?.addStrategyLine(draft, of: client)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeStrategyLine(found.id, from: nil, draft)
        return .changed
    }
}
