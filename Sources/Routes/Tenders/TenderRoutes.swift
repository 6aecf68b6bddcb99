import Domain
import HTTP

package enum TenderRoute: SectionRoute, Equatable {
    /// The tenders that are not over, by stage.
    case board(TenderBoardQuery)
    /// The deadlines of a month, by its first day; nil for the present month.
    case calendar(Day?, TenderBoardQuery)
    /// The tenders of the whole desk, or of one client.
    case list(TenderListQuery)
    /// The deadlines that are not done, to take into a calendar: of one tender, or if it is nil one's own. `names`: the file says what they are.
    case deadlines(Tender.ID?, names: Bool)
    case results(TenderListQuery)
    /// The client is preselected if given.
    case new(Client.ID?)
    /// A new tender with what a signal said of it.
    case fromSignal(Signal.ID)
    /// The form that one typed line is about, such as "tender 0358: security paid"; of this tender if it is given.
    case line(String, Tender.ID?)
    case sheet(Tender.ID)
    case edit(Tender.ID)
    case delete(Tender.ID)
    /// The contacts with those who decide.
    case contacts(Tender.ID)
    /// A new part of a tender, or of a lot, by the number of that.
    case newPart(TenderPartKind, Int64)
    case editPart(TenderPartKind, Int64)
    case deletePart(TenderPartKind, Int64)
    /// The securities of all tenders that are not returned yet.
    case securities
    /// The deliveries of all tenders that are not paid yet.
    case deliveries
    /// Those who bid against us, or if a tax id is given the lots in which one of them did.
    case competitors(String?)
    case papers
    case newPaper
    case editPaper(OwnPaper.ID)
    case deletePaper(OwnPaper.ID)

    package var address: Address {
        switch self {
        case .board(let query): Address("/tenders", query.fields)
        case .calendar(let month, let query):
            Address("/tenders/calendar", [("month", month.map { String($0.iso.prefix(7)) })] + query.fields)
        case .list(let query):
            Address(query.client.map { "/clients/\($0.number)/tenders" } ?? "/tenders/table", query.fields)
        case .deadlines(let tender, let names):
            Address(
                tender.map { "/tenders/\($0.number)/deadlines" } ?? "/tenders/deadlines",
                [("names", names ? "yes" : nil)])
        case .results(let query):
            Address("/tenders/results", [("client", query.client.map { String($0.number) })] + query.fields)
        case .new(let client): Address("/tenders/new", [("client", client.map { String($0.number) })])
        case .fromSignal(let id): Address("/tenders/new", [("signal", String(id.number))])
        case .line(let text, let tender):
            Address("/tenders/line", [("text", text), ("tender", tender.map { String($0.number) })])
        case .sheet(let id): Address("/tenders/\(id.number)")
        case .edit(let id): Address("/tenders/\(id.number)/edit")
        case .contacts(let id): Address("/tenders/\(id.number)/contacts")
        case .delete(let id): Address("/tenders/\(id.number)/delete")
        case .newPart(let kind, let owner): Address("/\(kind.ownerWord)/\(owner)/\(kind.rawValue)/new")
        case .editPart(let kind, let id): Address("/\(kind.rawValue)/\(id)/edit")
        case .deletePart(let kind, let id): Address("/\(kind.rawValue)/\(id)/delete")
        case .securities: Address("/securities")
        case .deliveries: Address("/deliveries")
        case .competitors(let tax): Address("/tenders/competitors", [("inn", tax)])
        case .papers: Address("/papers")
        case .newPaper: Address("/papers/new")
        case .editPaper(let id): Address("/papers/\(id.number)/edit")
        case .deletePaper(let id): Address("/papers/\(id.number)/delete")
        }
    }

    package var section: Section? { .tenders }

    package var dossier: Client.ID? { if case .list(let query) = self { query.client } else { nil } }

    package var record: RecordReference? {
        switch self {
        case .list(let query): query.client.map { RecordReference(.client, $0) }
        case .new(let client): client.map { RecordReference(.client, $0) }
        case .sheet(let id), .edit(let id), .delete(let id), .contacts(let id): RecordReference(.tender, id)
        case .newPart(let kind, let owner): RecordReference(kind.isOfLot ? .tenderLot : .tender, owner)
        case .editPart(let kind, let id), .deletePart(let kind, let id): RecordReference(kind.subject, id)
        case .editPaper(let id), .deletePaper(let id): RecordReference(.ownPaper, id)
        case .deadlines(let tender, _), .line(_, let tender): tender.map { RecordReference(.tender, $0) }
        case .fromSignal(let id): RecordReference(.signal, id)
        case .board, .calendar, .results, .securities, .deliveries, .competitors, .papers, .newPaper: nil
        }
    }

    static let entries: [Entry] =
        [
            .page("/tenders", .user) { .tenders(.board($0.board)) },
            .page("/tenders/calendar", .user) { captures in
                .tenders(.calendar(captures.query["month"].flatMap { Day($0 + "-01") }, captures.board))
            },
            .page("/tenders/deadlines", .user) {
                .tenders(.deadlines(nil, names: $0.query["names"] == "yes"))
            }.withCalendar,
            .page("/tenders/ID/deadlines", .user) { captures in
                captures.id().map { .tenders(.deadlines($0, names: captures.query["names"] == "yes")) }
            }.withCalendar,
            .table("/tenders/table", .user) { .tenders(.list($0.tenders)) },
            .page("/tenders/results", .user) { captures in
                var query = captures.tenders
                query.client = captures.queryID("client")
                return .tenders(.results(query))
            },
            .table("/clients/ID/tenders", .user) { captures in
                captures.id().map { id in
                    var query = captures.tenders
                    query.client = id
                    return .tenders(.list(query))
                }
            },
            .form("/tenders/new", .editor) { captures in
                .tenders(captures.queryID("signal").map { .fromSignal($0) } ?? .new(captures.queryID("client")))
            },
            .form("/tenders/line", .editor) { captures in
                .tenders(.line(captures.text("text") ?? "", captures.queryID("tender")))
            },
            .table("/tenders/competitors", .user) { .tenders(.competitors($0.text("inn"))) },
            .page("/tenders/ID", .user) { $0.id().map { .tenders(.sheet($0)) } },
            .page("/tenders/ID/contacts", .user) { $0.id().map { .tenders(.contacts($0)) } },
            .form("/tenders/ID/edit", .editor) { $0.id().map { .tenders(.edit($0)) } },
            .form("/tenders/ID/delete", .editor) { $0.id().map { .tenders(.delete($0)) } },
            .table("/securities", .user) { _ in .tenders(.securities) },
            .table("/deliveries", .user) { _ in .tenders(.deliveries) },
            .table("/papers", .user) { _ in .tenders(.papers) },
            .form("/papers/new", .clerk) { _ in .tenders(.newPaper) },
            .form("/papers/ID/edit", .clerk) { $0.id().map { .tenders(.editPaper($0)) } },
            .form("/papers/ID/delete", .clerk) { $0.id().map { .tenders(.deletePaper($0)) } },
        ]
        + TenderPartKind.allCases.flatMap { kind -> [Entry] in
            [
                .form("/\(kind.ownerWord)/ID/\(kind.rawValue)/new", kind.access) {
                    $0.number.map { .tenders(.newPart(kind, $0)) }
                },
                .form("/\(kind.rawValue)/ID/edit", kind.access) { $0.number.map { .tenders(.editPart(kind, $0)) } },
                .form("/\(kind.rawValue)/ID/delete", kind.access) { $0.number.map { .tenders(.deletePart(kind, $0)) } },
            ]
        }
}

