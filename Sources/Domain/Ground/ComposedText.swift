@_spi(_Unicode) import Swift

/// A text that was typed or imported, as the desk accepts it: composed, and without white space at its ends.
package func typed(_ text: String) -> String { trimmed(composed(text)) }

/// A text as the desk stores it: in composed form (Unicode's NFC, UAX 15) and without invisible characters, so that texts which look the
/// same are the same.
///
/// It removes characters that Unicode ignores by default, such as direction marks, soft hyphens and zero-width spaces; control characters
/// except tab and line ends; and code points that are not characters. It keeps joiners after a letter of a script that needs them (Arabic
/// and Indic scripts) and between emoji, and variation selectors after an emoji or an ideograph. Other line ends become LF. Of more than
/// thirty marks in a row, the first thirty stay (UAX 15, 13).
package func composed(_ text: String) -> String {
    guard !isPlainlyComposed(text) else { return text }
    var visible = VisibleText()
    for scalar in text.unicodeScalars { visible.take(scalar) }
    return lettersComposed(visible.text)
}

/// A text in Unicode's form NFC, otherwise unchanged.
package func lettersComposed(_ text: String) -> String {
    // Foundation's own function takes time that grows with the square of the number of composed letters.
    String(String.UnicodeScalarView(text._nfc))
}

/// True for nearly all typed text: printable ASCII, Latin and Cyrillic letters, quotation marks, dashes, "№" and currency signs.
private func isPlainlyComposed(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            func next(_ ahead: Int) -> UInt8 { place + ahead < bytes.count ? bytes[place + ahead] : 0 }
            switch byte {
            case 0x20...0x7E, 0x09, 0x0A, 0x0D: place += 1
            case 0xC3...0xCB, 0xD0, 0xD1: place += 2
            case 0xC2 where next(1) >= 0xA0 && next(1) != 0xAD: place += 2
            case 0xE2 where next(1) == 0x80 && (0x90...0xA6).contains(next(2)): place += 3
            case 0xE2 where next(1) == 0x82 && next(2) >= 0xA0, 0xE2 where next(1) == 0x84 && next(2) == 0x96:
                place += 3
            default: return false
            }
        }
        return true
    }
}

/// A text while its invisible characters are removed.
private struct VisibleText {
    private var kept = String.UnicodeScalarView()
    private var last: Unicode.Scalar?
    /// A joiner after an emoji. It is kept if another emoji follows.
    private var joiner: Unicode.Scalar?
    private var marks = 0

    private static let mostMarks = 30

    var text: String { String(kept) }

    mutating func take(_ scalar: Unicode.Scalar) {
        if let joiner {
            self.joiner = nil
            if scalar.isPicture { keep(joiner) }
        }
        switch scalar {
        case "\t", "\n", "\r": keep(scalar)
        case "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": keep("\n")
        // A Braille pattern without dots looks like a space.
        case "\u{2800}": keep(" ")
        case "\u{200D}" where last?.isOfEmoji == true: joiner = scalar
        case _ where scalar.isInvisible: if let last, scalar.isNeeded(behind: last) { keep(scalar) }
        default: keep(scalar)
        }
    }

    private mutating func keep(_ scalar: Unicode.Scalar) {
        marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
        guard marks <= VisibleText.mostMarks else { return }
        kept.append(scalar)
        last = scalar
    }
}

extension Unicode.Scalar {
    fileprivate var isInvisible: Bool {
        properties.isDefaultIgnorableCodePoint || properties.generalCategory == .control
            || properties.isNoncharacterCodePoint
            || (0xFFF9...0xFFFB).contains(value)
    }

    /// True if an invisible character changes how the one before it is written.
    fileprivate func isNeeded(behind last: Unicode.Scalar) -> Bool {
        switch value {
        case 0x200C, 0x200D: last.isOfJoiningScript
        case 0xFE0E, 0xFE0F: last.properties.isEmoji || last.properties.isIdeographic
        case 0xFE00...0xFE0D, 0xE0100...0xE01EF: last.properties.isIdeographic
        case 0x180B...0x180F: (0x1820...0x18AA).contains(last.value)
        // The flags of regions of a country.
        case 0xE0020...0xE007F: last.value == 0x1F3F4 || (0xE0020...0xE007E).contains(last.value)
        default: false
        }
    }

    /// True for an emoji that is not a digit.
    fileprivate var isPicture: Bool { value > 0xFF && properties.isEmoji }

    fileprivate var isOfEmoji: Bool { isPicture || value == 0xFE0F }

    /// True for a letter or sign of the scripts from Arabic to Khmer and Mongolian, of those of India and beyond, or of Adlam.
    fileprivate var isOfJoiningScript: Bool {
        let scripts: [ClosedRange<UInt32>] = [
            0x0600...0x0DFF, 0x0F00...0x109F, 0x1700...0x18AF, 0x1900...0x1CFF, 0xA800...0xABFF, 0xFB50...0xFDFF,
            0xFE70...0xFEFC,
            0x10A00...0x10FFF, 0x11000...0x11FFF, 0x1E900...0x1E95F,
        ]
        guard scripts.contains(where: { $0.contains(value) }) else { return false }
        return properties.isAlphabetic || properties.canonicalCombiningClass != .notReordered
    }
}
