import CXLSXWriter
import Domain
import Foundation

/// A workbook as spreadsheets open it (Office Open XML), written by libxlsxwriter. Numbers are numbers, and a text stays a text, whatever it
/// begins with.
package enum Workbook {
    package struct Failure: Error {
        package let reason: String
    }

    /// The bytes of the file, the same for the same sheets and day. The library writes to a file only, so there is one for a moment, which
    /// nobody else may read.
    package static func bytes(_ sheets: [Worksheet], on day: Day) throws -> [UInt8] {
        var template = Array((NSTemporaryDirectory() + "/workbook-XXXXXX").utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw Failure(reason: String(cString: strerror(errno))) }
        close(descriptor)
        let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        defer { unlink(path) }
        guard let book = workbook_new(path) else { throw Failure(reason: "no workbook was begun") }
        var properties = lxw_doc_properties()
        properties.created = (day.number * 24 + 12) * 3600
        workbook_set_properties(book, &properties)
        let head = workbook_add_format(book)
        format_set_bold(head)
        for (place, sheet) in sheets.enumerated() {
            // Without a name the library gives one.
            let name = sheetName(sheet.name, place)
            guard let page = name.withCString({ workbook_add_worksheet(book, $0) }) else {
                workbook_close(book)
                throw Failure(reason: "no sheet is called \(name)")
            }
            write(sheet.table, on: page, head)
        }
        let result = workbook_close(book)
        guard result == LXW_NO_ERROR else { throw Failure(reason: String(cString: lxw_strerror(result))) }
        return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    }

    private static func write(
        _ table: CSVTable, on page: UnsafeMutablePointer<lxw_worksheet>, _ head: UnsafeMutablePointer<lxw_format>?
    ) {
        for (column, name) in table.header.enumerated() {
            worksheet_write_string(page, 0, UInt16(column), cut(name), head)
        }
        for (row, cells) in table.rows.enumerated() where row < mostRows {
            for (column, cell) in cells.enumerated() {
                switch cell {
                case .text(let text): worksheet_write_string(page, UInt32(row + 1), UInt16(column), cut(text), nil)
                case .number(let number):
                    guard let number, let value = Double(number) else { continue }
                    worksheet_write_number(page, UInt32(row + 1), UInt16(column), value, nil)
                }
            }
        }
        worksheet_freeze_panes(page, 1, 1)
        if !table.header.isEmpty { worksheet_set_column(page, 0, UInt16(table.header.count - 1), 18, nil) }
    }

    /// The format knows no more rows and no longer texts.
    private static let mostRows = 1_048_575
    private static func cut(_ text: String) -> String { String(text.prefix(32_000)) }

    /// At most 31 letters, none of those that the format forbids, and no name twice.
    private static func sheetName(_ name: String, _ place: Int) -> String {
        let kept = name.filter { !"[]:*?/\\'".contains($0) }
        return String("\(place + 1) \(kept)".prefix(28))
    }
}
