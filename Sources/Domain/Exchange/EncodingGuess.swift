import CUchardet
import Glibc

/// Finds the encodings in which a text of single bytes makes sense.
///
/// uchardet names the likeliest, but says a wrong one for one short file in ten. So each encoding also has to turn nineteen of twenty words
/// of the file into words that people write: of one script, with capitals in front or throughout, and with plain letters between those of a Latin language.
/// Where several still do and their texts differ, all are returned, and the user decides.
struct EncodingGuess {
    /// The file's words with a byte above ASCII, each once.
    private var words: Set<[UInt8]> = []
    private var word: [UInt8] = []
    private var hasHighByte = false

    /// Later words hardly tell more, and a large file must not fill the memory.
    private static let mostWords = 20_000
    private static let longestWord = 100

    mutating func take(_ bytes: UnsafeRawBufferPointer) {
        for byte in bytes {
            let isLetter = byte >= 0x80 || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
            if isLetter {
                hasHighByte = hasHighByte || byte >= 0x80
                if word.count < EncodingGuess.longestWord { word.append(byte) }
            } else if !word.isEmpty {
                endWord()
            }
        }
    }

    private mutating func endWord() {
        if hasHighByte, words.count < EncodingGuess.mostWords { words.insert(word) }
        word.removeAll(keepingCapacity: true)
        hasHighByte = false
    }

    /// The encodings that make sense, the likeliest first. If none does, all that have a character for each byte.
    mutating func choices() -> [EncodingJudgement.Choice] {
        endWord()
        let sorted = words.sorted { $0.lexicographicallyPrecedes($1) }
        let text = sorted.flatMap { $0 + [UInt8(ascii: "\n")] }
        let readings = CSVEncoding.allCases.filter(\.isOfBytes).compactMap { encoding in
            EncodingGuess.decoded(text, from: encoding).map { (encoding: encoding, words: $0) }
        }
        let sensible = readings.filter { reading in
            // A long file has odd words too, such as "МВидео".
            reading.words.count { !EncodingGuess.makesSense($0) } * 20 <= reading.words.count
                && EncodingGuess.hasItsLetters(reading.words, reading.encoding)
        }
        var distinct: [(encoding: CSVEncoding, words: [String])] = []
        for reading in sensible.isEmpty ? readings : sensible {
            if !distinct.contains(where: { $0.words == reading.words }) { distinct.append(reading) }
        }
        let named = EncodingGuess.named(text)
        if let place = distinct.firstIndex(where: { $0.encoding == named }) { distinct.swapAt(0, place) }
        if let first = distinct.first, EncodingGuess.isSure(first, named, others: distinct.dropFirst().map(\.words)) {
            distinct = [first]
        }
        let telling = sorted.indices.first { place in Set(distinct.map { $0.words[place] }).count > 1 } ?? 0
        return distinct.map { ($0.encoding, $0.words.indices.contains(telling) ? $0.words[telling] : nil) }
    }

    /// May uchardet's word decide? Among Cyrillic encodings that make sense, if it has a hundred letters to judge by.
    private static func isSure(
        _ first: (encoding: CSVEncoding, words: [String]), _ named: CSVEncoding?, others: [[String]]
    ) -> Bool {
        guard first.encoding == named else { return false }
        return ([first.words] + others).allSatisfy { words in
            words.reduce(0) { $0 + $1.unicodeScalars.count(where: isCyrillic) } >= 100
        }
    }

    private static func decoded(_ text: [UInt8], from encoding: CSVEncoding) -> [String]? {
        guard let converter = iconv_open("UTF-8", encoding.rawValue), converter != iconv_t(bitPattern: -1) else {
            return nil
        }
        defer { iconv_close(converter) }
        var source = text.map { CChar(bitPattern: $0) }
        var target = [CChar](repeating: 0, count: text.count * 3)
        let count: Int? = source.withUnsafeMutableBufferPointer { source in
            target.withUnsafeMutableBufferPointer { target in
                var (input, inputLeft) = (source.baseAddress, source.count)
                var (output, outputLeft) = (target.baseAddress, target.count)
                guard iconv(converter, &input, &inputLeft, &output, &outputLeft) != -1 else { return nil }
                return target.count - outputLeft
            }
        }
        guard let count else { return nil }
        let decoded = String(decoding: target[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
        return decoded.split(separator: "\n").map(String.init)
    }

    private static func named(_ text: [UInt8]) -> CSVEncoding? {
        let detector = uchardet_new()
        defer { uchardet_delete(detector) }
        let isRead = text.withUnsafeBytes {
            uchardet_handle_data(detector, $0.baseAddress?.assumingMemoryBound(to: CChar.self), $0.count) == 0
        }
        guard isRead else { return nil }
        uchardet_data_end(detector)
        return uchardet_get_charset(detector).flatMap { CSVEncoding(named: String(cString: $0)) }
    }

    /// Could people write this word, with the signs around and within it?
    static func makesSense(_ word: String) -> Bool {
        word.unicodeScalars.split(whereSeparator: { joints.contains($0) }).allSatisfy { part in
            let letters = Array(part.drop { openers.contains($0) }.reversed().drop { closers.contains($0) }.reversed())
            guard letters.allSatisfy(\.properties.isAlphabetic) else { return false }
            guard let first = letters.first else { return true }
            let cyrillic = letters.count(where: isCyrillic)
            guard cyrillic == 0 || cyrillic == letters.count && letters.allSatisfy(isOfOurs) else { return false }
            // "Ärzte" and "à" have plain letters beside the others, or are short.
            guard cyrillic > 0 || letters.count < 3 || letters.contains(where: \.isASCII) else { return false }
            return hasUsualCapitals(letters)
        }
    }

    /// All small, all capital, or parts of three letters or more that each begin with a capital: "Больница", "ФармЦентр".
    private static func hasUsualCapitals(_ letters: [Unicode.Scalar]) -> Bool {
        let capitals = letters.indices.filter { letters[$0].properties.isUppercase }
        guard !capitals.isEmpty, letters.contains(where: \.properties.isLowercase) else { return true }
        let ends = capitals.dropFirst() + [letters.count]
        return capitals[0] == 0 && (capitals.count == 1 || zip(capitals, ends).allSatisfy { $1 - $0 >= 3 })
    }

    /// A Cyrillic encoding is not used for Latin words with a sign in them.
    private static func hasItsLetters(_ words: [String], _ encoding: CSVEncoding) -> Bool {
        guard encoding.isCyrillic else { return true }
        let letters = words.flatMap(\.unicodeScalars).filter(\.properties.isAlphabetic)
        return letters.isEmpty || letters.contains(where: isCyrillic)
    }

    /// Signs that may stand before a word, behind it, and anywhere.
    private static let openers = Set("«„“‘\"№§¿¡".unicodeScalars)
    private static let closers = Set("»“”\"…©®°™ªº".unicodeScalars)
    private static let joints = Set("–—-·•’\u{A0}€£¥×±¹²³½¼¾".unicodeScalars)

    private static func isCyrillic(_ scalar: Unicode.Scalar) -> Bool { (0x400...0x4FF).contains(scalar.value) }

    /// Is it a letter of Russian, Ukrainian or Belarusian?
    private static func isOfOurs(_ scalar: Unicode.Scalar) -> Bool {
        (0x410...0x44F).contains(scalar.value) || "ЁёІіЇїЄєҐґЎў".unicodeScalars.contains(scalar)
    }
}
