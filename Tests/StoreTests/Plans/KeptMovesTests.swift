import Domain
import Foundation
import Testing

@testable import Demo
@testable import Store

/// What a desk keeps of the moves of its sales is what a desk that keeps nothing computes.
@Suite struct KeptMovesTests {
    static let acts = [
        "UPDATE order_line SET quantity = quantity * 3 WHERE id = ?1",
        "UPDATE order_line SET product_id = (SELECT max(id) FROM product WHERE id <> order_line.product_id) WHERE id = ?1",
        "UPDATE order_line SET cost = NULL WHERE id = ?1",
        "UPDATE client_order SET shipped_day = date(shipped_day, '-1 day') WHERE id = (SELECT order_id FROM order_line WHERE id = ?1)",
        "UPDATE client_order SET client_id = client_id % 20 + 1, payer_id = NULL WHERE id = (SELECT order_id FROM order_line WHERE id = ?1)",
        "UPDATE client_kam SET user_id = 6 WHERE user_id <> 6 AND to_day IS NULL AND client_id = (SELECT o.client_id FROM order_line l JOIN client_order o ON o.id = l.order_id WHERE l.id = ?1)",
        "UPDATE user SET department_id = NULL WHERE id = 6",
        "UPDATE desk SET key_percent = 3",
        "UPDATE client SET parent_id = NULL WHERE parent_id IS NOT NULL",
        "DELETE FROM order_line WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM goods_return WHERE line_id = ?1)",
    ]

    @Test func `every change of what was sold shows on the first page at once`() throws {
        let today = try #require(Day("2026-11-30"))
        let temporary = try TemporaryDesk()
        try World(clients: 60, years: 2, seed: 1, language: "en", today: today).write(into: temporary.desk) { _, _ in }
        try temporary.desk.tick(on: today)
        let viewers = [User.ID(1), User.ID(4), User.ID(6)]
        func pages(_ desk: Desk) throws -> [String] {
            try viewers.map { viewer in
                let encoder = JSONEncoder()
                encoder.outputFormatting = .sortedKeys
                return try desk.read(as: .user(viewer), on: { _ in today }) {
                    let pages = (try #require(try $0.dashboard(on: today)), try $0.keySheet(KeyQuery(), on: today))
                    return String(decoding: try encoder.encode(pages.0) + encoder.encode(pages.1), as: UTF8.self)
                }
            }
        }
        var last = try pages(temporary.desk)
        var changed = 0
        for act in KeptMovesTests.acts {
            try temporary.write(on: today) { write in
                let line = try write.read.first(
                    """
                    SELECT l.id FROM client_order o JOIN order_line l ON l.order_id = o.id JOIN client_kam k ON k.client_id = o.client_id
                      AND k.to_day IS NULL AND k.user_id IN (2, 5, 6, 7) WHERE o.shipped_day BETWEEN '2026-10-05' AND '2026-11-28'
                    ORDER BY l.income DESC
                    """
                ) { $0[0] as Int64 }
                try write.execute(act, act.contains("?1") ? [try #require(line)] : [])
            }
            let now = try pages(temporary.desk)
            let fresh = try TemporaryDesk(from: temporary.folder)
            let computed = try withExtendedLifetime(fresh) { try pages(fresh.desk) }
            #expect(now == computed, "\(act)")
            changed += now == last ? 0 : 1
            last = now
        }
        // Whoever brings nothing in the quarter may change nothing on these pages; but most acts must.
        #expect(changed >= 6)
    }
}
