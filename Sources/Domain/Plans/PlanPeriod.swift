/// A span of days with a name, for which something is planned.
package struct PlanPeriod: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<PlanPeriod>

    package var id: ID
    package var version: Int
    package var draft: PeriodDraft

    package init(id: ID, version: Int, draft: PeriodDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package struct PeriodDraft: StoredDraft, Sendable, Equatable, Encodable {
    /// No two periods have the same.
    package var name: String
    package var kind: PeriodKind
    package var from: Day
    package var to: Day

    package init(_ entries: Entries) throws(Problems) {
        var read = FieldReader(entries)
        name = read.text("name", atMost: 80)
        kind = read.choice("kind", or: .other)
        let (from, to) = (read.optionalDay("from"), read.optionalDay("to"))
        for field in ["from", "to"] where entries[field].isEmpty { read.add(.required, to: field) }
        if let from, let to, to < from { read.add(.endsBeforeStart, to: "to") }
        if let from, let to, to - from >= PeriodDraft.longest { read.add(.lastsTooLong(PeriodDraft.longest), to: "to") }
        guard read.problems.isEmpty, let from, let to else { throw read.problems }
        (self.from, self.to) = (from, to)
    }

    package init(name: String, kind: PeriodKind, from: Day, to: Day) {
        (self.name, self.kind, self.from, self.to) = (name, kind, from, to)
    }

    /// In days.
    package static let longest = 1_100

    package static var blank: PeriodDraft { PeriodDraft(name: "", kind: .blank, from: .blank, to: .blank) }

    package var span: PeriodSpan { PeriodSpan(from: from, to: max(from, to))! }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("name", &name)
        fields.field("kind", &kind)
        fields.field("from_day", form: "from", &from)
        fields.field("to_day", form: "to", &to)
    }
}

extension PeriodDraft {
    /// The year, its quarters and its months, under the names that files use: "2027", "2027 Q1", "2027-01".
    package static func calendarYear(_ year: Int) -> [PeriodDraft] {
        func named(_ kind: PeriodKind, _ name: (Int) -> String) -> [PeriodDraft] {
            PeriodSpan.calendar(kind, of: year).enumerated().map {
                PeriodDraft(name: name($0.offset + 1), kind: kind, from: $0.element.from, to: $0.element.to)
            }
        }
        return named(.year) { _ in String(year) } + named(.quarter) { "\(year) Q\($0)" }
            + named(.month) { "\(year)-\($0 < 10 ? "0" : "")\($0)" }
    }
}

/// The periods of the desk.
package struct PeriodList: Sendable, Encodable {
    /// By their first day, the longest first.
    package var periods: [PlanPeriod]
    /// The calendar that tells how much of a period is gone.
    package var calendar: WorkCalendar

    package init(periods: [PlanPeriod], calendar: WorkCalendar) {
        (self.periods, self.calendar) = (periods, calendar)
    }
}
