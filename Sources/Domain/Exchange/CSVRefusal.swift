/// Why a CSV file as a whole cannot be read. Lines are counted from 1.
package enum CSVRefusal: Error, Hashable, CustomStringConvertible {
    /// The system could not open the file, for this reason.
    case cannotOpen(reason: String)
    /// The file was opened but could not be read to the end.
    case cannotRead(reason: String)
    case isFolder
    /// There is no row at all, not even a header.
    case empty
    /// This line has a NUL: the file is a workbook, an archive or a picture, not text.
    case notText(line: Int)
    /// Bytes on this line are not valid in the file's encoding.
    case badEncoding(line: Int)
    /// A quoted cell begins on this line and is not closed before the end of the file.
    case unclosedQuote(line: Int)
    /// On this line something other than a delimiter follows a closing quote.
    case textAfterQuote(line: Int)
    /// A cell that begins on this line is longer than `CSVFile.longestCell`.
    case cellTooLong(line: Int)
    /// A row that begins on this line is longer than `CSVFile.longestRow`.
    case rowTooLong(line: Int)
    /// A row that begins on this line has more cells than `CSVFile.mostCells`.
    case tooManyCells(line: Int)

    /// The line to look at; nil if the problem is not on one line.
    package var line: Int? {
        switch self {
        case .cannotOpen, .cannotRead, .isFolder, .empty: nil
        case .notText(let line), .badEncoding(let line), .unclosedQuote(let line), .textAfterQuote(let line),
            .cellTooLong(let line), .rowTooLong(let line), .tooManyCells(let line):
            line
        }
    }

    /// One English line that says what is wrong and where.
    package var description: String {
        switch self {
        case .cannotOpen(let reason): "The file cannot be opened: \(reason)."
        case .cannotRead(let reason): "The file cannot be read to its end: \(reason)."
        case .isFolder: "This is a folder, not a file."
        case .empty: "The file is empty: it has no header row."
        case .notText(let line): "Line \(line) is not text. Is this a workbook or another kind of file?"
        case .badEncoding(let line): "Line \(line) holds bytes that are not characters of the file's encoding."
        case .unclosedQuote(let line): "The quote that opens on line \(line) is never closed."
        case .textAfterQuote(let line):
            "On line \(line) text follows a closing quote. A quote inside a quoted cell must be doubled."
        case .cellTooLong(let line):
            "A cell that begins on line \(line) is longer than 1 MB. Is its closing quote missing?"
        case .rowTooLong(let line): "The row that begins on line \(line) is longer than 4 MB."
        case .tooManyCells(let line): "The row that begins on line \(line) has more than 1,000 cells."
        }
    }
}
