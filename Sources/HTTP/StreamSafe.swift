extension String {
    /// The text of bytes from a client; nil if they are not UTF-8. Of more than thirty marks in a row, such as accents, only the first
    /// thirty are kept (UAX 15, 13, "Stream-Safe Text Format"). Comparing two texts composes them, which sorts the marks of each letter; a
    /// million marks on one letter would take minutes.
    package init?(streamSafe bytes: some Collection<UInt8>) {
        // Of bytes that lie in a row the compiler knows how to read them fast.
        let inRow = bytes.withContiguousStorageIfAvailable { String(validating: $0, as: UTF8.self) }
        guard var text = inRow ?? String(validating: bytes, as: UTF8.self) else { return nil }
        // The text has its own bytes in one block; of the client's bytes, the compiler knows only that they are a collection.
        let mayHoldMarks = text.withUTF8 { $0.contains(where: Self.mayBeginMark) }
        self = mayHoldMarks ? text.streamSafe : text
    }

    private static let mostMarks = 30

    /// No mark begins with a byte of ASCII, of most Latin letters or of plain Cyrillic letters.
    private static func mayBeginMark(_ byte: UInt8) -> Bool { byte >= 0xCC && byte != 0xD0 && byte != 0xD1 }

    private var streamSafe: String {
        var kept = UnicodeScalarView()
        var marks = 0
        for scalar in unicodeScalars {
            marks = scalar.properties.canonicalCombiningClass == .notReordered ? 0 : marks + 1
            if marks <= Self.mostMarks { kept.append(scalar) }
        }
        return String(kept)
    }
}
