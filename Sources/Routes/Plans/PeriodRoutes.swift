import Domain
import HTTP

/// The periods for which something is planned, and the working days.
package enum PeriodRoute: SectionRoute, Equatable {
    case list
    case new
    case edit(PlanPeriod.ID)
    case delete(PlanPeriod.ID)
    case calendar
    case newYear
    case editYear(WorkYear.ID)
    case deleteYear(WorkYear.ID)

    package var address: Address {
        switch self {
        case .list: Address("/settings/periods")
        case .new: Address("/settings/periods/new")
        case .edit(let id): Address("/settings/periods/\(id.number)/edit")
        case .delete(let id): Address("/settings/periods/\(id.number)/delete")
        case .calendar: Address("/settings/calendar")
        case .newYear: Address("/settings/calendar/new")
        case .editYear(let id): Address("/settings/calendar/\(id.number)/edit")
        case .deleteYear(let id): Address("/settings/calendar/\(id.number)/delete")
        }
    }

    package var section: Section? { .settings }

    package var record: RecordReference? {
        switch self {
        case .edit(let id), .delete(let id): RecordReference(.period, id)
        case .editYear(let id), .deleteYear(let id): RecordReference(.workYear, id)
        case .list, .new, .calendar, .newYear: nil
        }
    }

    static let entries: [Entry] = [
        .table("/settings/periods", .user) { _ in .periods(.list) },
        .form("/settings/periods/new", .lead) { _ in .periods(.new) },
        .form("/settings/periods/ID/edit", .lead) { $0.id().map { .periods(.edit($0)) } },
        .form("/settings/periods/ID/delete", .lead) { $0.id().map { .periods(.delete($0)) } },
        .page("/settings/calendar", .user) { _ in .periods(.calendar) },
        .form("/settings/calendar/new", .lead) { _ in .periods(.newYear) },
        .form("/settings/calendar/ID/edit", .lead) { $0.id().map { .periods(.editYear($0)) } },
        .form("/settings/calendar/ID/delete", .lead) { $0.id().map { .periods(.deleteYear($0)) } },
    ]
}

package enum PeriodAction: SectionAction, Equatable {
    case add
    /// Adds a calendar year with its quarters and months.
    case addWholeYear
    case change(PlanPeriod.ID)
    case delete(PlanPeriod.ID)
    case addYear
    /// Takes over the calendar of a country.
    case take
    case changeYear(WorkYear.ID)
    case deleteYear(WorkYear.ID)

    package var address: Address {
        switch self {
        case .add: Address("/settings/periods")
        case .addWholeYear: Address("/settings/periods/year")
        case .change(let id): Address("/settings/periods/\(id.number)")
        case .delete(let id): Address("/settings/periods/\(id.number)/delete")
        case .addYear: Address("/settings/calendar")
        case .take: Address("/settings/calendar/take")
        case .changeYear(let id): Address("/settings/calendar/\(id.number)")
        case .deleteYear(let id): Address("/settings/calendar/\(id.number)/delete")
        }
    }

    static let entries: [Entry] = [
        .act("/settings/periods", .lead) { _ in .periods(.add) },
        .act("/settings/periods/year", .lead) { _ in .periods(.addWholeYear) },
        .act("/settings/periods/ID", .lead) { $0.id().map { .periods(.change($0)) } },
        .act("/settings/periods/ID/delete", .lead) { $0.id().map { .periods(.delete($0)) } },
        .act("/settings/calendar", .lead) { _ in .periods(.addYear) },
        .act("/settings/calendar/take", .lead) { _ in .periods(.take) },
        .act("/settings/calendar/ID", .lead) { $0.id().map { .periods(.changeYear($0)) } },
        .act("/settings/calendar/ID/delete", .lead) { $0.id().map { .periods(.deleteYear($0)) } },
    ]
}

extension Route {
    package static func periods(_ page: PeriodRoute) -> Route { Route(page) }
}

extension Action {
    package static func periods(_ action: PeriodAction) -> Action { Action(action) }
}
