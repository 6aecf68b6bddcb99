/// Whose plan it is: each carries a part of what stands above it.
package enum PlanLevel: String, Wording {
    case company, department, kam, client

    package static let otherWords: [String: PlanLevel] = [
        "компания": .company, "отдел": .department, "менеджер": .kam, "кам": .kam, "клиент": .client,
    ]
}

/// Whose plan it is, and who that is.
package enum PlanScope: Sendable, Hashable {
    case company
    case department(ID<Department>)
    case kam(User.ID)
    case client(Client.ID)

    package var level: PlanLevel {
        switch self {
        case .company: .company
        case .department: .department
        case .kam: .kam
        case .client: .client
        }
    }

    /// The number of the department, colleague or client; nil for the company.
    package var number: Int64? {
        switch self {
        case .company: nil
        case .department(let id): id.number
        case .kam(let id): id.number
        case .client(let id): id.number
        }
    }

    /// "company", "kam-5": the scope in addresses and in the names of fields.
    package var key: String { number.map { "\(level.rawValue)-\($0)" } ?? level.rawValue }

    package init?(key: String) {
        let words = key.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
        guard let level = words.first.flatMap({ PlanLevel(rawValue: String($0)) }) else { return nil }
        guard words.count == 2 else {
            guard level == .company, words.count == 1 else { return nil }
            self = .company
            return
        }
        func id<Kind>(_: Kind.Type) -> ID<Kind>? { ID(String(words[1])) }
        switch level {
        case .company: return nil
        case .department:
            guard let id = id(Department.self) else { return nil }
            self = .department(id)
        case .kam:
            guard let id = id(User.self) else { return nil }
            self = .kam(id)
        case .client:
            guard let id = id(Client.self) else { return nil }
            self = .client(id)
        }
    }
}

extension PlanScope: Encodable {
    package func encode(to encoder: any Encoder) throws { try key.encode(to: encoder) }
}

/// How far a version of a plan has come. What is agreed is changed only by a further version.
package enum PlanState: String, Wording {
    case draft
    /// The KAM stands by it; the head has not said yes.
    case proposed
    case agreed

    package static let otherWords: [String: PlanState] = [
        "черновик": .draft, "предложен": .proposed, "согласован": .agreed,
    ]
}

/// A version of what somebody, or the company, is to reach in a year.
package struct Plan: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<Plan>

    package var id: ID
    package var version: Int
    package var draft: PlanDraft
    /// A number that changes whenever the version or one of its targets does, so that nobody agrees to what they have not seen. Those who
    /// show an act read it; elsewhere it is the version's own number.
    package var mark: Int

    package init(id: ID, version: Int, draft: PlanDraft) {
        (self.id, self.version, self.draft, mark) = (id, version, draft, version)
    }
}

package struct PlanDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var level: PlanLevel
    package var department: ID<Department>?
    package var user: User.ID?
    package var client: Client.ID?
    /// The year in which its periods begin.
    package var year: Int
    /// 1 for the first version; each further one says why it came.
    package var edition: Int
    package var state: PlanState
    package var proposedBy: User.ID?
    package var proposedOn: Day?
    package var agreedBy: User.ID?
    /// The day from which on it is in force.
    package var agreedOn: Day?
    package var reason: String?

    package init(_ scope: PlanScope, year: Int, edition: Int = 1, state: PlanState = .draft, reason: String? = nil) {
        level = scope.level
        if case .department(let id) = scope { department = id }
        if case .kam(let id) = scope { user = id }
        if case .client(let id) = scope { client = id }
        (self.year, self.edition, self.state, self.reason) = (year, edition, state, reason)
    }

    package static var blank: PlanDraft { PlanDraft(.company, year: 0) }

    package var scope: PlanScope {
        switch level {
        case .company: .company
        case .department: .department(department ?? .blank)
        case .kam: .kam(user ?? .blank)
        case .client: .client(client ?? .blank)
        }
    }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("scope", &level)
        fields.field("department_id", form: "department", &department)
        fields.field("user_id", form: "user", &user)
        fields.field("client_id", form: "client", &client)
        fields.field("year", &year)
        fields.field("edition", &edition)
        fields.field("state", &state)
        fields.field("proposed_by", &proposedBy)
        fields.field("proposed_day", &proposedOn)
        fields.field("agreed_by", &agreedBy)
        fields.field("agreed_day", &agreedOn)
        fields.field("reason", &reason)
    }
}

extension Collection<Plan> {
    /// The version that holds on a day: the latest that was agreed by then. Nil if none was. All are of one scope and year.
    package func inForce(on day: Day) -> Plan? {
        filter { $0.draft.agreedOn.map { $0 <= day } ?? false }.max {
            ($0.draft.agreedOn!, $0.draft.edition) < ($1.draft.agreedOn!, $1.draft.edition)
        }
    }

    /// The first version that was agreed.
    package var firstAgreed: Plan? { filter { $0.draft.agreedOn != nil }.min { $0.draft.edition < $1.draft.edition } }

    /// The version that somebody works at, or that was agreed last.
    package var latest: Plan? { self.max { $0.draft.edition < $1.draft.edition } }
}
