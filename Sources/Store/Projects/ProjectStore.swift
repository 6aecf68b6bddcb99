import Domain
import GRDB

extension ReadTransaction {
    package func project(_ id: Project.ID) throws -> Project {
        try one("SELECT \(Project.columns) FROM \(Project.source) WHERE p.id = ?", [id.number]) { Project($0, at: 0) }
    }
}

extension WriteTransaction {
    /// Begins a project with a person at a client where they hold a post.
    @discardableResult
    package func beginProject(_ draft: ProjectDraft, with person: Person.ID, at client: Client.ID) throws -> Project.ID
    {
        let project = Project(
            id: Project.ID(0), version: 0, person: try read.personName(person), client: try read.clientName(client),
            closing: nil, draft: draft)
        guard try read.clientsOf(person, on: today).contains(where: { $0.id == client }) else {
            throw Refusal.invalid(Problems(["client": .notAChoice]))
        }
        return Project.ID(try insert(project.record))
    }

    @discardableResult
    package func changeProject(_ id: Project.ID, from version: Int?, _ draft: ProjectDraft) throws -> Bool {
        var project = try read.project(id)
        project.draft = draft
        let isReviewed = try read.count(
            "SELECT EXISTS (SELECT 1 FROM project_review WHERE project_id = ? AND day < ?)",
            [id.number, draft.from.stored])
        if isReviewed == 1 || project.closing.map({ $0.day < draft.from }) == true {
            throw Refusal.invalid(Problems(["from": .endsBeforeStart]))
        }
        return try update(id.number, from: version, project.record)
    }

    package func closeProject(_ id: Project.ID, from version: Int?, _ closing: ClosingDraft) throws {
        var project = try read.project(id)
        guard closing.day >= project.draft.from else { throw Refusal.invalid(Problems(["day": .endsBeforeStart])) }
        project.closing = closing
        try update(id.number, from: version, project.record)
    }

    /// Reopens a closed project. Does nothing if it is open.
    package func reopenProject(_ id: Project.ID) throws {
        var project = try read.project(id)
        project.closing = nil
        try update(id.number, from: nil, project.record)
    }

    /// Deletes a project with its reviews and its budget. Its steps stay as matters of the client. Throws `notAllowed` if it has a review
    /// that the viewer may not delete.
    package func deleteProject(_ id: Project.ID, from version: Int?) throws {
        try deleteWhole(.project, id.number, from: version)
    }

    /// Throws `notAllowed` if a project is closed; it must be reopened first.
    func requireOpen(_ project: Project) throws {
        if project.closing != nil { throw Refusal.notAllowed }
    }

    /// Adds a step to a project's plan: a matter of its client and person.
    @discardableResult
    package func addStep(_ draft: MatterDraft, to id: Project.ID) throws -> Matter.ID {
        let project = try read.project(id)
        try requireSight(of: project.record, id.number)
        try requireOpen(project)
        var step = draft
        step.person = project.person.id
        var record = step.record(client: project.client.id, interaction: nil, doneOn: nil, drop: nil)
        record.columns.all.append(("project_id", id.number.databaseValue))
        return Matter.ID(try insert(record))
    }
}

extension Project {
    static let columns = """
        \(ProjectDraft.columns(of: "p")), e.id, e.name, c.id, c.name, p.closed_day, p.outcome
        """
    static let source = """
        vip_project p JOIN person_named e ON e.id = p.person_id JOIN client_named c ON c.id = p.client_id
        """

    /// Reads `columns`. The first of them is at index `place`.
    init(_ row: Columns, at place: Int) {
        self.init(
            id: row.id(place), version: row[place + 1], person: Named(id: row.id(place + 6), name: row[place + 7]),
            client: Named(id: row.id(place + 8), name: row[place + 9]),
            closing: row.optionalDay(place + 10).map { ClosingDraft(day: $0, outcome: row[place + 11] ?? "") },
            draft: row.draft(from: place + 2))
    }

    var record: RecordValues {
        RecordValues(
            subject: .project, title: "\(person.name): \(draft.goal)", client: client.id, person: person.id,
            columns: ["person_id": person.id.number, "client_id": client.id.number] + draft.stored + [
                "closed_day": closing?.day.stored, "outcome": closing?.outcome,
            ])
    }
}
