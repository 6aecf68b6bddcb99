import Domain
import Foundation
import Testing

@testable import Demo
@testable import Store

@Suite struct UndoTests {
    /// A file of a kind that adds some records to a desk and changes others.
    static func file(_ kind: ImportKind, _ random: inout SplitMix) -> String {
        func amount() -> String { "\(random.below(500)).\(10 + random.below(90))" }
        func day() -> String { (TemporaryDesk.today - random.below(600)).iso }
        var rows: [String] = []
        for _ in 0..<12 {
            let client = "C\(1 + random.below(3))"
            switch kind {
            case .clients:
                rows.append(
                    "C\(1 + random.below(9)),Name \(random.below(99)),Town \(random.below(9)),\(["", "Marta", "Pavel"][random.below(3)])"
                )
            case .people:
                rows.append("E\(random.below(6)),Person \(random.below(9)),\(client),Doctor \(random.below(4))")
            case .posts:
                rows.append("E\(random.below(6)),\(client),Doctor \(random.below(4)),user,,\(day())")
            case .ties:
                rows.append(
                    "E\(random.below(6)),E\(random.below(6)),\(random.pick(TieKind.allCases).rawValue),,\(1 + random.below(4))"
                )
            case .assessments:
                rows.append("E\(random.below(6)),\(client),2026-02-0\(1 + random.below(3)),\(random.below(7)),,")
                rows.append("E\(random.below(6)),\(client),2026-02-01,,\(random.below(3)),Rival \(random.below(2))")
            case .products:
                rows.append("P\(1 + random.below(6)),Thing \(random.below(99)),Group \(random.below(3)),\(amount())")
            case .orders: rows.append("\(1 + random.below(40)),\(client),\(day()),")
            case .orderLines:
                rows.append("\(1 + random.below(40)),P\(1 + random.below(3)),\(1 + random.below(9)),\(amount())")
            case .invoices:
                rows.append(
                    "I\(random.below(20)),\(client),2024-01-01,\(amount()),\(random.below(2) == 0 ? day() : "")")
            case .payments: rows.append("B\(random.below(20)),\(client),\(day()),\(amount())")
            case .events:
                rows.append(
                    "Event \(random.below(3)),own,2026-01-0\(1 + random.below(2)),\(["", "100", "200"][random.below(3)]),E\(random.below(6)),\(random.pick(GuestStanding.allCases).rawValue)"
                )
            case .tenders:
                rows.append("T\(random.below(9)),Tender \(random.below(99)),\(client),223,\(day())")
            case .lots:
                rows.append(
                    "L\(random.below(9)),T\(random.below(9)),Lot \(random.below(99)),\(amount()),\(["lost", "won"][random.below(2)]),price"
                )
            case .bids:
                rows.append("L\(random.below(9)),NA\(random.below(3)),\(amount()),\(["t", "f"][random.below(2)])")
            case .periods:
                rows.append("Period \(random.below(9)),\(TemporaryDesk.today.iso),2027-0\(1 + random.below(9))-01")
            case .calendar: rows.append("\(2026 + random.below(6)),0\(1 + random.below(9))-15,A law")
            case .plans:
                rows.append("company,-,turnover,\(["2026", "2026 Q4"][random.below(2)]),\(amount())")
            case .evidence:
                rows.append("\(client),budget,Claim \(random.below(4)),Visit,2026-02-0\(1 + random.below(3)),assumed")
            case .objectives:
                rows.append("\(client),theirs,Goal \(random.below(4)),2026-12-0\(1 + random.below(9)),open")
            case .papers: rows.append("licence,L\(random.below(9)),P\(1 + random.below(3)),\(day())")
            }
        }
        let header =
            switch kind {
            case .clients: "key,name,city,kam"
            case .people: "key,name,client,title"
            case .posts: "person,client,title,role,start,end"
            case .ties: "from,to,kind,start,strength"
            case .assessments: "person,client,day,power,stance,competitor"
            case .products: "key,name,group,price"
            case .orders: "number,client,shipped,note"
            case .orderLines: "order,product,quantity,price"
            case .invoices: "number,client,date,amount,settled"
            case .payments: "number,client,date,amount"
            case .events: "name,kind,start,cost,person,standing"
            case .tenders: "number,title,client,procedure,announced"
            case .lots: "key,tender,subject,start,outcome,reason"
            case .bids: "lot,inn,price,winner"
            case .papers: "kind,number,product,issued"
            case .periods: "name,from,to"
            case .calendar: "year,free,source"
            case .plans: "scope,name,metric,period,target"
            case .evidence: "client,kind,claim,source,day,grade"
            case .objectives: "client,side,text,due,state"
            }
        return ([header] + rows).joined(separator: "\n") + "\n"
    }

