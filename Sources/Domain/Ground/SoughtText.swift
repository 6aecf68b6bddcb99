/// A text to search for in others, in any case. The time grows only with the searched text, not with the text to find (Knuth, Morris, Pratt
/// 1977): looking for "aaaa…b" in "aaaa…a" costs no more than any other search.
package struct SoughtText: Sendable {
    private let bytes: [UInt8]
    /// For each place, how many bytes up to it equal the first bytes.
    private let repeated: [Int]

    package init(_ text: String) {
        bytes = Array(text.lowercased().utf8)
        var repeated = Array(repeating: 0, count: bytes.count)
        var length = 0
        for place in bytes.indices.dropFirst() {
            while length > 0, bytes[place] != bytes[length] { length = repeated[length - 1] }
            if bytes[place] == bytes[length] { length += 1 }
            repeated[place] = length
        }
        self.repeated = repeated
    }

    /// True if the text contains the searched text. An empty one is in every text.
    package func isIn(_ text: String) -> Bool {
        var length = 0
        for byte in text.lowercased().utf8 {
            guard length < bytes.count else { return true }
            while length > 0, byte != bytes[length] { length = repeated[length - 1] }
            if byte == bytes[length] { length += 1 }
        }
        return length == bytes.count
    }
}
