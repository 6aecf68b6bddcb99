import Domain
import HTTP

package enum TeamRoute: SectionRoute, Equatable {
    case settings
    case colleague(User.ID)
    /// All clients of a colleague, to hand them over.
    case handoverBook(User.ID)
    case absences
    case absence(Absence.ID)
    /// Who may do what: the site map and what each role sees, in words.
    case rights
    /// Logins, administration, and readings of confidential clients.
    case log(HistoryQuery)

    package var address: Address {
        switch self {
        case .settings: Address("/settings")
        case .colleague(let id): Address("/colleagues/\(id.number)/edit")
        case .handoverBook(let id): Address("/colleagues/\(id.number)/handover")
        case .absences: Address("/absences")
        case .absence(let id): Address("/absences/\(id.number)/edit")
        case .rights: Address("/settings/rights")
        case .log(let query): Address("/log", query.fields)
        }
    }

    package var section: Section? { .settings }

    package var record: RecordReference? {
        switch self {
        case .settings, .absences, .rights, .log: nil
        case .colleague(let id), .handoverBook(let id): RecordReference(.user, id)
        case .absence(let id): RecordReference(.absence, id)
        }
    }

    package var mayBeLong: Bool { if case .handoverBook = self { true } else { false } }

    static let entries: [Entry] = [
        .page("/settings", .user) { _ in .team(.settings) },
        .page("/settings/rights", .user) { _ in .team(.rights) },
        .page("/log", .administrator) { .team(.log($0.history)) },
        .form("/colleagues/ID/edit", .administrator) { $0.id().map { .team(.colleague($0)) } },
        .form("/colleagues/ID/handover", .lead) { $0.id().map { .team(.handoverBook($0)) } },
        .page("/absences", .user) { _ in .team(.absences) },
        .form("/absences/ID/edit", .lead) { $0.id().map { .team(.absence($0)) } },
    ]
}

package enum TeamAction: SectionAction, Equatable {
    case changeSettings
    case addColleague
    case changeColleague(User.ID)
    /// Changes the viewer's own name.
    case rename
    /// Hands all clients of a colleague over to another.
    case handOverAll(User.ID)
    case orderAbsence
    case changeAbsence(Absence.ID)
    case deleteAbsence(Absence.ID)
    /// Changes the viewer's language.
    case speak

    package var address: Address {
        switch self {
        case .changeSettings: Address("/settings")
        case .addColleague: Address("/colleagues")
        case .changeColleague(let id): Address("/colleagues/\(id.number)")
        case .rename: Address("/account/name")
        case .handOverAll(let id): Address("/colleagues/\(id.number)/handover")
        case .orderAbsence: Address("/absences")
        case .changeAbsence(let id): Address("/absences/\(id.number)")
        case .deleteAbsence(let id): Address("/absences/\(id.number)/delete")
        case .speak: Address("/language")
        }
    }

    static let entries: [Entry] = [
        .act("/settings", .administrator) { _ in .team(.changeSettings) },
        .act("/colleagues", .administrator) { _ in .team(.addColleague) },
        .act("/colleagues/ID", .administrator) { $0.id().map { .team(.changeColleague($0)) } },
        .act("/account/name", .administrator) { _ in .team(.rename) },
        .act("/colleagues/ID/handover", .lead) { $0.id().map { .team(.handOverAll($0)) } },
        .act("/absences", .lead) { _ in .team(.orderAbsence) },
        .act("/absences/ID", .lead) { $0.id().map { .team(.changeAbsence($0)) } },
        .act("/absences/ID/delete", .lead) { $0.id().map { .team(.deleteAbsence($0)) } },
        .act("/language", .user) { _ in .team(.speak) },
    ]
}

extension Route {
    package static func team(_ page: TeamRoute) -> Route { Route(page) }
}

extension Action {
    package static func team(_ action: TeamAction) -> Action { Action(action) }
}

extension SectionDeclaration {
    static let settings = SectionDeclaration(
        called: "Settings", first: .team(.settings), place: .end,
        pages: [
            .init(called: "Absences", .team(.absences)), .init(called: "Permissions", .team(.rights)),
            .init(called: "Deleted records: bring back", .deleted()),
            .init(called: "Periods", .periods(.list)), .init(called: "Working days", .periods(.calendar)),
        ],
        records: [.period: { _ in .periods(.list) }, .workYear: { _ in .periods(.calendar) }],
        entries: TeamRoute.entries + TeamAction.entries + PeriodRoute.entries + PeriodAction.entries)
}
