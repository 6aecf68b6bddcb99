/// A table that the desk exports as a file.
package struct CSVTable: Sendable, Equatable {
    package enum Cell: Sendable, Equatable {
        case text(String)
        /// A number with a decimal point: "1234.50"; nil if it is unknown.
        case number(String?)
    }

    package var header: [String]
    package var rows: [[Cell]]

    package init(_ header: [String], _ rows: [[Cell]]) {
        self.header = header
        self.rows = rows
    }

    /// The file as UTF-8 with a byte order mark, as spreadsheets expect it. Cells are separated by commas, or by semicolons if decimals
    /// have a comma.
    ///
    /// A text that a spreadsheet would read as a formula gets an apostrophe in front, because quotes do not prevent that (OWASP, "CSV
    /// Injection").
    ///
    /// `continues`: true for a further part of the same table, which has neither mark nor header.
    package func bytes(decimalComma: Bool, continues: Bool = false) -> [UInt8] {
        let delimiter: UInt8 = decimalComma ? UInt8(ascii: ";") : UInt8(ascii: ",")
        var out: [UInt8] = continues ? [] : [0xEF, 0xBB, 0xBF]
        func append(_ cells: [[UInt8]]) {
            for (place, cell) in cells.enumerated() {
                if place > 0 { out.append(delimiter) }
                out += cell
            }
            out += [13, 10]
        }
        if !continues { append(header.map { CSVTable.quoted(CSVTable.neutral($0), delimiter) }) }
        for row in rows {
            append(
                row.map { cell in
                    switch cell {
                    case .text(let text): CSVTable.quoted(CSVTable.neutral(text), delimiter)
                    case .number(let number):
                        Array((number ?? "").utf8).map {
                            decimalComma && $0 == UInt8(ascii: ".") ? UInt8(ascii: ",") : $0
                        }
                    }
                })
        }
        return out
    }

    /// The text in composed form. It gets an apostrophe in front if a spreadsheet would read it as a formula, or if it is a formula that
    /// already begins with apostrophes.
    static func neutral(_ text: String) -> String {
        let text = composed(text)
        return isFormula(text.drop { $0 == "'" }) ? "'" + text : text
    }

    /// The text without the apostrophe that `neutral` added.
    package static func plain(_ text: String) -> String {
        text.hasPrefix("'") && isFormula(text.drop { $0 == "'" }) ? String(text.dropFirst()) : text
    }

    private static func isFormula(_ text: Substring) -> Bool {
        let first = text.unicodeScalars.first {
            !$0.properties.isWhitespace || "\t\r\n".unicodeScalars.contains($0)
        }
        return first.map { "=+-@\t\r\n＝＋－＠".unicodeScalars.contains($0) } ?? false
    }

    private static func quoted(_ text: String, _ delimiter: UInt8) -> [UInt8] {
        let bytes = Array(text.utf8)
        guard
            bytes.contains(where: { [delimiter, UInt8(ascii: "\""), 10, 13].contains($0) }) || bytes.first == 32
                || bytes.last == 32
        else {
            return bytes
        }
        return [UInt8(ascii: "\"")] + bytes.flatMap { $0 == UInt8(ascii: "\"") ? [$0, $0] : [$0] } + [
            UInt8(ascii: "\"")
        ]
    }
}
