import Domain
import Testing

@testable import Store

@Suite struct SalesImportTests {
    let desk: TemporaryDesk
    let imports = ImportTests()

    init() throws {
        desk = try TemporaryDesk()
        _ = try imports.run(desk, .clients, "key,name\nA,Alpha\nB,Beta\n")
        _ = try imports.run(
            desk, .products,
            "key,name,group,unit,price,cost\np1,Gloves,Care,pack,10.00,6\np2,Masks,Care,pack,\"1 250,50\",\n")
    }

    func counts(_ kind: ImportKind, _ csv: String, skipsRefused: Bool = false) throws -> [Int] {
        imports.counts(try imports.run(desk, kind, csv, skipsRefused: skipsRefused))
    }

    func number(_ sql: String) throws -> Int { try desk.desk.read { try $0.count(sql) } }

    @Test func `an order counts only once it has shipped, on the day of shipping`() throws {
        let file =
            "number,client,date,shipped,status\n1,A,2025-12-30,2026-01-02,\n2,Beta,2026-02-01,,\n3,B,2026-02-01,,draft\n"
        #expect(try counts(.orders, file) == [3, 0, 0, 0])
        #expect(try counts(.orders, file) == [0, 0, 3, 0])
        #expect(
            try counts(
                .orderLines, "order,product,quantity,price,discount,cost\n1,p1,3,,15%,\n2,p1,5,,,\n1,Masks,2,,10%,\n")
                == [3, 0, 0, 0])
        #expect(try number("SELECT sum(turnover) FROM desk_month") == 2550 + 225090)
        #expect(try number("SELECT sum(income) FROM desk_month") == 2550 - 1800)
        #expect(try number("SELECT sum(unknown) FROM desk_month") == 225090)
        #expect(try counts(.orders, "number,client,shipped\n2,B,2026-02-03\n") == [0, 1, 0, 0])
        #expect(try number("SELECT sum(turnover) FROM desk_month WHERE month = 2026 * 12 + 1") == 5000)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `two rows for one order and product become two lines`() throws {
        _ = try counts(.orders, "number,client,shipped\n1,A,2026-01-02\n")
        let file = "order,product,quantity,price\n1,p1,3,10\n1,p1,1,0\n"
        #expect(try counts(.orderLines, file) == [2, 0, 0, 0])
        #expect(try counts(.orderLines, file) == [0, 0, 2, 0])
        #expect(try counts(.orderLines, "order,product,quantity,price\n1,p1,3,10\n1,p1,2,0\n") == [0, 1, 1, 0])
    }

    @Test func `an invoice with a day of settlement gets one payment on that day`() throws {
        let file =
            "number,client,date,due,amount,disputed,settled\n7,A,2025-12-01,2025-12-31,100.10,No,2026-01-20\n8,B,2026-01-01,2026-01-31,50,Yes,\n"
        #expect(try counts(.invoices, file) == [2, 0, 0, 0])
        #expect(try counts(.invoices, file) == [0, 0, 2, 0])
        #expect(try number("SELECT count(*) FROM invoice WHERE settled_day = '2026-01-20' AND paid = 10010") == 1)
        #expect(try number("SELECT n FROM tally WHERE name = 'open_invoice'") == 1)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `a payment settles the invoice it names, or the first due, and the rest is an advance`() throws {
        _ = try counts(
            .invoices,
            "number,client,date,due,amount\n1,A,2026-01-01,2026-02-01,10\n2,A,2026-01-01,2026-01-15,10\n3,A,2026-01-01,2026-03-01,10\n"
        )
        let file = "number,client,date,amount,invoice\nx,A,2026-02-10,5,3\ny,A,2026-02-11,13,\nz,A,2026-02-12,40,\n"
        #expect(try counts(.payments, file) == [3, 0, 0, 0])
        #expect(try counts(.payments, file) == [0, 0, 3, 0])
        #expect(try number("SELECT count(*) FROM invoice WHERE paid < amount") == 0)
        #expect(try number("SELECT sum(amount - used) FROM payment") == 2800)
        #expect(
            try number(
                "SELECT a.amount FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN invoice i ON i.id = a.invoice_id WHERE p.number = 'y' AND i.number = '1'"
            ) == 300)
        // The advance settles what is invoiced next.
        _ = try counts(.invoices, "number,client,date,due,amount\n4,A,2026-03-01,2026-04-01,20\n")
        #expect(try number("SELECT sum(amount - used) FROM payment") == 800)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `hundreds of rows for one product in an order become as many lines`() throws {
        _ = try counts(.orders, "number,client,shipped\n1,A,2026-01-02\n")
        let file = "order,product,quantity,price\n" + (1...300).map { "1,p1,\($0),10\n" }.joined()
        #expect(try counts(.orderLines, file) == [300, 0, 0, 0])
        #expect(try counts(.orderLines, file) == [0, 0, 300, 0])
    }

    @Test func `a refused row writes nothing`() throws {
        _ = try counts(.payments, "number,client,date,amount\nH1,A,2026-01-10,5\n")
        // The invoice could be written, but the payment that settles it is there with another amount.
        let file = "number,client,date,amount,settled\nH1,A,2026-01-01,500,2026-01-10\n"
        let report = try desk.desk.importFile(
            .invoices, path: desk.file(file), ImportOptions(map: "", skipsRefused: true),
            at: TemporaryDesk.noon
        ) { _, _ in }
        #expect(imports.counts(report) == [0, 0, 0, 1])
        #expect(try number("SELECT count(*) FROM invoice") == 0)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `a client name that two clients share is refused`() throws {
        _ = try counts(.clients, "key,name\nT1,Twin\nT2,Twin\n")
        let report = try imports.run(desk, .orders, "number,client\n1,Twin\n")
        #expect(report.refused.map(\.reason) == [.problems(Problems(["client": .ambiguous]))])
    }

    @Test func `an import finds payments without a number by day and amount`() throws {
        let first = "client,date,amount\nA,2026-01-10,100\n"
        #expect(try counts(.payments, first) == [1, 0, 0, 0])
        #expect(try counts(.payments, "client,date,amount\nA,2026-01-10,250\n") == [1, 0, 0, 0])
        #expect(try counts(.payments, first) == [0, 0, 1, 0])
    }

    @Test func `a rehearsal refuses a quantity smaller than what was returned, as the import does`() throws {
        _ = try counts(.orders, "number,client,shipped\n1,A,2026-01-02\n")
        _ = try counts(.orderLines, "order,product,quantity,price\n1,p1,10,10\n")
        try desk.write { write in
            let line = try write.read.line(OrderLine.ID(1))
            var worth = line.draft.worth
            worth.quantity = Quantity(thousandths: 8000)
            try write.addReturn(GoodsReturnDraft(day: Day("2026-01-05")!, worth: worth, reason: "broken"), of: line.id)
        }
        #expect(try counts(.orderLines, "order,product,quantity\n1,p1,5\n") == [0, 0, 0, 1])
    }

    @Test(
        arguments: [
            (.orders, "number,client\n,A\n", "number: Please fill this in."),
            (.orders, "number,client,date,shipped\n1,A,2026-01-01,2062-01-01\n", "shipped: This day has not come yet."),
            (.payments, "client,date,amount\nA,2062-01-01,1\n", "date: This day has not come yet."),
            (
                .invoices, "number,client,date,amount,settled\n1,A,2026-01-01,1,2062-01-01\n",
                "settled: This day has not come yet."
            ),
            (.products, "name,price\nx,999999999999999\n", "price: More than the desk can compute with."),
            (.orders, "number,client\n1,Nobody\n", "client: Nothing here has this name."),
            (.orders, "number,client,status\n1,A,shipped\n", "shipped: Please fill this in."),
            (
                .orders, "number,client,status,shipped\n1,A,draft,2026-01-01\n",
                "shipped: Only what is shipped, delivered or closed has a shipped day."
            ),
            (.orders, "number,client,kam\n1,A,Nobody\n", "kam: Nothing here has this name."),
            (.orders, "number,client\n1,A\n1,B\n", "this is the same as on line 2"),
            (.orderLines, "order,product,quantity\n9,p1,1\n", "order: Nothing here has this name."),
            (
                .products, "name,price\nPads,1.2345\n",
                "price: Not an amount: write it as 1234.50, with at most 2 decimals."
            ),
            (.products, "name,price\nPads,-1\n", "price: Not an amount: write it as 1234.50, with at most 2 decimals."),
            (
                .invoices, "number,client,amount\n1,A,x\n",
                "amount: Not an amount: write it as 1234.50, with at most 2 decimals."
            ),
            (
                .invoices, "number,client,date,due,amount\n1,A,2026-01-02,2026-01-01,1\n",
                "due: The end is before the beginning."
            ),
            (
                .payments, "client,date,amount,invoice\nA,2026-01-01,1,404\n",
                "invoice: Nothing here has this name."
            ),
        ] as [(ImportKind, String, String)])
    func `a row that breaks a rule is refused with the reason`(kind: ImportKind, file: String, reason: String) throws {
        #expect(try imports.run(desk, kind, file).refused.last?.reason.description == reason)
        #expect(try number("SELECT count(*) FROM client_order") == 0)
    }
}
