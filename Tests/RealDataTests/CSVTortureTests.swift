import Domain
import Foundation
import Testing

/// Reads every file of `csv_torture` in the folder that the environment variable DATA names.
@Suite struct CSVTortureTests {
    /// What a file ends in: its rows, or one refusal.
    enum Outcome: Sendable {
        /// The number of rows, the number of columns, the widths of the rows that have another, and the last row's
        /// first cells.
        case rows(
            Int, columns: Int, by: Character = ",", in: CSVEncoding = .utf8, ragged: [Int] = [], last: [String])
        case refused(CSVRefusal)
    }

    /// Counted with Python's csv module in strict mode, and by eye where it differs (see the notes).
    static let csvkit: [(name: String, outcome: Outcome)] = [
        ("bad.csv", .rows(3, columns: 3, ragged: [4, 2], last: ["0", "mixed types.... uh oh", "17"])),
        ("bad_skip_lines.csv", .rows(3, columns: 3, ragged: [4, 2], last: ["0", "mixed types.... uh oh", "17"])),
        ("dummy.csv", .rows(1, columns: 3, last: ["1", "2", "3"])),
        ("dummy.tsv", .rows(1, columns: 3, by: "\t", last: ["1", "2", "3"])),
        ("dummy.xls", .refused(.notText(line: 1))),
        ("dummy.xlsx", .refused(.notText(line: 1))),
        ("dummy2.csv", .rows(1, columns: 3, last: ["1", "2", "3"])),
        ("dummy3.csv", .rows(2, columns: 3, last: ["1", "4", "5"])),
        ("dummy_col_shuffled_ragged.csv", .rows(1, columns: 4, last: ["2", "3", "1", "4"])),
        ("join_a_short.csv", .rows(3, columns: 3, ragged: [2, 1], last: ["3", "b", "c"])),
        ("join_no_header_row.csv", .rows(3, columns: 3, last: ["4", "b", "c"])),
        ("join_short.csv", .rows(2, columns: 5, last: ["1", "b", "", "b", "c"])),
        ("mac_newlines.csv", .rows(2, columns: 3, last: ["Once upon\ra time", "5", "6"])),
        ("no_header_row.csv", .rows(0, columns: 3, last: [])),
        ("no_header_row3.csv", .rows(1, columns: 3, last: ["4", "5", "6"])),
        ("optional_quote_characters.csv", .rows(1, columns: 3, last: ["1", "2", "3"])),
        ("sheetsxls_converted.csv", .rows(5, columns: 9, last: ["Unicode! Σ", "", "", "", "", "", "", "", ""])),
        ("sniff_limit.csv", .rows(1, columns: 3, by: ";", last: ["1", "2", "3"])),
        ("test_date_format.csv", .rows(2, columns: 1, last: ["31/12/2012"])),
        ("test_date_format_converted.csv", .rows(2, columns: 1, last: ["2012-12-31"])),
        // Its last row has delimiters alone.
        ("test_empty_columns.csv", .rows(2, columns: 5, ragged: [4], last: ["", "", "c", ""])),
        ("test_geo.csv", .rows(17, columns: 12, last: ["sensor-device", "Sensor Device", "Kurt Dyrhaug", ""])),
        ("test_geojson.csv", .rows(3, columns: 7, last: ["", "value0", #"{"this": "that"}"#])),
        // Line 2 is a tab, then `"type":`. Python takes the tab for text and the quote with it; here blanks go first.
        ("test_geojson.json", .refused(.textAfterQuote(line: 2))),
        ("test_utf16_big.csv", .rows(2, columns: 3, in: .utf16be, last: ["4", "5", "ʤ"])),
        ("testfixed_converted.csv", .rows(4, columns: 8, last: ["Row with blanks", "", "", "", "", "", "", ""])),
        ("testfixed_schema.csv", .rows(8, columns: 3, last: ["empty_column", "77", "2"])),
        ("testjson.json", .refused(.textAfterQuote(line: 3))),
        ("testjson_converted.csv", .rows(5, columns: 7, last: ["Unicode! Σ", "", "", "", "", "", ""])),
        ("testjson_multiline.json", .refused(.textAfterQuote(line: 1))),
        ("testjson_multiline_converted.csv", .rows(2, columns: 3, last: ["", "2", "4"])),
        ("testxlsx_unicode_converted.csv", .rows(1, columns: 3, last: ["1", "2", "3"])),
    ]

    static let spectrum = [
        "comma_in_quotes", "empty", "empty_crlf", "escaped_quotes", "json", "newlines", "newlines_crlf",
        "quotes_and_newlines", "simple", "simple_crlf", "utf8",
    ]

    let folder: String

    init() throws {
        let data = ProcessInfo.processInfo.environment["DATA"]
        folder = try #require(data, "DATA names the folder of real data") + "/csv_torture"
    }

    @Test func `the tables below name every file there is`() throws {
        let files = FileManager.default
        #expect(try files.contentsOfDirectory(atPath: folder + "/csvkit_examples").sorted() == Self.csvkit.map(\.name))
        #expect(
            try files.contentsOfDirectory(atPath: folder + "/csv_spectrum/csvs").sorted()
                == Self.spectrum.map { $0 + ".csv" })
    }

    @Test(arguments: csvkit)
    func `an example of csvkit ends in the rows or the refusal expected`(name: String, outcome: Outcome) throws {
        let path = folder + "/csvkit_examples/" + name
        switch outcome {
        case .refused(let refusal):
            #expect(throws: refusal) { try CSVFile(path: path).forEachRow { _ in } }
        case .rows(let count, let columns, let delimiter, let encoding, let ragged, let last):
            let file = try CSVFile(path: path)
            var rows: [[String]] = []
            try file.forEachRow { rows.append($0.cells) }
            #expect(rows.count == count)
            #expect(file.header.count == columns)
            #expect(file.delimiter == delimiter)
            #expect(file.encoding == encoding)
            #expect(rows.map(\.count).filter { $0 != columns } == ragged)
            #expect(rows.last ?? [] == last || rows.last?.prefix(last.count) == last[...])
        }
    }

    @Test(arguments: spectrum)
    func `a file of csv-spectrum gives what its JSON says`(name: String) throws {
        let json = try Data(contentsOf: URL(fileURLWithPath: folder + "/csv_spectrum/json/\(name).json"))
        let expected = try JSONDecoder().decode([[String: String]].self, from: json)
        let path = folder + "/csv_spectrum/csvs/\(name).csv"
        guard name.hasSuffix("_crlf") else { return #expect(try Self.records(path) == expected) }

        // The copy at hand lost its carriage returns, on which the JSON insists: they are put back first.
        let restored = NSTemporaryDirectory() + "kamdesk-\(UUID().uuidString).csv"
        defer { try? FileManager.default.removeItem(atPath: restored) }
        let text = try String(contentsOfFile: path, encoding: .utf8).replacing("\r\n", with: "\n")
        try text.replacing("\n", with: "\r\n").write(toFile: restored, atomically: false, encoding: .utf8)
        #expect(try Self.records(restored) == expected)
    }

    private static func records(_ path: String) throws -> [[String: String]] {
        let file = try CSVFile(path: path)
        var records: [[String: String]] = []
        try file.forEachRow { row in
            #expect(row.cells.count == file.header.count)
            records.append(Dictionary(zip(file.header, row.cells)) { first, _ in first })
        }
        return records
    }
}
