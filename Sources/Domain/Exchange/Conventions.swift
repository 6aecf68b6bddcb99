/// What a bare number in a column of discounts means.
package enum DiscountUnit: String, Sendable, CaseIterable {
    /// 0.15 is fifteen per cent.
    case share
    /// 15 is fifteen per cent.
    case percent
}

/// How one file writes. What is nil is found out from the file.
package struct Conventions: Sendable, Equatable {
    package var encoding: CSVEncoding?
    /// The character between two cells.
    package var delimiter: Character?
    /// The line of the file with the names of its columns, counted from 1.
    package var firstRow: Int?
    /// How many rows at the end are no records, such as totals.
    package var skipLast: Int?
    package var dates: DayOrder?
    package var decimal: DecimalMark?
    package var discount: DiscountUnit?
    /// Texts that mean nothing, such as NULL. An empty cell always means nothing.
    package var nulls: [String] = []

    package init() {}

    /// The conventions that the next file of the same origin has too, as the options that say them.
    package var options: String {
        [
            dates.map { "dates=\($0.rawValue)" }, decimal.map { "decimal=\($0.rawValue)" },
            discount.map { "discount=\($0.rawValue)" },
        ]
        .compactMap(\.self).joined(separator: " ")
    }

    /// Reads what `options` wrote.
    package init(options: String) {
        for option in options.split(separator: " ") {
            let halves = option.split(separator: "=", maxSplits: 1)
            guard halves.count == 2 else { continue }
            switch halves[0] {
            case "dates": dates = DayOrder(rawValue: String(halves[1]))
            case "decimal": decimal = DecimalMark(rawValue: String(halves[1]))
            case "discount": discount = DiscountUnit(rawValue: String(halves[1]))
            default: break
            }
        }
    }
}

/// What a file leaves open, so that its user has to say it. `line` and `cell` are the first place that can be read in two ways.
package enum FileQuestion: Sendable, Equatable {
    case encoding([Choice])
    case dates(line: Int, column: String, cell: String)
    case decimal(line: Int, column: String, cell: String)
    case discount(line: Int, column: String, cell: String)

    /// An encoding, and a word of the file as it reads in it.
    package struct Choice: Sendable, Equatable {
        package var encoding: CSVEncoding
        package var sample: String
    }
}

extension FileQuestion {
    /// The two days that the cell can be.
    package var days: (dayFirst: Day, monthFirst: Day)? {
        guard case .dates(_, _, let cell) = self, let text = DayText(cell), let first = text.day(.dayFirst),
            let second = text.day(.monthFirst)
        else { return nil }
        return (first, second)
    }

    /// The two numbers that the cell can be, by the decimal mark.
    package var numbers: (comma: String, point: String)? {
        guard case .decimal(_, _, let cell) = self else { return nil }
        let bare = String(cell.filter { $0.isNumber || "., -".contains($0) })
        guard let number = NumberText(trimmed(bare)), let comma = number.digits(.comma),
            let point = number.digits(.point)
        else {
            return nil
        }
        return (comma, point)
    }
}

extension FileQuestion: CustomStringConvertible {
    /// For the command line, with the option that answers. Pages use the viewer's language.
    package var description: String {
        switch self {
        case .encoding(let choices):
            let readings = choices.map { "“\($0.sample)” in \($0.encoding.rawValue)" }.joined(separator: ", ")
            return "its letters can be read as \(readings): say which by --encoding"
        case .dates(let line, let column, let cell):
            let readings =
                days.map { "\($0.dayFirst.iso) with --dates dmy or \($0.monthFirst.iso) with --dates mdy" } ?? ""
            return "\(FileQuestion.place(line)): \(column) “\(cell)” can be \(readings)"
        case .decimal(let line, let column, let cell):
            let readings = numbers.map { "\($0.point) with --decimal . or \($0.comma) with --decimal ," } ?? ""
            return "\(FileQuestion.place(line)): \(column) “\(cell)” can be \(readings)"
        case .discount(let line, let column, let cell):
            return
                "\(FileQuestion.place(line)): \(column) “\(cell)” can be a share or per cent: say --discount share or --discount percent"
        }
    }

    /// A constant stands on no line.
    private static func place(_ line: Int) -> String { line == 0 ? "--set" : "line \(line)" }
}
