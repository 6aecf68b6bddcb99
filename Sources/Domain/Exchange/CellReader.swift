/// What the cells of an import field hold.
package enum CellKind: Sendable {
    case text
    case day
    /// A day whose year may be missing.
    case birthday
    /// An amount or a quantity.
    case number
    /// A discount.
    case share
}

/// Rewrites cells that can be written in several ways into the one that forms read: 2026-11-23, 1234.50, 15%.
///
/// A cell that is no day or number stays as it is, so that the field's own check refuses it.
package struct CellReader: Sendable {
    var dates: DayOrder?
    var decimal: DecimalMark?
    var discount: DiscountUnit?
    let currency: Currency

    package func read(_ cell: String, as kind: CellKind) -> String {
        switch kind {
        case .text: CellReader.unwrapped(cell)
        case .day: day(cell)
        case .birthday: birthday(cell)
        case .number: number(cell)
        case .share: share(cell)
        }
    }

    private func day(_ cell: String) -> String {
        guard Day(cell) == nil, let text = DayText(cell), let day = text.day(dates ?? .dayFirst) else { return cell }
        // The time behind the day is kept for fields that have one.
        let time = cell.split(separator: " ", maxSplits: 1).dropFirst().first.flatMap {
            $0.contains(":") ? " \($0)" : nil
        }
        return day.iso + (time ?? "")
    }

    /// A year of two digits could be of either century here.
    private func birthday(_ cell: String) -> String {
        if DayText(cell)?.isYearShort == true { return cell }
        return Birthday(typed: cell, dates ?? .dayFirst)?.text ?? day(cell)
    }

    private func number(_ cell: String) -> String {
        // Most cells are plain already.
        if cell.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) { return cell }
        let bare = currency.withoutSign(CellReader.unwrapped(cell))
        return NumberText(bare)?.plain(decimal) ?? cell
    }

    private func share(_ cell: String) -> String {
        let bare = CellReader.unwrapped(cell)
        if bare.hasSuffix("%") {
            guard let number = NumberText(trimmed(String(bare.dropLast()))) else { return cell }
            return number.plain(CellReader.certainMark(of: number) ?? decimal).map { $0 + "%" } ?? cell
        }
        guard let number = NumberText(bare), let plain = number.plain(CellReader.certainMark(of: number) ?? decimal)
        else {
            return cell
        }
        guard discount == .share else { return plain + "%" }
        // Four decimals of a share are two of a per cent.
        return NumberText(plain)?.value(decimals: 4).map { decimalText($0, decimals: 2) + "%" } ?? cell
    }

    /// The mark of a discount such as 5.125, which is no 5125 per cent; nil if it stays open.
    static func certainMark(of discount: NumberText) -> DecimalMark? {
        guard case .open(let mark) = discount.mark, let thousands = discount.value(decimals: 0, reading: mark.other)
        else {
            return nil
        }
        return thousands > 100 ? mark : nil
    }

    /// The text within `="..."`, by which spreadsheets keep digits as text.
    static func unwrapped(_ cell: String) -> String {
        guard cell.hasPrefix("=\""), cell.hasSuffix("\""), cell.utf8.count > 3 else { return cell }
        return String(cell.dropFirst(2).dropLast())
    }
}
