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
    private func review(_ level: DevelopmentLevel, ago: Int) throws -> Review.ID {
        try act(head, ago: ago) { write in
            try write.review(project, ReviewDraft(day: write.today, level: level, shown: "s"))
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

    @Test func `a project begins at D1, has its first look-in after a week, and its level follows the reviews`() throws
    {
        #expect(try row(ago: 90).level == .d1)
        #expect(try row(ago: 90).lookIn == ProjectStoreTests.start + 7)
        try review(.d2, ago: 80)
        try review(.d4, ago: 50)
        #expect(try (row().level, row().lookIn) == (.d4, TemporaryDesk.today - 50 + 90))
        try review(.d3, ago: 10)
        #expect(try (row().level, row().lookIn) == (.d3, TemporaryDesk.today - 10 + 30))
    }

    @Test func `a project begins at D1 again when the KAM changes, and again when the first KAM is back`() throws {
        try review(.d4, ago: 80)
        try handOver(to: other, ago: 60)
        #expect(try (row().level, row().lookIn, row().kam?.id) == (.d1, TemporaryDesk.today - 60 + 7, other))
        try review(.d2, ago: 50)
        #expect(try row().level == .d2)
        try handOver(to: kam, ago: 40)
        #expect(try row().level == .d1)
        try review(.d3, ago: 30)
        #expect(try row().level == .d3)
    }

    @Test func `only a head or director who neither runs the project nor deputises for its KAM may note a review`()
        throws
    {
        func draft(ago: Int = 1) -> ReviewDraft {
            ReviewDraft(day: TemporaryDesk.today - ago, level: .d2, shown: "s")
        }
        #expect(throws: Refusal.notAllowed) { try act(kam) { try $0.review(project, draft()) } }
        #expect(throws: Refusal.notFound) { try act(other) { try $0.review(project, draft()) } }
        #expect(throws: Refusal.invalid(Problems(["day": .endsBeforeStart]))) {
            try act(head) { try $0.review(project, draft(ago: 101)) }
        }
        let deputy = try desk.write { write in
            let user = try write.addColleague(UserDraft(name: "E", role: .head, department: "Elsewhere"))
            try write.orderAbsence(
                AbsenceDraft(number: "1", user: kam, deputy: user, from: write.today, to: write.today + 9))
            return user
        }
        #expect(throws: Refusal.notAllowed) { try act(deputy) { try $0.review(project, draft()) } }
        for manager in [head, second] { try act(manager) { _ = try $0.review(project, draft()) } }
        try handOver(to: head, ago: 0)
        #expect(throws: Refusal.notAllowed) { try act(head) { try $0.review(project, draft(ago: 0)) } }
        try act(second) { _ = try $0.review(project, draft(ago: 0)) }
    }

    @Test func `no money is committed before somebody other than the KAM approves it`() throws {
        let needs = Problems(["committed": .needsApproval, "actual": .needsApproval])
        let spent = ExpenseDraft(
            purpose: "p", estimated: Money(100), committed: Money(90), actual: Money(95))
        #expect(throws: needs) { try act(kam) { try $0.addExpense(spent, to: project) } }
        let line = try act(kam) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(100)), to: project) }
        #expect(throws: needs) { try act(kam) { try $0.changeExpense(line, from: 1, spent) } }
        #expect(throws: Refusal.notAllowed) { try act(kam) { try $0.approveExpense(line, from: nil) } }
        #expect(throws: Refusal.notFound) { try act(other) { try $0.approveExpense(line, from: nil) } }
        try act(head) { try $0.approveExpense(line, from: nil) }
        try act(kam) { _ = try $0.changeExpense(line, from: 2, spent) }
        #expect(throws: Refusal.notAllowed) { try act(head) { try $0.withdrawApproval(of: line, from: nil) } }
        #expect(try row().budget == Budget(estimated: Money(100), committed: Money(90), actual: Money(95)))
        #expect(throws: needs) {
            try act(kam) { write in
                var more = spent
                more.estimated = Money(101)
                try write.changeExpense(line, from: 3, more)
            }
        }
    }

    @Test func `a head who holds the client may not approve their own budget`() throws {
        try handOver(to: head, ago: 0)
        let line = try act(head) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(1)), to: project) }
        #expect(throws: Refusal.notAllowed) { try act(head) { try $0.approveExpense(line, from: nil) } }
        try act(second) { try $0.approveExpense(line, from: nil) }
        try act(second) { try $0.withdrawApproval(of: line, from: nil) }
        #expect(try desk.desk.read { try $0.expense(line).approval } == nil)
    }

    @Test func `a raised estimate needs a new approval, and a lowered one does not`() throws {
        let line = try act(kam) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(100)), to: project) }
        try act(head) { try $0.approveExpense(line, from: nil) }
        for (amount, isApproved) in [(80, true), (81, false)] as [(Int64, Bool)] {
            try act(kam) {
                _ = try $0.changeExpense(line, from: nil, ExpenseDraft(purpose: "p", estimated: Money(amount)))
            }
            #expect(try desk.desk.read { try $0.expense(line).approval != nil } == isApproved)
        }
    }

    @Test func `setting the goals together is one act, and nothing is written if a part is refused`() throws {
        let steps = [MatterDraft(side: .ours, text: "Step", due: TemporaryDesk.today + 3, person: nil)]
        func set(_ user: User.ID) throws {
            try act(user) { write in
                try write.setGoals(
                    of: project, from: 1, ProjectDraft(goal: "Sharper", from: ProjectStoreTests.start), steps,
                    ReviewDraft(day: write.today, level: .d2, shown: "s"))
            }
        }
        #expect(throws: Refusal.notAllowed) { try set(kam) }
        #expect(try row().goal == "Goal" && row().openSteps == 0)
        try set(head)
        let row = try row()
        #expect((row.goal, row.level, row.openSteps, row.nextStep) == ("Sharper", .d2, 1, TemporaryDesk.today + 3))
        // The step is a matter of the client and the person, like every other.
        let due = try desk.desk.read { try $0.clientMatters(client).open }
        #expect(due.map(\.text) == ["Step"] && due[0].person?.id == person)
    }

    @Test func `deleting a project deletes its reviews and budget, keeps its steps, and can be undone`()
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
            let before = try DeskContents.all(desk.desk)
            try desk.write(delete)
            let left = try DeskContents.all(desk.desk)
            #expect(left["vip_project"] == [] && left["project_review"] == [] && left["project_expense"] == [])
            try desk.write { write in try write.takeBack(try #require(try write.read.lastChange())) }
            #expect(try DeskContents.all(desk.desk) == before)
        }
        try desk.write { try $0.deleteProject(project, from: nil) }
        #expect(try desk.desk.read { try $0.clientMatters(client).open.map(\.text) } == ["Step"])
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `the person of a project must hold a post at the client`() throws {
        let elsewhere = try desk.addClient("Elsewhere")
        #expect(throws: Refusal.invalid(Problems(["client": .notAChoice]))) {
            try desk.write {
                try $0.beginProject(ProjectDraft(goal: "g", from: $0.today), with: person, at: elsewhere)
            }
        }
    }

    @Test func `a closed project is listed among the closed, and goes on when it is reopened`() throws {
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

    @Test func `the KAM may correct a review's words, nobody its level, and only its manager may delete it`()
        throws
    {
        let review = try review(.d1, ago: 9)
        let better = ReviewDraft(day: TemporaryDesk.today - 9, level: .d4, shown: "better")
        #expect(throws: Refusal.notAllowed) { try act(second) { try $0.changeReview(review, from: 1, better) } }
        try act(kam) { _ = try $0.changeReview(review, from: 1, better) }
        let stored = try desk.desk.read { try $0.review(review) }
        #expect(stored.draft.shown == "better" && stored.draft.level == .d1 && stored.manager == head)
        #expect(throws: Refusal.notAllowed) { try act(kam) { try $0.deleteReview(review, from: 2) } }
        try act(head) { try $0.deleteReview(review, from: 2) }
    }

    @Test func `the KAM may not take back what a manager has decided`() throws {
        func lastLine() throws -> Change.ID { try desk.desk.read { try #require(try $0.lastChange()) } }
        try act(head) { write in
            _ = try write.review(project, ReviewDraft(day: write.today, level: .d1, shown: "s"))
        }
        let reviewed = try lastLine()
        #expect(throws: Refusal.notAllowed) { try act(kam) { try $0.takeBack(reviewed) } }
        let line = try act(kam) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(9)), to: project) }
        try act(head) { try $0.approveExpense(line, from: 1) }
        let approved = try lastLine()
        try act(head) { try $0.withdrawApproval(of: line, from: 2) }
        let withdrawn = try lastLine()
        #expect(throws: Refusal.notAllowed) { try act(kam) { try $0.takeBack(withdrawn) } }
        #expect(throws: Refusal.notAllowed) { try act(kam) { try $0.putBack(approved, from: 3) } }
        try act(head) { try $0.takeBack(withdrawn) }
        #expect(try desk.desk.read { try $0.expense(line).approval?.by.id } == head)
    }

    @Test func `an estimate that has changed since is not approved, and the KAM's deputy may not approve it`() throws {
        let line = try act(kam) { try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(9)), to: project) }
        try act(kam) { _ = try $0.changeExpense(line, from: 1, ExpenseDraft(purpose: "p", estimated: Money(99))) }
        #expect(throws: Refusal.conflict(current: 2)) { try act(head) { try $0.approveExpense(line, from: 1) } }
        let elsewhere = try desk.write { write in
            let user = try write.addColleague(UserDraft(name: "E", role: .head, department: "Elsewhere"))
            try write.orderAbsence(
                AbsenceDraft(number: "1", user: kam, deputy: user, from: write.today, to: write.today + 9))
            return user
        }
        #expect(throws: Refusal.notAllowed) { try act(elsewhere) { try $0.approveExpense(line, from: 2) } }
        #expect(try desk.desk.read { try $0.expense(line).approval } == nil)
    }

    @Test func `nothing is added to a closed project`() throws {
        try act(kam) { try $0.closeProject(project, from: 1, ClosingDraft(day: $0.today, outcome: "o")) }
        let acts: [(WriteTransaction) throws -> Void] = [
            { _ = try $0.addStep(MatterDraft(side: .ours, text: "s", due: nil, person: nil), to: project) },
            { _ = try $0.addExpense(ExpenseDraft(purpose: "p", estimated: Money(1)), to: project) },
            {
                _ = try $0.review(
                    project, ReviewDraft(day: $0.today, level: .d2, shown: "s"))
            },
        ]
        for add in acts { #expect(throws: Refusal.notAllowed) { try act(kam) { try add($0) } } }
    }

    @Test func `a reader sees no step of a project, but sees every other matter`() throws {
        let reader = try desk.write { write in
            try write.addMatter(MatterDraft(side: .ours, text: "Open", due: nil, person: person), client: client)
            try write.addStep(MatterDraft(side: .ours, text: "Secret", due: nil, person: nil), to: project)
            return try write.addColleague(UserDraft(name: "R", role: .reader))
        }
        func today(_: String) -> Day { TemporaryDesk.today }
        let seen = try desk.desk.read(as: .user(reader), on: today) { try $0.clientMatters(client).open.map(\.text) }
        #expect(seen == ["Open"])
    }
}
