import Domain
import Foundation
import Store
import Testing

@Suite struct ImportTests {
    static let northwind = ["--map", "key=customerID,name=companyName", "--null", "NULL"]
    static let tatarstan = ["--map", "key=reg_num,name=full_name,address=post_address"]
    static let physicians = ["--map", "key=doctor_id,name=doctor_id,title=specialty,client=town"]

    @Test func `Northwind's customers come in whole, and twice changes nothing`() throws {
        let program = try Program()
        let file = try Program.data("sales_northwind/customers.csv")
        #expect(
            try program.importing("clients", file, ImportTests.northwind).output
                == "91 new, 0 changed, 0 the same, 0 refused\n")
        #expect(
            try program.importing("clients", file, ImportTests.northwind).output
                == "0 new, 0 changed, 91 the same, 0 refused\n")
        let columns = "key=customerID,name=companyName,address=address,city=city,country=country,phone=phone"
        #expect(
            try program.differences("(SELECT * FROM client WHERE key NOT LIKE 'K-%')", file, columns, null: "NULL")
                == "")
        #expect(try program.run(["check", "--desk", program.desk]).status == 0)
    }

    @Test func `the Russian organisations come in whole and are found in every inflection`() throws {
        let program = try Program()
        let file = try Program.data("russian_text/organisations_tatarstan.csv")
        #expect(
            try program.importing("clients", file, ImportTests.tatarstan).output
                == "354 new, 0 changed, 0 the same, 0 refused\n")
        #expect(
            try program.importing("clients", file, ImportTests.tatarstan).output
                == "0 new, 0 changed, 354 the same, 0 refused\n")
        #expect(try program.differences("client", file, "key=reg_num,name=full_name,address=post_address") == "")

        let desk = try Desk(path: program.desk)
        defer { try? desk.close() }
        func found(_ text: String) throws -> [String] {
            try desk.read { try $0.clientList(ClientListQuery(text: text), on: Day("2026-03-02")!).rows.map(\.name) }
        }
        let hospitals = try found("больница")
        #expect(hospitals.count == 35 && hospitals.allSatisfy { $0.uppercased().contains("БОЛЬНИЦ") })
        for inflected in ["больницы", "больницей", "БОЛЬНИЦ"] {
            #expect(try found(inflected) == hospitals, "\(inflected)")
        }
        // One organisation is written with "ё"; all others are upper-case "Е".
        let yo = try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").filter {
            $0.contains("Ё") || $0.contains("ё")
        }
        let word = try #require(
            yo.first?.split(whereSeparator: { !$0.isLetter }).first { $0.lowercased().contains("ё") }
        ).lowercased()
        #expect(try !found(word).isEmpty && found(word) == found(word.replacing("ё", with: "е")))
    }

    @Test func `the physicians come in with their posts, once their towns are there`() throws {
        let program = try Program()
        let file = try Program.data("kol_networks/physicians_nodes.csv")
        let refused = try program.importing("people", file, ImportTests.physicians)
        #expect(refused.status == 1 && refused.errors.contains("line 2: client: Nothing here has this name."))
        let towns = program.folder.appendingPathComponent("towns.csv")
        try Data("key,name\nPeoria,Peoria\nQuincy,Quincy\n".utf8).write(to: towns)
        #expect(try program.importing("clients", towns.path, []).status == 0)
        #expect(
            try program.importing("people", file, ImportTests.physicians).output
                == "161 new, 0 changed, 0 the same, 0 refused\n")
        #expect(
            try program.importing("people", file, ImportTests.physicians).output
                == "0 new, 0 changed, 161 the same, 0 refused\n")
        let posts = """
            (SELECT e.key, e.name, c.key AS town, p.title FROM person e JOIN post p ON p.person_id = e.id JOIN client c ON c.id = p.client_id)
            """
        #expect(try program.differences(posts, file, "key=doctor_id,name=doctor_id,town=town,title=specialty") == "")
        #expect(try program.run(["check", "--desk", program.desk]).status == 0)
    }

    @Test func `every file of csv_torture ends in rows or in a refusal of one line`() throws {
        let program = try Program()
        var files: [String] = []
        for folder in ["csv_spectrum/csvs", "csvkit_examples"] {
            let path = try Program.data("csv_torture/" + folder)
            files += try FileManager.default.contentsOfDirectory(atPath: path).map { path + "/" + $0 }
        }
        #expect(files.count == 43)
        for file in files {
            let plain = try program.importing("clients", file, ["--dry-run"])
            if plain.status == 0 { continue }
            #expect(plain.status == 1, "\(file)")
            let lines = plain.errors.split(separator: "\n")
            #expect(lines.count == 1 && lines[0].hasPrefix("kamdesk: \(file): "), "\(file): \(plain.errors)")
            // A file without a "name" is read by its first column.
            guard let column = plain.errors.split(separator: "the columns are ").last?.split(separator: ",").first,
                plain.errors.contains("name one by")
            else { continue }
            let mapped = try program.importing(
                "clients", file, ["--map", "name=\(trimmed(String(column)))", "--dry-run"])
            #expect(mapped.status == 0 || (mapped.status == 1 && !mapped.errors.isEmpty), "\(file)")
        }
    }

    @Test func `an import beside a running daemon says who has the desk and changes nothing`() throws {
        let program = try Program()
        let desk = try Desk(path: program.desk)
        defer { try? desk.close() }
        let before = try desk.read { try $0.frame.tallies.clients }
        let run = try program.importing("clients", Program.data("sales_northwind/customers.csv"), ImportTests.northwind)
        #expect(
            run.status == 1
                && run.errors.contains(
                    "is open in another kamdesk, process \(ProcessInfo.processInfo.processIdentifier)")
        )
        #expect(try desk.read { try $0.frame.tallies.clients } == before)
    }
}
