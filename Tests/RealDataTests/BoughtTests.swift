import Domain
import Foundation
import Store
import Testing

/// What the plans of a desk count of real orders that came in as files. What is right was computed apart, from the files alone.
@Suite struct BoughtTests {
    private let money: MoneyTests

    init() throws { money = try MoneyTests() }

    private func imported(_ kind: String, _ path: String, _ options: [String] = []) throws {
        let run = try money.program.importing(kind, path, options)
        #expect(run.status == 0 && run.output.contains(", 0 refused\n"), "\(kind): \(run.output) \(run.errors)")
    }

    /// A desk with Northwind's orders; those that shipped after `day` have not shipped yet.
    func northwind(until day: String? = nil) throws -> Desk {
        let folder = try Program.data("sales_northwind")
        try imported("clients", folder + "/customers.csv", ImportTests.northwind)
        try imported(
            "products", money.written(money.computed(["northwind-products", folder]), "products.csv"))
        let orders = try String(contentsOfFile: folder + "/orders.csv", encoding: .utf8).split(separator: "\n").map {
            line -> String in
            var cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            if let day, cells[5].first == "1", cells[5].prefix(10) > day { cells[5] = "NULL" }
            return cells.joined(separator: ",")
        }
        #expect(orders[0].split(separator: ",")[5] == "shippedDate")
        try imported(
            "orders", money.written(orders.joined(separator: "\n") + "\n", "orders.csv"),
            ["--map", "number=orderID,client=customerID,date=orderDate,shipped=shippedDate", "--null", "NULL"])
        try imported(
            "order-lines", folder + "/order_details.csv", ["--map", "order=orderID,product=productID,price=unitPrice"])
        return try Desk(path: money.program.desk)
    }

    private func sheets(_ desk: Desk, _ years: ClosedRange<Int>, _ kind: PeriodKind, on today: Day) throws
        -> [PlanSheet]
    {
        let periods = try desk.write(at: .current(), on: today) { write in
            for year in years { try write.addPeriods(of: year) }
            return try years.flatMap { year in
                try write.read.planGrid(PlanGridQuery(year: year, kind: kind), on: today).columns
            }
        }
        return try desk.read { read in
            try periods.map { period in
                try #require(try read.planSheet(of: .company, in: period.id, on: today))
            }
        }
    }

    private func buyers(_ sheet: PlanSheet) throws -> PlanSheet.Line { try #require(sheet.line(.buying)) }

    @Test func `Northwind's clients buy, begin and come back in the plans as its shipments say`() throws {
        let desk = try northwind()
        let last = Day("1998-05-06")!
        let quarters = try sheets(desk, 1996...1998, .quarter, on: last).dropFirst(2).prefix(8)
        #expect(try quarters.map { try buyers($0).actual } == [41, 46, 53, 55, 57, 58, 71, 55])
        #expect(quarters.map(\.newSinceHistory) == [41, 26, 7, 8, 5, 1, 1, 0])
        #expect(quarters.map(\.regained) == [0, 0, 0, 0, 0, 4, 2, 1])
        #expect(quarters.allSatisfy { $0.line(.new)?.actual == 0 })
        let months = try sheets(desk, 1997...1997, .month, on: last).suffix(3)
        #expect(try months.map { try buyers($0).actual } == [25, 26, 31])
        // Two clients never bought; the others each stand once behind the number of all years.
        let whole = PeriodSpan(from: Day("1996-01-01")!, to: last)!
        let figure = try desk.read {
            try $0.figureSheet(Figure(PlanMeasure(.buying), of: .company, in: whole), atMost: 1000)
        }
        #expect(figure.sum == 89 && figure.rows.count == 89)
        #expect(!figure.rows.contains { $0.client.name.hasPrefix("FISSA") || $0.client.name == "Paris spécialités" })
        try desk.close()
    }

    @Test func `on 15 February 1998 the plan of the quarter says how many bought, and last year by that day`() throws {
        let today = Day("1998-02-15")!
        let desk = try northwind(until: today.iso)
        let quarter = try #require(try sheets(desk, 1998...1998, .quarter, on: today).first)
        let line = try buyers(quarter)
        #expect(line.actual == 54 && line.lastYearByNow == 35 && line.lastYear == 53)
        try desk.close()
    }

    @Test func `Northwind's year became the next one by parts that sum to the cent`() throws {
        let desk = try northwind()
        let today = Day("1998-05-06")!
        let period = try desk.write(at: .current(), on: today) { write in
            try write.addPeriod(
                PeriodDraft(name: "Year", kind: .other, from: Day("1997-05-01")!, to: Day("1998-04-30")!))
        }
        let bridge = try #require(try desk.read { try $0.planSheet(of: .company, in: period, on: today)?.bridge })
        let parts = [bridge.price, bridge.volume, bridge.mix, bridge.lost, bridge.won]
        #expect(parts.reduce(bridge.before, +) == bridge.after)
        let computed = try money.computed(["northwind-bridge", Program.data("sales_northwind")])
        #expect(
            computed == ([bridge.before] + parts + [bridge.after]).map(String.init).joined(separator: " ") + "\n")
        try desk.close()
    }

    @Test func `CDNOW's three thousand all bought first in three months`() throws {
        let folder = try Program.data("orders_cdnow")
        for (kind, what) in [("clients", "clients"), ("products", ""), ("orders", "orders"), ("order-lines", "lines")] {
            let text = what.isEmpty ? "key,name\nCD,Compact disc\n" : try money.computed(["cdnow", folder, what])
            try imported(kind, money.written(text, kind + ".csv"))
        }
        let desk = try Desk(path: money.program.desk)
        let months = try sheets(desk, 1997...1998, .month, on: Day("1998-06-30")!).prefix(18)
        #expect(months.map(\.newSinceHistory) == [989, 1080, 931] + Array(repeating: 0, count: 15))
        #expect(
            months.allSatisfy { $0.line(.new)?.actual == 0 && $0.regained == 0 || $0.period.draft.from.year == 1998 })
        let year = try #require(try sheets(desk, 1997...1997, .year, on: Day("1997-12-31")!).first)
        #expect(year.newSinceHistory == 3000)
        try desk.close()
    }
}
