/// The official numbers of organisations, with their checks.
package enum TaxNumber {
    /// INN of 10 digits (organisation) or 12 (person). The last one or two are check digits (order of the Tax Service, MMV-7-6/435, and its
    /// predecessors). What a spreadsheet puts around digits is dropped. Returns nil if the number is not valid.
    package static func inn(_ text: String) -> String? {
        guard let digits = digits(text) else { return nil }
        let weights = [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]
        func check(_ length: Int) -> Int { zip(weights.suffix(length), digits).map(*).reduce(0, +) % 11 % 10 }
        let holds: Bool
        switch digits.count {
        case 10: holds = check(9) == digits[9]
        case 12: holds = check(10) == digits[10] && check(11) == digits[11]
        default: holds = false
        }
        return holds && digits.contains { $0 != 0 } ? digits.map(String.init).joined() : nil
    }

    /// KPP: four digits for the tax office, two digits or capital letters for the reason, three digits.
    package static func kpp(_ text: String) -> String? {
        let compact = bare(text)
        guard compact.utf8.count == 9 else { return nil }
        let fits = compact.utf8.enumerated().allSatisfy { place, byte in
            isDigit(byte) || ((4...5).contains(place) && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte))
        }
        return fits ? compact : nil
    }

    /// OGRN of 13 digits or OGRNIP of 15. The last digit is the number before it modulo 11 (for 15 digits 13), then modulo 10.
    package static func ogrn(_ text: String) -> String? {
        guard let digits = digits(text), digits.count == 13 || digits.count == 15 else { return nil }
        let body = digits.dropLast().reduce(0) { $0 * 10 + $1 }
        return body > 0 && body % (digits.count - 2) % 10 == digits.last ? digits.map(String.init).joined() : nil
    }

    /// A foreign VAT number: two letters for the country, then 2 to 16 letters, digits, "+" or "*", as "CHE-123.456.788 MWST".
    /// Spaces, dots and dashes are dropped.
    package static func vat(_ text: String) -> String? {
        let compact = text.uppercased().filter { !" .-".contains($0) }
        let bytes = Array(compact.utf8)
        guard (4...18).contains(bytes.count), bytes.prefix(2).allSatisfy(isLetter),
            bytes.dropFirst(2).allSatisfy({
                isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "*")
            })
        else { return nil }
        return compact
    }

    /// "7707083893/770801001", as invoices write it, taken apart: INN and KPP. Nil for a text with no slash or more than one.
    private static func innAndKpp(_ text: String) -> (inn: String, kpp: String)? {
        let parts = text.split(whereSeparator: { $0 == "/" || $0 == "\\" })
        return parts.count == 2 ? (trimmed(String(parts[0])), trimmed(String(parts[1]))) : nil
    }

    /// The fields of a client with such a pair in "inn" as INN and KPP, unless they have another KPP.
    package static func split(_ entries: Entries) -> Entries {
        guard entries["inn"].contains(where: { $0 == "/" || $0 == "\\" }), let (inn, kpp) = innAndKpp(entries["inn"]),
            entries["kpp"].isEmpty || entries["kpp"] == kpp
        else { return entries }
        var entries = entries
        entries["inn"] = inn
        entries["kpp"] = kpp
        return entries
    }

    /// The text without what people and spreadsheets put around and between digits: spaces, dashes, marks of direction, an apostrophe in
    /// front, `="..."` around it, `.0` behind it.
    private static func bare(_ text: String) -> String {
        var text = text[...]
        if text.hasPrefix("=\""), text.hasSuffix("\""), text.utf8.count > 3 { text = text.dropFirst(2).dropLast() }
        var scalars = text.unicodeScalars.filter {
            !" -'’\u{A0}\u{2009}\u{202F}\u{2010}\u{2011}\u{2013}".unicodeScalars.contains($0)
                && !$0.properties.isDefaultIgnorableCodePoint
        }
        if scalars.count > 2, scalars.suffix(2).elementsEqual(".0".unicodeScalars) { scalars.removeLast(2) }
        return String(scalars)
    }

    private static func digits(_ text: String) -> [Int]? {
        let compact = bare(text).utf8
        guard compact.allSatisfy(isDigit) else { return nil }
        return compact.map { Int($0 - UInt8(ascii: "0")) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
}

/// E-mail and web addresses.
package enum NetAddress {
    /// An e-mail address: one "@", with something before it and a host after it.
    package static func email(_ text: String) -> String? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty,
            !text.contains(where: { $0.isWhitespace || "<>\"(),;:".contains($0) })
        else {
            return nil
        }
        return text
    }

    /// An http or https address. Without a scheme, https is assumed.
    package static func web(_ text: String) -> String? {
        guard !text.hasPrefix("/"), !text.contains(where: { $0.isWhitespace || $0.isNewline }) else { return nil }
        let lower = text.lowercased()
        if lower.hasPrefix("http://") || lower.hasPrefix("https://") { return text }
        return lower.contains(":") && !lower.contains(".") ? nil : lower.contains("://") ? nil : "https://" + text
    }
}
