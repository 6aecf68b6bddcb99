import Domain
import HTTP

/// What is to be reached, and where it stands.
package enum PlanRoute: SectionRoute, Equatable {
    /// The targets of a year. Nil years mean the present one.
    case grid(PlanGridChoice)
    /// The plan of the company, a department, a colleague or a client. Without a period it is the present quarter's.
    case sheet(PlanScope, PlanPeriod.ID?)
    /// The rows of a figure, those after so many; of a client with or without those that belong to it, of others by who held a client then
    /// or holds it today. Without days they are those of this year.
    case figure(PlanScope, PlanMeasure, PeriodSpan?, withGroup: Bool, isHeld: Bool, after: Int)
    /// A figure as a share of another.
    case share(Figure, of: ShareBase)
    /// How the income of the same days of last year became that of some days.
    case bridge(PlanScope, PeriodSpan)
    /// Asks why an agreed plan gets a further version.
    case revise(Plan.ID)
    case delete(Plan.ID)

    package var address: Address {
        switch self {
        case .grid(let choice): Address("/plans", choice.fields)
        case .sheet(let scope, let period):
            Address(scope.path + "/plan", [("period", period.map { String($0.number) })])
        case .figure(let scope, let measure, let span, let withGroup, let isHeld, let skipped):
            Address(
                scope.path + "/why",
                [
                    ("metric", measure.metric.rawValue), ("from", span?.from.iso), ("to", span?.to.iso),
                    ("channel", measure.channel == .both ? nil : measure.channel.rawValue),
                    ("group", withGroup ? "with" : measure.group.map { String($0.number) }),
                    ("clients", isHeld ? "held" : nil), ("after", skipped > 0 ? String(skipped) : nil),
                ])
        case .share(let figure, let base):
            Address(
                figure.scope.path + "/why",
                [
                    ("metric", figure.measure.metric.rawValue), ("from", figure.span.from.iso),
                    ("to", figure.span.to.iso), ("group", figure.withGroup ? "with" : nil), ("of", base.key),
                ])
        case .bridge(let scope, let span):
            Address(scope.path + "/why", [("from", span.from.iso), ("to", span.to.iso), ("of", "last-year")])
        case .revise(let id): Address("/plans/\(id.number)/revise")
        case .delete(let id): Address("/plans/\(id.number)/delete")
        }
    }

    package var section: Section? { .plans }

    package var record: RecordReference? {
        switch self {
        case .grid, .sheet(.company, _), .sheet(.department, _), .sheet(.kam, _): nil
        case .sheet(.client(let id), _): RecordReference(.client, id)
        case .figure(.client(let id), _, _, _, _, _): RecordReference(.client, id)
        case .share(let figure, _): if case .client(let id) = figure.scope { RecordReference(.client, id) } else { nil }
        case .bridge(.client(let id), _): RecordReference(.client, id)
        case .figure, .bridge: nil
        case .revise(let id), .delete(let id): RecordReference(.plan, id)
        }
    }

    static let entries: [Entry] = [
        .table("/plans", .user) { .plans(.grid(PlanGridChoice($0))) },
        .page("/company/plan", .user) { .plans(.sheet(.company, $0.queryID("period"))) }.withWorkbook,
        .page("/departments/ID/plan", .user) { captures in
            captures.id().map { .plans(.sheet(.department($0), captures.queryID("period"))) }
        }.withWorkbook,
        .page("/colleagues/ID/plan", .user) { captures in
            captures.id().map { .plans(.sheet(.kam($0), captures.queryID("period"))) }
        }.withWorkbook,
        .page("/clients/ID/plan", .user) { captures in
            captures.id().map { .plans(.sheet(.client($0), captures.queryID("period"))) }
        }.withWorkbook,
        .table("/company/why", .user) { $0.figure(of: .company) },
        .table("/departments/ID/why", .user) { captures in
            captures.id().flatMap { captures.figure(of: .department($0)) }
        },
        .table("/colleagues/ID/why", .user) { captures in captures.id().flatMap { captures.figure(of: .kam($0)) } },
        .table("/clients/ID/why", .user) { captures in captures.id().flatMap { captures.figure(of: .client($0)) } },
        .form("/plans/ID/revise", .editor) { $0.id().map { .plans(.revise($0)) } },
        .form("/plans/ID/delete", .editor) { $0.id().map { .plans(.delete($0)) } },
    ]
}

