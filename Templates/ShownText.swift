/// A typed text, made safe to show on a page: no characters that XML forbids, and no effect on the direction of the surrounding text.
///
/// A text with right-to-left script is put between isolation marks (UAX 9, 2.4). Isolates in the text are closed at its end, and other
/// direction marks are dropped. A character that XML 1.0 (2.2) forbids is shown as "�".
func shown(_ text: String) -> String {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
        utf8.indices.allSatisfy { !ShownText.isSuspect(utf8[$0]) || !ShownText.isSpecial(utf8, $0) }
    }
    return isPlain ? text : ShownText.isolated(text)
}

/// Finds the characters that cannot be shown as they are.
enum ShownText {
    /// Can this byte be the first of a special character? Nearly no byte can.
    @inline(__always)
    static func isSuspect(_ byte: UInt8) -> Bool {
        byte < 0x80
            ? byte < 0x20 && byte != 9 && byte != 10 && byte != 13
            : byte >= 0xD6 && (byte <= 0xE0 || byte == 0xE2 || byte == 0xEF || byte == 0xF0)
    }

    /// Is the character at this place forbidden, a direction mark, or from a right-to-left script?
    static func isSpecial(_ utf8: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
        guard let scalar = scalar(utf8, place) else { return false }
        return scalar.isForbidden || scalar.isTurning || scalar.isIsolate || scalar.isRightToLeft
    }

    static func isolated(_ text: String) -> String {
        var out = String.UnicodeScalarView()
        var (depth, isTurned) = (0, false)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\u{2068}": depth += 1
            case "\u{2069}" where depth > 0: depth -= 1
            case _ where scalar.isTurning || scalar == "\u{2069}": continue
            default: isTurned = isTurned || depth == 0 && scalar.isRightToLeft
            }
            out.append(scalar.isForbidden ? "\u{FFFD}" : scalar)
        }
        out.append(contentsOf: repeatElement("\u{2069}", count: depth))
        return isTurned ? "\u{2068}" + String(out) + "\u{2069}" : String(out)
    }

    /// The text without what XML forbids, otherwise unchanged: for a field or an address, which stands alone.
    static func allowed(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: \.isForbidden) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.map { $0.isForbidden ? "\u{FFFD}" : $0 }))
    }

    private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, _ place: Int) -> Unicode.Scalar? {
        let end = min(place + 4, utf8.count)
        return String(decoding: UnsafeBufferPointer(rebasing: utf8[place..<end]), as: UTF8.self).unicodeScalars.first
    }
}

extension Unicode.Scalar {
    fileprivate var isForbidden: Bool {
        value < 0x20 && ![9, 10, 13].contains(value) || value == 0xFFFE || value == 0xFFFF
    }

    /// A direction mark other than those that we use for isolation.
    fileprivate var isTurning: Bool {
        switch value {
        case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066, 0x2067: true
        default: false
        }
    }

    fileprivate var isIsolate: Bool { value == 0x2068 || value == 0x2069 }

    fileprivate var isRightToLeft: Bool {
        switch value {
        case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
        default: false
        }
    }
}
