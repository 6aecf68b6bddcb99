/// The days of a year on which a country does not work as it does in other weeks.
package struct WorkYear: Sendable, Equatable, Record {
    package typealias ID = Domain.ID<WorkYear>

    package var id: ID
    package var version: Int
    package var draft: WorkYearDraft

    package init(id: ID, version: Int, draft: WorkYearDraft) {
        (self.id, self.version, self.draft) = (id, version, draft)
    }
}

package struct WorkYearDraft: StoredDraft, Sendable, Equatable, Encodable {
    package var year: Int
    /// Days from Monday to Friday on which nobody works, as "01-01 01-02".
    package var free: String
    /// Saturdays and Sundays on which people work, in the same shape.
    package var worked: String?
    package var source: String
    /// When somebody last compared it with its source; nil: nobody has yet.
    package var checkedOn: Day?

    package init(_ entries: Entries, today: Day) throws(Problems) {
        var read = FieldReader(entries)
        let year = Int(entries["year"]).flatMap { (1990...2200).contains($0) ? $0 : nil }
        if entries["year"].isEmpty {
            read.add(.required, to: "year")
        } else if year == nil {
            read.add(.notWithin(1990, 2200), to: "year")
        }
        free = read.text("free", atMost: 2000)
        worked = read.optionalText("worked", atMost: 2000)
        source = read.text("source", atMost: 500)
        checkedOn = read.optionalPastDay("checked", today)
        self.year = year ?? 0
        if let year {
            for (field, text, isWeekend) in [("free", free, false), ("worked", worked ?? "", true)] {
                guard let days = WorkYearDraft.days(text, of: year) else {
                    read.add(.notDaysOfYear, to: field)
                    continue
                }
                if days.contains(where: { ($0.weekday.rawValue > 4) != isWeekend }) {
                    read.add(.wrongWeekday, to: field)
                }
            }
        }
        guard read.problems.isEmpty else { throw read.problems }
    }

    package init(year: Int, free: String, worked: String? = nil, source: String, checkedOn: Day? = nil) {
        (self.year, self.free, self.worked) = (year, free, worked)
        (self.source, self.checkedOn) = (source, checkedOn)
    }

    /// A year of a calendar as a row.
    package init(_ year: WorkCalendar.Year) {
        func text(_ days: Set<Day>) -> String {
            days.sorted().map { String($0.iso.dropFirst(5)) }.joined(separator: " ")
        }
        self.init(
            year: year.year, free: text(year.free), worked: year.worked.isEmpty ? nil : text(year.worked),
            source: year.source, checkedOn: year.checkedOn)
    }

    package static var blank: WorkYearDraft { WorkYearDraft(year: 0, free: "", source: "") }

    package mutating func visit(_ fields: inout some FieldVisitor) {
        fields.field("year", &year)
        fields.field("free", &free)
        fields.field("worked", &worked)
        fields.field("source", &source)
        fields.field("checked_day", form: "checked", &checkedOn)
    }

    package var calendarYear: WorkCalendar.Year {
        WorkCalendar.Year(
            year, free: Set(WorkYearDraft.days(free, of: year) ?? []),
            worked: Set(WorkYearDraft.days(worked ?? "", of: year) ?? []), source: source, checkedOn: checkedOn)
    }

    /// The days of a text such as "01-01 01-02"; nil if a word of it is no day of the year.
    private static func days(_ text: String, of year: Int) -> [Day]? {
        var days: [Day] = []
        for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
            guard let day = Day("\(year)-\(word)") else { return nil }
            days.append(day)
        }
        return days
    }
}
