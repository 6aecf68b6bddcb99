import Domain
import GRDB

extension ReadTransaction {
    package func review(_ id: Review.ID) throws -> Review {
        try one(
            """
            SELECT \(ReviewDraft.columns(of: "r")), u.id, u.name, r.manager_id, \(Project.columns)
            FROM project_review r JOIN user u ON u.id = r.kam_id JOIN (\(Project.source)) ON p.id = r.project_id WHERE r.id = ?
            """, [id.number]
        ) {
            Review(
                id: $0.id(0), version: $0[1], project: Project($0, at: 10), kam: Named(id: $0.id(7), name: $0[8]),
                manager: $0.id(9), draft: $0.draft())
        }
    }

    /// The reviews of a project, the latest first; at most 50.
    func reviews(of id: Project.ID) throws -> [ReviewRow] {
        try rows(
            """
            SELECT r.id, r.day, k.id, k.name, m.id, m.name, r.level, r.shown, r.agreed, r.next_day
            FROM project_review r JOIN user k ON k.id = r.kam_id JOIN user m ON m.id = r.manager_id
            WHERE r.project_id = ? ORDER BY r.day DESC, r.id DESC LIMIT 50
            """, [id.number]
        ) {
            ReviewRow(
                id: $0.id(0), day: $0.day(1), kam: Named(id: $0.id(2), name: $0[3]),
                manager: Named(id: $0.id(4), name: $0[5]), level: DevelopmentLevel(rawValue: $0[6])!, shown: $0[7],
                agreed: $0[8], next: $0.day(9))
        }
    }
}

extension WriteTransaction {
    /// Adds a joint review by the viewer, a head or director who leads the KAM, and the KAM who held the client on that day. Throws
    /// `notAllowed` if the viewer runs the project, deputises for whoever does, or leads nobody.
    @discardableResult
    package func review(_ id: Project.ID, _ draft: ReviewDraft) throws -> Review.ID {
        let project = try read.project(id)
        // A viewer who does not see the project must not learn who runs it.
        try requireSight(of: project.record, id.number)
        try requireOpen(project)
        try requireDecider(of: project.client.id)
        try requireWithin(project, draft)
        guard let kam = try read.kam(of: project.client.id, on: draft.day), kam.user != read.viewer else {
            throw Refusal.invalid(Problems(["day": .notHeld]))
        }
        return Review.ID(try insert(draft.record(of: project, kam.user, with: read.viewer)))
    }

    /// Sets goals jointly: changes the goal, adds steps to the plan and adds the review, in one act.
    package func setGoals(
        of id: Project.ID, from version: Int?, _ goal: ProjectDraft, _ steps: [MatterDraft], _ draft: ReviewDraft
    ) throws {
        try changeProject(id, from: version, goal)
        for step in steps { try addStep(step, to: id) }
        try review(id, draft)
    }

    /// Corrects the words and days of a review. A new level needs a new review. Throws `notAllowed` unless the viewer is one of the two who
    /// held it.
    @discardableResult
    package func changeReview(_ id: Review.ID, from version: Int?, _ draft: ReviewDraft) throws -> Bool {
        let review = try read.review(id)
        var draft = draft
        draft.level = review.draft.level
        try requireWithin(review.project, draft)
        return try update(
            id.number, from: version, draft.record(of: review.project, review.kam.id, with: review.manager))
    }

    /// Throws `notAllowed` for the KAM whose level it gives, and for anyone who is not a head or director.
    package func deleteReview(_ id: Review.ID, from version: Int?) throws {
        try deleteWhole(.review, id.number, from: version)
    }

    private func requireWithin(_ project: Project, _ draft: ReviewDraft) throws {
        if draft.day < project.draft.from { throw Refusal.invalid(Problems(["day": .endsBeforeStart])) }
    }
}

extension ReviewDraft {
    func record(of project: Project, _ kam: User.ID, with manager: User.ID) -> RecordValues {
        RecordValues(
            subject: .review, title: project.person.name, client: project.client.id, person: project.person.id,
            columns: ["project_id": project.id.number, "kam_id": kam.number, "manager_id": manager.number] + stored)
    }
}
