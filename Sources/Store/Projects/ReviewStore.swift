import Domain
import GRDB

extension ReadTransaction {
    package func review(_ id: Review.ID) throws -> Review {
        try one(
            """
            SELECT r.id, r.version, u.id, u.name, r.day, r.manager_id, r.level, r.shown, r.agreed, r.next_day, \(Project.columns)
            FROM project_review r JOIN user u ON u.id = r.kam_id JOIN (\(Project.source)) ON p.id = r.project_id WHERE r.id = ?
            """, [id.number]
        ) {
            Review(
                id: $0.id(0), version: $0[1], project: Project($0, at: 10), kam: Named(id: $0.id(2), name: $0[3]),
                draft: ReviewDraft(
                    day: $0.day(4), manager: $0.id(5), level: DevelopmentLevel(rawValue: $0[6])!, shown: $0[7],
                    agreed: $0[8], next: $0.day(9)))
        }
    }

    /// The reviews of a project, the latest first; at most 50.
    func reviews(of id: Project.ID) throws -> [ReviewRow] {
        try rows(
            """
            SELECT r.id, r.day, k.name, m.name, r.level, r.shown, r.agreed, r.next_day
            FROM project_review r JOIN user k ON k.id = r.kam_id JOIN user m ON m.id = r.manager_id
            WHERE r.project_id = ? ORDER BY r.day DESC, r.id DESC LIMIT 50
            """, [id.number]
        ) {
            ReviewRow(
                id: $0.id(0), day: $0.day(1), kam: $0[2], manager: $0[3], level: DevelopmentLevel(rawValue: $0[4])!,
                shown: $0[5], agreed: $0[6], next: $0.day(7))
        }
    }

    /// With whom a project can be reviewed: the heads and directors who are here and do not run it themselves.
    package func managers(of project: Project, on today: Day) throws -> [Named<User>] {
        let kam = try kam(of: project.client.id, on: today)
        return try colleagues().filter { $0.isActive && $0.role.leads && $0.id != kam?.user }.map {
            Named(id: $0.id, name: $0.name)
        }
    }
}

extension WriteTransaction {
    /// Notes a joint review by whoever held the client on its day and a manager. Throws where nobody did, where the manager is no head or
    /// director other than the KAM, and where the viewer is neither of the two.
    @discardableResult
    package func review(_ id: Project.ID, _ draft: ReviewDraft) throws -> Review.ID {
        let project = try read.project(id)
        // Whoever does not see it is not to learn who runs it.
        try requireSight(of: project.record, id.number)
        guard let kam = try read.kam(of: project.client.id, on: draft.day) else {
            throw Refusal.invalid(Problems(["day": .notHeld]))
        }
        try requireReviewers(draft, of: project, kam.user)
        return Review.ID(try insert(draft.record(of: project, kam.user)))
    }

    /// The joint setting of goals: the goal, steps that come to the plan, and the review, in one act.
    package func setGoals(
        of id: Project.ID, from version: Int?, _ goal: ProjectDraft, _ steps: [MatterDraft], _ draft: ReviewDraft
    ) throws {
        try changeProject(id, from: version, goal)
        for step in steps { try addStep(step, to: id) }
        try review(id, draft)
    }

    /// Corrects what was typed; a new level needs a new review.
    @discardableResult
    package func changeReview(_ id: Review.ID, from version: Int?, _ draft: ReviewDraft) throws -> Bool {
        let review = try read.review(id)
        let record = draft.record(of: review.project, review.kam.id)
        try requireSight(of: record, id.number)
        try requireReviewers(draft, of: review.project, review.kam.id)
        return try update(id.number, from: version, record)
    }

    package func deleteReview(_ id: Review.ID, from version: Int?) throws {
        let review = try read.review(id)
        try delete(id.number, from: version, review.draft.record(of: review.project, review.kam.id))
    }

    private func requireReviewers(_ draft: ReviewDraft, of project: Project, _ kam: User.ID) throws {
        if draft.day < project.draft.from { throw Refusal.invalid(Problems(["day": .endsBeforeStart])) }
        guard draft.manager != kam,
            try read.rows("\(User.query) WHERE u.id = ?", [draft.manager.number], User.init)
                .contains(where: { $0.role.leads })
        else { throw Refusal.invalid(Problems(["manager": .notAChoice])) }
        // A deputy of either stands for them.
        let (viewer, absent) = (read.viewer, touched.absent[project.client.id.number])
        guard [kam, draft.manager].contains(viewer) || absent.map([kam, draft.manager].contains) == true else {
            throw Refusal.invalid(Problems(["manager": .notReviewer]))
        }
    }
}

extension ReviewDraft {
    func record(of project: Project, _ kam: User.ID) -> RecordValues {
        RecordValues(
            subject: .review, title: project.person.name, client: project.client.id, person: project.person.id,
            columns: [
                "project_id": project.id.number, "day": day.stored, "kam_id": kam.number,
                "manager_id": manager.number, "level": level.rawValue, "shown": shown, "agreed": agreed,
                "next_day": next.stored,
            ])
    }
}
