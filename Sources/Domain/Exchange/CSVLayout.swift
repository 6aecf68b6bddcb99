/// How the cells of a CSV file are separated, and where its header is.
struct CSVLayout {
    let delimiter: UInt8
    /// The line of the header, counted from 1.
    let headerLine: Int

    /// Reads the first rows once with each delimiter and chooses the one that cuts them like the header.
    ///
    /// If several fit, a comma loses: in `Price, rub;Sum, rub` over `1,5;2,5` it is punctuation. A delimiter that occurs in the header and
    /// in no row is punctuation too; then the file has one column. Excel's line `sep=;` decides at once.
    ///
    /// Titles stand above the header of many files. So a later row is the header if it names more fields of the kind than the rows above
    /// it, or if all rows above it have one cell alone.
    static func judge(
        _ kind: ImportKind?, _ said: Conventions, _ open: (UInt8) throws(CSVRefusal) -> CSVTokenizer
    ) -> CSVLayout {
        let saidByte = said.delimiter.flatMap(\.asciiValue)
        let trials = (saidByte.map { [$0] } ?? Array("\t;|,".utf8)).map { Trial($0, open) }
        if let named = trials.first(where: { $0.isSeparatorLine }) {
            return CSVLayout(
                delimiter: named.delimiter, headerLine: said.firstRow ?? named.rows.dropFirst().first?.line ?? 2)
        }
        let plain = best(of: trials.filter { $0.cutsHeader && $0.cutsRows }) ?? best(of: trials.reversed())
        let plainNames = plain?.rows.first.map { kind?.namesFields($0.cells) ?? 0 } ?? 0
        let named = trials.compactMap { trial in
            trial.header(of: kind).map { (trial: trial, row: $0.row, names: $0.names) }
        }
        .reduce(nil as (trial: Trial, row: CSVRow, names: Int)?) { best, next in
            best.map { $0.names >= next.names } == true ? best : next
        }
        if let named, named.names > plainNames || named.row.line == plain?.rows.first?.line {
            return CSVLayout(delimiter: named.trial.delimiter, headerLine: said.firstRow ?? named.row.line)
        }
        let first = plain.flatMap { plainNames == 0 ? $0.rowBelowTitles ?? $0.rows.first : $0.rows.first }
        return CSVLayout(
            delimiter: plain?.delimiter ?? UInt8(ascii: ","), headerLine: said.firstRow ?? first?.line ?? 1)
    }

    private static func best(of trials: [Trial]) -> Trial? {
        trials.reduce(nil) { best, trial in best.map { $0.fit >= trial.fit } == true ? best : trial }
    }
}

/// The first rows of a file, cut by one delimiter.
private struct Trial {
    let delimiter: UInt8
    private(set) var isSeparatorLine = false
    private(set) var rows: [CSVRow] = []
    /// The number of cells in the row where the trial stopped; nil if it did not stop.
    private var brokenWidth: Int?

    init(_ delimiter: UInt8, _ open: (UInt8) throws(CSVRefusal) -> CSVTokenizer) {
        self.delimiter = delimiter
        guard let source = try? open(delimiter) else { return }
        do {
            while rows.count < 21, let row = try source.next() {
                if rows.isEmpty { isSeparatorLine = row.cells == ["sep=", ""] }
                if !row.isBlank { rows.append(row) }
            }
        } catch {
            brokenWidth = source.openCells + 1
        }
    }

    private var widths: [Int] { rows.map(\.cells.count) }
    private var allWidths: [Int] { widths + (brokenWidth.map { [$0] } ?? []) }

    var cutsHeader: Bool { allWidths.first.map { $0 > 1 } ?? false }
    var cutsRows: Bool { allWidths.count == 1 || allWidths.dropFirst().contains { $0 > 1 } }

    /// The share of rows as wide as the header, in tenths, at most nine, so that one odd row does not decide. -1 without a header.
    var fit: Int {
        guard let header = widths.first else { return -1 }
        let rows = allWidths.count - 1
        return rows == 0 ? 9 : min(9, widths.dropFirst().count { $0 == header } * 10 / rows)
    }

    /// The first row that names all needed fields of the kind; else the one that names the most, the first of them; nil if none names any.
    func header(of kind: ImportKind?) -> (row: CSVRow, names: Int)? {
        guard let kind else { return nil }
        if let whole = rows.first(where: { kind.namesNeeds($0.cells) }) {
            return (whole, kind.namesFields(whole.cells))
        }
        let counted = rows.map { (row: $0, names: kind.namesFields($0.cells)) }
        return counted.reduce(nil) { best, next in next.names > (best?.names ?? 0) ? next : best }
    }

    /// The first row with as many filled cells as most rows have, if that is two or more and all rows above it have one.
    var rowBelowTitles: CSVRow? {
        let filled = rows.map { row in row.cells.count { !trimmed($0).isEmpty } }
        let counts = Dictionary(grouping: filled, by: \.self).mapValues(\.count)
        guard let usual = counts.max(by: { ($0.value, $0.key) < ($1.value, $1.key) })?.key, usual > 1 else {
            return nil
        }
        let titles = filled.prefix { $0 == 1 }.count
        return rows.indices.contains(titles) ? rows[titles] : nil
    }
}
