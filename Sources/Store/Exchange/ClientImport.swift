import Domain
import GRDB

extension ImportRun {
    /// Imports clients. A row whose parent stands further down waits until the parent is there.
    mutating func importClients(_ file: CSVFile, _ progress: (_ done: Int, _ of: Int) -> Void) throws {
        let run = self
        var waiting: [String: [(line: Int, cells: Entries)]] = [:]
        try forEachRow(file, progress) { line, cells in
            guard try run.parentIsKnown(cells) else {
                waiting[cells["parent"], default: []].append((line, cells))
                return nil
            }
            return try run.takeClient(cells, line)
        }
        // A client that has come lets those in who wait for its key or its name.
        var ready = try waiting.keys.filter { try client(named: $0) != nil }
        while let parent = ready.popLast() {
            for (line, cells) in waiting.removeValue(forKey: parent) ?? [] {
                count(try takeClient(cells, line), line: line)
                ready += [cells["key"], cells["name"]].filter { waiting[$0] != nil }
            }
        }
        for (parent, rows) in waiting {
            for (line, _) in rows { count(.refused("parent \"\(parent)\" is not on the desk"), line: line) }
        }
    }

    private func parentIsKnown(_ cells: Entries) throws -> Bool {
        try cells["parent"].isEmpty || client(named: cells["parent"]) != nil
    }

    private func takeClient(_ cells: Entries, _ line: Int) throws -> Outcome {
        try attempt {
            let found = try match(cells)
            if let found, let other = taken.clients[found.id] {
                return .refused("this is the same client as on line \(other)")
            }
            var entries = overlaid(found?.draft.entries, with: cells)
            if !cells["parent"].isEmpty {
                entries["parent"] = try client(named: cells["parent"]).map { String($0.number) } ?? ""
            }
            if ClientStatus(word: entries["status"]) == .lost && entries["lost_reason"].isEmpty {
                entries["lost_reason"] = source
            }
            let draft = try ClientDraft(entries)
            let kam = try kam(named: cells["kam"])
            guard let found else {
                taken.clients[try write.addClient(draft, kam: kam)] = line
                return .added
            }
            taken.clients[found.id] = line
            var changed = try write.changeClient(found.id, from: nil, draft)
            if let kam, try write.read.kam(of: found.id, on: write.today)?.user != kam {
                try write.handOver(found.id, HandoverDraft(user: kam, from: write.today))
                changed = true
            }
            return changed ? .changed : .same
        }
    }

    /// The client that a row means: of its key; of its INN and KPP, unless the key of either is another's; or, for a row with
    /// neither, of its very name.
    private func match(_ cells: Entries) throws -> Client? {
        let key = cells["key"]
        if !key.isEmpty, let found = try one("key = ?", [key]) { return found }
        if let inn = TaxNumber.inn(cells["inn"]) {
            let kpp = TaxNumber.kpp(cells["kpp"])
            return try one("inn = ? AND (kpp IS ? OR ? IS NULL) AND (key IS NULL OR ? = '')", [inn, kpp, kpp, key])
        }
        return key.isEmpty ? try one("sort_name = ?1 AND name = ?2", [sortingName(cells["name"]), cells["name"]]) : nil
    }

    private func one(_ condition: String, _ arguments: StatementArguments) throws -> Client? {
        try write.read.first(
            "SELECT \(ClientDraft.columns) FROM client WHERE \(condition) ORDER BY id LIMIT 1", arguments
        ) { Client($0) }
    }

    /// The client of a key, else of a name.
    func client(named name: String) throws -> Client.ID? {
        try one("key = ?", [name])?.id ?? one("sort_name = ?1 AND name = ?2", [sortingName(name), name])?.id
    }

    private func kam(named name: String) throws -> User.ID? {
        guard !name.isEmpty else { return nil }
        guard let kam = try write.read.first("SELECT id FROM user WHERE name = ?", [name], { User.ID($0[0]) }) else {
            throw Problems(["kam": .unknown])
        }
        return kam
    }
}
