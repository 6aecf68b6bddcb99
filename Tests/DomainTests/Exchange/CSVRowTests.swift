import Domain
import Testing

@Suite struct CSVRowTests {
    @Test(arguments: ["\n", "\r\n", "\r"])
    func `every kind of line end ends a row, and the last row needs none`(end: String) throws {
        let expected = CSVReading(header: ["a", "b"], rows: [["1", "2"], ["3", "4"]])
        #expect(try read(["a,b", "1,2", "3,4"].joined(separator: end)) == expected)
        #expect(try read(["a,b", "1,2", "3,4", ""].joined(separator: end)) == expected)
    }

    @Test(arguments: [
        (#""a,b""#, "a,b"),
        (#""say ""yes""""#, #"say "yes""#),
        ("\"one\ntwo\"", "one\ntwo"),
        ("\"one\r\ntwo\"", "one\r\ntwo"),
        ("\"one\rtwo\"", "one\rtwo"),
        ("\"\"", ""),
        (#"" kept ""#, " kept "),
        (#"  "quoted"  "#, "quoted"),
        ("  dropped\t", "dropped"),
        (#"5" pipe"#, #"5" pipe"#),
        (#"ООО "Ёж"#, #"ООО "Ёж"#),
        ("'a", "'a"),
        (#"a\b"#, #"a\b"#),
    ])
    func `a cell is read without the quotes around it, and other quotes stay`(written: String, cell: String) throws {
        #expect(try read("x,y,z\n0,\(written),1\n").rows == [["0", cell, "1"]])
        #expect(try read("x,y\n0,\(written)").rows == [["0", cell]])
    }

    @Test func `rows shorter or longer than the header are delivered as they are, but for rows of delimiters`() throws {
        #expect(
            try read("a,b,c\n1\n1,\n1,2,3,4\n,,\n").rows == [["1"], ["1", ""], ["1", "2", "3", "4"]])
    }

    @Test func `names of columns are trimmed, and empty and repeated ones are kept`() throws {
        #expect(try read("\u{FEFF}\u{FEFF} a ,\" b\u{A0}\",,a,\"\"\n").header == ["a", "b", "", "a", ""])
    }

    @Test func `blank lines are skipped and counted`() throws {
        let text = "\n \t\na,b\n\n1,2\n\n\"x\ny\",3\n   \n4,5\n\n"
        #expect(
            try withCSV(text.utf8) { try $0.allRows() } == [
                CSVRow(line: 5, cells: ["1", "2"]), CSVRow(line: 7, cells: ["x\ny", "3"]),
                CSVRow(line: 10, cells: ["4", "5"]),
            ])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func `a row knows the line on which it begins, whatever ends the lines`(end: String) throws {
        let lines = ["a,b", "", "\"1", "", "\",2", "3,4"]
        let rows = try withCSV(lines.joined(separator: end).utf8) { try $0.allRows() }
        #expect(rows.map(\.line) == [3, 6])
    }

    @Test(arguments: Array(65_530...65_542))
    func `nothing is lost at the end of a part read from the disk`(length: Int) throws {
        let long = String(repeating: "я", count: length / 2) + String(repeating: "x", count: length % 2)
        for end in ["\n", "\r\n", "\r"] {
            let rows = try withCSV("a,b\(end)\(long),\"é\(end)\"\"\"\(end)1,2\(end)".utf8) { try $0.allRows() }
            #expect(
                rows == [CSVRow(line: 2, cells: [long, "é\(end)\""]), CSVRow(line: 4, cells: ["1", "2"])])
        }
    }

    @Test func `rows can be read again from the start, and the bytes read tell the progress`() throws {
        try withCSV("a,b\n1,2\n3,4\n".utf8) { file in
            #expect(file.byteCount == 12)
            let rows = try file.allRows()
            let again = try file.allRows()
            #expect(rows.count == 2 && again == rows)
            #expect(file.bytesRead == 12)
        }
    }

    @Test func `an error of the receiver of rows ends the reading`() throws {
        struct Enough: Error {}
        var lines: [Int] = []
        try withCSV("a\n1\n2\n3\n".utf8) { file in
            #expect(throws: Enough.self) {
                try file.forEachRow {
                    lines.append($0.line)
                    if $0.line == 3 { throw Enough() }
                }
            }
        }
        #expect(lines == [2, 3])
    }

    @Test func `a header alone is a file without rows`() throws {
        #expect(try read("a,b") == CSVReading(header: ["a", "b"], rows: []))
    }
}