package enum TenderAction: SectionAction, Equatable {
    case add
    case change(Tender.ID)
    case delete(Tender.ID)
    /// Moves a tender to another stage, with one press.
    case move(Tender.ID)
    /// Takes the requirements of the last tender like it over, each to be confirmed.
    case beginFit(Tender.ID)
    case addPart(TenderPartKind, Int64)
    case changePart(TenderPartKind, Int64)
    case deletePart(TenderPartKind, Int64)
    case addPaper
    case changePaper(OwnPaper.ID)
    case deletePaper(OwnPaper.ID)

    package var address: Address {
        switch self {
        case .add: Address("/tenders")
        case .change(let id): Address("/tenders/\(id.number)")
        case .delete(let id): Address("/tenders/\(id.number)/delete")
        case .move(let id): Address("/tenders/\(id.number)/stage")
        case .beginFit(let id): Address("/tenders/\(id.number)/fit")
        case .addPart(let kind, let owner): Address("/\(kind.ownerWord)/\(owner)/\(kind.rawValue)")
        case .changePart(let kind, let id): Address("/\(kind.rawValue)/\(id)")
        case .deletePart(let kind, let id): Address("/\(kind.rawValue)/\(id)/delete")
        case .addPaper: Address("/papers")
        case .changePaper(let id): Address("/papers/\(id.number)")
        case .deletePaper(let id): Address("/papers/\(id.number)/delete")
        }
    }

    static let entries: [Entry] =
        [
            .act("/tenders", .editor) { _ in .tenders(.add) },
            .act("/tenders/ID", .editor) { $0.id().map { .tenders(.change($0)) } },
            .act("/tenders/ID/delete", .editor) { $0.id().map { .tenders(.delete($0)) } },
            .act("/tenders/ID/stage", .editor) { $0.id().map { .tenders(.move($0)) } },
            .act("/tenders/ID/fit", .editor) { $0.id().map { .tenders(.beginFit($0)) } },
            .act("/papers", .clerk) { _ in .tenders(.addPaper) },
            .act("/papers/ID", .clerk) { $0.id().map { .tenders(.changePaper($0)) } },
            .act("/papers/ID/delete", .clerk) { $0.id().map { .tenders(.deletePaper($0)) } },
        ]
        + TenderPartKind.allCases.flatMap { kind -> [Entry] in
            [
                .act("/\(kind.ownerWord)/ID/\(kind.rawValue)", kind.access) {
                    $0.number.map { .tenders(.addPart(kind, $0)) }
                },
                .act("/\(kind.rawValue)/ID", kind.access) { $0.number.map { .tenders(.changePart(kind, $0)) } },
                .act("/\(kind.rawValue)/ID/delete", kind.access) { $0.number.map { .tenders(.deletePart(kind, $0)) } },
            ]
        }
}

