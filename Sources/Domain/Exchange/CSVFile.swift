/// A CSV file, read from beginning to end row by row. The memory does not grow with the file.
///
/// The header is the first row that is not blank, or a later one that names more of the fields of the file's kind, with a title above it.
/// Blank rows are skipped: empty lines, and rows of delimiters alone. Spaces and tabs around an unquoted cell are dropped;
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
    /// The encodings in which the file makes sense, the likeliest first, if there are several and nobody said which; otherwise empty.
    package let encodings: [FileQuestion.Choice]
    /// The character between two cells. A comma if the file has one column and nothing shows the delimiter.
    package let delimiter: Character
    /// The names of the columns, in composed form and without spaces around them. Empty and repeated names are kept.
    package let header: [String]
    /// The line of the header, counted from 1.
    package let headerLine: Int
    /// The size of the file in bytes.
    package let byteCount: Int

    private let bytes: CSVBytes
    private let textStart: Int
    private let delimiterByte: UInt8
    private var source: CSVSource

    /// Opens a file and reads the header. The encoding is judged from all bytes, the delimiter and the header from the first rows, unless
    /// `said` names them.
    package init(path: String, as kind: ImportKind? = nil, _ said: Conventions = Conventions()) throws(CSVRefusal) {
        let bytes = try CSVBytes(path: path)
        let judged = try EncodingJudgement(bytes, said: said.encoding)
        let (encoding, textStart) = (judged.choices[0].encoding, judged.textStart)
        let layout = CSVLayout.judge(kind, said) { delimiter throws(CSVRefusal) in
            try CSVTokenizer(CSVSource(bytes, encoding, from: textStart), delimiter: delimiter)
        }
        source = try CSVSource(bytes, encoding, from: textStart)
        let rows = CSVTokenizer(source, delimiter: layout.delimiter)
        var first = try rows.next()
        while let row = first, row.line < layout.headerLine { first = try rows.next() }
        guard let first else { throw .empty }
        header = first.cells.map(typed)
        headerLine = first.line
        delimiter = Character(Unicode.Scalar(layout.delimiter))
        delimiterByte = layout.delimiter
        byteCount = bytes.byteCount
        self.bytes = bytes
        self.encoding = encoding
        self.textStart = textStart
        encodings =
            judged.choices.count < 2 ? [] : judged.choices.map { .init(encoding: $0.encoding, sample: $0.sample ?? "") }
    }

    /// How many bytes the current pass has read. Compare with `byteCount` to show progress.
    package var bytesRead: Int { source.bytesRead }

    /// Passes every row below the header to `body`, in the file's order, but for so many at the end. Each call starts again at the first
    /// row.
    ///
    /// Throws what `body` throws, or a `CSVRefusal` at the row where the file is broken.
    package func forEachRow(skippingLast count: Int = 0, _ body: (CSVRow) throws -> Void) throws {
        source = try CSVSource(bytes, encoding, from: textStart)
        let rows = CSVTokenizer(source, delimiter: delimiterByte)
        var last: [CSVRow] = []
        while let row = try rows.next() {
            guard row.line > headerLine, !row.isBlank else { continue }
            guard count > 0 else {
                try body(row)
                continue
            }
            last.append(row)
            if last.count > count { try body(last.removeFirst()) }
        }
    }
}

/// One row of a CSV file. It may have fewer or more cells than the header.
package struct CSVRow: Sendable, Equatable {
    /// The line of the file on which the row begins, counted from 1.
    package let line: Int
    package let cells: [String]

    /// True if it has delimiters and spaces alone.
    var isBlank: Bool { cells.allSatisfy { $0.unicodeScalars.allSatisfy(\.properties.isWhitespace) } }

    package init(line: Int, cells: [String]) {
        self.line = line
        self.cells = cells
    }
}
