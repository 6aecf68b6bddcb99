/// Reads a decimal number, as people and files write it, as a whole number of its last decimal place: "1 234,5" with two decimals is
/// 123450.
///
/// Spaces, no-break spaces and apostrophes separate thousands. A point or comma separates thousands too if another point or comma follows;
/// the last one separates the decimals. A lone "1,234" or "1,000" is refused if three decimals are not allowed, because it could mean either. Returns
/// nil for anything else, for too many decimals (trailing zeros aside), and for numbers that do not fit in 64 bits.
func fixedPoint(_ text: String, decimals: Int) -> Int64? {
    plainFixedPoint(text, decimals: decimals) ?? anyFixedPoint(text, decimals: decimals)
}

/// A fast path for large files: up to fifteen digits with at most one point. Returns nil for anything else.
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
    guard count > 0, behind != 0, behind ?? 0 <= decimals else { return nil }
    for _ in (behind ?? 0)..<decimals {
        let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
        guard !overflows else { return nil }
        value = tenfold
    }
    return value
}

private func anyFixedPoint(_ text: String, decimals: Int) -> Int64? {
    var digits = Array(text.unicodeScalars.lazy.filter { !" \u{A0}\u{202F}\u{2009}'’".unicodeScalars.contains($0) })[
        ...]
    var isNegative = false
    if let sign = digits.first, sign == "-" || sign == "−" || sign == "+" {
        isNegative = sign != "+"
        digits = digits.dropFirst()
    }
    let marks = digits.indices.filter { digits[$0] == "." || digits[$0] == "," }
    var (whole, fraction) = (digits, digits.suffix(0))
    if let last = marks.last {
        let isRepeated = marks.dropLast().contains { digits[$0] == digits[last] }
        let behind = digits[(last + 1)...]
        if isRepeated {
            guard areThousands(digits, marks) else { return nil }
        } else {
            guard areThousands(digits[..<last], Array(marks.dropLast())) else { return nil }
            // "1,000" could mean a thousand or one.
            let isBelowOne = digits[..<last].allSatisfy { $0 == "0" }
            guard marks.count > 1 || behind.count != 3 || decimals >= 3 || isBelowOne else { return nil }
            (whole, fraction) = (digits[..<last], behind)
        }
    }
    let places = whole.filter { $0 != "." && $0 != "," }
    while fraction.count > decimals, fraction.last == "0" { fraction = fraction.dropLast() }
    guard fraction.count <= decimals, !(places.isEmpty && fraction.isEmpty) else { return nil }
    var value: Int64 = 0
    for scalar in Array(places) + fraction + repeatElement("0", count: decimals - fraction.count) {
        guard ("0"..."9").contains(scalar) else { return nil }
        let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
        let (sum, runsOver) = tenfold.addingReportingOverflow(Int64(scalar.value - 48))
        guard !overflows, !runsOver else { return nil }
        value = sum
    }
    return isNegative ? -value : value
}

/// True if the marks separate a number into groups of three after the first group.
private func areThousands(_ digits: ArraySlice<Unicode.Scalar>, _ marks: [Int]) -> Bool {
    var end = digits.endIndex
    for mark in marks.reversed() {
        guard end - mark == 4, digits[mark] == digits[marks[0]] else { return false }
        end = mark
    }
    return marks.isEmpty || (1...3).contains(end - digits.startIndex)
}

/// Writes a whole number of last decimal places as a decimal number with a point: 123450 with two decimals is "1234.50".
func decimalText(_ value: Int64, decimals: Int) -> String {
    guard decimals > 0 else { return String(value) }
    let digits = String(value.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
    return (value < 0 ? "-" : "") + padded.dropLast(decimals) + "." + padded.suffix(decimals)
}
