import Domain
import GRDB

/// Who may write what. This one rule holds for every way to change a record. Verbs, undo and restored versions call it through the three
/// functions of `Records.swift`, after sight has allowed the record. Pages call it to know what to offer.
struct Authority {
    let read: ReadTransaction
    /// Nil if the viewer sees everything by their own right.
    let sight: Sight?
    /// The colleague for whom the viewer acts at a client; nil if the viewer acts for themselves.
    let absent: (Client.ID) throws -> User.ID?
    /// True if the client is being deleted by somebody who may delete it.
    var isGoing: (Client.ID) -> Bool = { _ in false }
    let today: Day

    private var viewer: Viewer { read.frame.viewer }

    func allows(_ write: RecordWrite) throws -> Bool {
        guard viewer.mayChange(write.subject), try !givesAway(write) else { return false }
        switch write.subject {
        case .client:
            guard write.act == .deleted || write.liftsSecrecy else { return true }
            return try !standsIn(at: write.client)
        case .clientKam: return try allowsHolding(write)
        case .review: return try allowsReview(write)
        case .expense: return try allowsApproval(write)
        case .ladderMove: return try allowsConfirming(write)
        case .absence: return try allowsAbsence(write)
        case .plan: return try allowsPlan(write)
        case .planTarget:
            guard let id = try write.number("plan_id") ?? stored("plan_id", write) else { return false }
            // A target that comes back with its client comes after its plan.
            guard let plan = try read.knownPlan(.init(id)) else { return write.restores }
            return try mayPlan(plan.draft.scope)
        default: return true
        }
    }

    /// True if the viewer may decide on what a client's KAM asks for. Heads and directors may, except the KAM and the KAM's deputy.
    func decides(at client: Client.ID) throws -> Bool {
        let kam = try read.kam(of: client, on: today)?.user
        guard viewer.role.leads, kam != viewer.id else { return false }
        return try kam == nil || absent(client) != kam
    }

    /// True if the viewer acts at a client for somebody else. A deputy may not give the client away or open it to others.
    func standsIn(at client: Client.ID?) throws -> Bool { try client.map { try absent($0) != nil } ?? false }

    /// True if a deputy would take away something that they see only for the absent colleague: move a record to another client, or add a
    /// person to a client of their own.
    private func givesAway(_ write: RecordWrite) throws -> Bool {
        if let from = write.leaves, try deputises(at: from) { return true }
        guard write.subject == .post, let client = write.client else { return false }
        let isMoved = write.act == .changed && write.changes("person_id")
        if isMoved, try deputises(at: client) { return true }
        guard isMoved || write.act == .created && !write.restores, let person = write.number("person_id"),
            try !deputises(at: client)
        else { return false }
        return try isLent(Person.ID(person))
    }

    /// True if the viewer sees a person only as a deputy.
    private func isLent(_ person: Person.ID) throws -> Bool {
        guard let sight else { return false }
        let holders = try read.rows("SELECT DISTINCT client_id FROM post WHERE person_id = ?", [person.number]) {
            $0.id(0) as Client.ID
        }.map { try read.kam(of: $0, on: today)?.user }
        let lent = holders.filter { sight.deputises(atClientOf: $0, viewer.id) != nil }
        return !lent.isEmpty
            && !holders.contains {
                sight.deputises(atClientOf: $0, viewer.id) == nil && sight.sees(heldBy: $0, isConfidential: false)
            }
    }

    /// True if the viewer acts at a client for somebody else today, even if the act has not reached that client yet.
    private func deputises(at client: Client.ID) throws -> Bool {
        guard let sight else { return false }
        return try sight.deputises(atClientOf: read.kam(of: client, on: today)?.user, viewer.id) != nil
    }

    /// True if the viewer may say who deputises for a colleague. Heads may say it for the KAMs and heads of their department, directors for
    /// everybody: the deputy then sees all that the absent colleague sees.
    func mayOrderAbsence(of user: User.ID) throws -> Bool {
        guard let sight else { return true }
        return try [.kam, .head].contains(read.colleague(user).0.role) && sight.leads(user)
    }

