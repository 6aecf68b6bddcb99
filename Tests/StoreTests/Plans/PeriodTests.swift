import Domain
import Testing

@testable import Store

@Suite struct PeriodTests {
    private func problems<T>(_ body: () throws -> T) -> Problems? {
        do { _ = try body() } catch Refusal.invalid(let problems) { return problems } catch {}
        return nil
    }

    @Test func `one press adds a year with its quarters and months, and a second press adds nothing`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            let (first, second) = (try write.addPeriods(of: 2027), try write.addPeriods(of: 2027))
            #expect(first == 17 && second == 0)
        }
        let names = try desk.desk.read { try $0.periodList().periods.map(\.draft.name) }
        #expect(names.prefix(4) == ["2027", "2027 Q1", "2027-01", "2027-02"] && names.count == 17)
        // One press, one act of history.
        let line = try #require(try desk.desk.read { try $0.lastChange() })
        try desk.write { try $0.takeBack(line) }
        #expect(try desk.desk.read { try $0.periodList().periods.isEmpty })
    }

    @Test func `a name is one period's, in any case`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            let day = TemporaryDesk.today
            let id = try write.addPeriod(PeriodDraft(name: "Spring", kind: .other, from: day, to: day + 91))
            let other = PeriodDraft(name: "SPRING", kind: .other, from: day, to: day)
            #expect(problems { try write.addPeriod(other) }?["name"] == .taken)
            #expect(try write.changePeriod(id, from: nil, other))
            #expect(try write.read.period(id).draft.span.days == 1)
        }
    }

    @Test func `the calendar of a country is taken over as far as the desk lacks it`() throws {
        let desk = try TemporaryDesk()
        try desk.write { write in
            let own = WorkYearDraft(year: 2026, free: "05-04", source: "Our own rules")
            try write.addWorkYear(own)
            #expect(try write.take(.russia) == 2 && write.take(.russia) == 0)
            #expect(try write.take(.plainWeek) == 0)
            #expect(problems { try write.addWorkYear(own) }?["year"] == .taken)
        }
        let calendar = try desk.desk.read { try $0.workCalendar() }
        #expect(calendar.years.map(\.year) == [2025, 2026, 2027])
        #expect(calendar.workingDays(from: Day("2026-05-04")!, to: Day("2026-05-04")!) == 0)
        #expect(calendar.workingDays(from: Day("2025-01-01")!, to: Day("2025-12-31")!) == 247)
    }

    @Test(arguments: [
        (["year": "2026", "free": "02-30", "source": "x"], "free", Problem.notDaysOfYear),
        (["year": "2026", "free": "01-03", "source": "x"], "free", .wrongWeekday),
        (["year": "2026", "free": "01-01", "worked": "01-05", "source": "x"], "worked", .wrongWeekday),
        (["year": "26", "free": "01-01", "source": "x"], "year", .notWithin(1990, 2200)),
        (["free": "01-01", "source": "x"], "year", .required),
        (["year": "2026", "free": "01-01"], "source", .required),
    ])
    func `a year that cannot be is refused with its culprit`(entries: [String: String], field: String, problem: Problem)
    {
        #expect(throws: Problems([field: problem])) { try WorkYearDraft(Entries(entries), today: TemporaryDesk.today) }
    }
}
