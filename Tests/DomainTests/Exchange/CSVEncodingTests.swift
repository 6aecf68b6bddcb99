import Domain
import Foundation
import Testing

@Suite struct CSVEncodingTests {
    static let text = "Имя;Город;Цена\r\nООО «Ёж» № 5;Орёл;1,50\r\n\"Аптека \"\"Здоровье\"\"\nфилиал\";Тула;20\r\n"
    static let reading = CSVReading(
        header: ["Имя", "Город", "Цена"],
        rows: [["ООО «Ёж» № 5", "Орёл", "1,50"], ["Аптека \"Здоровье\"\nфилиал", "Тула", "20"]])

    static func bytes(_ text: String, _ encoding: CSVEncoding) throws -> Data { try #require(encoded(text, encoding)) }

    @Test(arguments: [CSVEncoding.utf8, .utf16le, .utf16be, .windows1251, .macCyrillic])
    func `an encoding of signs and letters is recognised without a byte order mark`(encoding: CSVEncoding) throws {
        let bytes = try Self.bytes(Self.text, encoding)
        #expect(try withCSV(bytes) { $0.encoding } == encoding)
        #expect(try withCSV(bytes) { $0.encodings } == [])
        #expect(try read(bytes) == Self.reading)
    }

    @Test(
        arguments: [
            (.koi8r, "Больница имени Сеченова;Орёл"), (.cp866, "Областной центр № 5;Тула"),
            (.windows1252, "Universitätsklinikum;Köln\nHôpital Européen;Orléans"),
            (.windows1250, "Szpital Wolski;Łódź\nPrzychodnia;Żory"),
            (.macintosh, "Universitätsklinikum;Köln\nÄrztehaus;Düsseldorf"), (.windows1251, "больница;орел"),
        ] as [(CSVEncoding, String)])
    func `a file of a few words is read as it was written, or asked about with the right answer among the choices`(
        encoding: CSVEncoding, text: String
    ) throws {
        let bytes = try Self.bytes("name;city\n\(text)\n", encoding)
        try withCSV(bytes) { file in
            #expect(
                file.encodings.isEmpty ? file.encoding == encoding : file.encodings.contains { $0.encoding == encoding }
            )
        }
        let path = try TemporaryFile(bytes)
        var said = Conventions()
        said.encoding = encoding
        let rows = try CSVFile(path: path.path, as: nil, said).allRows().map { $0.cells.joined(separator: ";") }
        #expect(rows.joined(separator: "\n") == text)
    }

    @Test(
        arguments: [
            (CSVEncoding.utf8, [0xEF, 0xBB, 0xBF]), (.utf16le, [0xFF, 0xFE]), (.utf16be, [0xFE, 0xFF]),
        ] as [(CSVEncoding, [UInt8])])
    func `a byte order mark gives the encoding and is not part of the first name`(
        encoding: CSVEncoding, mark: [UInt8]
    ) throws {
        for text in [Self.text, "\"Имя\"" + Self.text.dropFirst(3)] {
            let bytes = try mark + Self.bytes(text, encoding)
            #expect(try withCSV(bytes) { $0.encoding } == encoding)
            #expect(try read(bytes) == Self.reading)
        }
    }

    @Test(arguments: [CSVEncoding.utf8, .utf16le, .utf16be, .windows1251])
    func `a character split between two parts read from the disk is read whole`(encoding: CSVEncoding) throws {
        for shift in 0..<4 {
            let cell = String(repeating: "x", count: shift) + String(repeating: "Ю", count: 100_000)
            let mark: [UInt8] = encoding == .utf16le ? [0xFF, 0xFE] : encoding == .utf16be ? [0xFE, 0xFF] : []
            let file = try TemporaryFile(mark + Self.bytes("a,b\n\(cell),1\n", encoding))
            var said = Conventions()
            said.encoding = encoding
            #expect(try CSVFile(path: file.path, as: nil, said).allRows().map(\.cells) == [[cell, "1"]])
        }
    }

    @Test func `a surrogate pair split between two parts is read as one character`() throws {
        let cell = "x" + String(repeating: "\u{1F600}", count: 50_000)
        for encoding in [CSVEncoding.utf16le, .utf16be] {
            #expect(try read(Self.bytes("\u{FEFF}a,b\n\(cell),1\n", encoding)).rows == [[cell, "1"]])
        }
    }

