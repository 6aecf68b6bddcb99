/// A CSV file, read from its beginning to its end row by row, in memory that does not grow with the file.
///
/// The first row that is not blank is the header. Blank lines are skipped and counted. Spaces and tabs around an
/// unquoted cell are dropped, those within quotes are kept; line ends within quotes are kept as they are. A quote
/// inside an unquoted cell (`5" pipe`) is text. Excel's first line `sep=;` is obeyed and is not a row.
package final class CSVFile {
    /// The longest cell in bytes of UTF-8.
    package static let longestCell = 1 << 20
    /// The longest row, all cells together, in bytes of UTF-8.
    package static let longestRow = 4 << 20
    /// The most cells of a row.
    package static let mostCells = 1000

    package let encoding: CSVEncoding
    /// What stands between two cells; a comma where the file has one column and nothing tells.
    package let delimiter: Character
    /// The names of the columns, composed and without the spaces around them; empty and repeated names are left as they are.
    package let header: [String]
    /// The size of the file in bytes.
    package let byteCount: Int

    private let bytes: CSVBytes
    private let textStart: Int
    private let layout: CSVLayout
    private var source: CSVSource

    /// Opens a file, judges its encoding from all its bytes and its delimiter from its first rows, and reads the header.
    package init(path: String) throws(CSVRefusal) {
        let bytes = try CSVBytes(path: path)
        let (encoding, textStart) = try CSVEncoding.judge(bytes)
        let layout = CSVLayout.judge { delimiter throws(CSVRefusal) in
            try CSVTokenizer(CSVSource(bytes, encoding, from: textStart), delimiter: delimiter)
        }
        source = try CSVSource(bytes, encoding, from: textStart)
        let rows = CSVTokenizer(source, delimiter: layout.delimiter)
        if layout.hasSeparatorLine { _ = try rows.next() }
        guard let first = try rows.next() else { throw .empty }
        header = first.cells.map(typed)
        delimiter = Character(Unicode.Scalar(layout.delimiter))
        byteCount = bytes.byteCount
        self.bytes = bytes
        self.encoding = encoding
        self.textStart = textStart
        self.layout = layout
    }

    /// How many bytes of the file the pass under way has taken in, to show progress against `byteCount`.
    package var bytesRead: Int { source.bytesRead }

    /// Gives every row below the header in the order of the file; each call begins again at the first.
    ///
    /// Throws what `body` throws, or a `CSVRefusal` from the row on which the file turns out to be broken.
    package func forEachRow(_ body: (CSVRow) throws -> Void) throws {
        source = try CSVSource(bytes, encoding, from: textStart)
        let rows = CSVTokenizer(source, delimiter: layout.delimiter)
        if layout.hasSeparatorLine { _ = try rows.next() }
        _ = try rows.next()
        while let row = try rows.next() { try body(row) }
    }
}

/// One row of a CSV file, with as many cells as the file gives it, which may be fewer or more than the header has.
package struct CSVRow: Sendable, Equatable {
    /// The line of the file on which the row begins, the first line being 1.
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}
