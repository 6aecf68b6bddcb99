import Domain
import Testing

@testable import Store

/// Files that other programs wrote: what they leave open is asked, and everything else is read as it was meant.
@Suite struct ReadingTests {
    let imports = ImportTests()
    let desk: TemporaryDesk

    init() throws {
        desk = try TemporaryDesk()
        _ = try imports.run(desk, .clients, "key,name\nACME,Acme Medical Ltd\n")
    }

    private func questions(
        _ kind: ImportKind, _ csv: String, _ said: (inout Conventions) -> Void = { _ in }
    ) -> [FileQuestion] {
        do {
            _ = try imports.run(desk, kind, csv, rehearsal: true, said)
            return []
        } catch ImportRefusal.open(let questions) { return questions } catch {
            Issue.record(error)
            return []
        }
    }

    private func texts(_ sql: String) throws -> [String] { try desk.desk.read { try $0.rows(sql, []) { $0[0] } } }

    @Test func `a lone mark before three digits is asked about, and said once for the file`() throws {
        let file =
            "number,client,date,due,amount\nT1,ACME,2026-01-01,2026-01-31,\"12,500\"\nT2,ACME,2026-01-01,2026-01-31,\"1,000\"\n"
            + "T4,ACME,2026-01-01,2026-01-31,1.500\nT7,ACME,2026-01-01,2026-01-31,\"250,000\"\n"
        #expect(questions(.invoices, file) == [.decimal(line: 2, column: "amount", cell: "12,500")])
        _ = try imports.run(desk, .invoices, file) { $0.decimal = .point }
        #expect(try texts("SELECT group_concat(amount, ' ') FROM invoice") == ["1250000 100000 150 25000000"])
    }

    @Test func `one cell of a column can settle the others`() throws {
        let file = "number,client,date,amount\n1,ACME,2026-01-01,1.500\n2,ACME,2026-01-01,\"2.000,25\"\n"
        #expect(questions(.invoices, file) == [])
        _ = try imports.run(desk, .invoices, file)
        #expect(try texts("SELECT group_concat(amount, ' ') FROM invoice") == ["150000 200025"])
        // Two columns share the habits of one file.
        _ = try imports.run(desk, .products, "name,price,cost\nA,\"1,500\",\"1,499.99\"\n")
        #expect(try texts("SELECT price || ' ' || cost FROM product") == ["150000 149999"])
    }

