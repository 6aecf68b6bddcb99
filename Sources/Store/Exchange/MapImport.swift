import Domain

extension ImportRun {
    /// Imports a tie, matched by its two people in order, its kind and its first day. A kind with two equal sides may have one tie from
    /// each side.
    func takeTie(_ cells: Entries, _ line: Int) throws -> Outcome {
        let (from, to) = (try person("from", cells), try person("to", cells))
        guard from != to else { throw Problems(["to": .themselves]) }
        let (kind, start) = (TieKind(word: cells["kind"])?.rawValue ?? "", Day(typed: cells["start"])?.stored)
        let found = try read.first(
            "SELECT id FROM tie WHERE from_id = ? AND to_id = ? AND kind = ? AND from_day IS ? ORDER BY id LIMIT 1",
            [from.number, to.number, kind, start]
        ) { Tie.ID($0[0]) }.map(read.tie)
        let draft = try TieDraft(overlaid(found?.draft.entries, with: cells))
        try once(["tie \(from.number) \(to.number) \(kind) \(start ?? "")"], line)
        guard let found else {
            try write?.addTie(draft, from: from, to: to)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeTie(found.id, from: nil, draft)
        return .changed
    }

    /// Imports a post, matched by person, client, title and first day.
    func takePost(_ cells: Entries, _ line: Int) throws -> Outcome {
        let person = try person("person", cells)
        guard let client = try client("client", cells) else { throw Problems(["client": .required]) }
        let (title, start) = (cells["title"].isEmpty ? nil : cells["title"], Day(typed: cells["start"])?.stored)
        let found = try read.first(
            """
            SELECT id FROM post WHERE person_id = ? AND client_id = ? AND title IS ? AND from_day IS ? ORDER BY id LIMIT 1
            """, [person.number, client.number, title, start]
        ) { Post.ID($0[0]) }.map(read.post)
        let draft = try postDraft(over: found?.draft, cells)
        try once(["post \(person.number) \(client.number) \(start ?? "") \(title ?? "")"], line)
        guard let found else {
            try write?.addPost(draft, person: person, client: client)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changePost(found.id, from: nil, draft)
        return .changed
    }

    /// The days of a post have other names in a form than in a file.
    private func postDraft(over post: PostDraft?, _ cells: Entries) throws -> PostDraft {
        var entries = post?.entries ?? Entries()
        for (field, name) in [("title", "title"), ("role", "role"), ("start", "from"), ("end", "to")]
        where !cells[field].isEmpty { entries[name] = cells.raw(field) }
        do { return try PostDraft(entries) } catch {
            throw error.renamed("from", to: "start").renamed("to", to: "end")
        }
    }

    /// Imports an assessment, matched by person, client, day and competitor. The competitor is empty if the stance is towards us.
    func takeAssessment(_ cells: Entries, _ line: Int) throws -> Outcome {
        let person = try person("person", cells)
        guard let client = try client("client", cells) else { throw Problems(["client": .required]) }
        // Without a day, the same file would add a new assessment on every day that it is imported.
        guard !cells["day"].isEmpty else { throw Problems(["day": .required]) }
        let day = Day(typed: cells["day"])?.stored ?? ""
        let competitor = cells["competitor"].isEmpty ? nil : cells["competitor"]
        let found = try read.first(
            """
            SELECT id FROM assessment WHERE person_id = ? AND client_id = ? AND day = ? AND competitor IS ? ORDER BY id LIMIT 1
            """, [person.number, client.number, day, competitor]
        ) { Assessment.ID($0[0]) }.map(read.assessment)
        let draft = try AssessmentDraft(overlaid(found?.draft.entries, with: cells), today: today)
        try once(["judged \(person.number) \(client.number) \(day) \(competitor ?? "")"], line)
        guard let found else {
            try write?.assess(person, at: client, draft)
            return .added
        }
        guard draft != found.draft else { return .same }
        try write?.changeAssessment(found.id, from: nil, draft)
        return .changed
    }

    /// The person named in a cell: by key, or else by exactly this name.
    func person(_ field: String, _ cells: Entries) throws -> Person.ID {
        let name = cells[field]
        guard !name.isEmpty else { throw Problems([field: .required]) }
        if let keyed = try read.first("SELECT id FROM person WHERE key = ?", [name], { Person.ID($0[0]) }) {
            meet(keyed)
            return keyed
        }
        let named = try read.rows(
            "SELECT id FROM person WHERE sort_name = ? AND name = ? ORDER BY id LIMIT 2", [sortingName(name), name]
        ) { Person.ID($0[0]) }
        for person in named { meet(person) }
        guard let person = named.first else { throw Problems([field: .unknown]) }
        guard named.count == 1 else { throw Problems([field: .ambiguous]) }
        return person
    }
}
