import Demo
import Domain
import GRDB
import Testing

@testable import Store

@Suite struct PlanTests {
    /// The statements that a page truly runs, each with its plan.
    static func plans(
        _ desk: Desk, as caller: Caller = .program, _ page: (ReadTransaction) throws -> Void
    ) throws -> [(sql: String, plan: [String])] {
        func today(_: String) -> Day { TemporaryDesk.today }
        return try desk.read(as: caller, on: today) { read in
            nonisolated(unsafe) var statements: [String] = []
            read.db.trace { event in
                if case .statement(let statement) = event { statements.append(statement.expandedSQL) }
            }
            try page(read)
            read.db.trace(options: [])
            // FTS5 runs statements of its own, on its shadow tables.
            let ours = statements.filter {
                ($0.hasPrefix("SELECT") || $0.hasPrefix("WITH")) && !$0.contains("'main'.")
                    && !$0.contains("fts5(NULL)")
            }
            return try ours.map { sql in
                (sql, try Row.fetchAll(read.db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] })
            }
        }
    }

    /// A desk large enough for the planner to be what it is in life.
    private static let template = Result {
        try DeskTemplate { temporary in
            try World(clients: 60, years: 1, seed: 1, language: "en", today: TemporaryDesk.today).write(
                into: temporary.desk
            ) { _, _ in }
        }
    }

    static func desk() throws -> TemporaryDesk { try template.get().copy() }

    static let pages: [(name: String, statements: Int, read: @Sendable (ReadTransaction) throws -> Void)] = [
        // Eight more than before: who decides (power, steps, projects, contacts), the seats, and the balance.
        ("dossier", 35, { _ = try $0.clientSheet(ID(2), on: TemporaryDesk.today) }),
        (
            "today", 51,
            { _ = try $0.todaySheet(on: TemporaryDesk.today, at: TemporaryDesk.noon) }
        ),
        ("why a client is key", 10, { _ = try $0.evidenceSheet(of: ID(2), on: TemporaryDesk.today) }),
        ("a past day of a client", 30, { _ = try $0.pastDossier(of: ID(2), on: TemporaryDesk.today - 90) }),
        ("a yearly review", 16, { _ = try $0.reviewAgenda(of: ID(2), on: TemporaryDesk.today) }),
        ("references", 1, { _ = try $0.references(ReferenceQuery(), on: TemporaryDesk.today) }),
        ("a strategy", 6, { _ = try $0.strategySheet(of: ID(2), on: TemporaryDesk.today) }),
        ("key clients", 10, { _ = try $0.keySheet(KeyQuery(), on: TemporaryDesk.today) }),
        ("a map's choices", 2, { _ = try $0.mapChoices(MapQuery(.desk), of: []) }),
        ("client list", 4, { _ = try $0.clientList(ClientListQuery(), on: TemporaryDesk.today) }),
        (
            "client list by status", 4,
            { _ = try $0.clientList(ClientListQuery(status: .active), on: TemporaryDesk.today) }
        ),
        (
            "client list by income", 4,
            { _ = try $0.clientList(ClientListQuery(order: .income), on: TemporaryDesk.today) }
        ),
        (
            "client list by debt, further", 4,
            {
                _ = try $0.clientList(
                    ClientListQuery(order: .overdue, place: ListPlace(.after, name: "100", id: 5)),
                    on: TemporaryDesk.today)
            }
        ),
        (
            "client list by contact", 4,
            { _ = try $0.clientList(ClientListQuery(order: .contact), on: TemporaryDesk.today) }
        ),
        ("clients at risk", 4, { _ = try $0.clientList(ClientListQuery(risk: .debt), on: TemporaryDesk.today) }),
        ("projects", 2, { _ = try $0.projectList(ProjectListQuery(), on: TemporaryDesk.today) }),
        (
            "closed projects", 2,
            { _ = try $0.projectList(ProjectListQuery(isClosed: true), on: TemporaryDesk.today) }
        ),
        ("project", 8, { _ = try $0.projectSheet(ID(1), on: TemporaryDesk.today) }),
        // One more than before: what is expected of them.
        ("person", 14, { _ = try $0.personSheet(ID(3), on: TemporaryDesk.today) }),
        ("people", 1, { _ = try $0.personList(PersonListQuery(), on: TemporaryDesk.today) }),
        ("search", 4, { _ = try $0.search("hospital", on: TemporaryDesk.today) }),
        ("search for a number", 5, { _ = try $0.search("2024-1", on: TemporaryDesk.today) }),
        (
            "deleted records", 8,
            { _ = try $0.deleted(DeletedQuery(), at: TemporaryDesk.noon, on: TemporaryDesk.today) }
        ),
        ("what goes with a client", 1, { _ = try $0.deletionSheet(.client, 2) }),
        // Twelve more than before: what the dossier shows of people, approaches, invoices, the KAM, the guests, and who was promised something.
        ("brief", 31, { _ = try $0.briefSheet(of: ID(2), on: TemporaryDesk.today) }),
        (
            "printed dossier", 58,
            { _ = try $0.printedDossier(ID(2), PrintChoice(DossierSection.allCases), on: TemporaryDesk.today) }
        ),
        ("a past version", 5, { _ = try $0.pastVersion(ID(9), on: TemporaryDesk.today) }),
        ("history", 2, { _ = try $0.clientHistory(ID(2)) }),
        ("money", 3, { _ = try $0.clientMoney(ID(2), on: TemporaryDesk.today) }),
        ("orders", 1, { _ = try $0.orderList(OrderListQuery()) }),
        ("orders by status", 1, { _ = try $0.orderList(OrderListQuery(status: .accepted)) }),
        ("orders of a client", 3, { _ = try $0.orderList(OrderListQuery(client: ID(2))) }),
        ("receivables", 4, { _ = try $0.receivables(on: TemporaryDesk.today) }),
        ("receivables of a client", 6, { _ = try $0.clientReceivables(ID(2), on: TemporaryDesk.today) }),
        ("events", 3, { _ = try $0.eventList(EventListQuery(), on: TemporaryDesk.today) }),
        (
            "events of a kind, further", 2,
            {
                _ = try $0.eventList(
                    EventListQuery(kind: .own, place: DayPlace(day: TemporaryDesk.today, id: 3)),
                    on: TemporaryDesk.today)
            }
        ),
        ("event", 6, { _ = try $0.eventSheet(ID(5), on: TemporaryDesk.today) }),
        (
            "board of tenders", 16,
            { _ = try $0.tenderBoard(TenderBoardQuery(), on: TemporaryDesk.today, at: TemporaryDesk.noon) }
        ),
        (
            "calendar of tenders", 13,
            {
                _ = try $0.tenderCalendar(
                    Day("2026-11-01")!, TenderBoardQuery(), on: TemporaryDesk.today, at: TemporaryDesk.noon)
            }
        ),
        (
            "deadlines of a tender", 15,
            { _ = try $0.deadlines(of: ID(1), on: TemporaryDesk.today, at: TemporaryDesk.noon) }
        ),
        ("contacts of a tender", 4, { _ = try $0.tenderContacts(ID(1)) }),
        ("quiet period", 1, { _ = try $0.isQuiet([ID(1)], on: TemporaryDesk.today) }),
        ("my deadlines", 14, { _ = try $0.deadlines(of: nil, on: TemporaryDesk.today, at: TemporaryDesk.noon) }),
        ("tenders", 3, { _ = try $0.tenderList(TenderListQuery(state: .open)) }),
        ("tenders of a client", 4, { _ = try $0.tenderList(TenderListQuery(client: ID(2))) }),
        ("tender", 30, { _ = try $0.tenderSheet(ID(1), on: TemporaryDesk.today, at: TemporaryDesk.noon) }),
        ("signals", 3, { _ = try $0.signalList(on: TemporaryDesk.today) }),
        ("rules of laws", 1, { _ = try $0.lawRules() }),
        ("templates of tenders", 1, { _ = try $0.tenderTemplates() }),
        ("own papers", 3, { _ = try $0.paperList() }),
        ("periods", 2, { _ = try $0.periodList() }),
        ("plans", 9, { _ = try $0.planGrid(PlanGridQuery(year: 2026), on: TemporaryDesk.today) }),
        (
            "plans of a KAM's clients", 10,
            { _ = try $0.planGrid(PlanGridQuery(year: 2026, of: ID(2)), on: TemporaryDesk.today) }
        ),
        (
            "plans of buying clients", 10,
            {
                _ = try $0.planGrid(
                    PlanGridQuery(year: 2026, measure: PlanMeasure(.buying)), on: TemporaryDesk.today)
            }
        ),
        ("plan of the company", 22, { _ = try $0.planSheet(of: .company, in: nil, on: TemporaryDesk.today) }),
        (
            "rows of a KAM's income", 6,
            {
                let span = PeriodSpan(from: TemporaryDesk.today - 90, to: TemporaryDesk.today)!
                _ = try $0.figureSheet(Figure(PlanMeasure(.income), of: .kam(ID(2)), in: span))
            }
        ),
        (
            "rows of new clients", 6,
            {
                let span = PeriodSpan(from: TemporaryDesk.today - 90, to: TemporaryDesk.today)!
                _ = try $0.figureSheet(Figure(PlanMeasure(.new), of: .kam(ID(2)), in: span))
            }
        ),
        (
            "rows of what was collected", 4,
            {
                let span = PeriodSpan(from: TemporaryDesk.today - 90, to: TemporaryDesk.today)!
                _ = try $0.figureSheet(Figure(PlanMeasure(.collected), of: .kam(ID(2)), in: span))
            }
        ),
        ("plan of a KAM", 24, { _ = try $0.planSheet(of: .kam(ID(2)), in: nil, on: TemporaryDesk.today) }),
        ("deliveries", 2, { _ = try $0.deliveryList(on: TemporaryDesk.today) }),
        ("competitors", 2, { _ = try $0.competitors(nil) }),
        ("tenders by a piece of their number", 1, { _ = try $0.tenders(meantBy: "035") }),
        ("tenders by words of their title", 2, { _ = try $0.tenders(meantBy: "filgrastim") }),
        ("map of a tender", 6, { _ = try $0.mapMaterial(MapQuery(.tender(ID(1))), on: TemporaryDesk.today) }),
        ("securities", 2, { _ = try $0.securityList(on: TemporaryDesk.today) }),
        ("products", 2, { _ = try $0.productList(ProductListQuery()) }),
        ("imports", 1, { _ = try $0.importList() }),
        ("people of a client", 12, { _ = try $0.clientPeople(ID(2), on: TemporaryDesk.today) }),
        ("balance of a client", 3, { _ = try $0.balance(MapQuery(.client(ID(2))), on: TemporaryDesk.today) }),
        (
            "balance of a territory", 6,
            { read in
                let name = try read.one("SELECT territory FROM client WHERE id = 2", []) { $0[0] as String }
                _ = try read.balance(MapQuery(.desk, territory: name), on: TemporaryDesk.today)
            }
        ),
        ("log", 1, { _ = try $0.logPage(LogQuery(text: "anna")) }),
        ("log of a user", 1, { _ = try $0.logPage(LogQuery(user: Desk.owner)) }),
    ]

    @Test func `the log is read from its end, and one user's lines by an index`() throws {
        let temporary = try PlanTests.desk()
        for (query, way) in [
            (LogQuery(), "SEARCH log USING INTEGER PRIMARY KEY (rowid<?)"),
            (LogQuery(user: Desk.owner), "SEARCH log USING INDEX log_by_user (user_id=? AND id<?)"),
        ] {
            let plans = try PlanTests.plans(temporary.desk) { _ = try $0.logPage(query) }
            #expect(plans.map(\.plan) == [[way]])
        }
    }

    @Test func `guests are counted only for the events that are shown`() throws {
        let temporary = try PlanTests.desk()
        let plans = try PlanTests.plans(temporary.desk) {
            _ = try $0.eventList(EventListQuery(), on: TemporaryDesk.today)
        }
        let counts = try #require(plans.first { $0.sql.contains("event_count") })
        #expect(counts.plan.contains { $0.hasPrefix("SEARCH event_guest USING INDEX") }, "\(counts.plan)")
    }

    @Test func `recent changes are read by an index on time`() throws {
        let temporary = try PlanTests.desk()
        let plans = try PlanTests.plans(temporary.desk) {
            _ = try $0.todaySheet(on: TemporaryDesk.today, at: TemporaryDesk.noon)
        }
        let moved = try #require(plans.first { $0.sql.contains("FROM change") })
        #expect(moved.plan.contains { $0.contains("SEARCH change USING INDEX change_by_time (at>?)") }, "\(moved.plan)")
    }

    @Test func `people who stand still are searched among the viewer's own steps`() throws {
        let temporary = try PlanTests.desk()
        let plans = try PlanTests.plans(temporary.desk) {
            _ = try $0.todaySheet(on: TemporaryDesk.today, at: TemporaryDesk.noon)
        }
        let ladders = try #require(plans.first { $0.sql.contains("FROM ladder_move") }).plan.filter {
            $0.contains("ladder_move") || $0.contains(" l ") || $0.contains(" b ")
        }
        #expect(
            ladders.count == 3 && ladders.allSatisfy { $0.contains("ladder_move_by_user (user_id=?") }, "\(ladders)")
    }

    @Test(arguments: ["dossier", "receivables", "receivables of a client"])
    func `debts are read from open invoices only, not from all invoices`(name: String) throws {
        let page = try #require(PlanTests.pages.first { $0.name == name })
        let temporary = try PlanTests.desk()
        let owed = try PlanTests.plans(temporary.desk, page.read).filter { $0.sql.contains("paid < amount") }
        #expect(!owed.isEmpty)
        for (sql, plan) in owed {
            let onDays = plan.filter { $0.contains("invoice_by_client") || $0.contains("invoice_by_day") }
            #expect(onDays.isEmpty, "\(onDays) in \(sql)")
        }
    }

    @Test(arguments: pages.map(\.name).filter { !["imports", "a past version"].contains($0) })
    func `a page of a user with limited sight uses an index for every long table too`(name: String) throws {
        let page = try #require(PlanTests.pages.first { $0.name == name })
        let temporary = try PlanTests.desk()
        // Who sees less sees no plan of the company, nor a colleague's.
        guard !name.hasPrefix("plan of the company") else { return }
        let kam = User.ID(2)
        try temporary.write { try $0.handOver(Client.ID(2), HandoverDraft(user: kam, from: TemporaryDesk.today)) }
        PlanTests.expectShortScans(try PlanTests.plans(temporary.desk, as: .user(kam), page.read))
    }

    @Test(arguments: pages.map(\.name))
    func `a page uses an index for every long table, and a fixed number of statements`(name: String) throws {
        let page = try #require(PlanTests.pages.first { $0.name == name })
        let temporary = try PlanTests.desk()
        let plans = try PlanTests.plans(temporary.desk, page.read)
        #expect(plans.count <= page.statements, "\(plans.map(\.sql))")
        PlanTests.expectShortScans(plans)
    }

    static func expectShortScans(_ plans: [(sql: String, plan: [String])]) {
        for (sql, plan) in plans {
            for step in plan where step.hasPrefix("SCAN ") {
                // A scan along the index of the list's order stops at its limit. A scan of the bare table does not, unless it is a
                // short one: the desk's row, the users, who looks and what is theirs, and what a limit, an index or a recursion has cut
                // ("act", "around", "c", "each", "f", "hit", "shown", "latest", "pair", "known", "t", "tied", "v", "event_count", the sales of some days: "sold", what belongs to one record: "of_"; what is read once and
                // then kept while it holds: "kept").
                let table = String(step.split(separator: " ")[1])
                let isShort =
                    [
                        "d", "u", "user", "desk", "c", "each", "CONSTANT", "f", "hit", "shown", "latest", "import",
                        "standing_total", "seen", "tied", "event_count", "main.event_count", "act", "t", "v", "pair",
                        "known", "around", "sold", "kept",
                    ]
                    .contains(table) || table.hasPrefix("(") || table.hasPrefix("of_")
                #expect(isShort || step.contains(" USING ") || step.contains("VIRTUAL TABLE"), "\(step) in \(sql)")
            }
        }
    }
}
