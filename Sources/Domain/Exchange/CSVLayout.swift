/// How the cells of a CSV file are separated.
struct CSVLayout {
    let delimiter: UInt8
    /// True if the file begins with Excel's line `sep=;`, which names the delimiter.
    let hasSeparatorLine: Bool

    /// Reads the first rows once with each delimiter and chooses the one that cuts them like the header.
    ///
    /// If several fit, a comma loses: in `Price, rub;Sum, rub` over `1,5;2,5` it is punctuation. A delimiter that occurs in the header and
    /// in no row is punctuation too; then the file has one column.
    static func judge(_ open: (UInt8) throws(CSVRefusal) -> CSVTokenizer) -> CSVLayout {
        let trials = "\t;|,".utf8.map { Trial($0, open) }
        if let named = trials.first(where: { $0.isSeparatorLine }) {
            return CSVLayout(delimiter: named.delimiter, hasSeparatorLine: true)
        }
        let chosen = best(of: trials.filter { $0.cutsHeader && $0.cutsRows }) ?? best(of: trials.reversed())
        return CSVLayout(delimiter: chosen?.delimiter ?? UInt8(ascii: ","), hasSeparatorLine: false)
    }

    private static func best(of trials: [Trial]) -> Trial? {
        trials.reduce(nil) { best, trial in best.map { $0.fit >= trial.fit } == true ? best : trial }
    }
}

/// The first rows of a file, cut by one delimiter.
private struct Trial {
    let delimiter: UInt8
    private(set) var isSeparatorLine = false
    private var widths: [Int] = []
    /// The number of cells in the row where the trial stopped; nil if it did not stop.
    private var brokenWidth: Int?

    init(_ delimiter: UInt8, _ open: (UInt8) throws(CSVRefusal) -> CSVTokenizer) {
        self.delimiter = delimiter
        guard let rows = try? open(delimiter) else { return }
        do {
            while widths.count < 21, let row = try rows.next() {
                if widths.isEmpty { isSeparatorLine = row.cells == ["sep=", ""] }
                widths.append(row.cells.count)
            }
        } catch {
            brokenWidth = rows.openCells + 1
        }
    }

    private var allWidths: [Int] { widths + (brokenWidth.map { [$0] } ?? []) }

    var cutsHeader: Bool { allWidths.first.map { $0 > 1 } ?? false }
    var cutsRows: Bool { allWidths.count == 1 || allWidths.dropFirst().contains { $0 > 1 } }

    /// The share of rows as wide as the header, in tenths, at most nine, so that one odd row does not decide. -1 without a header.
    var fit: Int {
        guard let header = widths.first else { return -1 }
        let rows = allWidths.count - 1
        return rows == 0 ? 9 : min(9, widths.dropFirst().count { $0 == header } * 10 / rows)
    }
}
