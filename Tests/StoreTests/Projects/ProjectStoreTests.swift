import Domain
import Testing

@testable import Store

@Suite struct ProjectStoreTests {
    private let desk = try! TemporaryDesk()
    private let client: Client.ID
    private let person: Person.ID
    private let project: Project.ID
    /// Two KAMs and two managers; the first KAM holds the client.
    private let (kam, other, head, second): (User.ID, User.ID, User.ID, User.ID)

    private static let start = TemporaryDesk.today - 100

    init() throws {
        let users = try desk.write { write in
            try [("K", Role.kam), ("L", .kam), ("H", .head), ("D", .director)].map {
                try write.addColleague(UserDraft(name: $0, role: $1))
            }
        }
        (kam, other, head, second) = (users[0], users[1], users[2], users[3])
        client = try desk.addClient("Hospital")
        person = try desk.addPerson("Irina", at: client)
        let holder = kam
        try desk.write(on: ProjectStoreTests.start) { [client] write in
            try write.handOver(client, HandoverDraft(user: holder, from: ProjectStoreTests.start))
        }
        project = try desk.write(on: ProjectStoreTests.start) { [person, client] write in
            try write.beginProject(ProjectDraft(goal: "Goal", from: write.today), with: person, at: client)
        }
    }

    private func act<T>(_ user: User.ID, ago: Int = 0, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.desk.write(
            as: .user(user), at: TemporaryDesk.noon, on: TemporaryDesk.today - ago, body)
    }

    @discardableResult
    private func review(_ level: DevelopmentLevel, by kam: User.ID? = nil, ago: Int) throws -> Review.ID {
        try act(kam ?? self.kam, ago: ago) { write in
            try write.review(project, ReviewDraft(day: write.today, manager: head, level: level, shown: "s"))
        }
    }

    private func handOver(to user: User.ID, ago: Int) throws {
        try desk.write(on: TemporaryDesk.today - ago) { write in
            try write.handOver(client, HandoverDraft(user: user, from: write.today))
        }
    }

    private func row(ago: Int = 0) throws -> ProjectRow {
        try desk.desk.read { try $0.projectSheet(project, on: TemporaryDesk.today - ago).row }
    }

    @Test func `a project begins at D1, is looked into after a week, and its level rises and falls by reviews`() throws
    {
        #expect(try row(ago: 90).level == .d1)
        #expect(try row(ago: 90).lookIn == ProjectStoreTests.start + 7)
        try review(.d2, ago: 80)
        try review(.d4, ago: 50)
        #expect(try (row().level, row().lookIn) == (.d4, TemporaryDesk.today - 50 + 90))
        try review(.d3, ago: 10)
        #expect(try (row().level, row().lookIn) == (.d3, TemporaryDesk.today - 10 + 30))
    }

    @Test func `it begins again when the KAM changes, and again when the first one is back`() throws {
        try review(.d4, ago: 80)
        try handOver(to: other, ago: 60)
        #expect(try (row().level, row().lookIn, row().kam?.id) == (.d1, TemporaryDesk.today - 60 + 7, other))
        try review(.d2, by: other, ago: 50)
        #expect(try row().level == .d2)
        try handOver(to: kam, ago: 40)
        #expect(try row().level == .d1)
        try review(.d3, ago: 30)
        #expect(try row().level == .d3)
    }

