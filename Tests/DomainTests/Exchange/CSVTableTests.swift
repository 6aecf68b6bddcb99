import Foundation
import Testing

@testable import Domain

@Suite struct CSVTableTests {
    func text(_ table: CSVTable, comma: Bool = false) -> String {
        String(decoding: table.bytes(decimalComma: comma).dropFirst(3), as: UTF8.self)
    }

    @Test func `numbers are exported as numbers, with the decimal sign of the language`() {
        let table = CSVTable(
            ["Name", "Amount"], [[.text("A, B"), .number("-12.50")], [.text("say \"hi\"\nthere"), .number(nil)]])
        #expect(text(table) == "Name,Amount\r\n\"A, B\",-12.50\r\n\"say \"\"hi\"\"\nthere\",\r\n")
        #expect(text(table, comma: true) == "Name;Amount\r\nA, B;-12,50\r\n\"say \"\"hi\"\"\nthere\";\r\n")
    }

    @Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1+1", "＝1", "=HYPERLINK(\"http://x\")"])
    func `a text that looks like a formula is made harmless, and is read back the same`(formula: String) {
        #expect(CSVTable.neutral(formula) == "'" + formula)
        for text in [formula, "'" + formula, "''" + formula] { #expect(CSVTable.plain(CSVTable.neutral(text)) == text) }
    }

    @Test(arguments: ["a=b", "", "1-2", "№ 4 «Заря»", "'quoted"])
    func `any other text is left as it is`(plain: String) {
        #expect(CSVTable.neutral(plain) == plain && CSVTable.plain(plain) == plain)
    }

    @Test func `the desk reads back what it has exported`() throws {
        let rows = [["1", "Больница № 4; \"Заря\"", "two\nlines"], ["2", " blank ", ","]]
        for comma in [false, true] {
            let path = NSTemporaryDirectory() + "table-\(UUID().uuidString).csv"
            defer { try? FileManager.default.removeItem(atPath: path) }
            let table = CSVTable(["key", "name", "note"], rows.map { $0.map { .text($0) } })
            try Data(table.bytes(decimalComma: comma)).write(to: URL(fileURLWithPath: path))
            var read: [[String]] = []
            let file = try CSVFile(path: path)
            try file.forEachRow { read.append($0.cells) }
            #expect(file.header == ["key", "name", "note"] && read == rows)
        }
    }
}
