import Domain
import Testing

@testable import Store

/// Files of a later day that correct earlier ones, and documents whose numbers begin anew each year.
@Suite struct CorrectedFileTests {
    let imports = ImportTests()
    let desk: TemporaryDesk

    init() throws {
        desk = try TemporaryDesk()
        _ = try imports.run(desk, .clients, "key,name\nA,Alpha Clinic\nB,Beta Pharmacy\n")
    }

    private func counts(_ kind: ImportKind, _ csv: String, skipsRefused: Bool = false) throws -> [Int] {
        imports.counts(try imports.run(desk, kind, csv, skipsRefused: skipsRefused))
    }

    private func text(_ sql: String) throws -> String? {
        try desk.desk.read { try $0.first("SELECT group_concat(t, '; ') FROM (SELECT \(sql))", []) { $0[0] } }
    }

    private let paid = "number || ' ' || day || ' ' || amount || ' ' || used AS t FROM payment ORDER BY id"

    @Test func `an order or an invoice stays its client's and of its year`() throws {
        let orders = "number,client,date,note\n1,A,2025-01-15,first of 2025\n"
        let invoices = "number,client,date,amount\n1,A,2025-01-15,10\n"
        #expect(try counts(.orders, orders) == [1, 0, 0, 0] && counts(.invoices, invoices) == [1, 0, 0, 0])
        for (file, reason) in [
            ("number,client,date\n1,A,2026-01-14\n", "number: The document with this number is of 2025"),
            ("number,client,date\n1,B,2025-01-15\n", "number: The document with this number is another client's"),
        ] {
            let order = try imports.run(desk, .orders, file, skipsRefused: true)
            #expect(order.refused.first?.reason.description.hasPrefix(reason) == true)
            let invoice = try imports.run(
                desk, .invoices,
                file.replacing("date\n", with: "date,amount\n").replacing("4\n", with: "4,10\n").replacing(
                    "5\n", with: "5,10\n"), skipsRefused: true)
            #expect(invoice.refused.first?.reason.description.hasPrefix(reason) == true)
        }
        #expect(try text("number || client_id || day || note AS t FROM client_order") == "112025-01-15first of 2025")
        #expect(try counts(.orders, "number,client,date\n1/2026,B,2026-01-14\n") == [1, 0, 0, 0])
    }

    @Test func `a corrected day or amount of a settled invoice is followed`() throws {
        let header = "number,client,date,amount,settled\n"
        #expect(try counts(.invoices, header + "7,A,2026-01-01,100,2026-01-20\n") == [1, 0, 0, 0])
        #expect(try text(paid) == "7 2026-01-20 10000 10000")
        #expect(try counts(.invoices, header + "7,A,2026-01-01,100,2026-01-22\n") == [0, 1, 0, 0])
        #expect(try text(paid) == "7 2026-01-22 10000 10000")
        #expect(try counts(.invoices, header + "7,A,2026-01-01,120.50,2026-01-22\n") == [0, 1, 0, 0])
        #expect(try text(paid) == "7 2026-01-22 12050 12050")
        #expect(try counts(.invoices, header + "7,A,2026-01-01,80,2026-01-23\n") == [0, 1, 0, 0])
        #expect(try text(paid) == "7 2026-01-23 8000 8000")
        #expect(try counts(.invoices, header + "7,A,2026-01-01,80,2026-01-23\n") == [0, 0, 1, 0])
        #expect(try text("amount || ' ' || paid AS t FROM invoice") == "8000 8000")
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `a part that somebody paid before stays as it is`() throws {
        _ = try imports.run(desk, .invoices, "number,client,date,amount\n7,A,2026-01-01,100\n")
        _ = try imports.run(desk, .payments, "number,client,date,amount,invoice\n7,A,2026-01-10,40,7\n")
        #expect(
            try counts(.invoices, "number,client,date,amount,settled\n7,A,2026-01-01,100,2026-01-22\n") == [0, 1, 0, 0])
        #expect(try text(paid) == "7 2026-01-10 4000 4000; 7 2026-01-22 6000 6000")
    }

    @Test func `a payment that now names an invoice settles it`() throws {
        _ = try imports.run(
            desk, .invoices,
            "number,client,date,due,amount\n1,A,2026-01-01,2026-01-10,50\n2,A,2026-01-01,2026-01-20,80\n")
        let header = "number,client,date,amount,invoice\n"
        #expect(try counts(.payments, header + "P,A,2026-01-15,60,\n") == [1, 0, 0, 0])
        #expect(try text("number || ' ' || paid AS t FROM invoice ORDER BY id") == "1 5000; 2 1000")
        #expect(try counts(.payments, header + "P,A,2026-01-15,60,2\n") == [0, 1, 0, 0])
        #expect(try text("number || ' ' || paid AS t FROM invoice ORDER BY id") == "1 0; 2 6000")
        #expect(try counts(.payments, header + "P,A,2026-01-15,60,2\n") == [0, 0, 1, 0])
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `a payment without a number is known by its value, however it is written`() throws {
        let header = "client,date,amount\n"
        #expect(try counts(.payments, header + "A,2026-01-15,10.00\n") == [1, 0, 0, 0])
        for row in ["A,2026-01-15,10", "A,15.01.2026,\"10,00\"", "A,15 Jan 2026,10.0"] {
            #expect(try counts(.payments, header + row + "\n") == [0, 0, 1, 0], "\(row)")
        }
        #expect(try counts(.payments, header + "A,2026-01-15,11\nB,2026-01-15,10\n") == [2, 0, 0, 0])
    }

    @Test func `payments of one file are each their own, and a number that comes later joins the payment`() throws {
        let header = "number,client,date,amount\n"
        #expect(try counts(.payments, header + "5,A,2026-01-15,10\n,A,2026-01-15,10\n") == [2, 0, 0, 0])
        #expect(try counts(.payments, header + ",A,2026-01-16,10\n") == [1, 0, 0, 0])
        #expect(try counts(.payments, header + "9,A,2026-01-16,10\n") == [0, 1, 0, 0])
        #expect(try counts(.payments, header + "9,A,2026-01-16,10\n") == [0, 0, 1, 0])
    }

    @Test func `a payment that grows settles more, and an invoice without a due day moves as one`() throws {
        let header = "number,client,date,amount\n"
        _ = try imports.run(desk, .invoices, header + "1,A,2026-01-10,50\n")
        _ = try imports.run(desk, .payments, header + "P,A,2026-01-15,8\n")
        #expect(try counts(.payments, header + "P,A,2026-01-15,20\n") == [0, 1, 0, 0])
        #expect(try text("paid AS t FROM invoice") == "2000")
        #expect(try counts(.invoices, header + "1,A,2026-01-20,50\n") == [0, 1, 0, 0])
        #expect(try text("day || ' ' || due_day AS t FROM invoice") == "2026-01-20 2026-01-20")
        #expect(try Desk.check(path: desk.path) == [])
    }
}
