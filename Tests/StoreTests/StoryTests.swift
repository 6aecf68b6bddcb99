import Domain
import Testing

@testable import Demo
@testable import Store

/// The people of the demo's hospital group, ministry, university and distributor.
@Suite struct StoryTests {
    private static let group = "1, 2, 3"
    private static let organisations = "1, 2, 3, 6, 7, 8"

    /// Power times stance at some clients as it was judged until so many months before the desk's day.
    private func balance(at clients: String, monthsAgo: Int, _ read: ReadTransaction) throws -> Int {
        let day = TemporaryDesk.today - monthsAgo * 365 / 12
        func latest(_ column: String) -> String {
            """
            (SELECT \(column) FROM assessment a WHERE a.person_id = p.person_id AND a.client_id = p.client_id AND a.day <= ?1
              AND \(column) IS NOT NULL AND competitor IS NULL ORDER BY day DESC, id DESC LIMIT 1)
            """
        }
        return try read.count(
            """
            SELECT coalesce(sum(\(latest("power")) * \(latest("stance"))), 0)
            FROM (SELECT DISTINCT person_id, client_id FROM post WHERE client_id IN (\(clients))
              AND coalesce(from_day, '') <= ?1 AND coalesce(to_day, '9999-12-31') >= ?1) p
            """, [day.stored])
    }

    @Test(arguments: ["en", "ru"]) func `four organisations have sixty people`(language: String) throws {
        let desk = try FillingTests.filled(clients: 1, language: language)
        try desk.desk.read { read in
            let kinds = try read.rows("SELECT kind FROM client WHERE id IN (\(StoryTests.organisations)) ORDER BY id") {
                $0.word(0) as ClientKind
            }
            #expect(kinds == [.hospital, .hospital, .hospital, .authority, .other, .distributor])
            let people = """
                SELECT count(*) FROM person e WHERE EXISTS (SELECT 1 FROM post p WHERE p.person_id = e.id
                  AND p.client_id IN (\(StoryTests.organisations)) AND p.title IS NOT NULL)
                """
            #expect(try read.count(people) == 60)
            #expect(try read.count("\(people) AND e.is_vip") >= 10)
            #expect(try read.count("\(people) AND e.is_kol") >= 10)
            #expect(try read.count("SELECT count(*) FROM post WHERE to_day < ?", [TemporaryDesk.today.stored]) >= 5)
        }
    }

    @Test func `the demonstration has ties of every kind, assumed and confirmed, negative and ended`() throws {
        let desk = try FillingTests.filled(clients: 1)
        try desk.desk.read { read in
            let kinds = try read.rows("SELECT DISTINCT kind FROM tie") { $0.word(0) as TieKind }
            #expect(Set(kinds) == Set(TieKind.allCases))
            for condition in [
                "certainty = 'assumed'", "certainty = 'confirmed'", "is_positive = 0", "to_day IS NOT NULL",
                "strength = 3",
            ] {
                #expect(try read.count("SELECT count(*) FROM tie WHERE \(condition)") > 0, "\(condition)")
            }
            let reversed = try read.count(
                """
                SELECT count(*) FROM tie a JOIN tie b ON b.from_id = a.from_id AND b.to_id = a.to_id
                WHERE a.kind = 'influences' AND b.kind = 'rival' AND b.from_day > a.to_day
                """)
            #expect(reversed == 1)
        }
    }

    @Test func `the balance at the hospital group turns against us and back`() throws {
        let desk = try FillingTests.filled(clients: 1)
        try desk.desk.read { read in
            for clients in [StoryTests.group, "1", "2"] {
                let sums = try [22, 8, 0].map { try balance(at: clients, monthsAgo: $0, read) }
                #expect(sums[0] > 10 && sums[1] < -5 && sums[2] > 10, "\(clients): \(sums)")
            }
        }
    }

    @Test func `every event of the story is in history on its day with its author, and none is in the future`() throws {
        let desk = try FillingTests.filled(clients: 1)
        #expect(try Desk.check(path: desk.path) == [])
        try desk.desk.read { read in
            // What was before the two years of the desk is noted on its first day.
            let start = (TemporaryDesk.today - 730).stored
            for table in ["assessment", "ladder_move", "fact"] {
                let days = try read.rows("SELECT min(day), max(day) FROM \(table)") { [$0.day(0), $0.day(1)] }[0]
                #expect(days[0] < TemporaryDesk.today - 700 && days[1] < TemporaryDesk.today, "\(table)")
                let elsewhere = try read.count(
                    """
                    SELECT count(*) FROM \(table) t JOIN change c ON c.subject = '\(table)' AND c.record_id = t.id
                      AND c.act = 'created'
                    WHERE max(t.day, ?) <> date(c.at / 1000, 'unixepoch') OR t.user_id <> c.user_id
                    """, [start])
                #expect(elsewhere == 0, "\(table)")
            }
            #expect(try read.count("SELECT count(DISTINCT user_id) FROM ladder_move") == 4)
            for privacy in Privacy.allCases {
                #expect(try read.count("SELECT count(*) FROM fact WHERE privacy = ?", [privacy.rawValue]) > 5)
            }
            for kind in FactKind.allCases {
                #expect(try read.count("SELECT count(*) FROM fact WHERE kind = ?", [kind.rawValue]) > 0, "\(kind)")
            }
        }
    }
}