    @Test func `a review is by the two who run and lead it, and by nobody else`() throws {
        func draft(_ manager: User.ID, ago: Int = 1) -> ReviewDraft {
            ReviewDraft(day: TemporaryDesk.today - ago, manager: manager, level: .d2, shown: "s")
        }
        func refused(_ user: User.ID, _ draft: ReviewDraft, _ field: String, _ problem: Problem) {
            #expect(throws: Refusal.invalid(Problems([field: problem]))) {
                try act(user) { try $0.review(project, draft) }
            }
        }
        refused(kam, draft(kam), "manager", .notAChoice)
        refused(kam, draft(other), "manager", .notAChoice)
        refused(second, draft(head), "manager", .notReviewer)
        refused(kam, draft(head, ago: 101), "day", .notHeld)
        #expect(throws: Refusal.notFound) { try act(other) { try $0.review(project, draft(head)) } }
        #expect(try act(head) { try $0.review(project, draft(head)) } == Review.ID(1))
        #expect(try act(kam) { try $0.review(project, draft(second)) } == Review.ID(2))
    }

    @Test func `a deputy reviews for whom they stand in for`() throws {
        try desk.write {
            try $0.orderAbsence(
                AbsenceDraft(number: "1", user: kam, deputy: other, from: $0.today, to: $0.today + 9))
        }
        try act(other) { write in
            _ = try write.review(
                project, ReviewDraft(day: write.today, manager: head, level: .d2, shown: "s"))
        }
        #expect(try row().level == .d2)
    }

    @Test func `nothing is committed before somebody other than the KAM approves it`() throws {
        let needs = Problems(["committed": .needsApproval, "actual": .needsApproval])
        let spent = ExpenseDraft(
            purpose: "p", estimated: Money(100), committed: Money(90), actual: Money(95))
        #expect(throws: needs) { try act(kam) { try $0.addExpense(spent, to: project) } }
        let line = try act(kam) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(100)), to: project) }
        #expect(throws: needs) { try act(kam) { try $0.changeExpense(line, from: 1, spent) } }
        #expect(throws: Refusal.notAllowed) { try act(kam) { try $0.approveExpense(line) } }
        #expect(throws: Refusal.notFound) { try act(other) { try $0.approveExpense(line) } }
        try act(head) { try $0.approveExpense(line) }
        try act(kam) { _ = try $0.changeExpense(line, from: 2, spent) }
        #expect(throws: Refusal.notAllowed) { try act(head) { try $0.withdrawApproval(of: line) } }
        #expect(try row().budget == Budget(estimated: Money(100), committed: Money(90), actual: Money(95)))
        #expect(throws: needs) {
            try act(kam) { write in
                var more = spent
                more.estimated = Money(101)
                try write.changeExpense(line, from: 3, more)
            }
        }
    }

    @Test func `a head who holds the client does not approve their own budget`() throws {
        try handOver(to: head, ago: 0)
        let line = try act(head) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(1)), to: project) }
        #expect(throws: Refusal.notAllowed) { try act(head) { try $0.approveExpense(line) } }
        try act(second) { try $0.approveExpense(line) }
        try act(second) { try $0.withdrawApproval(of: line) }
        #expect(try desk.desk.read { try $0.expense(line).approval } == nil)
    }

    @Test func `an approval is asked for anew where the estimate rises, and not where it falls`() throws {
        let line = try act(kam) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(100)), to: project) }
        try act(head) { try $0.approveExpense(line) }
        for (amount, isApproved) in [(80, true), (81, false)] as [(Int64, Bool)] {
            try act(kam) {
                _ = try $0.changeExpense(line, from: nil, ExpenseDraft(purpose: "p", estimated: Money(amount)))
            }
            #expect(try desk.desk.read { try $0.expense(line).approval != nil } == isApproved)
        }
    }

    @Test func `the joint setting of goals is one act, and nothing of it is done where a part is refused`() throws {
        let steps = [MatterDraft(side: .ours, text: "Step", due: TemporaryDesk.today + 3, person: nil)]
        func set(_ manager: User.ID) throws {
            try act(kam) { write in
                try write.setGoals(
                    of: project, from: 1, ProjectDraft(goal: "Sharper", from: ProjectStoreTests.start), steps,
                    ReviewDraft(day: write.today, manager: manager, level: .d2, shown: "s"))
            }
        }
        #expect(throws: Refusal.invalid(Problems(["manager": .notAChoice]))) { try set(kam) }
        #expect(try row().goal == "Goal" && row().openSteps == 0)
        try set(head)
        let row = try row()
        #expect((row.goal, row.level, row.openSteps, row.nextStep) == ("Sharper", .d2, 1, TemporaryDesk.today + 3))
        // The step is a matter of the client and the person, like every other.
        let due = try desk.desk.read { try $0.clientMatters(client).open }
        #expect(due.map(\.text) == ["Step"] && due[0].person?.id == person)
    }

    @Test func `a deleted project takes its reviews and its budget with it, leaves its steps, and comes back whole`()
        throws
    {
        try review(.d3, ago: 9)
        try act(kam) { write in
            try write.addExpense(ExpenseDraft(purpose: "p", estimated: Money(100)), to: project)
            try write.addStep(MatterDraft(side: .ours, text: "Step", due: nil, person: nil), to: project)
        }
        let acts: [(WriteTransaction) throws -> Void] = [
            { try $0.deleteProject(project, from: 1) }, { try $0.deletePerson(person, from: 1) },
            { try $0.deleteClient(client, from: 1) },
        ]
        for delete in acts {
            let before = try TakingBackTests.contents(desk.desk)
            try desk.write(delete)
            let left = try TakingBackTests.contents(desk.desk)
            #expect(left["vip_project"] == [] && left["project_review"] == [] && left["project_expense"] == [])
            try desk.write { write in try write.takeBack(try #require(try write.read.lastChange())) }
            #expect(try TakingBackTests.contents(desk.desk) == before)
        }
        try desk.write { try $0.deleteProject(project, from: nil) }
        #expect(try desk.desk.read { try $0.clientMatters(client).open.map(\.text) } == ["Step"])
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `a project is with somebody who holds a post at the client`() throws {
        let elsewhere = try desk.addClient("Elsewhere")
        #expect(throws: Refusal.invalid(Problems(["client": .notAChoice]))) {
            try desk.write {
                try $0.beginProject(ProjectDraft(goal: "g", from: $0.today), with: person, at: elsewhere)
            }
        }
    }

    @Test func `a closed project is among the closed, and goes on when it is let`() throws {
        func goals(_ query: ProjectListQuery) throws -> [String] {
            try desk.desk.read { try $0.projectList(query, on: TemporaryDesk.today).rows.map(\.goal) }
        }
        #expect(throws: Refusal.invalid(Problems(["day": .endsBeforeStart]))) {
            try act(kam) {
                try $0.closeProject(project, from: 1, ClosingDraft(day: ProjectStoreTests.start - 1, outcome: "o"))
            }
        }
        try act(kam) { try $0.closeProject(project, from: 1, ClosingDraft(day: $0.today, outcome: "Done")) }
        #expect(try goals(ProjectListQuery()) == [] && goals(ProjectListQuery(isClosed: true)) == ["Goal"])
        try act(kam) { try $0.reopenProject(project) }
        #expect(try goals(ProjectListQuery(level: .d1, kam: kam)) == ["Goal"])
        #expect(try goals(ProjectListQuery(level: .d2)) == [] && goals(ProjectListQuery(kam: other)) == [])
    }
}
