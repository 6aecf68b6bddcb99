import Domain

// The views that follow from the kinds of records.

extension CutViews {
    /// The view of a kind's table, if the owner alone decides who sees a record; nil if the view is written above.
    static func simple(_ subject: Change.Subject) -> (name: String, query: String)? {
        let (table, kind) = (subject.rawValue, subject.kind)
        let condition: String? =
            switch kind.owner {
            case .desk: kind.isOpen ? nil : sees(kind.room)
            case .client, .clientAndPerson: all(sees(kind.room), whole("t.client_id"))
            case .person: wholePerson("t.person_id")
            case .personIfAny:
                "CASE WHEN t.person_id IS NULL THEN \(sees(kind.room)) ELSE \(wholePerson("t.person_id")) END"
            case .twoPeople: "\(wholePerson("t.from_id")) OR \(wholePerson("t.to_id"))"
            case .scope: all(sees(kind.room), scope("t"))
            case .part(let owner, let column): "EXISTS (SELECT 1 FROM temp.\(owner.rawValue) WHERE id = t.\(column))"
            case .itself, .clientIfAny: nil
            }
        guard let condition, !special.contains(subject) else { return nil }
        return (table, "SELECT * FROM main.\(table) t WHERE \(condition)")
    }

    /// Kinds with a view written by hand: only some of their columns are seen, or more than the owner decides.
    private static let special: Set<Change.Subject> = [
        .clientKam, .person, .post, .ladderMove, .fact, .tenderSecurity, .tenderDelivery,
    ]

    /// A condition for the lines of history that are seen, as cases by subject.
    static var history: String {
        let subjects = Dictionary(grouping: Change.Subject.allCases, by: history(of:))
        return subjects.sorted { $0.key < $1.key }.map { condition, subjects in
            "WHEN c.subject IN (\(subjects.map { "'\($0.rawValue)'" }.joined(separator: ", "))) THEN \(condition)"
        }.joined(separator: "\n")
    }

    private static func history(of subject: Change.Subject) -> String {
        let kind = subject.kind
        let room = sees(kind.historyRoom)
        return switch kind.owner {
        case .desk: room
        case .scope, .part(of: .plan, by: _):
            "EXISTS (SELECT 1 FROM temp.\(subject.rawValue) p WHERE p.id = c.record_id)"
        case .itself, .client, .clientAndPerson, .part: all(room, whole("c.client_id"))
        case .clientIfAny:
            all(room, "CASE WHEN c.client_id IS NULL THEN \(colleague("c.user_id")) ELSE \(whole("c.client_id")) END")
        case .person where subject == .ladderMove:
            all(room, colleague("c.user_id"), wholePerson("c.person_id"))
        case .person, .twoPeople: all(room, wholePerson("c.person_id"))
        case .personIfAny:
            """
            CASE WHEN c.person_id IS NULL THEN \(sees(kind.room)) ELSE \(all(room, wholePerson("c.person_id"))) END
            """
        }
    }

    /// True if the viewer sees the plan in a row. Of a department's plan, everybody who works there knows.
    private static func scope(_ row: String) -> String {
        """
        CASE \(row).scope WHEN 'client' THEN \(whole("\(row).client_id")) WHEN 'kam' THEN \(colleague("\(row).user_id"))
          WHEN 'department' THEN \(colleague("0")) OR EXISTS (SELECT 1 FROM main.user du
            WHERE du.department_id = \(row).department_id AND \(colleague("du.id"))) ELSE \(colleague("0")) END
        """
    }

    private static func all(_ conditions: String...) -> String {
        conditions.filter { $0 != "1" }.joined(separator: " AND ")
    }

    private static func sees(_ room: RecordKind.Room) -> String {
        switch room {
        case .everybody: "1"
        case .dossier: sees("dossier")
        case .personal: all(sees("dossier"), sees("personal"))
        case .money: sees("money")
        case .team: sees("team")
        }
    }
}
