import Domain

extension ImportRun {
    /// Imports a person, with a post at the client that the row names.
    func takePerson(_ cells: Entries) throws -> Outcome {
        let client = try client("client", cells)
        let found = try match(cells, client)
        meet(found?.id)
        let draft = try PersonDraft(overlaid(found?.draft.entries, with: cells))
        guard let write else { return try rehearse(draft, over: found, client, cells) }
        var id = found?.id
        var isChanged = false
        if let found {
            isChanged = try write.changePerson(found.id, from: nil, draft)
        } else {
            id = try write.addPerson(draft)
        }
        if let client, let id, try takePost(id, client, title: cells["title"], write) { isChanged = true }
        return found == nil ? .added : isChanged ? .changed : .same
    }

    private func rehearse(_ draft: PersonDraft, over found: Person?, _ client: Client.ID?, _ cells: Entries) throws
        -> Outcome
    {
        let name = cells["key"].isEmpty ? "\(draft.name) \(cells["client"])" : cells["key"]
        let before = people.updateValue(draft, forKey: name) ?? found?.draft
        let post = "post \(name) \(cells["client"]) "
        let isHeld =
            try isSeen(post + cells["title"])
            || (found.flatMap { found in try client.map { try holds(found.id, $0, cells["title"]) } } ?? false)
        claim(post, 0)
        claim(post + cells["title"], 0)
        guard let before else { return .added }
        return before == draft && (client == nil || isHeld) ? .same : .changed
    }

    /// The person that a row means: the one with its key; or, if the row has no key, the one with exactly its name and a post at its
    /// client.
    private func match(_ cells: Entries, _ client: Client.ID?) throws -> Person? {
        let key = cells["key"]
        let id: Person.ID?
        if !key.isEmpty {
            id = try read.first("SELECT id FROM person WHERE key = ?", [key]) { Person.ID($0[0]) }
        } else {
            id = try read.first(
                """
                SELECT id FROM person e WHERE sort_name = ?1 AND name = ?2
                  AND (?3 IS NULL OR EXISTS (SELECT 1 FROM post WHERE person_id = e.id AND client_id = ?3)) ORDER BY id LIMIT 1
                """, [sortingName(cells["name"]), cells["name"], client?.number]
            ) { Person.ID($0[0]) }
        }
        return try id.map(read.person)
    }

    /// The post that the person holds at the client; one with the given title is preferred. Nil when there is none.
    private func held(_ person: Person.ID, _ client: Client.ID, _ title: String) throws -> Post.ID? {
        try read.first(
            """
            SELECT id FROM post WHERE person_id = ? AND client_id = ? AND coalesce(to_day, '9999-12-31') >= ?
            ORDER BY title IS NOT ?, id LIMIT 1
            """, [person.number, client.number, today.stored, title]
        ) { Post.ID($0[0]) }
    }

    private func holds(_ person: Person.ID, _ client: Client.ID, _ title: String) throws -> Bool {
        guard let held = try held(person, client, title) else { return false }
        return try title.isEmpty || read.post(held).draft.title == title
    }

    /// Gives the person the title at the client: in the post they hold there, or in a new post if they hold none or another row of the file
    /// has written it. Returns false if nothing differs.
    private func takePost(_ person: Person.ID, _ client: Client.ID, title: String, _ write: WriteTransaction) throws
        -> Bool
    {
        let held = try held(person, client, title)
        let isAnother = try held.map { id in
            try posts.contains(id) && !title.isEmpty && read.post(id).draft.title != title
        }
        guard let held, isAnother == false else {
            posts.insert(try write.addPost(PostDraft(Entries(["title": title])), person: person, client: client))
            return true
        }
        posts.insert(held)
        guard !title.isEmpty else { return false }
        var draft = try read.post(held).draft
        draft.title = title
        return try write.changePost(held, from: nil, draft)
    }
}
