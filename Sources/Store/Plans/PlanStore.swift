import Domain
import GRDB

extension ReadTransaction {
    package func plan(_ id: Plan.ID) throws -> Plan {
        guard let plan = try knownPlan(id) else { throw Refusal.notFound }
        return plan
    }

    /// The plan; nil if there is none that the viewer sees.
    func knownPlan(_ id: Plan.ID) throws -> Plan? {
        try first("SELECT \(PlanDraft.columns(of: "p")) FROM plan p WHERE p.id = ?", [id.number]) { Plan($0) }
    }

    func planID(of target: PlanTarget.ID) throws -> Plan.ID {
        try one("SELECT plan_id FROM plan_target WHERE id = ?", [target.number]) { $0.id(0) }
    }

    /// The versions of the plan of a scope for a year, the first one first.
    func plans(of scope: PlanScope, year: Int) throws -> [Plan] {
        try rows(
            """
            SELECT \(PlanDraft.columns(of: "p")) FROM plan p
            WHERE p.year = ? AND p.scope = ? AND coalesce(p.department_id, p.user_id, p.client_id, 0) = ? ORDER BY p.edition
            """, [year, scope.level.rawValue, scope.number ?? 0]
        ) { Plan($0) }
    }

    package func marked(_ plan: Plan) throws -> Plan { try marked([plan])[0] }

    /// The plans with their marks. One statement.
    func marked(_ plans: [Plan]) throws -> [Plan] {
        let sums = try rows(
            """
            SELECT t.plan_id, count(*), sum(t.version), sum(t.id) FROM json_each(?) e CROSS JOIN plan_target t ON t.plan_id = e.value
            GROUP BY 1
            """, [jsonList(plans.map(\.id.number))]
        ) { (plan: $0[0] as Int64, parts: [$0[1] as Int64, $0[2] as Int64, $0[3] as Int64]) }
        let parts = Dictionary(sums.map { ($0.plan, $0.parts) }) { first, _ in first }
        return plans.map { plan in
            var marked = plan
            let mark = (parts[plan.id.number] ?? []).reduce(UInt64(plan.version)) {
                ($0 &* 1_000_003) ^ UInt64(bitPattern: $1)
            }
            marked.mark = Int(mark >> 12) ^ plan.version
            return marked
        }
    }

    func targets(of plan: Plan.ID) throws -> [PlanTarget] {
        try rows(
            "SELECT \(TargetDraft.columns(of: "t")) FROM plan_target t WHERE t.plan_id = ? ORDER BY t.id", [plan.number]
        ) {
            PlanTarget($0)
        }
    }

    /// True if a sight shows what a scope is to reach. A client that is there to read is seen.
    func sees(_ scope: PlanScope, by sight: Sight?) throws -> Bool {
        if case .client(let id) = scope {
            return try count("SELECT count(*) FROM client WHERE id = ?", [id.number]) > 0
        }
        return try sight?.kams == nil || planningTeam().sees(scope, sight)
    }
}

extension WriteTransaction {
    /// The grid as its page shows it to the viewer.
    package func planGrid(_ query: PlanGridQuery) throws -> PlanGrid {
        try read.planGrid(query, on: today, by: importID == nil ? sight : nil)
    }

    /// Sets targets of one measure in the plans of a year. A scope without a plan gets its first version. A proposal that is changed is a
    /// draft again.
    package func setTargets(_ cells: [TypedCell], _ measure: PlanMeasure, year: Int) throws {
        var plans: [PlanScope: (plan: Plan, targets: [PlanPeriod.ID: PlanTarget])] = [:]
        for cell in cells {
            if plans[cell.scope] == nil { plans[cell.scope] = try openPlan(of: cell.scope, year: year, measure) }
            guard let (plan, targets) = plans[cell.scope] else { continue }
            let draft = TargetDraft(plan: plan.id, period: cell.period, measure, value: cell.value)
            if let target = targets[cell.period] {
                try update(target.id.number, from: nil, read.record(draft, in: plan))
            } else {
                _ = try insert(read.record(draft, in: plan))
            }
        }
        for (plan, _) in plans.values where plan.draft.state == .proposed {
            var draft = plan.draft
            (draft.state, draft.proposedBy, draft.proposedOn) = (.draft, nil, nil)
            try update(plan.id.number, from: nil, read.record(draft))
        }
    }

    /// A plan that the viewer sees. Throws `notFound` for others, before anything else of the act is looked at.
    package func planToChange(_ id: Plan.ID) throws -> Plan {
        let plan = try read.plan(id)
        try requireSight(of: read.record(plan.draft), id.number)
        return plan
    }