extension TenderPartKind {
    /// The word before the number of what such a part belongs to.
    fileprivate var ownerWord: String { isOfLot ? "lots" : "tenders" }

    /// The list of all such parts, for who sees no tender.
    package var list: TenderRoute { self == .deliveries ? .deliveries : .securities }

    /// Who may change such parts.
    package var access: Access { self == .securities || self == .deliveries ? .clerk : .editor }
}

extension Captures {
    /// The number of the record in the address.
    fileprivate var number: Int64? { (id() as Tender.ID?)?.number }

    fileprivate var board: TenderBoardQuery {
        TenderBoardQuery(
            kam: queryID("kam"), procedure: text("procedure"),
            lengths: Dictionary(
                uniqueKeysWithValues: TenderStage.allCases.compactMap { stage in
                    query[stage.rawValue].flatMap { Int($0) }.map { (stage, $0) }
                }))
    }

    fileprivate var tenders: TenderListQuery {
        TenderListQuery(
            state: word("state"), stage: word("stage"), kam: queryID("kam"), law: text("law"),
            year: query["year"].flatMap { Int($0) }.flatMap { (1990...2200).contains($0) ? $0 : nil },
            outcome: word("outcome"), before: queryID("before"))
    }
}

extension TenderBoardQuery {
    fileprivate var fields: [(name: String, value: String?)] {
        [("kam", kam.map { String($0.number) }), ("procedure", procedure)]
            + TenderStage.allCases.map { stage in (stage.rawValue, lengths[stage].map { _ in String(length(stage)) }) }
    }
}

extension TenderListQuery {
    fileprivate var fields: [(name: String, value: String?)] {
        [
            ("state", state?.rawValue), ("stage", stage?.rawValue), ("kam", kam.map { String($0.number) }),
            ("law", law), ("year", year.map { String($0) }), ("outcome", outcome?.rawValue),
            ("before", before.map { String($0.number) }),
        ]
    }
}

extension Route {
    package static func tenders(_ page: TenderRoute) -> Route { Route(page) }
}

extension Action {
    package static func tenders(_ action: TenderAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let tenders = SectionDeclaration(
        called: "Tenders", first: .tenders(.board(TenderBoardQuery())),
        pages: [
            .init(called: "Calendar of tenders", .tenders(.calendar(nil, TenderBoardQuery()))),
            .init(called: "Table of tenders", .tenders(.list(TenderListQuery()))),
            .init(called: "Signals", .signals(.list)), .init(called: "Rules of laws", .signals(.rules)),
            .init(called: "What a new tender begins with", .templates(.list)),
            .init(called: "Results of tenders", .tenders(.results(TenderListQuery()))),
            .init(called: "Own papers", .tenders(.papers)), .init(called: "Securities", .tenders(.securities)),
            .init(called: "Deliveries", .tenders(.deliveries)),
            .init(called: "Competitors in tenders", .tenders(.competitors(nil))),
        ],
        forms: [
            .init(called: "New tender", short: "Tender", .editor, .tenders(.new(nil))),
            .init(called: "New signal", short: "Signal", .editor, .signals(.new(nil))),
            .init(called: "New own paper", short: "Own paper", .clerk, .tenders(.newPaper)),
        ],
        records: [
            .tender: { .tenders(.sheet(.init($0))) }, .ownPaper: { _ in .tenders(.papers) },
            .signal: { _ in .signals(.list) }, .lawRule: { _ in .signals(.rules) },
            .tenderTemplate: { _ in .templates(.list) },
        ],
        commands: [
            .tender: { number in
                [
                    .init(called: "Add a lot", .tenders(.newPart(.lots, number))),
                    .init(called: "Add a deadline", .tenders(.newPart(.deadlines, number))),
                    .init(called: "Edit", .tenders(.edit(.init(number)))),
                    .init(called: "Delete", .tenders(.delete(.init(number)))),
                ]
            }
        ],
        entries: TenderRoute.entries + TenderAction.entries + SignalRoute.entries + SignalAction.entries
            + TemplateRoute.entries + TemplateAction.entries)
}
