/// What was found out about a whole file before its rows are read: how it writes, what it leaves open, and what its columns hold.
package struct FileSurvey: Sendable, Equatable {
    /// All that was said or found out.
    package private(set) var conventions: Conventions
    package private(set) var questions: [FileQuestion]
    package private(set) var columns: [Column]
    /// False if the user said that no row is a total.
    package let looksForTotals: Bool
    /// The rows of totals at the end that are left out, as they stand in the file.
    package private(set) var totals: [String]
    /// How many rows below the header are records.
    package private(set) var rowCount: Int

    /// What the cells of one field hold.
    package struct Column: Sendable, Equatable {
        package var field: String
        package var kind: CellKind
        /// The least and the greatest value as read, such as 2026-11-23 or 1234.50; nil for texts and for columns without a value.
        package var least: String?
        package var greatest: String?
        /// The sum of a column of numbers; nil if it is too large.
        package var sum: String?
        /// The first different cells, at most three: as they stand in the file, and as they were read.
        package var samples: [Sample]
        package var emptyCount: Int
    }

    package struct Sample: Sendable, Equatable {
        package var raw: String
        package var read: String

        package init(raw: String, read: String) { (self.raw, self.read) = (raw, read) }
    }

    /// Reads all rows of a file. `said` holds what its user said and, weaker than the file's own habits, what `kept` from the last file.
    package init(
        _ file: CSVFile, _ plan: ImportPlan, _ kind: ImportKind, said: Conventions, kept: Conventions = Conventions(),
        currency: Currency, progress: (Int, Int) -> Void = { _, _ in }
    ) throws {
        var tallies = kind.format.fields.compactMap { field in
            plan.columns[field.key].map { Tally(field, $0, header: file.header) }
        }
        var (habits, rowCount) = (Habits(), 0)
        var last: [CSVRow] = []
        let held = max(FileSurvey.mostTotals, said.skipLast ?? 0)
        func take(_ row: CSVRow) {
            rowCount += 1
            for place in tallies.indices {
                tallies[place].take(row, plan, nulls: said.nulls, currency, &habits)
            }
        }
        try file.forEachRow { row in
            last.append(row)
            if last.count > held { take(last.removeFirst()) }
            progress(file.bytesRead, file.byteCount)
        }
        let totals = said.skipLast ?? last.reversed().prefix(while: FileSurvey.isTotal).count
        for row in last.dropLast(min(totals, last.count)) { take(row) }
        self.totals = last.suffix(min(totals, last.count)).map { row in
            row.cells.map(trimmed).filter { !$0.isEmpty }.joined(separator: " ")
        }
        for field in kind.format.fields {
            guard let constant = plan.constants[field.key] else { continue }
            Tally.take(constant, field, Place(line: 0, column: field.key, cell: constant), currency, &habits)
        }

        looksForTotals = said.skipLast != 0
        var found = said
        found.encoding = file.encoding
        found.delimiter = file.delimiter
        found.firstRow = file.headerLine
        found.skipLast = totals
        found.dates = said.dates ?? habits.dates ?? kept.dates
        found.decimal = said.decimal ?? habits.decimal ?? kept.decimal
        found.discount = said.discount ?? habits.discount ?? (habits.openDiscount == nil ? .percent : kept.discount)
        conventions = found
        questions = file.encodings.count > 1 ? [.encoding(file.encodings)] : []
        if found.dates == nil, let question = habits.openDay { questions.append(question) }
        if found.decimal == nil, let question = habits.openNumber { questions.append(question) }
        if found.discount == nil, let question = habits.openDiscount { questions.append(question) }
        let reader = CellReader(found, currency)
        columns = tallies.map { $0.column(reader) }
        self.rowCount = rowCount
    }

    /// A file ends with this many rows of totals at most.
    private static let mostTotals = 3
    private static let totalWords: Set = [
        "итого", "всего", "итог", "подытог", "промежуточный итог", "subtotal", "total", "totals", "grand total", "sum",
        "summe", "gesamt",
    ]

    /// Is it a word that says "total", and numbers alone behind it? A client called Total has a city, or nothing.
    package static func isTotal(_ row: CSVRow) -> Bool {
        guard let first = row.cells.first(where: { !trimmed($0).isEmpty }).map({ typed($0).lowercased() }) else {
            return false
        }
        let isNamed =
            totalWords.contains(first.filter { $0 != ":" })
            || ["итого по ", "итого за ", "всего по ", "всего за ", "total for "].contains(where: first.hasPrefix)
        guard isNamed else { return false }
        let cells = row.cells.map(typed).filter { !$0.isEmpty }
        return cells.count > 1
            && cells.dropFirst().allSatisfy { cell in
                // At most the letters of a currency or a unit stand beside the digits.
                let number = trimmed(cell.filter { !$0.isLetter && !$0.isCurrencySymbol && $0 != "%" })
                return NumberText(number) != nil && cell.count(where: \.isLetter) <= 3
            }
    }
}

