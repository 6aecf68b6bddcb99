/// The character before the decimals of a number. The other one separates thousands.
package enum DecimalMark: String, Sendable, CaseIterable {
    case point = "."
    case comma = ","

    package var other: DecimalMark { self == .point ? .comma : .point }
}

/// A decimal number taken apart, as people and files write it: "1 234,5", "-1,234.50".
///
/// Spaces, no-break spaces and apostrophes separate thousands, and so does a point or comma that is repeated or stands before the other one.
/// A lone point or comma separates decimals, unless exactly three digits follow and it could separate thousands as well: "1,000" may be a
/// thousand or one, and nothing here guesses which.
struct NumberText {
    /// What the text tells about the decimal mark of whoever wrote it.
    enum Mark: Equatable {
        /// It has neither point nor comma.
        case none
        /// It can only be read with this decimal mark.
        case certain(DecimalMark)
        /// It has this mark alone, which may separate decimals or thousands.
        case open(DecimalMark)
    }

    private(set) var isNegative = false
    private(set) var mark = Mark.none
    /// The digits before and behind the decimal mark. An open mark is taken for a decimal mark.
    private var whole: [UInt8] = []
    private var fraction: [UInt8] = []

    /// Nil if the text is not a number.
    init?(_ text: String) {
        var bytes = Array(NumberText.plainMarks(text).utf8)[...]
        if let sign = bytes.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            bytes = bytes.dropFirst()
        }
        let marks = bytes.indices.filter { DecimalMark(bytes[$0]) != nil }
        guard let last = marks.last, let mark = DecimalMark(bytes[last]) else {
            guard let digits = NumberText.whole(bytes), !digits.digits.isEmpty else { return nil }
            (whole, self.mark) = (digits.digits, .none)
            return
        }
        if marks.count > 1, bytes[marks[0]] == bytes[last] {
            guard let digits = NumberText.whole(bytes) else { return nil }
            (whole, self.mark) = (digits.digits, .certain(mark.other))
            return
        }
        guard let before = NumberText.whole(bytes[..<last]), bytes[(last + 1)...].allSatisfy(NumberText.isDigit) else {
            return nil
        }
        (whole, fraction) = (before.digits, Array(bytes[(last + 1)...]))
        guard !(whole.isEmpty && fraction.isEmpty) else { return nil }
        let mayBeThousands =
            !before.isGrouped && fraction.count == 3 && (1...3).contains(whole.count) && whole[0] != UInt8(ascii: "0")
        self.mark = mayBeThousands ? .open(mark) : .certain(mark)
    }

    /// The value of a text of digits alone, twelve at most; nil for any other.
    static func wholeNumber(_ text: String) -> Int64? {
        let bytes = text.utf8
        guard (1...12).contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
        return bytes.reduce(0) { $0 * 10 + Int64($1 - UInt8(ascii: "0")) }
    }

    /// The number as a whole number of its last decimal place; nil if it has more decimals, trailing zeros aside, or does not fit in 64 bits.
    /// `reading` decides an open mark; without it, nil.
    func value(decimals: Int, reading: DecimalMark? = nil) -> Int64? {
        guard let (whole, fraction) = parts(reading) else { return nil }
        var kept = fraction[...]
        while kept.count > decimals, kept.last == UInt8(ascii: "0") { kept = kept.dropLast() }
        guard kept.count <= decimals else { return nil }
        var value: Int64 = 0
        for byte in whole + kept + repeatElement(UInt8(ascii: "0"), count: decimals - kept.count) {
            let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
            let (sum, runsOver) = tenfold.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
            guard !overflows, !runsOver else { return nil }
            value = sum
        }
        return isNegative ? -value : value
    }

    /// The number with a decimal point and without thousands, so that it is read back in one way only; nil if its mark stays open.
    func plain(_ reading: DecimalMark?) -> String? { digits(reading).map(closed) }

    /// The same without care for who reads it back: "1.234".
    func digits(_ reading: DecimalMark?) -> String? {
        guard let (whole, fraction) = parts(reading) else { return nil }
        let digits = String(decoding: whole.isEmpty ? [UInt8(ascii: "0")] : whole, as: UTF8.self)
        let decimals = fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self)
        return (isNegative ? "-" : "") + digits + decimals
    }

    private func parts(_ reading: DecimalMark?) -> (whole: [UInt8], fraction: [UInt8])? {
        guard case .open(let mark) = mark else { return (whole, fraction) }
        return reading.map { $0 == mark ? (whole, fraction) : (whole + fraction, []) }
    }

    /// The text without spaces around it, and with one kind of minus, apostrophe and space.
    private static func plainMarks(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
        return String(
            String.UnicodeScalarView(
                text.unicodeScalars.map {
                    switch $0 {
                    case "\u{A0}", "\u{2009}", "\u{202F}": " "
                    case "’": "'"
                    case "−": "-"
                    default: $0
                    }
                }))
    }

    /// The digits of a whole number, and whether they are grouped as thousands by one kind of mark; nil if they are grouped otherwise.
    private static func whole(_ bytes: ArraySlice<UInt8>) -> (digits: [UInt8], isGrouped: Bool)? {
        let groups = bytes.split(omittingEmptySubsequences: false) { !isDigit($0) }
        guard groups.count > 1 else { return (Array(bytes), false) }
        let marks = Set(bytes.filter { !isDigit($0) })
        guard marks.count == 1, let mark = marks.first, " '.,".utf8.contains(mark), (1...3).contains(groups[0].count),
            groups.dropFirst().allSatisfy({ $0.count == 3 })
        else { return nil }
        return (groups.flatMap(\.self), true)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}

extension DecimalMark {
    fileprivate init?(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "."): self = .point
        case UInt8(ascii: ","): self = .comma
        default: return nil
        }
    }
}

/// Reads a decimal number as `NumberText` does, as a whole number of its last decimal place: "1 234,5" with two decimals is 123450. Nil
/// for anything else, for a mark that could be read in two ways, for too many decimals, and for what does not fit in 64 bits.
func fixedPoint(_ text: String, decimals: Int) -> Int64? {
    plainFixedPoint(text, decimals: decimals) ?? NumberText(text)?.value(decimals: decimals)
}

/// A fast path for large files: up to fifteen digits with at most one point. Returns nil for anything else, and for exactly three decimals.
private func plainFixedPoint(_ text: String, decimals: Int) -> Int64? {
    var (value, behind, count): (Int64, Int?, Int) = (0, nil, 0)
    for byte in text.utf8 {
        if byte == UInt8(ascii: "."), behind == nil, count > 0 {
            behind = 0
        } else {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte), count < 15 else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
            count += 1
            if let places = behind { behind = places + 1 }
        }
    }
    guard count > 0, behind != 0, behind != 3, behind ?? 0 <= decimals else { return nil }
    for _ in (behind ?? 0)..<decimals {
        let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
        guard !overflows else { return nil }
        value = tenfold
    }
    return value
}

/// Writes a whole number of last decimal places as a decimal number with a point: 123450 with two decimals is "1234.50".
func decimalText(_ value: Int64, decimals: Int) -> String {
    guard decimals > 0 else { return String(value) }
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return (value < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}

/// A number with a decimal point as a field or a file holds it: "1.234" becomes "1.2340", which cannot be taken for a thousand.
func closed(_ number: String) -> String {
    if case .open = NumberText(number)?.mark { number + "0" } else { number }
}
