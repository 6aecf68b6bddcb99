import Domain
import GRDB

extension ReadTransaction {
    /// The deputy orders that hold on a day or later, the next first; then those of the year before. With `user`, only those that name this
    /// colleague.
    package func absences(on day: Day, of user: User.ID? = nil) throws -> [AbsenceRow] {
        try rows(
            """
            SELECT a.id, a.number, u.id, u.name, d.id, d.name, a.from_day, a.to_day FROM absence a
            JOIN user u ON u.id = a.user_id JOIN user d ON d.id = a.deputy_id
            WHERE a.to_day >= ?1 \(user == nil ? "" : "AND (a.user_id = ?3 OR a.deputy_id = ?3)")
            ORDER BY a.to_day < ?2, a.from_day, a.id LIMIT 200
            """, [(day - 366).stored, day.stored] + (user.map { [$0.number] } ?? [])
        ) {
            AbsenceRow(
                id: $0.id(0), number: $0[1], user: Named(id: $0.id(2), name: $0[3]),
                deputy: Named(id: $0.id(4), name: $0[5]), from: $0.day(6), to: $0.day(7))
        }
    }

    package func absence(_ id: Absence.ID) throws -> Absence {
        try one(
            "SELECT \(AbsenceDraft.columns(of: "absence")) FROM absence WHERE id = ?", [id.number]
        ) { Absence(id: $0.id(0), version: $0[1], draft: $0.draft()) }
    }
}

extension WriteTransaction {
    @discardableResult
    package func orderAbsence(_ draft: AbsenceDraft) throws -> Absence.ID {
        try read.requireSound(draft)
        try requireOwn(draft.user)
        return Absence.ID(try insert(try record(draft)))
    }

    package func changeAbsence(_ id: Absence.ID, from version: Int, _ draft: AbsenceDraft) throws {
        try read.requireSound(draft)
        for user in [try read.absence(id).draft.user, draft.user] { try requireOwn(user) }
        try update(id.number, from: version, try record(draft))
    }

    /// Deletes a deputy order. What the deputy did stays.
    package func deleteAbsence(_ id: Absence.ID, from version: Int) throws {
        try delete(id.number, from: version, try record(read.absence(id).draft))
    }

    /// Throws if the viewer may not say who deputises for a colleague. It is a problem of the form's field.
    private func requireOwn(_ user: User.ID) throws {
        guard try authority.mayOrderAbsence(of: user) else {
            throw Refusal.invalid(Problems(["user": .notOfDepartment]))
        }
    }

    private func record(_ draft: AbsenceDraft) throws -> RecordValues {
        RecordValues(
            subject: .absence, title: "\(draft.number): \(try read.colleague(draft.user).0.name)",
            columns: draft.stored)
    }
}

extension ReadTransaction {
    /// Throws if one of the two is not on the desk or has left.
    fileprivate func requireSound(_ draft: AbsenceDraft) throws {
        var problems = Problems()
        for (field, user) in [("user", draft.user), ("deputy", draft.deputy)]
        where try count("SELECT count(*) FROM user WHERE id = ? AND is_active = 1", [user.number]) == 0 {
            problems.add(.unknown, to: field)
        }
        if !problems.isEmpty { throw Refusal.invalid(problems) }
    }
}
