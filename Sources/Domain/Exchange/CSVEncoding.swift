/// How the characters of a CSV file are encoded. The raw values are the names that iconv knows.
package enum CSVEncoding: String, Sendable, CaseIterable {
    case utf8 = "UTF-8"
    case utf16le = "UTF-16LE"
    case utf16be = "UTF-16BE"
    case windows1252 = "windows-1252"
    case windows1250 = "windows-1250"
    case windows1251 = "windows-1251"
    case koi8r = "KOI8-R"
    case cp866 = "CP866"
    case macintosh = "MACINTOSH"
    case macCyrillic = "MAC-CYRILLIC"

    /// True if every byte is a character of its own.
    var isOfBytes: Bool {
        switch self {
        case .utf8, .utf16le, .utf16be: false
        case .windows1252, .windows1250, .windows1251, .koi8r, .cp866, .macintosh, .macCyrillic: true
        }
    }

    /// True for the single bytes of Russian.
    var isCyrillic: Bool {
        switch self {
        case .windows1251, .koi8r, .cp866, .macCyrillic: true
        case .utf8, .utf16le, .utf16be, .windows1250, .windows1252, .macintosh: false
        }
    }

    /// The encoding by its name, in any case: "utf-8", "cp1251", "windows-1251", "koi8-r", "mac".
    package init?(named name: String) {
        let name = name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }
        let found = CSVEncoding.allCases.first { $0.rawValue.lowercased().filter { $0 != "-" } == name }
        guard let encoding = found ?? CSVEncoding.otherNames[name] else { return nil }
        self = encoding
    }

    private static let otherNames: [String: CSVEncoding] = [
        "utf16": .utf16le, "cp1250": .windows1250, "cp1251": .windows1251, "cp1252": .windows1252,
        "win1250": .windows1250,
        "win1251": .windows1251, "win1252": .windows1252, "latin1": .windows1252, "iso88591": .windows1252,
        "koi8": .koi8r,
        "ibm866": .cp866, "dos": .cp866, "mac": .macintosh, "macroman": .macintosh,
    ]
}

/// The encodings in which a file can be read, the likeliest first, and where its text begins.
struct EncodingJudgement {
    /// An encoding, and a word of the file as it reads in it; nil if the file has only ASCII.
    typealias Choice = (encoding: CSVEncoding, sample: String?)

    /// Never empty. With more than one, their texts differ and each makes sense.
    let choices: [Choice]
    /// The offset behind a byte order mark.
    let textStart: Int

    /// Judges a file from all its bytes.
    ///
    /// The byte order mark decides if there is one. A file is UTF-16 if it plainly is (European scripts), and UTF-8 if all bytes are valid
    /// UTF-8; if valid UTF-8 letters outnumber the invalid bytes, it is damaged UTF-8 and is refused. Otherwise every byte is a character,
    /// and `EncodingGuess` says of which encodings. What the user `said` is not judged.
    init(_ bytes: CSVBytes, said: CSVEncoding? = nil) throws(CSVRefusal) {
        var start: [UInt8] = []
        try bytes.scan {
            start = Array($0.prefix(4096))
            return false
        }
        let marks: [(mark: [UInt8], encoding: CSVEncoding)] = [
            ([0xFF, 0xFE], .utf16le), ([0xFE, 0xFF], .utf16be), ([0xEF, 0xBB, 0xBF], .utf8),
        ]
        if let said {
            let mark = marks.first { $0.encoding == said && start.starts(with: $0.mark) }
            (choices, textStart) = ([(said, nil)], mark?.mark.count ?? 0)
            return
        }
        if let marked = marks.dropLast().first(where: { start.starts(with: $0.mark) }) {
            (choices, textStart) = ([(marked.encoding, nil)], 2)
            return
        }
        if let unmarked = EncodingJudgement.unmarkedUTF16(start) {
            (choices, textStart) = ([(unmarked, nil)], 0)
            return
        }
        var check = UTF8Check()
        try bytes.scan {
            check.take($0)
            return check.firstNUL == nil
        }
        check.finish()
        if let offset = check.firstNUL { throw try .notText(line: bytes.line(at: offset)) }
        let isMarked = start.starts(with: [0xEF, 0xBB, 0xBF])
        guard let offset = check.firstIllFormed else {
            (choices, textStart) = ([(.utf8, nil)], isMarked ? 3 : 0)
            return
        }
        if isMarked || check.wellFormed > check.illFormed { throw try .badEncoding(line: bytes.line(at: offset)) }
        var guess = EncodingGuess()
        try bytes.scan {
            guess.take($0)
            return true
        }
        (choices, textStart) = (guess.choices(), 0)
    }

    /// Detects UTF-16 without a byte order mark. All characters must be of European or Semitic scripts (below U+0900, or U+1E00 to U+22FF),
    /// at least an eighth must be ASCII, and none may be a control character. In 8-bit text, letters, digits and line ends read as high
    /// bytes give other characters.
    private static func unmarkedUTF16(_ start: [UInt8]) -> CSVEncoding? {
        for (encoding, low, high) in [(CSVEncoding.utf16le, 0, 1), (.utf16be, 1, 0)] {
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