    @Test(arguments: 1...6)
    func `an import that is undone leaves the desk as it was`(seed: Int) throws {
        var trade = try Trade(seed: UInt64(seed))
        var random = SplitMix(seed: UInt64(seed) + 100)
        for _ in 0..<60 { _ = try trade.step() }
        for kind in ImportKind.allCases {
            let before = try DeskContents.all(trade.desk.desk)
            let report = try trade.desk.desk.importFile(
                kind, path: trade.desk.file(UndoTests.file(kind, &random)),
                ImportOptions(map: "", skipsRefused: true), at: TemporaryDesk.noon
            ) { _, _ in }
            #expect(try Desk.check(path: trade.desk.path) == [], "\(kind)")
            guard let id = report.id else { continue }
            #expect(try trade.desk.desk.undoImport(id, at: TemporaryDesk.noon) { _, _ in } == [])
            let after = try DeskContents.all(trade.desk.desk)
            for (table, rows) in before { #expect(after[table] == rows, "\(kind): \(table)") }
            #expect(try Desk.check(path: trade.desk.path) == [], "\(kind) undone")
            // The same again, to stay, so that the next kind finds something.
            _ = try trade.desk.desk.importFile(
                kind, path: trade.desk.file(UndoTests.file(kind, &random)),
                ImportOptions(map: "", skipsRefused: true), at: TemporaryDesk.noon
            ) { _, _ in }
        }
    }

    @Test func `an import is not undone if its records were changed or are needed, and they are named`() throws {
        let desk = try TemporaryDesk()
        let imports = ImportTests()
        let id = try #require(try imports.run(desk, .clients, "key,name\nA,Alpha\nB,Beta\nC,Gamma\n").id)
        try desk.write { write in
            var alpha = try write.read.client(Client.ID(1)).draft
            alpha.city = "Kazan"
            try write.changeClient(Client.ID(1), from: 1, alpha)
        }
        #expect(
            try desk.desk.undoImport(id) { _, _ in } == [
                Obstacle(subject: .client, record: 1, title: "Alpha", isChanged: true)
            ])
        let second = try #require(try imports.run(desk, .products, "key,name\np,Gloves\n").id)
        try desk.write { write in
            let order = try write.addOrder(OrderDraft(client: Client.ID(2), day: write.today, status: .accepted))
            try write.addLine(
                OrderLineDraft(
                    product: Product.ID(1),
                    worth: Worth(quantity: Quantity(thousandths: 1000), price: Money(5), cost: nil)), to: order)
        }
        #expect(
            try desk.desk.undoImport(second) { _, _ in } == [
                Obstacle(subject: .product, record: 1, title: "Gloves", isChanged: false)
            ])
        #expect(try desk.desk.read { try $0.frame.tallies.clients } == 3)
        #expect(throws: Refusal.notFound) { try desk.desk.undoImport(Import.ID(99)) { _, _ in } }
    }

    @Test func `imports are taken back newest first, all the way down, and one that was is in nobody's way`() throws {
        let desk = try TemporaryDesk()
        let imports = ImportTests()
        let before = try DeskContents.all(desk.desk)
        var ids: [Import.ID] = []
        for city in ["Kazan", "Ufa", "Omsk"] {
            ids.append(
                try #require(try imports.run(desk, .clients, "key,name,city\nA,Alpha,\(city)\nB,Beta,\(city)\n").id))
            ids.append(
                try #require(
                    try imports.run(desk, .invoices, "number,client,date,amount,note\n1,A,2026-01-01,10,\(city)\n").id))
        }
        for id in ids.prefix(4) { #expect(try desk.desk.undoImport(id) { _, _ in } != [], "\(id.number)") }
        for id in ids.reversed() { #expect(try desk.desk.undoImport(id) { _, _ in } == [], "\(id.number)") }
        let after = try DeskContents.all(desk.desk)
        for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
        #expect(throws: Refusal.notFound) { try desk.desk.undoImport(ids[0]) { _, _ in } }
        let again = try #require(try imports.run(desk, .clients, "key,name\nA,Alpha\n").id)
        #expect(try desk.desk.undoImport(again) { _, _ in } == [])
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `an import is not undone after a payment has used the amount that it changed`() throws {
        let desk = try TemporaryDesk()
        let imports = ImportTests()
        let client = try desk.addClient("Alpha", key: "A")
        try desk.write { write in
            try write.addInvoice(
                InvoiceDraft(number: "U1", day: write.today, due: write.today, amount: Money(10_000)), of: client)
        }
        let id = try #require(try imports.run(desk, .invoices, "number,client,amount\nU1,A,200\n").id)
        try desk.write { write in
            try write.addPayment(PaymentDraft(number: "p", day: write.today, amount: Money(20_000)), of: client)
        }
        #expect(
            try desk.desk.undoImport(id) { _, _ in } == [
                Obstacle(subject: .invoice, record: 1, title: "U1", isChanged: false)
            ])
        #expect(try desk.desk.read { try $0.importRecord(id).state } == .done)
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test func `an interrupted import is undone when a program next opens the desk`() throws {
        let desk = try TemporaryDesk()
        let before = try DeskContents.all(desk.desk)
        try desk.write { write in
            var write = write
            write.importID = try write.beginImport(.clients, file: "clients.csv", map: "")
            try write.addClient(ClientDraft(name: "Half", kind: .other))
        }
        try desk.desk.close()
        let again = try Desk(path: desk.path)
        defer { try? again.close() }
        let after = try DeskContents.all(again)
        for (table, rows) in before { #expect(after[table] == rows, "\(table)") }
        #expect(try again.read { try $0.importList().imports.map(\.state) } == [.undone])
    }
}
