import Domain
import Foundation
import Store
import Testing

@Suite struct MoneyTests {
    let program: Program

    init() throws { program = try Program() }

    /// What money.py prints, as a file or as text.
    func computed(_ arguments: [String]) throws -> String {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("money.py").path
        let run = try Program.run(URL(fileURLWithPath: "/usr/bin/env"), ["python3", script] + arguments)
        #expect(run.status == 0, "\(run.errors)")
        return run.output
    }

    func written(_ text: String, _ name: String) throws -> String {
        let file = program.folder.appendingPathComponent(name)
        try Data(text.utf8).write(to: file)
        return file.path
    }

    /// Imports a file twice: the second time all is the same.
    func importTwice(_ kind: String, _ file: String, _ options: [String] = [], rows: Int) throws {
        let first = try program.importing(kind, file, options)
        #expect(
            first.output.hasPrefix("\(rows) new, 0 changed, 0 the same, 0 refused\n"),
            "\(kind): \(first.output) \(first.errors)")
        #expect(try program.importing(kind, file, options).output == "0 new, 0 changed, \(rows) the same, 0 refused\n")
    }

    @Test func `Northwind's turnover and income are what its lines say, by client and month`() throws {
        let folder = try Program.data("sales_northwind")
        try importTwice("clients", folder + "/customers.csv", ImportTests.northwind, rows: 91)
        try importTwice("products", written(computed(["northwind-products", folder]), "products.csv"), rows: 77)
        try importTwice(
            "orders", folder + "/orders.csv",
            ["--map", "number=orderID,client=customerID,date=orderDate,shipped=shippedDate", "--null", "NULL"],
            rows: 830)
        try importTwice(
            "order-lines", folder + "/order_details.csv", ["--map", "order=orderID,product=productID,price=unitPrice"],
            rows: 2155)
        let differences = try computed(["northwind", program.desk, folder])
        #expect(differences.split(separator: "\n").count == 1, "\(differences)")
        #expect(differences.contains(" turnover,"))
        #expect(try program.run(["check", "--desk", program.desk]).output == "\(program.desk): sound\n")
    }

    @Test func `the ageing of the receivables is what their days say, on any day`() throws {
        let folder = try Program.data("receivables")
        let clients = try String(contentsOfFile: folder + "/invoices.csv", encoding: .utf8).split(separator: "\n")
            .dropFirst().map {
                String($0.split(separator: ",")[1])
            }
        try importTwice(
            "clients", written("name\n" + Set(clients).sorted().joined(separator: "\n") + "\n", "clients.csv"),
            rows: Set(clients).count)
        let map =
            "number=invoice_number,client=customer_id,date=invoice_date,due=due_date,amount=invoice_amount,settled=settled_date"
        try importTwice("invoices", folder + "/invoices.csv", ["--map", map], rows: 1215)
        let desk = try Desk(path: program.desk)
        for day in ["2012-02-01", "2012-07-15", "2013-01-15", "2013-06-30", "2013-12-31"] {
            let ageing = try desk.read { try $0.ageing(of: nil, on: Day(day)!) }
            let rows =
                ageing.rows.map { "\($0.band.rawValue) \($0.open.minor) \($0.disputed.minor)" }.joined(separator: "\n")
                + "\n"
            #expect(try rows == computed(["receivables", folder, day]), "\(day)")
            if day == "2013-01-15" {
                #expect(ageing.rows[0].open == Money(281_834) && ageing.rows[1].open == Money(21_536))
                #expect(ageing.rows[0].disputed == Money(36_049) && ageing.rows[1].disputed == Money(14_829))
            }
        }
        let totals = try desk.read { read in
            try Set(clients).map { name in
                try read.ageing(of: try #require(read.clientsNamed(name).clients.first).id, on: Day("2013-01-15")!).open
            }.reduce(.zero, +)
        }
        #expect(totals == Money(281_834 + 21_536))
        try desk.close()
        #expect(try program.run(["check", "--desk", program.desk]).output == "\(program.desk): sound\n")
    }

    @Test func `CDNOW's purchases come in, those of nothing among them`() throws {
        let folder = try Program.data("orders_cdnow")
        for (kind, what) in [("clients", "clients"), ("products", ""), ("orders", "orders"), ("order-lines", "lines")] {
            let text = what.isEmpty ? "key,name\nCD,Compact disc\n" : try computed(["cdnow", folder, what])
            let rows = text.split(separator: "\n").count - 1
            try importTwice(kind, written(text, kind + ".csv"), rows: rows)
            if kind == "orders" { #expect(rows == 8694) }
        }
        #expect(try program.run(["check", "--desk", program.desk]).status == 0)
    }
}