    @Test func `quantities and discounts are asked about too`() throws {
        _ = try imports.run(desk, .products, "name,price\nGloves,1\nMasks,1\nGowns,1\nCaps,1\nTubes,1\n")
        _ = try imports.run(
            desk, .orders, "number,client,date,shipped,status\nQ-1,ACME,2026-01-01,2026-01-02,delivered\n")
        let file =
            "order,product,quantity,price,discount\nQ-1,Gloves,\"1,500\",100,\nQ-1,Masks,10,50,5\nQ-1,Gowns,10,50,0.5\nQ-1,Caps,10,50,\"5,00\"\nQ-1,Tubes,\"12.500\",1,10%\n"
        #expect(
            questions(.orderLines, file) == [
                .decimal(line: 2, column: "quantity", cell: "1,500"),
                .discount(line: 4, column: "discount", cell: "0.5"),
            ])
        _ = try imports.run(desk, .orderLines, file) { ($0.decimal, $0.discount) = (.point, .percent) }
        #expect(
            try texts("SELECT group_concat(quantity || ' ' || discount, ', ') FROM order_line") == [
                "1500000 0, 10000 500, 10000 50, 10000 500, 12500 1000"
            ])
    }

    @Test func `discounts above one are per cent, and many below one are shares`() throws {
        _ = try imports.run(desk, .products, "name,price\nA,100\n")
        _ = try imports.run(desk, .orders, "number,client,date\n1,ACME,2026-01-01\n2,ACME,2026-01-01\n")
        let header = "order,product,quantity,discount\n"
        #expect(questions(.orderLines, header + "1,A,1,5\n1,A,1,15\n") == [])
        _ = try imports.run(desk, .orderLines, header + "1,A,1,5\n1,A,1,15\n")
        _ = try imports.run(desk, .orderLines, header + String(repeating: "2,A,1,0.15\n", count: 10))
        #expect(try texts("SELECT DISTINCT discount FROM order_line ORDER BY 1") == ["500", "1500"])
        #expect(
            questions(.orderLines, header + "1,A,1,0.15\n").count == 1
                && questions(.orderLines, header + "1,A,1,1\n").count == 1)
    }

    @Test func `a day with thirty in second place says that months stand first`() throws {
        let file = "name,client,birthday\nP1,ACME,07/30/1980\nP2,ACME,07/06/1980\n"
        _ = try imports.run(desk, .people, file)
        #expect(try texts("SELECT birthday FROM person ORDER BY name") == ["1980-07-30", "1980-07-06"])
        let open = "name,birthday\nP3,07/06/1980\n"
        #expect(questions(.people, open) == [.dates(line: 2, column: "birthday", cell: "07/06/1980")])
        _ = try imports.run(desk, .people, open) { $0.dates = .dayFirst }
        #expect(try texts("SELECT birthday FROM person WHERE name = 'P3'") == ["1980-06-07"])
        #expect(questions(.people, "name,birthday\nP4,07.06.1980\nP5,1980-06-07\n") == [])
    }

    @Test(
        arguments: [
            ("--07-30", "0004-07-30"), ("30.07", "0004-07-30"), ("30 июля", "0004-07-30"), ("29.02", "0004-02-29"),
            ("30.07.1980", "1980-07-30"), ("Jul 30, 1980", "1980-07-30"), ("30 июля 1980 г.", "1980-07-30"),
        ])
    func `a birthday may lack its year`(typed: String, stored: String) throws {
        _ = try imports.run(desk, .people, "name,birthday\nP,\"\(typed)\"\n")
        #expect(try texts("SELECT birthday FROM person") == [stored])
        #expect(try Desk.check(path: desk.path) == [])
    }

    @Test(
        arguments: ["30.07.80", "31.04", "30.07.1980 в 5", "30.07.198", "46000"])
    func `a birthday that could be another is refused`(typed: String) throws {
        #expect(try imports.run(desk, .people, "name,birthday\nP,\(typed)\n").refused.map(\.line) == [2])
    }

    @Test func `titles above the header and totals below the rows are no records`() throws {
        let file =
            "Справочник «Контрагенты»;;;\r\nПериод: 2026 г.;;\r\n;;\r\nНаименование;Город;ИНН\r\nКлиника Мак;Муром;7707083893\r\nИтого;1;\r\n"
        let report = try imports.run(desk, .clients, file)
        #expect(imports.counts(report) == [1, 0, 0, 0])
        #expect(report.survey?.conventions.firstRow == 4 && report.survey?.conventions.skipLast == 1)
        #expect(try texts("SELECT name || ' ' || inn FROM client WHERE id > 1") == ["Клиника Мак 7707083893"])
        let named = try imports.run(
            desk, .clients, "Отчёт,за,год\nИмя,Куда,\nТест,Муром,\n", map: "name=#1", rehearsal: true
        ) {
            $0.firstRow = 2
        }
        #expect(named.added == 1 && named.unused == ["Куда", ""])
    }

    @Test(arguments: ["Итого-Сервис,Тула", "Total,Paris", "Total Care GmbH,", "Total,", "Sum Ltd,5"])
    func `a last row that only sounds like a total is a record`(row: String) throws {
        let report = try imports.run(desk, .clients, "name,city\nA,Omsk\n\(row)\n")
        #expect(report.added == 2 && report.survey?.conventions.skipLast == 0)
    }

    @Test(arguments: ["Total,5", "Итого:,\"1 234,50\"", "Итого за ноябрь,98 000.00 €", "GRAND TOTAL,-5"])
    func `a last row of a word for total and numbers is none`(row: String) throws {
        let report = try imports.run(desk, .clients, "name,city\nA,Omsk\n\(row)\n")
        #expect(report.added == 1 && report.survey?.conventions.skipLast == 1)
    }

    @Test func `the first row that names what is needed is the header, whatever stands below it`() throws {
        let file =
            "number,client,date,amount\nA,ACME,2026-01-01,5\nB,ACME,2026-01-01,6\nNumber,Client,Date,Amount,Note\nD,ACME,2026-01-01,7,\n"
        let report = try imports.run(desk, .invoices, file, skipsRefused: true)
        #expect(report.added == 3 && report.refused.map(\.line) == [4])
        #expect(
            try imports.run(desk, .clients, "name\nA\nname,city\nB,X\n", rehearsal: true).survey?.conventions.firstRow
                == 1)
    }

    @Test func `a subtotal within the file is refused, unless the user says that no row is a total`() throws {
        let file = "name,city\nA,X\nSubtotal,5\nB,Y\nTotal,7\n"
        let report = try imports.run(desk, .clients, file, skipsRefused: true)
        #expect(report.added == 2 && report.refused.map(\.reason) == [.total] && report.survey?.totals == ["Total 7"])
        #expect(try imports.run(desk, .clients, file, rehearsal: true) { $0.skipLast = 0 }.added == 2)
    }

    @Test func `an import that follows a rehearsal reads the file as the rehearsal did`() throws {
        let path = try desk.file("name,city\nA,X\nSubtotal,5\nB,Y\n")
        let rehearsal = try desk.desk.rehearse(.clients, path: path, ImportOptions(map: ""), at: TemporaryDesk.noon) {
            _, _ in
        }
        var said = Conventions()
        said.skipLast = rehearsal.survey?.conventions.skipLast
        let options = ImportOptions(map: "", said: said, survey: rehearsal.survey, skipsRefused: true)
        let report = try desk.desk.importFile(.clients, path: path, options, at: TemporaryDesk.noon) { _, _ in }
        #expect(imports.counts(report) == imports.counts(rehearsal) && report.refused.map(\.reason) == [.total])
    }

    @Test func `what every row has is asked about like a cell`() throws {
        let file = "number,client,amount\n1,ACME,5\n"
        #expect(throws: ImportRefusal.self) { try imports.run(desk, .invoices, file, set: "date=07/06/2026") }
        #expect(throws: ImportRefusal.self) {
            try imports.run(desk, .invoices, "number,client\n1,ACME\n", set: "amount=\"1,500\"")
        }
        _ = try imports.run(desk, .invoices, file, set: "date=07/06/2026") { $0.dates = .monthFirst }
        #expect(try texts("SELECT day FROM invoice") == ["2026-07-06"])
    }

    @Test func `a birthday of two small numbers is asked about, points excepted`() throws {
        let open = "name,birthday\nP,07/06\n"
        #expect(questions(.people, open) == [.dates(line: 2, column: "birthday", cell: "07/06")])
        _ = try imports.run(desk, .people, "name,birthday\nP,07/06\nQ,06/13\nR,07.06\n")
        #expect(try texts("SELECT birthday FROM person ORDER BY name") == ["0004-07-06", "0004-06-13", "0004-06-07"])
    }

    @Test func `a family name in a column of its own is not lost`() throws {
        for header in ["Фамилия,Имя", "Name,Surname", "Nachname,Name", "Last Name,First Name"] {
            #expect(throws: ImportRefusal.self, "\(header)") {
                try imports.run(desk, .people, header + "\nИванов,Иван\n")
            }
        }
        _ = try imports.run(desk, .people, "Фамилия,Имя\nИванов,Иван\n", map: "name=Фамилия+Имя")
        #expect(try texts("SELECT name FROM person") == ["Иванов Иван"])
    }

    @Test(arguments: ["26/03/10", "26-03-10", "07.30.1980"])
    func `a day that could begin with its year, or breaks its own rule, is refused`(day: String) throws {
        let report = try imports.run(
            desk, .invoices, "number,client,date,amount\n1,ACME,\(day),5\n", skipsRefused: true)
        #expect(report.refusedCount == 1)
    }

    @Test func `slashes say nothing about points`() throws {
        _ = try imports.run(desk, .orders, "number,client,date,shipped\nZ,ACME,07.01.2026,01/13/2026\n")
        #expect(try texts("SELECT day || ' ' || shipped_day FROM client_order") == ["2026-01-07 2026-01-13"])
    }

    @Test func `a discount of five and an eighth per cent is no five thousand`() throws {
        #expect(questions(.orderLines, "order,product,quantity,discount\n1,A,1,5.125%\n") == [])
    }

    @Test(arguments: ["key,name\n1.23E+10,A\n", "name,phone\nA,7.49511E+10\n"])
    func `a rounded number is refused in a text too`(file: String) throws {
        #expect(try imports.run(desk, .clients, file, skipsRefused: true).refused.count == 1)
    }

    @Test func `a field is named once`() throws {
        #expect(throws: ImportRefusal.self) {
            try imports.run(desk, .clients, "name,city\nA,B\n", map: "name=name,name=city")
        }
        #expect(throws: ImportRefusal.self) {
            try imports.run(desk, .clients, "name\nA\n", set: "kind=hospital,kind=other")
        }
        #expect(throws: ImportRefusal.self) {
            try imports.run(desk, .products, "name,a,b\nA,1,500\n", map: "price=a+b")
        }
    }

    @Test func `cells that are missing at the end of a row are empty, and rows of delimiters are none`() throws {
        let report = try imports.run(
            desk, .clients, "name,city,phone,web\nС1,Муром,1,\nС2,Муром\n,,,\n , \nС3,Муром,2\n")
        #expect(imports.counts(report) == [3, 0, 0, 0])
    }

    @Test(
        arguments: [
            ("7707\u{A0}083\u{A0}893", "7707083893", ""), ("7707083893.0", "7707083893", ""),
            ("'7707083893", "7707083893", ""),
            ("\"=\"\"7707083893\"\"\"", "7707083893", ""), ("7707-083-893", "7707083893", ""),
            ("\u{202A}7707083893\u{202C}", "7707083893", ""), ("7707083893/770801001", "7707083893", "770801001"),
        ])
    func `an INN is read with what spreadsheets and invoices put around it`(cell: String, inn: String, kpp: String)
        throws
    {
        let report = try imports.run(desk, .clients, "name,inn\nA,\(cell)\n")
        #expect(imports.counts(report) == [1, 0, 0, 0])
        #expect(try texts("SELECT inn || ' ' || coalesce(kpp, '') FROM client WHERE name = 'A'") == ["\(inn) \(kpp)"])
        #expect(imports.counts(try imports.run(desk, .clients, "name,inn\nA,\(cell)\n")) == [0, 0, 1, 0])
    }

    @Test func `a number that a spreadsheet has rounded is refused as what it is`() throws {
        let report = try imports.run(desk, .clients, "name,inn\nA8,7.70708E+09\nA2,770708389\n", skipsRefused: true)
        #expect(report.refused.map { $0.reason.description.contains("rounded") } == [true, false])
    }

    @Test func `two columns make one name, and a constant stands in every row`() throws {
        let file =
            "Record ID,First Name,Last Name,Associated Company\n101,Anna,Petrova,Acme Medical Ltd\n102,Boris,,Acme Medical Ltd\n"
        _ = try imports.run(
            desk, .people, file, map: "key=Record ID,name=Last Name+First Name,client=Associated Company",
            set: "title=Chief,vip=yes")
        #expect(try texts("SELECT name FROM person ORDER BY name") == ["Boris", "Petrova Anna"])
        #expect(try texts("SELECT DISTINCT title FROM post") == ["Chief"])
        #expect(try texts("SELECT count(*) FROM person WHERE is_vip") == ["2"])
    }

    @Test func `a rehearsal shows each cell beside what was read, and what each column holds`() throws {
        let file = "number,client,date,amount\n1,ACME,03/13/2026,\"1,500\"\n2,ACME,02/01/2026,\"10.5\"\n3,,,x\n"
        let report = try imports.run(desk, .invoices, file, rehearsal: true)
        #expect(report.read.map(\.outcome) == [.added, .added, .refused])
        #expect(
            report.read[0].cells["date"] == .init(raw: "03/13/2026", read: "2026-03-13")
                && report.read[2].refused.contains("client"))
        #expect(report.read[1].cells["date"] == .init(raw: "02/01/2026", read: "2026-02-01"))
        let columns = try #require(report.survey).columns
        let amount = try #require(columns.first { $0.field == "amount" })
        #expect(
            amount.least == "10.5" && amount.greatest == "1500" && amount.samples.map(\.raw) == ["1,500", "10.5", "x"])
        let day = try #require(columns.first { $0.field == "date" })
        #expect(day.least == "2026-02-01" && day.greatest == "2026-03-13" && day.emptyCount == 1)
    }

    @Test func `a client that changes hands twice in a day is refused in the rehearsal too`() throws {
        for name in ["Boris", "Anna"] { _ = try desk.write { try $0.addColleague(UserDraft(name: name, role: .kam)) } }
        _ = try imports.run(desk, .clients, "key,name,kam\nK,Klinik,Anna\n")
        let report = try imports.run(desk, .clients, "key,name,kam\nK,Klinik,Boris\n", skipsRefused: true)
        #expect(imports.counts(report) == [0, 0, 0, 1])
    }

    @Test func `what was said of a file is kept for the next of its kind`() throws {
        _ = try imports.run(desk, .invoices, "number,client,date,amount\n1,ACME,01/02/2026,\"1,500\"\n") {
            ($0.dates, $0.decimal) = (.dayFirst, .point)
        }
        let kept = try #require(try desk.desk.read { try $0.lastReading(of: .invoices) })
        #expect(kept.map == "number=number,client=client,date=date,amount=amount")
        #expect(kept.conventions.dates == .dayFirst && kept.conventions.decimal == .point)
    }
}
