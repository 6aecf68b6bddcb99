/// How the characters of a CSV file are encoded.
///
/// The byte order mark decides if there is one. Otherwise the whole file is checked: it is UTF-16 if it plainly is (European scripts),
/// UTF-8 if all bytes are valid UTF-8, and windows-1251 otherwise. A file in which valid UTF-8 letters outnumber the invalid bytes is
/// damaged UTF-8 and is refused. Latin-1 and other 8-bit encodings cannot be told from windows-1251 and are read as such.
package enum CSVEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16le = "UTF-16LE"
    case utf16be = "UTF-16BE"
    case windows1251 = "windows-1251"

    /// The encoding of a file, and the offset at which its text begins after a byte order mark.
    static func judge(_ bytes: CSVBytes) throws(CSVRefusal) -> (CSVEncoding, textStart: Int) {
        var start: [UInt8] = []
        try bytes.scan {
            start = Array($0.prefix(4096))
            return false
        }
        if start.starts(with: [0xFF, 0xFE]) { return (.utf16le, 2) }
        if start.starts(with: [0xFE, 0xFF]) { return (.utf16be, 2) }
        if let unmarked = unmarkedUTF16(start) { return (unmarked, 0) }

        var check = UTF8Check()
        try bytes.scan {
            check.take($0)
            return check.firstNUL == nil
        }
        check.finish()
        if let offset = check.firstNUL { throw try .notText(line: bytes.line(at: offset)) }
        let isMarked = start.starts(with: [0xEF, 0xBB, 0xBF])
        guard let offset = check.firstIllFormed else { return (.utf8, isMarked ? 3 : 0) }
        if isMarked || check.wellFormed > check.illFormed { throw try .badEncoding(line: bytes.line(at: offset)) }
        return (.windows1251, 0)
    }

    /// Detects UTF-16 without a byte order mark. All characters must be of European or Semitic scripts (below U+0900, or U+1E00 to U+22FF),
    /// at least an eighth must be ASCII, and none may be a control character. In 8-bit text, letters, digits and line ends read as high
    /// bytes give other characters.
    private static func unmarkedUTF16(_ start: [UInt8]) -> CSVEncoding? {
        for (encoding, low, high) in [(utf16le, 0, 1), (utf16be, 1, 0)] {
            let pairs = stride(from: 0, to: start.count - 1, by: 2)
            let units = pairs.map { (low: start[$0 + low], high: start[$0 + high]) }
            let plain = units.filter { $0.high == 0 }
            if !plain.isEmpty, plain.count * 8 >= units.count,
                units.allSatisfy({ $0.low != 0 && ($0.high < 0x09 || 0x1E...0x22 ~= $0.high) }),
                plain.allSatisfy({ $0.low >= 32 || [9, 10, 13].contains($0.low) })
            {
                return encoding
            }
        }
        return nil
    }
}

/// Counts the well-formed and ill-formed multi-byte characters of a text read as UTF-8 (Unicode 15, table 3-7).
private struct UTF8Check {
    private(set) var wellFormed = 0
    private(set) var illFormed = 0
    private(set) var firstIllFormed: Int?
    private(set) var firstNUL: Int?

    private var offset = 0
    private var start = 0
    private var needed = 0
    private var allowed: ClosedRange<UInt8> = 0x80...0xBF

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        var index = 0
        while index < bytes.count {
            if needed == 0, index + 8 <= bytes.count, Self.isPlain(bytes, index) {
                index += 8
                continue
            }
            take(bytes[index], at: offset + index)
            index += 1
        }
        offset += bytes.count
    }

    mutating func finish() {
        if needed > 0 { refuse() }
    }

    /// True if the next eight bytes are all ASCII and none is NUL.
    private static func isPlain(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> Bool {
        let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        return (word | ((word &- 0x0101_0101_0101_0101) & ~word)) & 0x8080_8080_8080_8080 == 0
    }

    private mutating func take(_ byte: UInt8, at position: Int) {
        if needed > 0 {
            if allowed.contains(byte) {
                needed -= 1
                allowed = 0x80...0xBF
                if needed == 0 { wellFormed += 1 }
                return
            }
            refuse()
        }
        if byte >= 0x80 {
            begin(byte, at: position)
        } else if byte == 0, firstNUL == nil {
            firstNUL = position
        }
    }

    private mutating func begin(_ byte: UInt8, at position: Int) {
        start = position
        switch byte {
        case 0xC2...0xDF: (needed, allowed) = (1, 0x80...0xBF)
        case 0xE0: (needed, allowed) = (2, 0xA0...0xBF)
        case 0xED: (needed, allowed) = (2, 0x80...0x9F)
        case 0xE1...0xEF: (needed, allowed) = (2, 0x80...0xBF)
        case 0xF0: (needed, allowed) = (3, 0x90...0xBF)
        case 0xF1...0xF3: (needed, allowed) = (3, 0x80...0xBF)
        case 0xF4: (needed, allowed) = (3, 0x80...0x8F)
        default: refuse()
        }
    }

    private mutating func refuse() {
        illFormed += 1
        if firstIllFormed == nil { firstIllFormed = start }
        needed = 0
    }
}