    /// A KAM may give a client away but not take one: they may end their own time with it and change the entries that they wrote
    /// themselves. Whoever leads there decides who holds the client.
    private func allowsHolding(_ write: RecordWrite) throws -> Bool {
        if try standsIn(at: write.client) { return false }
        if viewer.role.leads || write.record == nil || write.client.map(isGoing) == true { return true }
        if try hasWritten(write) { return true }
        guard write.act == .changed, Array(write.after.keys) == ["to_day"], write.before["to_day"]?.isNull == true
        else { return false }
        return try stored("user_id", write) == viewer.id.number
    }

    /// Whoever decides may note a joint review. The two people who held it may correct its words; nobody may change its level. Whoever
    /// leads may delete it, unless it is about their own level; together with its client they may always delete it.
    private func allowsReview(_ write: RecordWrite) throws -> Bool {
        switch write.act {
        case .created:
            if write.restores, try hasWritten(write) { return true }
            return try write.client.map(decides) ?? false
        case .changed:
            guard !["level", "kam_id", "manager_id"].contains(where: write.changes) else { return false }
            return try [stored("kam_id", write), stored("manager_id", write)].contains(viewer.id.number)
        case .deleted:
            guard viewer.role.leads else { return false }
            return write.number("kam_id") != viewer.id.number || write.client.map(isGoing) == true
        }
    }

    /// Whoever decides may approve an estimate or withdraw the approval. The approval ends by itself when the approved values change.
    private func allowsApproval(_ write: RecordWrite) throws -> Bool {
        guard write.act != .deleted, write.changes("approver_id") else { return true }
        let isGiven = write.after["approver_id"]?.isNull == false
        if !isGiven, write.changes("purpose") || write.changes("estimated") { return true }
        if write.restores, try hasWritten(write) { return true }
        return try write.client.map(decides) ?? false
    }

    /// Whoever leads may confirm a step that another climbed, and may say that it is confirmed no more. The confirmation ends by itself when
    /// the step or its day changes.
    private func allowsConfirming(_ write: RecordWrite) throws -> Bool {
        guard write.act != .deleted, write.changes("confirmer_id") else { return true }
        let isGiven = write.after["confirmer_id"]?.isNull == false
        if !isGiven, write.changes("step") || write.changes("day") { return true }
        if write.restores, try hasWritten(write) { return true }
        return try viewer.role.leads && stored("user_id", write) != viewer.id.number
    }

    /// True if the viewer may say what a scope that they see is to reach. A KAM says it for themselves and for their clients, a head also
    /// for the department and its colleagues, whoever leads everything for all.
    func mayPlan(seen scope: PlanScope) -> Bool {
        guard viewer.mayChange(.plan) else { return false }
        switch scope {
        case .client, .kam: return true
        case .department, .company: return viewer.role.leads
        }
    }

    /// True if the viewer may say yes to a plan that they see. Nobody says yes to their own, unless nobody is above them.
    func mayAgree(seen scope: PlanScope) -> Bool {
        viewer.role.leads && mayPlan(seen: scope) && (sight == nil || scope != .kam(viewer.id))
    }

    /// A client that comes back with its plan is not there yet; whether the viewer sees it is asked elsewhere.
    private func mayPlan(_ scope: PlanScope) throws -> Bool {
        if case .client = scope { return mayPlan(seen: scope) }
        return try mayPlan(seen: scope) && read.sees(scope, by: sight)
    }

    private func allowsPlan(_ write: RecordWrite) throws -> Bool {
        let scope = try write.record.flatMap { try read.knownPlan(.init($0)) }?.draft.scope ?? PlanScope(write)
        guard try mayPlan(scope) else { return false }
        let agreed = PlanState.agreed.rawValue.databaseValue
        let concernsYes: Bool = [write.before["state"], write.after["state"]].contains(agreed)
        guard concernsYes else { return true }
        if write.act == .deleted, let client = write.client, isGoing(client) { return true }
        if write.restores, try hasWritten(write) { return true }
        return mayAgree(seen: scope)
    }

