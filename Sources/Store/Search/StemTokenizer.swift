import CStemmer
import GRDB

/// The tokenizer "stems": SQLite's unicode61, with "ё" read as "е". Beside each word it stores "=" and the word's stem, so that a word is
/// found in any inflection. In a prefix query words get no stem, because the typed word may be incomplete.
final class StemTokenizer: FTS5WrapperTokenizer {
    static let name = "stems"
    /// A character of private use before a word of a query says that the word is meant in this form, without its stem.
    static let asItStands = "\u{E000}"

    let wrappedTokenizer: any FTS5Tokenizer
    private let russian: OpaquePointer
    private let english: OpaquePointer

    init(db: Database, arguments: [String]) throws {
        wrappedTokenizer = try db.makeTokenizer(.unicode61(diacritics: .remove))
        guard let russian = sb_stemmer_new("russian", "UTF_8"), let english = sb_stemmer_new("english", "UTF_8") else {
            throw DatabaseError(message: "libstemmer has no Russian or English")
        }
        self.russian = russian
        self.english = english
    }

    deinit {
        sb_stemmer_delete(russian)
        sb_stemmer_delete(english)
    }

    func accept(
        token: String, flags: FTS5TokenFlags, for tokenization: FTS5Tokenization,
        tokenCallback: FTS5WrapperTokenCallback
    ) throws {
        // A form that a query asks for as it stands.
        if token.utf8.first == StemTokenizer.asItStands.utf8.first, token.hasPrefix(StemTokenizer.asItStands) {
            return try tokenCallback(String(token.dropFirst()), flags)
        }
        // The second byte of "ё". Most words do not contain it.
        let word = token.utf8.contains(0x91) ? StemTokenizer.plain(token) : token
        try tokenCallback(word, flags)
        guard !tokenization.contains(.prefix), let stem = stem(of: word) else { return }
        try tokenCallback("=" + stem, flags.union(.colocated))
    }

    private static func plain(_ token: String) -> String {
        String(String.UnicodeScalarView(token.unicodeScalars.map { $0 == "ё" ? "е" : $0 }))
    }

    /// Returns nil for a number.
    private func stem(of word: String) -> String? {
        guard let first = word.unicodeScalars.first(where: { $0.properties.isAlphabetic }) else { return nil }
        let stemmer = ("\u{0400}"..."\u{04FF}").contains(first) ? russian : english
        var word = word
        return word.withUTF8 { bytes in
            guard let stem = sb_stemmer_stem(stemmer, bytes.baseAddress, Int32(bytes.count)) else { return nil }
            let length = Int(sb_stemmer_length(stemmer))
            return String(decoding: UnsafeBufferPointer(start: stem, count: length), as: UTF8.self)
        }
    }
}