    @Test func `one or two NULs do not make 8-bit text count as UTF-16`() throws {
        for (text, line) in [("a,b\n3,\0", 2), ("a,b\n1,\0\0", 2), ("a,b\r1,2\r3,4\r\r\0", 5), ("ab\0\0", 1)] {
            #expect(try refusal(text) == .notText(line: line))
        }
    }

    @Test func `a letter at the end of a long file counts too`() throws {
        let plain = Data(("a,b\n" + String(repeating: "plain,1\n", count: 100_000)).utf8)
        let bytes = try plain + Self.bytes("Юрий Иванов,1\n", .windows1251)
        #expect(try withCSV(bytes) { $0.encoding } == .windows1251)
        #expect(try read(bytes).rows.last == ["Юрий Иванов", "1"])
    }

    @Test(arguments: [CSVEncoding.windows1251, .koi8r, .cp866, .macCyrillic])
    func `a few odd words in a long Russian file do not hide its encoding`(encoding: CSVEncoding) throws {
        let names = [
            "Больница имени Сеченова", "Областной центр", "аптека Здоровье", "ООО Северный дом", "Детская поликлиника",
            "Лицей", "Завод",
        ]
        let rows = (0..<60).map {
            "\(names[$0 % 7]) \(["Тула", "Орёл", "Пермь", "Омск", "Псков"][$0 % 5])\($0 % 3 == 0 ? " Юг" : "")"
        }
        let text = (["name", "МВидео"] + rows).joined(separator: "\n")
        #expect(try withCSV(Self.bytes(text, encoding)) { $0.encoding } == encoding)
        #expect(try withCSV(Self.bytes(text, encoding)) { $0.encodings } == [])
    }

    @Test func `a lone letter is one of several, and all are given with how they read`() throws {
        let choices = try withCSV([0x61, 0x0A, 0xE9, 0x0A]) { $0.encodings }
        #expect(choices.contains { $0.encoding == .windows1252 && $0.sample == "é" })
        #expect(choices.contains { $0.encoding == .windows1251 && $0.sample == "й" })
    }

    @Test(
        arguments: [
            [0xCD, 0xEF, 0xF3, 0xEF, 0xEA, 0xEF, 0xEC, 0xE5, 0xDF, 0xEF],  // Greek
            [0x4D, 0x9A, 0x4C, 0x4C, 0x45, 0x52],  // MÜLLER of DOS
            [0xD1, 0xDE, 0xDB, 0xEC, 0xDD, 0xD8, 0xE6, 0xD0],  // больница of ISO 8859-5
        ] as [[UInt8]])
    func `letters of an encoding that is not known here are asked about`(word: [UInt8]) throws {
        #expect(try withCSV(Array("name\n".utf8) + word + [0x0A]) { $0.encodings.count } > 1)
    }

    @Test(
        arguments: [
            ("a\nимя\nx", [0xD0], 3),  // cut in the middle of a letter
            ("a\nимя\r\n\r\n", [0xFF, 0x0A], 4),
            ("\u{FEFF}a\n", [0xC8, 0x0A], 2),  // marked as UTF-8
            ("a\nпример\n", [0xED, 0xA0, 0x80], 3),  // a surrogate
            ("a\nпример\n", [0xC0, 0xAF], 3),  // too long a form
            ("a\nпример\n", [0xF4, 0x90, 0x80, 0x80], 3),  // beyond the last character
        ] as [(String, [UInt8], Int)])
    func `damaged UTF-8 is refused with its line, and is not taken for another encoding`(
        start: String, damage: [UInt8], line: Int
    ) throws {
        #expect(try refusal(Array(start.utf8) + damage) == .badEncoding(line: line))
    }

    @Test func `a byte that the named encoding does not know is refused with its line`() throws {
        let file = try TemporaryFile([0x61, 0x0A, 0xC8, 0x0A, 0x98, 0x0A] as [UInt8])
        var said = Conventions()
        said.encoding = .windows1251
        #expect(throws: CSVRefusal.badEncoding(line: 3)) { try CSVFile(path: file.path, as: nil, said).allRows() }
    }

    @Test(arguments: [[0x00, 0xD8, 0x61, 0x00], [0x61], [0x00, 0xDC]] as [[UInt8]])
    func `damaged UTF-16 is refused with its line`(damage: [UInt8]) throws {
        let start = try Self.bytes("\u{FEFF}a,b\nя,2\n", .utf16le)
        #expect(try refusal(start + damage) == .badEncoding(line: 3))
    }
}
