import Domain
import GRDB

extension ReadTransaction {
    package func ladderMove(_ id: LadderMove.ID) throws -> LadderMove {
        try one(
            """
            SELECT \(LadderDraft.columns(of: "m")), e.id, e.name, u.id, u.name, h.id, h.name, m.confirmed_day
            FROM ladder_move m JOIN person_named e ON e.id = m.person_id JOIN user u ON u.id = m.user_id
            LEFT JOIN user h ON h.id = m.confirmer_id WHERE m.id = ?
            """, [id.number]
        ) {
            LadderMove(
                id: $0.id(0), version: $0[1], person: Named(id: $0.id(6), name: $0[7]),
                user: Named(id: $0.id(8), name: $0[9]), confirmed: $0.confirmedStep(10), draft: $0.draft())
        }
    }

    /// A person's moves with the colleagues whose moves the viewer sees, the latest first; at most 100.
    func ladder(of id: Person.ID) throws -> [LadderRow] {
        try rows(
            """
            SELECT m.id, u.id, u.name, m.day, m.step, m.theirs, m.ours, h.id, h.name, m.confirmed_day
            FROM ladder_move m JOIN user u ON u.id = m.user_id LEFT JOIN user h ON h.id = m.confirmer_id
            WHERE m.person_id = ? ORDER BY m.day DESC, m.id DESC LIMIT 100
            """, [id.number]
        ) {
            LadderRow(
                id: $0.id(0), user: Named(id: $0.id(1), name: $0[2]), day: $0.day(3), step: $0.word(4), theirs: $0[5],
                ours: $0[6], confirmed: $0.confirmedStep(7))
        }
    }
}

extension Columns {
    /// Who confirmed a step, and when, from three columns; nil if nobody did.
    func confirmedStep(_ column: Int) -> ConfirmedStep? {
        (named(column) as Named<User>?).flatMap { by in
            optionalDay(column + 2).map { ConfirmedStep(by: by, day: $0) }
        }
    }
}

extension WriteTransaction {
    /// Adds a step that a person took with the viewer.
    @discardableResult
    package func climb(_ person: Person.ID, _ draft: LadderDraft) throws -> LadderMove.ID {
        let person = try read.personName(person)
        let user = Named<User>(id: read.viewer, name: read.frame.viewer.name)
        try requireObservations(draft, of: person.id, with: user.id, besides: nil)
        return LadderMove.ID(try insert(draft.record(person, user, nil)))
    }

    @discardableResult
    package func changeLadderMove(_ id: LadderMove.ID, from version: Int?, _ draft: LadderDraft) throws -> Bool {
        let move = try read.ladderMove(id)
        try requireObservations(draft, of: move.person.id, with: move.user.id, besides: id)
        // What a head found is not what a corrected step says.
        let isSame = (draft.step, draft.day) == (move.draft.step, move.draft.day)
        return try update(id.number, from: version, draft.record(move.person, move.user, isSame ? move.confirmed : nil))
    }

    /// Confirms today, or no more, that the viewer's own talk with the person showed the step.
    package func confirmStep(_ id: LadderMove.ID, _ isConfirmed: Bool) throws {
        let move = try read.ladderMove(id)
        let viewer = Named<User>(id: read.viewer, name: read.frame.viewer.name)
        let record = move.draft.record(
            move.person, move.user, isConfirmed ? ConfirmedStep(by: viewer, day: today) : nil)
        // A viewer who does not see the step must not learn that it is there.
        try requireSight(of: record, id.number)
        try update(id.number, from: nil, record)
    }

    package func deleteLadderMove(_ id: LadderMove.ID, from version: Int?) throws {
        try deleteWhole(.ladderMove, id.number, from: version)
    }

    private func requireObservations(
        _ draft: LadderDraft, of person: Person.ID, with user: User.ID, besides id: LadderMove.ID?
    ) throws {
        let before = try read.first(
            """
            SELECT step FROM ladder_move WHERE person_id = ?1 AND user_id = ?2 AND day <= ?3 AND id IS NOT ?4
            ORDER BY day DESC, id DESC LIMIT 1
            """, [person.number, user.number, draft.day.stored, id?.number]
        ) { $0.word(0) as LadderStep }
        try draft.requireObservations(after: before ?? .none)
    }
}

extension LadderDraft {
    func record(_ person: Named<Person>, _ user: Named<User>, _ confirmed: ConfirmedStep?) -> RecordValues {
        RecordValues(
            subject: .ladderMove, title: person.name, person: person.id,
            columns: ["person_id": person.id.number, "user_id": user.id.number] + stored + [
                "confirmer_id": confirmed?.by.id.number, "confirmed_day": confirmed?.day.stored,
            ])
    }
}