package enum PlanAction: SectionAction, Equatable {
    /// Sets the targets that were typed into the grid.
    case set
    /// Fills the empty cells of what stands below a row with what nobody carries of it.
    case handDown
    /// Fills the empty cells from last year.
    case grow
    case propose(Plan.ID)
    case agree(Plan.ID)
    case revise(Plan.ID)
    case delete(Plan.ID)

    package var address: Address {
        switch self {
        case .set: Address("/plans")
        case .handDown: Address("/plans/hand-down")
        case .grow: Address("/plans/grow")
        case .propose(let id): Address("/plans/\(id.number)/propose")
        case .agree(let id): Address("/plans/\(id.number)/agree")
        case .revise(let id): Address("/plans/\(id.number)/revise")
        case .delete(let id): Address("/plans/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/plans", .editor) { _ in .plans(.set) },
        .act("/plans/hand-down", .editor) { _ in .plans(.handDown) },
        .act("/plans/grow", .editor) { _ in .plans(.grow) },
        .act("/plans/ID/propose", .editor) { $0.id().map { .plans(.propose($0)) } },
        .act("/plans/ID/agree", .lead) { $0.id().map { .plans(.agree($0)) } },
        .act("/plans/ID/revise", .editor) { $0.id().map { .plans(.revise($0)) } },
        .act("/plans/ID/delete", .editor) { $0.id().map { .plans(.delete($0)) } },
    ]
}

/// What the address of the grid says of it.
package struct PlanGridChoice: Sendable, Equatable {
    package var year: Int?
    package var kind: PeriodKind?
    package var measure: PlanMeasure
    package var of: User.ID?

    package init(
        year: Int? = nil, kind: PeriodKind? = nil, measure: PlanMeasure = PlanMeasure(.income), of: User.ID? = nil
    ) {
        (self.year, self.kind, self.measure, self.of) = (year, kind, measure, of)
    }

    package init(_ query: PlanGridQuery) {
        self.init(year: query.year, kind: query.kind, measure: query.measure, of: query.of)
    }

    /// The same as the fields of a form say it.
    package init(_ entries: Entries) {
        self.init(
            year: Int(entries["year"]).flatMap { (1990...2200).contains($0) ? $0 : nil },
            kind: PeriodKind(rawValue: entries["by"]),
            measure: PlanMeasure(
                PlanMetric(rawValue: entries["metric"]) ?? .income, group: ID(entries["group"]),
                channel: PlanChannel(rawValue: entries["channel"]) ?? .both),
            of: User.ID(entries["of"]))
    }

    fileprivate init(_ captures: Captures) {
        var entries = Entries()
        for field in ["year", "by", "metric", "group", "channel", "of"] { entries[field] = captures.text(field) ?? "" }
        self.init(entries)
    }

    /// The fields that say it, those that differ from the first page.
    package var fields: [(name: String, value: String?)] {
        [
            ("year", year.map { String($0) }), ("by", kind?.rawValue),
            ("metric", measure.metric == .income ? nil : measure.metric.rawValue),
            ("group", measure.group.map { String($0.number) }),
            ("channel", measure.channel == .both ? nil : measure.channel.rawValue),
            ("of", of.map { String($0.number) }),
        ]
    }
}

extension Captures {
    /// Nil if the days are none.
    fileprivate func figure(of scope: PlanScope) -> Route? {
        let measure = PlanMeasure(
            word("metric") ?? .income, group: queryID("group"), channel: word("channel") ?? .both)
        let span = day("from").flatMap { from in day("to").flatMap { PeriodSpan(from: from, to: $0) } }
        guard span != nil || text("from") == nil && text("to") == nil else { return nil }
        let withGroup = scope.level == .client && text("group") == "with"
        if let span, text("of") == "last-year" { return .plans(.bridge(scope, span)) }
        if let span, let base = text("of").flatMap({ ShareBase(key: $0) }) {
            return .plans(
                .share(Figure(PlanMeasure(measure.metric), of: scope, in: span, withGroup: withGroup), of: base))
        }
        let skipped = query["after"].flatMap { Int($0) } ?? 0
        return .plans(
            .figure(
                scope, measure, span, withGroup: withGroup,
                isHeld: text("clients") == "held" && measure.metric.isOfProducts,
                after: max(0, min(10_000_000, skipped))))
    }
}

extension PlanScope {
    fileprivate var path: String {
        switch self {
        case .company: "/company"
        case .department(let id): "/departments/\(id.number)"
        case .kam(let id): "/colleagues/\(id.number)"
        case .client(let id): "/clients/\(id.number)"
        }
    }
}

extension PlanRoute {
    package static func figure(_ figure: Figure, after skipped: Int = 0) -> PlanRoute {
        .figure(
            figure.scope, figure.measure, figure.span, withGroup: figure.withGroup, isHeld: figure.isHeld,
            after: skipped)
    }
}

extension Route {
    package static func plans(_ page: PlanRoute) -> Route { Route(page) }
}

extension Action {
    package static func plans(_ action: PlanAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let plans = SectionDeclaration(
        called: "Plans", first: .plans(.grid(PlanGridChoice())),
        pages: [.init(called: "Plan of the company", .plans(.sheet(.company, nil)))],
        records: [
            .plan: { _ in .plans(.grid(PlanGridChoice())) }, .planTarget: { _ in .plans(.grid(PlanGridChoice())) },
        ],
        entries: PlanRoute.entries + PlanAction.entries)
}