    /// The version that takes changes, with its targets of a measure.
    private func openPlan(of scope: PlanScope, year: Int, _ measure: PlanMeasure) throws
        -> (Plan, [PlanPeriod.ID: PlanTarget])
    {
        if let latest = try read.plans(of: scope, year: year).last {
            guard latest.draft.state != .agreed else { throw Refusal.invalid(Problems(["plan": .agreedPlan])) }
            let targets = try read.targets(of: latest.id).filter { $0.draft.measure == measure }
            return (latest, Dictionary(targets.map { ($0.draft.period, $0) }) { first, _ in first })
        }
        let draft = PlanDraft(scope, year: year)
        return (Plan(id: Plan.ID(try insert(read.record(draft))), version: 1, draft: draft), [:])
    }

    /// The KAM stands by the plan.
    package func propose(_ id: Plan.ID, from version: Int?) throws {
        let plan = try read.plan(id)
        try require(version, of: plan)
        guard plan.draft.state == .draft else { return }
        var draft = plan.draft
        (draft.state, draft.proposedBy, draft.proposedOn) = (.proposed, read.viewer, today)
        try update(id.number, from: nil, read.record(draft))
    }

    /// The plan holds from today on.
    package func agree(_ id: Plan.ID, from version: Int?) throws {
        let plan = try read.plan(id)
        try require(version, of: plan)
        guard plan.draft.state != .agreed else { return }
        var draft = plan.draft
        (draft.state, draft.agreedBy, draft.agreedOn) = (.agreed, read.viewer, today)
        try update(id.number, from: nil, read.record(draft))
    }

    /// Throws a conflict if a plan or one of its targets is no longer what somebody saw. `mark`: nil if nobody looked.
    private func require(_ mark: Int?, of plan: Plan) throws {
        guard let mark else { return }
        let present = try read.marked(plan).mark
        guard mark == present else { throw Refusal.conflict(current: present) }
    }

    /// Begins a further version of an agreed plan, with the same targets.
    @discardableResult
    package func revise(_ id: Plan.ID, because reason: String) throws -> Plan.ID {
        let plan = try read.plan(id)
        let latest = try read.plans(of: plan.draft.scope, year: plan.draft.year).last ?? plan
        // Somebody may have begun it already, for the same reason.
        if latest.id != plan.id, latest.draft.state != .agreed, latest.draft.reason == reason { return latest.id }
        guard latest.id == plan.id, plan.draft.state == .agreed else {
            throw Refusal.conflict(current: latest.version)
        }
        let draft = PlanDraft(
            plan.draft.scope, year: plan.draft.year, edition: plan.draft.edition + 1, reason: reason)
        let next = Plan(id: Plan.ID(try insert(read.record(draft))), version: 1, draft: draft)
        for target in try read.targets(of: plan.id) {
            var copy = target.draft
            copy.plan = next.id
            _ = try insert(read.record(copy, in: next))
        }
        return next.id
    }

    /// Deletes a version that is not agreed, with its targets.
    package func deletePlan(_ id: Plan.ID, from version: Int?) throws {
        let plan = try read.plan(id)
        try require(version, of: plan)
        guard plan.draft.state != .agreed else { throw Refusal.invalid(Problems(["plan": .agreedPlan])) }
        try deleteWhole(.plan, id.number, from: nil)
    }
}

extension PlanScope {
    /// Nil columns make it the company's.
    init(_ record: RecordValues) { self.init { record.number($0) } }

    init(_ write: RecordWrite) { self.init { write.number($0) } }

    private init(_ number: (String) -> Int64?) {
        if let client = number("client_id") {
            self = .client(.init(client))
        } else if let user = number("user_id") {
            self = .kam(.init(user))
        } else if let department = number("department_id") {
            self = .department(.init(department))
        } else {
            self = .company
        }
    }
}

extension ReadTransaction {
    /// Whose plan it is, and of which year.
    package func title(of plan: Plan) throws -> String { try title(of: plan.draft) }

    private func title(of draft: PlanDraft) throws -> String {
        let columns = "?1 AS client_id, ?2 AS user_id, ?3 AS department_id, ?4 AS year"
        let title = try first(
            "SELECT \(Change.Subject.plan.kind.title) FROM (SELECT \(columns))",
            [draft.client?.number, draft.user?.number, draft.department?.number, draft.year]
        ) { $0[0] as String? }
        return (title ?? nil) ?? ""
    }

    fileprivate func record(_ draft: PlanDraft) throws -> RecordValues {
        RecordValues(subject: .plan, title: try title(of: draft), client: draft.client, columns: draft.stored)
    }

    fileprivate func record(_ target: TargetDraft, in plan: Plan) throws -> RecordValues {
        RecordValues(
            subject: .planTarget, title: try period(target.period).draft.name, client: plan.draft.client,
            columns: target.stored)
    }
}

extension Plan {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}

extension PlanTarget {
    init(_ row: Columns) { self.init(id: row.id(0), version: row[1], draft: row.draft()) }
}
