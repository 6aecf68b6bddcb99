import Domain
import GRDB

extension ImportRun {
    /// Imports a client. A row whose parent stands further down in the file waits until the parent is there.
    func takeClient(_ cells: Entries, _ line: Int) throws -> Outcome? {
        let cells = TaxNumber.split(cells)
        let parent = cells["parent"]
        let parents = parent.isEmpty ? [] : try clients(named: parent)
        guard parents.count < 2 else { throw Problems(["parent": .ambiguous]) }
        let parentID = parents.first
        guard parent.isEmpty || parentID != nil || isSeen("client " + parent) else {
            waiting[parent, default: []].append((line, cells))
            return nil
        }
        let found = try match(cells)
        meet(found?.id)
        var entries = overlaid(found?.draft.entries, with: cells)
        if !parent.isEmpty { entries["parent"] = "" }
        switch (cells["status"].isEmpty, ClientStatus(word: cells["status"])) {
        case (true, _): break
        case (false, .lost): if entries["lost_reason"].isEmpty { entries["lost_reason"] = "import" }
        case (false, nil): throw Problems(["status": .notAChoice])
        // What else a file says of it follows from the shipments here.
        case (false, _): entries["lost_reason"] = ""
        }
        var draft = try ClientDraft(entries)
        let kam = try kam(cells)
        if !parent.isEmpty { draft.parent = parentID }
        try read.requireSound(draft, id: found?.id)
        try claim(cells, found, line)
        let outcome = try put(draft, over: found, kam)
        try note(cells, line)
        return outcome
    }

    private func put(_ draft: ClientDraft, over found: Client?, _ kam: User?) throws -> Outcome {
        let holder = try found.flatMap { try read.kam(of: $0.id, on: today)?.user }
        let taker = kam?.id == holder ? nil : kam
        guard taker?.mayHoldClients ?? true else { throw Problems(["kam": .notAChoice]) }
        if let found, taker != nil, try read.isHeld(found.id, since: today, until: today) {
            throw Problems(["kam": .alreadyHeld])
        }
        guard let found else {
            try write?.addClient(draft, kam: taker?.id)
            return .added
        }
        let isChanged = draft != found.draft
        if isChanged { try write?.changeClient(found.id, from: nil, draft) }
        if let taker { try write?.handOver(found.id, HandoverDraft(user: taker.id, from: today)) }
        return isChanged || taker != nil ? .changed : .same
    }

    /// Throws if another row of the file names the same client, by the rules of `match`.
    private func claim(_ cells: Entries, _ found: Client?, _ line: Int) throws {
        let (key, name) = (cells["key"], "name " + cells["name"])
        let tax = TaxNumber.inn(cells["inn"]).map { ($0, TaxNumber.kpp(cells["kpp"]) ?? "") }
        let own = [found.map { "id \($0.id.number)" }, key.isEmpty ? nil : "key " + key].compactMap { $0 }
        try once(own, line)
        if let (inn, kpp) = tax {
            let isBranch = !kpp.isEmpty
            try forbid(
                key.isEmpty
                    ? "inn \(inn)\(isBranch ? " \(kpp)" : "")" : "keyless inn \(inn)\(isBranch ? " \(kpp)" : "")")
            for mark in ["inn \(inn)", "inn \(inn) \(kpp)"] {
                claim(mark, line)
                if key.isEmpty { claim("keyless " + mark, line) }
            }
        } else if key.isEmpty {
            try forbid(name)
        }
        claim(name, line)
    }

    /// Notes that a client is there, and releases the rows that wait for its key or its name.
    private func note(_ cells: Entries, _ line: Int) throws {
        for name in [cells["key"], cells["name"]] where !name.isEmpty && !isSeen("client " + name) {
            claim("client " + name, line)
            if waiting[name] != nil { ready.append(name) }
        }
    }

    /// The client that a row means: the one with its key; or with its INN and KPP, unless the row and that client have different keys; or,
    /// if the row has neither, the one with exactly its name.
    private func match(_ cells: Entries) throws -> Client? {
        let key = cells["key"]
        if !key.isEmpty, let found = try one("key = ?", [key]) { return found }
        if let inn = TaxNumber.inn(cells["inn"]) {
            let kpp = TaxNumber.kpp(cells["kpp"])
            return try one("inn = ? AND (kpp IS ? OR ? IS NULL) AND (key IS NULL OR ? = '')", [inn, kpp, kpp, key])
        }
        guard key.isEmpty else { return nil }
        let named = try clients(of: cells["name"])
        for client in named { meet(client) }
        guard named.count < 2 else { throw Problems(["name": .ambiguous]) }
        return try named.first.map(read.client)
    }

    private func one(_ condition: String, _ arguments: Values) throws -> Client? {
        try read.first("SELECT \(Client.columns) FROM client WHERE \(condition) ORDER BY id LIMIT 1", arguments) {
            Client($0)
        }
    }

    /// The client with this key; otherwise the clients with this name, two at most.
    func clients(named name: String) throws -> [Client.ID] {
        let keyed = try read.first("SELECT id FROM client WHERE key = ?", [name]) { Client.ID($0[0]) }
        let found = try keyed.map { [$0] } ?? clients(of: name)
        for client in found { meet(client) }
        return found
    }

    private func clients(of name: String) throws -> [Client.ID] {
        try read.rows(
            "SELECT id FROM client WHERE sort_name = ? AND name = ? ORDER BY id LIMIT 2", [sortingName(name), name]
        ) { Client.ID($0[0]) }
    }
}
