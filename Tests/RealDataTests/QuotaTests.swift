import Domain
import Foundation
import Store
import Testing

/// The quotas of ten sales people in twelve odd quarters.
@Suite struct QuotaTests {
    private struct Quota {
        var person: String
        var start: Day
        var amount: Int64
    }

    private func quotas() throws -> [Quota] {
        let text = try String(contentsOfFile: Program.data("sales_quota") + "/quota_history.csv", encoding: .utf8)
        return try text.split(whereSeparator: \.isNewline).dropFirst().map { line in
            let cells = line.split(separator: ",").map(String.init)
            return Quota(
                person: cells[0], start: try #require(Day(cells[1])), amount: try #require(Int64(cells[2])) * 100)
        }
    }

    @Test func `the quotas come in as targets of odd quarters, twice, and add up by quarter`() throws {
        let program = try Program(isEmpty: true)
        let quotas = try quotas()
        let starts = Set(quotas.map(\.start)).sorted()
        let people = Set(quotas.map(\.person)).sorted()
        #expect(quotas.count == 115 && starts.count == 12 && people.count == 10)
        let desk = try Desk(path: program.desk)
        try desk.write(at: .current(), on: Day("2014-06-01")!) { write in
            for person in people { try write.addColleague(UserDraft(name: "Seller \(person)", role: .kam)) }
        }
        try desk.close()
        func file(_ name: String, _ rows: [String]) throws -> String {
            let path = program.folder.appendingPathComponent(name)
            try Data((rows.joined(separator: "\n") + "\n").utf8).write(to: path)
            return path.path
        }
        let ends = starts.dropFirst().map { $0 - 1 } + [starts[11] + 91]
        let periods = try file(
            "periods.csv", ["name,from,to,kind"] + zip(starts, ends).map { "Q \($0.iso),\($0.iso),\($1.iso),other" })
        let targets = try file(
            "plans.csv",
            ["scope,name,metric,period,target"]
                + quotas.map { "kam,Seller \($0.person),turnover,Q \($0.start.iso),\($0.amount / 100)" })
        for (first, kind, path, count) in [
            (true, "periods", periods, 12), (true, "plans", targets, 115), (false, "plans", targets, 115),
        ] {
            let run = try program.importing(kind, path, [])
            let expected = first ? "\(count) new, 0 changed, 0 the same" : "0 new, 0 changed, \(count) the same"
            #expect(run.output.hasPrefix(expected), "\(run.output) \(run.errors)")
        }
        let filled = try Desk(path: program.desk)
        var sums: [Int64] = []
        try filled.read { read in
            for year in 2011...2014 {
                let grid = try read.planGrid(
                    PlanGridQuery(year: year, kind: .other, measure: PlanMeasure(.turnover)), on: Day("2014-06-01")!)
                for column in grid.columns.indices {
                    sums.append(grid.rows.compactMap { $0.value(column) }.reduce(0, +) / 100_000)
                    // No actuals are made up.
                    #expect(grid.rows.allSatisfy { $0.lastYear?[column] == 0 })
                }
            }
        }
        #expect(sums == [3858, 5620, 4659, 4928, 7883, 6814, 4618, 6188, 9180, 7186, 5489, 6860])
        #expect(sums.reduce(0, +) == 73_283)
        // The company's target is the sum; taken from the people and handed down again by those shares it is the same.
        try filled.write(at: .current(), on: Day("2014-06-01")!) { write in
            let query = PlanGridQuery(year: 2012, kind: .other, measure: PlanMeasure(.turnover))
            let before = try write.read.planGrid(query, on: Day("2014-06-01")!)
            let company = before.columns.indices.map { column in
                before.rows.compactMap { $0.value(column) }.reduce(0, +)
            }
            try write.setTargets(
                zip(before.columns, company).map { TypedCell(.company, $0.id, $1) }, query.measure, year: 2012)
            let grid = try write.read.planGrid(query, on: Day("2014-06-01")!)
            let place = try #require(grid.rows.firstIndex { $0.scope == .company })
            #expect(grid.gaps(of: place)?.allSatisfy { $0 == 0 } == true)
            for column in grid.columns.indices {
                let shares = grid.children(of: place).map { $0.value(column) ?? 0 }
                let parts = HandDown.parts(of: company[column], by: shares)
                #expect(parts == shares && parts.reduce(0, +) == company[column])
                let odd = HandDown.parts(of: company[column] + 7, by: shares)
                #expect(odd.reduce(0, +) == company[column] + 7)
            }
        }
        try filled.close()
        #expect(try program.run(["check", "--desk", program.desk]).output == "\(program.desk): sound\n")
    }
}
