import Domain
import Testing

@testable import Demo
@testable import Store

/// Plans as they are kept: versions, agreement, and what was reached.
@Suite struct TargetTests {
    private static let today = TemporaryDesk.today

    private static func day(_: String) -> Day { today }

    private struct Team {
        var desk: TemporaryDesk
        var anna = Desk.owner
        var kam: User.ID
        var head: User.ID
        var client: Client.ID
        var other: Client.ID
    }

    /// A department with a head and a KAM, who holds one client; another KAM outside of it holds another.
    private func team() throws -> Team {
        let desk = try TemporaryDesk()
        return try desk.write { write in
            try write.addPeriods(of: 2026)
            let head = try write.addColleague(UserDraft(name: "Igor Belkin", role: .head, department: "South"))
            let kam = try write.addColleague(UserDraft(name: "Marta Weiss", role: .kam, department: "South"))
            let pavel = try write.addColleague(UserDraft(name: "Pavel Sedov", role: .kam))
            func client(_ name: String, _ user: User.ID) throws -> Client.ID {
                try write.addClient(ClientDraft(name: name, kind: .hospital), kam: user)
            }
            return Team(
                desk: desk, kam: kam, head: head, client: try client("Hospital 1", kam),
                other: try client("Hospital 2", pavel))
        }
    }

    private func set(_ team: Team, _ scope: PlanScope, _ values: [Int64], as user: User.ID) throws {
        try team.desk.desk.write(as: .user(user), at: TemporaryDesk.noon, on: TargetTests.today) { write in
            let periods = try write.read.periods(of: 2026).filter { $0.draft.kind == .quarter }
            try write.setTargets(
                zip(periods, values).map { TypedCell(scope, $0.id, $1) }, PlanMeasure(.income), year: 2026)
        }
    }

    private func plan(_ team: Team, _ scope: PlanScope) throws -> [Plan] {
        try team.desk.desk.read { try $0.plans(of: scope, year: 2026) }
    }

    private func act(_ team: Team, as user: User.ID, on day: Day = today, _ body: (WriteTransaction) throws -> Void)
        throws
    {
        try team.desk.desk.write(as: .user(user), at: TemporaryDesk.noon, on: day, body)
    }

