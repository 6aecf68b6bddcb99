import Domain

extension ImportRun {
    /// Imports people, each with a post at the client that the row names.
    mutating func importPeople(_ file: CSVFile, _ progress: (_ done: Int, _ of: Int) -> Void) throws {
        let run = self
        try forEachRow(file, progress) { _, cells in try run.takePerson(cells) }
    }

    private func takePerson(_ cells: Entries) throws -> Outcome {
        try attempt {
            let client = cells["client"].isEmpty ? nil : try client(named: cells["client"])
            if client == nil && !cells["client"].isEmpty { throw Problems(["client": .unknown]) }
            let found = try match(cells, client)
            let draft = try PersonDraft(overlaid(found?.draft.entries, with: cells))
            var id = found?.id
            var changed = false
            if let found {
                changed = try write.changePerson(found.id, from: nil, draft)
            } else {
                id = try write.addPerson(draft)
            }
            if let client, let id, try takePost(id, client, title: cells["title"]) { changed = true }
            return found == nil ? .added : changed ? .changed : .same
        }
    }

    /// The person that a row means: of its key; or, for a row without one, of its very name, with a post at its client.
    private func match(_ cells: Entries, _ client: Client.ID?) throws -> Person? {
        let key = cells["key"]
        let id: Person.ID?
        if !key.isEmpty {
            id = try write.read.first("SELECT id FROM person WHERE key = ?", [key]) { Person.ID($0[0]) }
        } else {
            id = try write.read.first(
                """
                SELECT id FROM person e WHERE sort_name = ?1 AND name = ?2
                  AND (?3 IS NULL OR EXISTS (SELECT 1 FROM post WHERE person_id = e.id AND client_id = ?3)) ORDER BY id LIMIT 1
                """, [sortingName(cells["name"]), cells["name"], client?.number]
            ) { Person.ID($0[0]) }
        }
        return try id.map(write.read.person)
    }

    /// Gives the person the title at the client: in a new post, or in the one they hold there
    /// unless another row of the file has written that. False where nothing differs.
    private func takePost(_ person: Person.ID, _ client: Client.ID, title: String) throws -> Bool {
        let held = try write.read.first(
            """
            SELECT id FROM post WHERE person_id = ? AND client_id = ? AND coalesce(to_day, '9999-12-31') >= ?
            ORDER BY title IS NOT ?, id LIMIT 1
            """, [person.number, client.number, write.today.stored, title]
        ) { Post.ID($0[0]) }
        let isAnother = try held.map { id in
            try taken.posts.contains(id) && !title.isEmpty && write.read.post(id).draft.title != title
        }
        guard let held, isAnother == false else {
            taken.posts.insert(try write.addPost(PostDraft(Entries(["title": title])), person: person, client: client))
            return true
        }
        taken.posts.insert(held)
        guard !title.isEmpty else { return false }
        var draft = try write.read.post(held).draft
        draft.title = title
        return try write.changePost(held, from: nil, draft)
    }
}