extension CellReader {
    package init(_ conventions: Conventions, _ currency: Currency) {
        self.init(
            dates: conventions.dates, decimal: conventions.decimal, discount: conventions.discount, currency: currency)
    }
}

/// What the cells of all columns tell about the file, and the first that leaves something open.
private struct Habits {
    private var orders: Set<String> = []
    private var marks: Set<String> = []
    private var (wholeDiscounts, smallDiscounts) = (0, 0)
    private(set) var openDay: FileQuestion?
    private(set) var openNumber: FileQuestion?
    private(set) var openDiscount: FileQuestion?

    /// So many discounts below 1 and none above are shares: nobody gives discounts below one per cent to all.
    private static let enoughShares = 10

    /// What the file shows, if it shows one thing only.
    var dates: DayOrder? { orders.count == 1 ? orders.first.flatMap(DayOrder.init) : nil }
    var decimal: DecimalMark? { marks.count == 1 ? marks.first.flatMap(DecimalMark.init) : nil }
    var discount: DiscountUnit? {
        guard openDiscount != nil else { return nil }
        return wholeDiscounts == 0 && smallDiscounts >= Habits.enoughShares ? .share : nil
    }

    mutating func take(_ order: DayText.Order, _ place: Place) {
        switch order {
        case .none: break
        case .certain(let order): orders.insert(order.rawValue)
        case .open: openDay = openDay ?? .dates(line: place.line, column: place.column, cell: place.cell)
        }
    }

    mutating func take(_ number: NumberText, _ place: Place) {
        switch number.mark {
        case .none: break
        case .certain(let mark): marks.insert(mark.rawValue)
        case .open: openNumber = openNumber ?? .decimal(line: place.line, column: place.column, cell: place.cell)
        }
    }

    /// A discount without the sign of per cent. Above 1 it is per cent.
    mutating func takeDiscount(_ number: NumberText, _ place: Place) {
        guard let value = number.value(decimals: 6, reading: .point), value > 0 else { return }
        if value > 1_000_000 {
            wholeDiscounts += 1
        } else {
            if value < 1_000_000 { smallDiscounts += 1 } else { wholeDiscounts += 1 }
            openDiscount = openDiscount ?? .discount(line: place.line, column: place.column, cell: place.cell)
        }
    }
}

/// Where a cell stands.
private struct Place {
    let line: Int
    let column: String
    let cell: String
}

/// What the cells of one field hold, while the file is being read.
private struct Tally {
    private let field: ImportFormat.Field
    private let columns: [Int]
    private let name: String
    private var samples: [String] = []
    private var emptyCount = 0
    /// The least and greatest value in each of the two readings.
    private var days: [ClosedRange<Day>?] = [nil, nil]
    private var numbers: [ClosedRange<Int64>?] = [nil, nil]
    private var sums: [Int64?] = [0, 0]

    init(_ field: ImportFormat.Field, _ columns: [Int], header: [String]) {
        (self.field, self.columns) = (field, columns)
        name = header[columns[0]]
    }