    private func allowsAbsence(_ write: RecordWrite) throws -> Bool {
        let named = [write.before["user_id"], write.after["user_id"]].compactMap {
            $0.flatMap { Int64.fromDatabaseValue($0) }
        }
        let users = try Set(named + [stored("user_id", write)].compactMap { $0 })
        return try users.allSatisfy { try mayOrderAbsence(of: User.ID($0)) }
    }

    /// True if the viewer wrote the current state of the record. Lines that were taken back do not count, nor do the lines that took them
    /// back. Otherwise, whoever deletes a client and takes that back would count as the author of all its records.
    private func hasWritten(_ write: RecordWrite) throws -> Bool {
        let lines = try read.changesToRevert(
            where: "subject = ? AND record_id = ?", [write.subject.rawValue, write.record], atMost: 200)
        var standing: [RevertibleChange] = []
        for line in lines.reversed() {
            if let last = standing.last, line.takesBack(last) { standing.removeLast() } else { standing.append(line) }
        }
        return standing.last?.user == viewer.id
    }

    /// A number of the record as it is stored; nil if the record is not there.
    private func stored(_ column: String, _ write: RecordWrite) throws -> Int64? {
        try read.first("SELECT \(column) FROM \(write.subject.rawValue) WHERE id = ?", [write.record]) {
            $0[0] as Int64?
        } ?? nil
    }
}

extension WriteTransaction {
    var authority: Authority {
        Authority(
            read: read, sight: sight, absent: { [touched] in touched.absent[$0.number] },
            isGoing: { [touched] in touched.going.contains($0.number) }, today: today)
    }

    /// Throws `notAllowed` if the viewer may not make this write. Whoever runs an import may write all of it, and the program itself has no
    /// limits.
    func requireAuthority(over write: RecordWrite) throws {
        guard isHeld, importID == nil else { return }
        guard try authority.allows(write) else { throw Refusal.notAllowed }
    }

    /// Throws `notAllowed` if the viewer may not decide on what a client's KAM asks for: the KAM, the KAM's deputy, and anyone who is not a
    /// head or director.
    func requireDecider(of client: Client.ID) throws {
        guard try !isHeld || authority.decides(at: client) else { throw Refusal.notAllowed }
    }
}

extension ReadTransaction {
    /// What the viewer may write. Pages ask this.
    func authority(on today: Day) -> Authority {
        Authority(
            read: self, sight: sight,
            absent: { [self] client in
                try sight.flatMap { try $0.deputises(atClientOf: kam(of: client, on: today)?.user, viewer) }
            }, today: today)
    }

    /// True if the viewer may decide on what a client's KAM asks for.
    package func decides(at client: Client.ID, on today: Day) throws -> Bool {
        try authority(on: today).decides(at: client)
    }

    /// True if the viewer may hand over, delete, and open to others a client that `kam` holds (nil: nobody). False if the viewer deputises
    /// for the KAM.
    package func disposes(ofClientOf kam: User.ID?) -> Bool {
        frame.viewer.mayChange(.clientKam) && sight?.deputises(atClientOf: kam, viewer) == nil
    }

    /// Throws `notAllowed` if the viewer may not do this.
    package func requireDisposal(of id: Client.ID, on today: Day) throws {
        guard try disposes(ofClientOf: kam(of: id, on: today)?.user) else { throw Refusal.notAllowed }
    }

    /// The same page of history; each line says whether the viewer may take it back.
    package func offering(_ page: HistoryPage, on today: Day) throws -> HistoryPage {
        var page = page
        page.changes = try offering(page.changes, on: today)
        return page
    }

    /// The same lines of history; each says whether the viewer may take it back. One statement, and one or two more for each line on who
    /// holds a client, on a review or on an approval.
    func offering(_ changes: [Change], on today: Day) throws -> [Change] {
        let lines = try changesToRevert(
            where: "id IN (SELECT value FROM json_each(?))", [jsonList(changes.map(\.id.number))],
            atMost: changes.count)
        let authority = authority(on: today)
        let allowed = Set(try lines.filter { try authority.allows(RecordWrite(undoing: $0)) }.map(\.id))
        return changes.map { change in
            var change = change
            change.mayBeTakenBack = allowed.contains(change.id.number)
            return change
        }
    }
}
