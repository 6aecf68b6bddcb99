import Domain
import HTTP
import Testing

@testable import Routes

@Suite struct SiteMapTests {
    /// An address of each kind, with the numbers that stand for a record.
    static func request(_ entry: Entry, _ pattern: String) -> Request {
        Request(entry.method, pattern.replacing("ID", with: "7").replacing("NAME", with: "name"))
    }

    @Test func `every entry is reached at its own address, and prints it again`() throws {
        for entry in SiteMap.entries {
            let request = SiteMapTests.request(entry, entry.pattern)
            guard case .found(let target, let access) = SiteMap.match(request) else {
                Issue.record("\(entry.pattern) is not found")
                continue
            }
            #expect(access == entry.access)
            switch target {
            case .page(let route): #expect(route.address.path == request.path)
            case .action(let action): #expect(action.address.path == request.path)
            case .door(let route): #expect(route.address.path == request.path)
            case .enter(let action): #expect(action.address.path == request.path)
            case .health, .asset, .copy, .picture, .calendar, .workbook: break
            case .twin, .export: Issue.record("\(entry.pattern) is its own twin")
            }
        }
    }

    @Test func `a page's JSON twin has the page's address with json appended`() throws {
        for entry in SiteMap.entries {
            guard let twin = entry.twin else { continue }
            guard case .found(.page(let page), _) = SiteMap.match(SiteMapTests.request(entry, entry.pattern)),
                case .found(.twin(let same), _) = SiteMap.match(SiteMapTests.request(entry, twin))
            else {
                Issue.record("\(twin) is not found")
                continue
            }
            #expect(page == same)
            #expect(page.address.twin.path == twin.replacing("ID", with: "7"))
        }
    }

    @Test func `a page's table has the page's address with csv appended`() throws {
        for entry in SiteMap.entries {
            guard let export = entry.export else { continue }
            guard case .found(.page(let page), _) = SiteMap.match(SiteMapTests.request(entry, entry.pattern)),
                case .found(.export(let same), _) = SiteMap.match(SiteMapTests.request(entry, export))
            else {
                Issue.record("\(export) is not found")
                continue
            }
            #expect(page == same)
            #expect(page.address.export.path == export.replacing("ID", with: "7"))
        }
    }

    @Test func `only one address accepts a file`() {
        #expect(
            SiteMap.takesUpload(.post, "/imports") && !SiteMap.takesUpload(.get, "/imports")
                && !SiteMap.takesUpload(.post, "/clients"))
    }

    @Test func `every page except forms has a JSON twin`() {
        let forms = SiteMap.entries.filter { $0.method == .get && $0.twin == nil }.map(\.pattern)
        let expected = [
            "/new", "/edit", "/delete", "/handover", "/end", "/back", "/print", "/version", "/merge", "/close",
            "/refused", "/line", "/revise", "/review", "/drop",
        ]
        #expect(
            forms.allSatisfy { form in
                ["/health", "/settings/copy", "/login", "/owner", "/join", "/feed.ics"].contains(form)
                    || form == "/imports/waiting/ID"
                    || form.hasPrefix("/assets/")
                    || expected.contains { form.hasSuffix($0) }
            })
    }

    @Test(arguments: [
        Route.clients(
            .list(
                ClientListQuery(
                    text: "больница № 4 & co", status: .active, kind: .pharmacyChain, territory: "Юг", kam: ID(3),
                    risk: .quiet, order: .overdue,
                    place: ListPlace(.before, name: "а:б", id: 9)))),
        .people(.list(PersonListQuery(text: "%", flag: .kol, place: ListPlace(.after, name: "", id: 1)))),
        .clients(.interactions(ID(4), DayPlace(day: Day("2026-11-23")!, id: 12))),
        .people(.history(ID(4), HistoryQuery(from: Day("2026-01-01"), text: "а & б", before: 99))),
        .interactions(.new(ID(1), ID(2))),
        .interactions(.line("визит: а & б", ID(4))), .interactions(.line("call X", nil)),
        .clients(.print(ID(2), PrintChoice([.people, .history], since: Day("2026-01-01")))),
        .search("ёж «и» уж"), .today,
        .search(SearchQuery("а & б", group: .invoices, opens: true, here: "/clients/2")),
        .deleted(DeletedQuery(text: "а & б", subject: .order, user: ID(3), before: ID(9))),
        .orders(
            .list(OrderListQuery(status: .shipped, client: ID(4), place: DayPlace(day: Day("2026-11-23")!, id: 12)))),
        .orders(.new(ID(4))), .receivables(.client(ID(4), Day("2013-01-15"))),
        .events(.list(EventListQuery(kind: .roundTable, place: DayPlace(day: Day("2026-11-23")!, id: 12)))),
        .tenders(
            .list(
                TenderListQuery(
                    state: .open, stage: .bidding, kam: ID(3), client: ID(4), law: "а & б", year: 2026, outcome: .lost,
                    before: ID(9)))),
        .tenders(.board(TenderBoardQuery(kam: ID(3), procedure: "а & б", lengths: [.open: 40]))),
        .tenders(.calendar(Day("2026-12-01"), TenderBoardQuery(kam: ID(3)))),
        .tenders(.results(TenderListQuery(state: .closed, client: ID(4)))), .tenders(.new(ID(4))),
        .tenders(.newPart(.bids, 7)), .tenders(.editPart(.lines, 7)),
        .products(.list(ProductListQuery(text: "%", group: "а & б", place: ListPlace(.after, name: "я", id: 1)))),
        // A name that begins with an accent, behind a colon.
        .products(.list(ProductListQuery(place: ListPlace(.after, name: "\u{321}\u{353}n", id: 74)))),
    ])
    func `an address with its query reads back as the same page`(route: Route) {
        #expect(SiteMap.page(at: route.address.text) == route)
    }

    @Test(arguments: [
        "//evil.example", "https://evil.example/", "clients", "/clients/0", "/clients/-1", "/clients/01", "/health",
        "/nowhere",
    ])
    func `an address to go back to that is not a page of ours is not followed`(address: String) {
        #expect(SiteMap.page(at: address) == nil)
    }

    @Test(arguments: [
        "/clients/2.json.json", "/clients/2.x.json", "/clients/2..json", "/clients/.json", "/clients/02.json",
        "/clients/2.csv.json",
        "/clients/2.json.csv", "/clients/2.", "/clients/2.JSON", "/people/2.json.x", "/interactions/2.svg",
        "/imports/1.json.json",
    ])
    func `an address with a number and more than one ending is not found`(address: String) {
        guard case .unknown = SiteMap.match(Request(.get, address)) else {
            Issue.record("something is found")
            return
        }
    }

    @Test func `a known address with a wrong method names the methods that it accepts`() {
        guard case .otherMethod(let methods) = SiteMap.match(Request(.post, "/help")) else {
            Issue.record("no other method is offered")
            return
        }
        #expect(methods == [.get, .head])
    }
}