    mutating func take(_ row: CSVRow, _ plan: ImportPlan, nulls: [String], _ currency: Currency, _ habits: inout Habits)
    {
        let cell = plan.cell(columns, of: row, nulls: nulls)
        guard !cell.isEmpty else {
            emptyCount += 1
            return
        }
        if samples.count < 3, !samples.contains(cell) { samples.append(cell) }
        // Nearly all cells of large files can be read in one way only.
        switch field.holds {
        case .text: return
        case .day, .birthday:
            if let day = Day(cell) { return widen(0...1) { _ in day } }
            if let text = DayText(cell) { widen(0...1) { text.day(DayOrder.allCases[$0]) } }
        case .number:
            if let value = NumberText.wholeNumber(cell) {
                return add(0...1) { _ in value * 10_000 }
            }
            if let number = NumberText(currency.withoutSign(CellReader.unwrapped(cell))) {
                add(0...1) { number.value(decimals: 4, reading: DecimalMark.allCases[$0]) }
            }
        case .share: break
        }
        Tally.take(cell, field, Place(line: row.line, column: name, cell: cell), currency, &habits)
    }

    /// Widens the range of days in each reading.
    private mutating func widen(_ readings: ClosedRange<Int>, _ read: (Int) -> Day?) {
        for reading in readings {
            guard let day = read(reading) else { continue }
            days[reading] = days[reading].map { min($0.lowerBound, day)...max($0.upperBound, day) } ?? day...day
        }
    }

    /// Adds a number, with four decimals, in each reading.
    private mutating func add(_ readings: ClosedRange<Int>, _ read: (Int) -> Int64?) {
        for reading in readings {
            guard let value = read(reading) else { continue }
            sums[reading] = sums[reading].flatMap { sum in
                let (more, overflows) = sum.addingReportingOverflow(value)
                return overflows ? nil : more
            }
            numbers[reading] =
                numbers[reading].map { min($0.lowerBound, value)...max($0.upperBound, value) } ?? value...value
        }
    }

    /// Notes what a cell tells about the file.
    static func take(
        _ cell: String, _ field: ImportFormat.Field, _ place: Place, _ currency: Currency, _ habits: inout Habits
    ) {
        switch field.holds {
        case .text: break
        case .day: if let order = DayText(cell)?.order { habits.take(order, place) }
        case .birthday: if let order = DayText(cell)?.order ?? Birthday.order(of: cell) { habits.take(order, place) }
        case .number:
            if let number = NumberText(currency.withoutSign(CellReader.unwrapped(cell))) { habits.take(number, place) }
        case .share:
            let bare = CellReader.unwrapped(cell)
            let isMarked = bare.hasSuffix("%")
            guard let number = NumberText(isMarked ? trimmed(String(bare.dropLast())) : bare) else { return }
            if CellReader.certainMark(of: number) == nil { habits.take(number, place) }
            if !isMarked { habits.takeDiscount(number, place) }
        }
    }

    func column(_ reader: CellReader) -> FileSurvey.Column {
        let read = samples.map { FileSurvey.Sample(raw: $0, read: reader.read($0, as: field.holds)) }
        let day = days[reader.dates == .monthFirst ? 1 : 0]
        let reading = reader.decimal == .comma ? 1 : 0
        let number = numbers[reading]
        return FileSurvey.Column(
            field: field.key, kind: field.holds,
            least: day?.lowerBound.iso ?? number.map { shortDecimal($0.lowerBound) },
            greatest: day?.upperBound.iso ?? number.map { shortDecimal($0.upperBound) },
            sum: number == nil ? nil : sums[reading].map(shortDecimal), samples: read,
            emptyCount: emptyCount)
    }

    /// Four decimals without the zeros at their end.
    private func shortDecimal(_ value: Int64) -> String {
        var text = decimalText(value, decimals: 4)
        while text.hasSuffix("0") { text.removeLast() }
        return text.hasSuffix(".") ? String(text.dropLast()) : text
    }
}
