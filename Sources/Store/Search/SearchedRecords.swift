import Domain
import GRDB

extension ReadTransaction {
    /// Products, VIP projects, events and tenders by their words, in one statement.
    func addNamed(to sheet: inout SearchSheet, _ expression: String, _ limit: Int) throws {
        let seen =
            sight == nil
            ? ""
            : """
             AND CASE rowid % 4 WHEN 1 THEN EXISTS (SELECT 1 FROM temp.vip_project WHERE id = main.named_search.rowid / 4)
              WHEN 2 THEN EXISTS (SELECT 1 FROM temp.event WHERE id = main.named_search.rowid / 4)
              WHEN 3 THEN EXISTS (SELECT 1 FROM temp.tender WHERE id = main.named_search.rowid / 4) ELSE 1 END
            """
        _ = try rows(
            """
            WITH hit(id, kind) AS MATERIALIZED (SELECT rowid / 4, rowid % 4 FROM main.named_search WHERE named_search MATCH ?1\(seen) LIMIT 300)
            SELECT * FROM (SELECT 0, e.id, e.name, e.key, NULL, NULL, NULL, NULL, NULL
              FROM hit CROSS JOIN product e ON e.id = hit.id WHERE hit.kind = 0 ORDER BY e.sort_name LIMIT ?2)
            UNION ALL SELECT * FROM (SELECT 1, e.id, e.goal, NULL, NULL, p.id, p.name, c.id, c.name
              FROM hit CROSS JOIN vip_project e ON e.id = hit.id
              JOIN person_named p ON p.id = e.person_id JOIN client_named c ON c.id = e.client_id
              WHERE hit.kind = 1 ORDER BY e.closed_day IS NOT NULL, e.from_day DESC LIMIT ?2)
            UNION ALL SELECT * FROM (SELECT 2, e.id, e.name, e.place, e.from_day, NULL, NULL, NULL, NULL
              FROM hit CROSS JOIN event e ON e.id = hit.id WHERE hit.kind = 2 ORDER BY e.from_day DESC LIMIT ?2)
            UNION ALL SELECT * FROM (SELECT 3, e.id, e.title, e.number, NULL, NULL, e.stage, c.id, c.name
              FROM hit CROSS JOIN tender e ON e.id = hit.id JOIN client c ON c.id = e.client_id
              WHERE hit.kind = 3 ORDER BY e.stage = 'closed', e.id DESC LIMIT ?2)
            """, [expression, limit + 1]
        ) { row in
            switch row[0] as Int {
            case 0: sheet.products.append(ProductHit(id: row.id(1), name: row[2], key: row[3]))
            case 1:
                sheet.projects.append(
                    ProjectHit(
                        id: row.id(1), goal: row[2], person: Named(id: row.id(5), name: row[6]),
                        client: Named(id: row.id(7), name: row[8])))
            case 3:
                sheet.tenders.append(
                    TenderHit(
                        id: row.id(1), title: row[2], number: row[3], stage: row.word(6),
                        client: Named(id: row.id(7), name: row[8])))
            default: sheet.events.append(EventHit(id: row.id(1), name: row[2], day: row.day(4), place: row[3]))
            }
        }
        sheet.products = sheet.fitting(sheet.products, .products, limit)
        sheet.projects = sheet.fitting(sheet.projects, .projects, limit)
        sheet.events = sheet.fitting(sheet.events, .events, limit)
        sheet.tenders = sheet.fitting(sheet.tenders, .tenders, limit)
    }

    /// Orders, invoices and payments whose number begins with the text, in any case of Latin letters, in one statement. An exact match
    /// comes first.
    func addNumbered(to sheet: inout SearchSheet, _ number: String, _ limit: Int) throws {
        func numbered(_ table: String, _ status: String) -> String {
            """
            SELECT * FROM (SELECT '\(table)', t.id, t.number, t.day, \(status), c.id, c.name FROM
              (SELECT * FROM \(table) WHERE number COLLATE NOCASE >= ?1 AND number COLLATE NOCASE < ?1 || char(1114111)
                ORDER BY number COLLATE NOCASE LIMIT ?2) t
              JOIN client c ON c.id = t.client_id ORDER BY t.number COLLATE NOCASE, t.day DESC)
            """
        }
        _ = try rows(
            """
            \(numbered("client_order", "t.status, NULL"))
            UNION ALL \(numbered("invoice", "t.paid < t.amount, t.amount"))
            UNION ALL \(numbered("payment", "NULL, t.amount"))
            """, [number, limit + 1]
        ) { row in
            switch row[0] as String {
            case "client_order":
                sheet.orders.append(
                    OrderHit(id: row.id(1), number: row[2], status: row.word(4), day: row.day(3), client: row[7]))
            case "invoice":
                sheet.invoices.append(
                    InvoiceHit(
                        id: row.id(1), number: row[2], day: row.day(3), amount: Money(row[5]), isOpen: row[4],
                        client: Named(id: row.id(6), name: row[7])))
            default:
                sheet.payments.append(
                    PaymentHit(
                        id: row.id(1), number: row[2], day: row.day(3), amount: Money(row[5]),
                        client: Named(id: row.id(6), name: row[7])))
            }
        }
        sheet.orders = sheet.fitting(sheet.orders, .orders, limit)
        sheet.invoices = sheet.fitting(sheet.invoices, .invoices, limit)
        sheet.payments = sheet.fitting(sheet.payments, .payments, limit)
    }
}

extension SearchSheet {
    /// The hits that a kind shows. If there are more, the sheet says so.
    mutating func fitting<Hit>(_ hits: [Hit], _ group: SearchGroup, _ limit: Int) -> [Hit] {
        guard hits.count > limit else { return hits }
        cut.append(group)
        return Array(hits.prefix(limit))
    }
}
