import CCSV

/// Cuts the text of a source into rows and cells with libcsv. It passes one line of the file at a time, so that line numbers are known.
///
/// libcsv runs in its strict mode, which stops at a quote inside an unquoted cell (harmless, so it is allowed) and at text after a closing
/// quote. The latter is refused: in its loose mode libcsv would read on to a later quote and swallow whole rows.
final class CSVTokenizer {
    private static let strict = UInt8(CSV_STRICT | CSV_STRICT_FINI)

    private let source: CSVSource
    private let parser: UnsafeMutablePointer<csv_parser>
    private let open: UnsafeMutablePointer<OpenRow>
    private var piece = UnsafeRawBufferPointer(start: nil, count: 0)
    private var position = 0
    private var isAfterReturn = false
    private var isFinished = false

    init(_ source: CSVSource, delimiter: UInt8) {
        self.source = source
        parser = .allocate(capacity: 1)
        parser.initialize(to: csv_parser())
        csv_init(parser, Self.strict)
        csv_set_delim(parser, delimiter)
        csv_set_blk_size(parser, 1 << 14)
        open = .allocate(capacity: 1)
        open.initialize(to: OpenRow())
    }

    deinit {
        csv_free(parser)
        parser.deallocate()
        open.deinitialize(count: 1)
        open.deallocate()
    }

    /// How many cells of an incomplete row have been read.
    var openCells: Int { open.pointee.cells.count }

    /// The next row that is not blank; nil at the end.
    func next() throws(CSVRefusal) -> CSVRow? {
        while true {
            if let row = open.pointee.close() { return row }
            if isFinished { return nil }
            if position < piece.count { try readLine() } else { try readPiece() }
        }
    }

    private func readPiece() throws(CSVRefusal) {
        switch try source.next() {
        case .text(let text): (piece, position) = (text, 0)
        case .malformed: throw .badEncoding(line: open.pointee.line)
        case .end:
            isFinished = true
            if csv_fini(parser, endCell, endRow, open) != 0 { throw .unclosedQuote(line: open.pointee.cellLine) }
            if let refusal = open.pointee.refusal { throw refusal }
        }
    }

    /// Parses to the end of the line, or of the piece if that comes first. A row ends with a line, so this completes at most one row.
    private func readLine() throws(CSVRefusal) {
        let (end, isWhole) = try endOfLine()
        // State 0 means that libcsv has not begun a row.
        if parser.pointee.pstate == 0 { open.pointee.begin() }
        try parse(UnsafeRawBufferPointer(rebasing: piece[position..<end]))
        position = end
        if isWhole { open.pointee.line += 1 }
    }

    private func endOfLine() throws(CSVRefusal) -> (end: Int, isWhole: Bool) {
        let (bytes, feed, carriageReturn) = (piece, UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var end = position
        if isAfterReturn {
            isAfterReturn = false
            if bytes[end] == feed { return (end + 1, false) }
        }
        while end < bytes.count {
            let byte = bytes[end]
            end += 1
            if byte > carriageReturn { continue }
            if byte == feed { return (end, true) }
            if byte == carriageReturn {
                if end == bytes.count { isAfterReturn = true } else if bytes[end] == feed { end += 1 }
                return (end, true)
            }
            if byte == 0 { throw .notText(line: open.pointee.line) }
        }
        return (end, false)
    }

    private func parse(_ bytes: UnsafeRawBufferPointer) throws(CSVRefusal) {
        guard let start = bytes.baseAddress else { return }
        var done = 0
        while true {
            done += csv_parse(parser, start + done, bytes.count - done, endCell, endRow, open)
            if done == bytes.count { break }
            guard csv_error(parser) == CSV_EPARSE else { throw .cannotRead(reason: "Out of memory") }
            guard parser.pointee.quoted == 0 else { throw .textAfterQuote(line: open.pointee.line) }
            csv_set_opts(parser, 0)
            done += csv_parse(parser, start + done, 1, endCell, endRow, open)
            csv_set_opts(parser, Self.strict)
        }
        if let refusal = open.pointee.refusal { throw refusal }
        if parser.pointee.entry_pos > CSVFile.longestCell { throw .cellTooLong(line: open.pointee.cellLine) }
    }
}

/// The row that libcsv is filling. Its callbacks cannot throw, so their refusals are stored here.
private struct OpenRow {
    var line = 1
    var cells: [String] = []
    private(set) var cellLine = 1
    private(set) var refusal: CSVRefusal?
    private var rowLine = 1
    private var byteCount = 0
    private var isComplete = false

    mutating func begin() { (rowLine, cellLine) = (line, line) }

    mutating func add(_ cell: UnsafeRawBufferPointer) {
        byteCount += cell.count
        if cell.count > CSVFile.longestCell {
            refusal = refusal ?? .cellTooLong(line: cellLine)
        } else if byteCount > CSVFile.longestRow {
            refusal = refusal ?? .rowTooLong(line: rowLine)
        } else if cells.count == CSVFile.mostCells {
            refusal = refusal ?? .tooManyCells(line: rowLine)
        } else {
            cells.append(String(decoding: cell, as: UTF8.self))
        }
        cellLine = line
    }

    mutating func complete() { isComplete = true }

    mutating func close() -> CSVRow? {
        guard isComplete else { return nil }
        let row = CSVRow(line: rowLine, cells: cells)
        (cells, byteCount, isComplete) = ([], 0, false)
        cells.reserveCapacity(row.cells.count)
        return row
    }
}

private func endCell(_ bytes: UnsafeMutableRawPointer?, _ count: Int, _ row: UnsafeMutableRawPointer?) {
    row?.assumingMemoryBound(to: OpenRow.self).pointee.add(UnsafeRawBufferPointer(start: bytes, count: count))
}

private func endRow(_: Int32, _ row: UnsafeMutableRawPointer?) {
    row?.assumingMemoryBound(to: OpenRow.self).pointee.complete()
}
