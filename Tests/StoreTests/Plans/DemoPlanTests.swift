import Domain
import Testing

@testable import Demo
@testable import Store

/// What the demo shows of plans, on any day on which a quarter has run for some weeks.
@Suite struct DemoPlanTests {
    @Test(arguments: ["2026-03-02", "2026-11-30", "2027-08-20"])
    func `a KAM is behind for each of five reasons, and a department is ahead`(day: String) throws {
        let today = try #require(Day(day))
        let temporary = try TemporaryDesk()
        try World(clients: 120, years: 2, seed: 1, language: "en", today: today).write(into: temporary.desk) { _, _ in }
        try temporary.desk.tick(on: today)
        let head = try temporary.desk.read(as: .user(User.ID(4)), on: { _ in today }, { try $0.dashboard(on: today) })
        let glance = try #require(head?.plan)
        var causes: [BridgePart: String] = [:]
        for row in glance.rows where row.scope.level == .kam {
            if let cause = row.cause { causes[cause.part] = row.name }
        }
        #expect(Set(causes.keys) == Set(BridgePart.allCases), "\(causes)")
        #expect(glance.rows.contains { $0.scope.level == .department && $0.pace.ahead > 0 })
        let versions = try temporary.desk.read { try $0.count("SELECT count(*) FROM plan WHERE edition = 2") }
        #expect(versions > 0)
    }
}
