import Domain
import Foundation
import Testing

@Suite struct CSVRefusalTests {
    @Test(arguments: ["", "\n\r\n  \n", "\u{FEFF}", "\u{FEFF}\n", "sep=;\n"])
    func `a file without any row is refused as empty`(text: String) throws {
        #expect(try refusal(text) == .empty)
    }

    @Test func `a folder, a device and a missing file are refused`() throws {
        let folder = NSTemporaryDirectory()
        #expect(throws: CSVRefusal.isFolder) { try CSVFile(path: folder) }
        #expect(throws: CSVRefusal.cannotOpen(reason: "Not a regular file")) { try CSVFile(path: "/dev/null") }
        #expect(throws: CSVRefusal.cannotOpen(reason: "No such file or directory")) {
            try CSVFile(path: folder + "/absent-" + UUID().uuidString)
        }
    }

    @Test(
        arguments: [
            (Array("a,b\n1,2\r\n3,\0".utf8), 3),
            (Array("a,b\r1,2\r3,4\r\r\0".utf8), 5),
            ([0xFF, 0xFE, 0x61, 0x00, 0x0A, 0x00, 0x00, 0x00], 2),
            ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00], 1),
        ] as [([UInt8], Int)])
    func `a NUL is refused with its line`(bytes: [UInt8], line: Int) throws {
        #expect(try refusal(bytes) == .notText(line: line))
    }

    @Test(arguments: [
        ("a,b\n1,\"2\n3,4\n", 2),
        ("a,b\n\"1\n\n2\",\"3\n4", 4),
        ("\"a,b\n1,2\n", 1),
        ("a,b\n1,2\n\"", 3),
    ])
    func `a quote that is never closed is refused with the line on which it opens`(text: String, line: Int) throws {
        #expect(try refusal(text) == .unclosedQuote(line: line))
    }

    @Test(arguments: [
        ("a,b\n1,\"ООО \"Ёж\"\"\n3,4\n", 2),
        ("a,b\n\"1\n2\" x,3\n", 3),
        ("a,b\n1,2\n\"x\" \"y\",2\n", 3),
        ("\"a\"b,c\n1,2\n", 1),
        ("{\"a\": 1, \"b\": 2}\n", 1),
    ])
    func `text after a closing quote is refused, because rows would be lost`(text: String, line: Int) throws {
        #expect(try refusal(text) == .textAfterQuote(line: line))
    }

    @Test func `a cell of one megabyte is read and a longer one refused`() throws {
        let cell = String(repeating: "x", count: CSVFile.longestCell)
        #expect(try read("a,b\n1,2\n\(cell),1\n").rows.last == [cell, "1"])
        #expect(try refusal("a,b\n1,2\n\(cell)x,1\n") == .cellTooLong(line: 3))
        #expect(try refusal("a,b\n1,\"\(cell)\n\(cell)") == .cellTooLong(line: 2))
    }

    @Test func `a row of four megabytes is read and a longer one refused`() throws {
        let row = Array(repeating: String(repeating: "x", count: CSVFile.longestCell), count: 4).joined(separator: ",")
        #expect(try read("a,b\n1,2\n\(row)\n").rows.last?.count == 4)
        #expect(try refusal("a,b\n1,2\n\(row),x\n") == .rowTooLong(line: 3))
    }

    @Test func `a row of a thousand cells is read and a wider one refused`() throws {
        let row = Array(repeating: "1", count: CSVFile.mostCells).joined(separator: ",")
        #expect(try read("a,b\n\(row)\n").rows.last?.count == 1000)
        #expect(try refusal("a,b\n\n\(row),\n") == .tooManyCells(line: 3))
        #expect(try refusal("\(row),\n") == .tooManyCells(line: 1))
    }

    @Test func `the rows above a refused row have been delivered`() throws {
        var lines: [Int] = []
        try withCSV("a,b\n1,2\n3,4\n5,\"6\n".utf8) { file in
            #expect(throws: CSVRefusal.unclosedQuote(line: 4)) { try file.forEachRow { lines.append($0.line) } }
        }
        #expect(lines == [2, 3])
    }

    @Test(
        arguments: [
            (CSVRefusal.cannotOpen(reason: "Permission denied"), nil), (.cannotRead(reason: "Input/output error"), nil),
            (.isFolder, nil), (.empty, nil), (.notText(line: 7), 7), (.badEncoding(line: 7), 7),
            (.unclosedQuote(line: 7), 7), (.textAfterQuote(line: 7), 7), (.cellTooLong(line: 7), 7),
            (.rowTooLong(line: 7), 7), (.tooManyCells(line: 7), 7),
        ] as [(CSVRefusal, Int?)])
    func `a refusal is one line of text and names the line of the file if known`(refusal: CSVRefusal, line: Int?) {
        #expect(refusal.line == line)
        #expect(refusal.description.hasSuffix(".") || refusal.description.hasSuffix("?"))
        #expect(!refusal.description.contains("\n"))
        #expect(line == nil || refusal.description.contains("line 7") || refusal.description.contains("Line 7"))
    }
}