    @Test func `a KAM proposes, the head says yes, and a change after it is a new version with its reason`() throws {
        let team = try team()
        try set(team, .kam(team.kam), [100, 200, 300, 400], as: team.kam)
        let first = try #require(try plan(team, .kam(team.kam)).first)
        try act(team, as: team.kam) { try $0.propose(first.id, from: nil) }
        #expect(throws: Refusal.notAllowed) { try act(team, as: team.kam) { try $0.agree(first.id, from: nil) } }
        try act(team, as: team.head) { try $0.agree(first.id, from: nil) }
        let agreed = try #require(try plan(team, .kam(team.kam)).first)
        #expect(
            agreed.draft.state == .agreed && agreed.draft.agreedBy == team.head && agreed.draft.proposedBy == team.kam)
        #expect(throws: Refusal.invalid(Problems(["plan": .agreedPlan]))) {
            try set(team, .kam(team.kam), [101], as: team.head)
        }
        try act(team, as: team.kam, on: TargetTests.today + 30) {
            try $0.revise(first.id, because: "Two clients moved")
        }
        try set(team, .kam(team.kam), [90], as: team.kam)
        let second = try #require(try plan(team, .kam(team.kam)).last)
        #expect(second.draft.edition == 2 && second.draft.reason == "Two clients moved" && second.draft.state == .draft)
        // What was agreed stays in force until the new version is.
        #expect(try plan(team, .kam(team.kam)).inForce(on: TargetTests.today + 40)?.id == first.id)
        try act(team, as: team.head, on: TargetTests.today + 50) { try $0.agree(second.id, from: nil) }
        let all = try plan(team, .kam(team.kam))
        #expect(all.inForce(on: TargetTests.today + 49)?.id == first.id)
        #expect(all.inForce(on: TargetTests.today + 50)?.id == second.id && all.firstAgreed?.id == first.id)
        #expect(all.inForce(on: TargetTests.today - 1) == nil)
        let (old, new) = try team.desk.desk.read { read in
            (try read.targets(of: first.id).map(\.draft.value), try read.targets(of: second.id).map(\.draft.value))
        }
        #expect(old == [100, 200, 300, 400] && new == [90, 200, 300, 400])
    }

    @Test func `a proposal that is changed is a draft again`() throws {
        let team = try team()
        try set(team, .kam(team.kam), [100], as: team.kam)
        let id = try #require(try plan(team, .kam(team.kam)).first?.id)
        try act(team, as: team.kam) { try $0.propose(id, from: nil) }
        try set(team, .kam(team.kam), [110], as: team.head)
        let draft = try #require(try plan(team, .kam(team.kam)).first?.draft)
        #expect(draft.state == .draft && draft.proposedBy == nil && draft.proposedOn == nil)
    }

    @Test func `a KAM sets their own targets and their clients', and nobody else's`() throws {
        let team = try team()
        let department = try #require(try team.desk.desk.read { try $0.planningTeam().names.first?.id })
        try set(team, .client(team.client), [1], as: team.kam)
        for (scope, refusal) in [
            (PlanScope.department(department), Refusal.notAllowed), (.company, .notFound),
            (.client(team.other), .notFound),
            (.kam(team.head), .notFound),
        ] {
            #expect(throws: refusal, "\(scope.key)") { try set(team, scope, [1], as: team.kam) }
        }
        try set(team, .department(department), [1], as: team.head)
        #expect(throws: Refusal.notFound) { try set(team, .company, [1], as: team.head) }
        // They read the department's, of which they are a part, and not the company's.
        try set(team, .company, [7], as: team.anna)
        let seen = try team.desk.desk.read(as: .user(team.kam)) { read in
            try read.planGrid(PlanGridQuery(year: 2026), on: TargetTests.today).rows
        }
        #expect(seen.map(\.scope) == [.department(department), .kam(team.kam)])
        #expect(seen[0].value(0) == 1 && !seen[0].mayPlan && seen[0].lastYear == nil && seen[1].mayPlan)
    }

    @Test func `the grid that a KAM saves is the one that the page showed them`() throws {
        let team = try team()
        try set(team, .company, [7], as: team.anna)
        try set(team, .kam(team.kam), [100], as: team.head)
        for query in [PlanGridQuery(year: 2026), PlanGridQuery(year: 2026, of: team.kam)] {
            for viewer in [team.kam, team.head, team.anna] {
                let shown = try team.desk.desk.read(as: .user(viewer), on: TargetTests.day) { read in
                    try read.planGrid(query, on: TargetTests.today)
                }
                try act(team, as: viewer) { write in
                    let grid = try write.planGrid(query)
                    #expect(grid.version == shown.version && grid.rows.map(\.scope) == shown.rows.map(\.scope))
                    #expect(grid.rows.map(\.isOpen) == shown.rows.map(\.isOpen))
                }
            }
        }
    }

    @Test func `one press takes back all that one press set`() throws {
        let team = try team()
        try set(team, .kam(team.kam), [100, 200], as: team.kam)
        try set(team, .kam(team.kam), [111, 222, 333], as: team.kam)
        let line = try #require(try team.desk.desk.read { try $0.lastChange() })
        try team.desk.write { try $0.takeBack(line) }
        let id = try #require(try plan(team, .kam(team.kam)).first?.id)
        #expect(try team.desk.desk.read { try $0.targets(of: id).map(\.draft.value) } == [100, 200])
    }

    @Test func `a target of an agreed plan is not taken back`() throws {
        let team = try team()
        try set(team, .kam(team.kam), [100], as: team.kam)
        try set(team, .kam(team.kam), [150], as: team.kam)
        let line = try #require(try team.desk.desk.read { try $0.lastChange() })
        let id = try #require(try plan(team, .kam(team.kam)).first?.id)
        try act(team, as: team.head) { try $0.agree(id, from: nil) }
        #expect(throws: PastAct.overtaken) { try team.desk.write { try $0.takeBack(line) } }
        let first = try #require(
            try team.desk.desk.read { read in
                try read.first("SELECT min(id) FROM change WHERE subject = 'plan_target'") { $0.id(0) as Change.ID }
            })
        #expect(throws: PastAct.overtaken) { try team.desk.write { try $0.takeBack(first) } }
        #expect(throws: Refusal.invalid(Problems(["plan": .agreedPlan]))) {
            try team.desk.write { try $0.deletePlan(id, from: nil) }
        }
    }

    @Test func `a client takes its plan along when it is deleted, and brings it back`() throws {
        let team = try team()
        try set(team, .client(team.client), [5, 6], as: team.kam)
        let id = try #require(try plan(team, .client(team.client)).first?.id)
        try act(team, as: team.head) { try $0.agree(id, from: nil) }
        try act(team, as: team.kam) { try $0.deleteClient(team.client, from: $0.read.client(team.client).version) }
        #expect(try plan(team, .client(team.client)).isEmpty)
        let line = try #require(try team.desk.desk.read { try $0.lastChange() })
        try act(team, as: team.kam) { try $0.takeBack(line) }
        #expect(try plan(team, .client(team.client)).count == 1)
        #expect(try team.desk.desk.read { try $0.targets(of: id).count } == 2)
    }

    @Test func `what was reached is the sum of the lines, in any days, for each colleague and client`() throws {
        let desk = try TemporaryDesk()
        try World(clients: 25, years: 2, seed: 5, language: "en", today: TemporaryDesk.today)
            .write(into: desk.desk) { _, _ in }
        let spans = [
            ("2025-01-01", "2025-12-31"), ("2025-03-17", "2025-05-02"), ("2025-07-09", "2025-07-11"),
            ("2025-02-01", "2025-02-28"),
            ("2025-06-30", "2025-09-01"),
        ].map { PeriodSpan(from: Day($0)!, to: Day($1)!)! }
        try desk.desk.read { read in
            struct Line {
                var client: Int64
                var day: Day
                var user: Int64
                var turnover: Int64
                var income: Int64
                var through: Int64
            }
            let lines = try read.rows(
                "SELECT s.client_id, s.day, \(Schema2Totals.kam(of: "s.client_id", on: "s.day")), s.turnover, s.income, s.through FROM sale s"
            ) { Line(client: $0[0], day: $0.day(1), user: $0[2], turnover: $0[3], income: $0[4], through: $0[5]) }
            #expect(lines.count > 500)
            for (measure, value) in [
                (PlanMeasure(.turnover), { $0.turnover }), (PlanMeasure(.income), { $0.income }),
                (PlanMeasure(.turnover, channel: .through), { $0.through }),
                (PlanMeasure(.income, channel: .direct), { $0.through == 0 ? $0.income : 0 }),
            ] as [(PlanMeasure, (Line) -> Int64)] {
                let actuals = PlanActuals(
                    measure.metric, try read.actualParts(measure, in: spans, byClient: true), departments: [:])
                for (place, span) in spans.enumerated() {
                    let inside = lines.filter { span.contains($0.day) }
                    #expect(actuals.value(of: .company, in: place) == inside.map(value).reduce(0, +))
                    for user in Set(inside.map(\.user)) where user != 0 {
                        let own = inside.filter { $0.user == user }.map(value).reduce(0, +)
                        #expect(actuals.value(of: .kam(.init(user)), in: place) == own)
                    }
                    for client in Set(inside.map(\.client)) {
                        let own = inside.filter { $0.client == client }.map(value).reduce(0, +)
                        #expect(actuals.value(of: .client(.init(client)), in: place) == own)
                    }
                }
            }
            let buyers = try read.buyers(in: spans)
            for (place, span) in spans.enumerated() {
                let shipped = try read.count(
                    "SELECT count(DISTINCT client_id) FROM client_order WHERE shipped_day BETWEEN ? AND ?",
                    [span.from.stored, span.to.stored])
                #expect(Set(buyers.rows.filter { $0.place == place }.map(\.client)).count == shipped)
            }
        }
    }

    @Test func `a sheet adds up: its parts, its groups and its months make its income`() throws {
        let desk = try TemporaryDesk()
        try World(clients: 25, years: 2, seed: 5, language: "en", today: TemporaryDesk.today)
            .write(into: desk.desk) { _, _ in }
        try desk.desk.read { read in
            for year in [2025, 2026] {
                for period in try read.periods(of: year) where period.draft.from <= TemporaryDesk.today {
                    for scope in [PlanScope.company, .kam(Desk.owner), .kam(.init(3))] {
                        let sheet = try #require(try read.planSheet(of: scope, in: period.id, on: TemporaryDesk.today))
                        let income = try #require(sheet.line(.income))
                        #expect(
                            sheet.parts.map(\.actual).reduce(0, +) == income.actual, "\(scope.key) \(period.draft.name)"
                        )
                        #expect(sheet.groups.map(\.actual).reduce(0, +) == income.actual)
                        if let bridge = sheet.bridge {
                            let parts = bridge.price + bridge.volume + bridge.mix + bridge.lost + bridge.won
                            #expect(bridge.after == income.actual && bridge.before == income.lastYearByNow)
                            #expect(bridge.before + parts == bridge.after)
                        }
                        #expect(sheet.groups.map(\.lastYear).reduce(0, +) == income.lastYear)
                        #expect(income.lastYearByNow <= income.lastYear || income.lastYear < 0)
                        guard period.draft.kind != .month else { continue }
                        #expect(sheet.stepActuals[0].reduce(0, +) == income.actual)
                    }
                }
            }
        }
    }
}
