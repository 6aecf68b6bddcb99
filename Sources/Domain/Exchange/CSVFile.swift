/// A CSV file, read from beginning to end row by row. The memory does not grow with the file.
///
/// The first row that is not blank is the header. Blank lines are skipped and counted. Spaces and tabs around an unquoted cell are dropped;
/// within quotes they are kept, as are line ends. A quote inside an unquoted cell (`5" pipe`) is text. Excel's first line `sep=;` sets the
/// delimiter and is not a row.
package final class CSVFile {
    /// The longest cell in bytes of UTF-8.
    package static let longestCell = 1 << 20
    /// The longest row, all cells together, in bytes of UTF-8.
    package static let longestRow = 4 << 20
    /// The most cells of a row.
    package static let mostCells = 1000

    package let encoding: CSVEncoding
    /// The character between two cells. A comma if the file has one column and nothing shows the delimiter.
    package let delimiter: Character
    /// The names of the columns, in composed form and without spaces around them. Empty and repeated names are kept.
    package let header: [String]
    /// The size of the file in bytes.
    package let byteCount: Int

    private let bytes: CSVBytes
    private let textStart: Int
    private let layout: CSVLayout
    private var source: CSVSource

    /// Opens a file and reads the header. The encoding is judged from all bytes, the delimiter from the first rows.
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

    /// How many bytes the current pass has read. Compare with `byteCount` to show progress.
    package var bytesRead: Int { source.bytesRead }

    /// Passes every row below the header to `body`, in the file's order. Each call starts again at the first row.
    ///
    /// Throws what `body` throws, or a `CSVRefusal` at the row where the file is broken.
    package func forEachRow(_ body: (CSVRow) throws -> Void) throws {
        source = try CSVSource(bytes, encoding, from: textStart)
        let rows = CSVTokenizer(source, delimiter: layout.delimiter)
        if layout.hasSeparatorLine { _ = try rows.next() }
        _ = try rows.next()
        while let row = try rows.next() { try body(row) }
    }
}

/// One row of a CSV file. It may have fewer or more cells than the header.
package struct CSVRow: Sendable, Equatable {
    /// The line of the file on which the row begins, counted from 1.
    package let line: Int
    package let cells: [String]

    package init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}
