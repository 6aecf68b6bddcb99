import Domain
import Testing

@Suite struct CSVDelimiterTests {
    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func `the delimiter is the one that splits rows and header alike`(delimiter: Character) throws {
        let row = ["\"a,b;c\"", "1", "\"x;y,z\n|\t\""].joined(separator: String(delimiter))
        try withCSV("\(row)\n\(row)\n".utf8) { file in
            #expect(file.delimiter == delimiter)
            #expect(file.header == ["a,b;c", "1", "x;y,z\n|"])
        }
    }

    @Test(
        arguments: [
            ("Имя;Цена\nА;1,5\nБ;2,5\n", ";"),
            ("Цена, руб;Сумма, руб\n1,5;2,5\n3,5;4,5\n", ";"),
            ("Имя;Адрес\nА;Тула, ул. Мира, 1\nБ;Орёл\n", ";"),
            ("name,tags\nA,x;y\nB,z\n", ","),
            ("name,a|b\nA,x\nB,z\n", ","),
            ("name\tsum\nA\t1,5\nB\t2,5\n", "\t"),
            ("\"a;b\",\"c\"\n\"1;2\",\"3\"\n", ","),
            ("a;b;c\n1\n1;2\n1;2;3;4\n", ";"),
            ("a;b\n1,0;\"x;y\n,,\"\n", ";"),
        ] as [(String, Character)])
    func `commas in numbers and texts do not mislead`(text: String, delimiter: Character) throws {
        #expect(try withCSV(text.utf8) { $0.delimiter } == delimiter)
    }

    @Test(arguments: [
        ("Name\nIvanov, Ivan\nPetrov, Petr\n", ["Name"]),
        ("Price, rub\n15\n16\n", ["Price, rub"]),
        ("a\n1\n", ["a"]),
    ])
    func `a file of one column is read as one column, whatever its texts hold`(text: String, header: [String]) throws {
        let reading = try read(text)
        #expect(reading.header == header)
        #expect(reading.rows.allSatisfy { $0.count == 1 })
    }

    @Test func `a file without any delimiter is said to use commas`() throws {
        #expect(try withCSV("a\n1\n".utf8) { $0.delimiter } == ",")
    }

    @Test(arguments: [",", ";", "\t", "|"] as [Character])
    func `the line that names the delimiter for Excel is used and is not a row`(delimiter: Character) throws {
        try withCSV("sep=\(delimiter)\r\nx\(delimiter)y\r\n1\(delimiter)2\r\n".utf8) { file in
            #expect(file.delimiter == delimiter)
            #expect(file.header == ["x", "y"])
            let rows = try file.allRows()
            #expect(rows == [CSVRow(line: 3, cells: ["1", "2"])])
        }
    }
}
