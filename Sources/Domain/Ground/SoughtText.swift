/// A text that is looked for within others, whatever its case. It is found in time that grows with the text alone, and not with what is
/// looked for (Knuth, Morris, Pratt 1977): "aaaa…b" costs no more in "aaaa…a" than anything else.
package struct SoughtText: Sendable {
    private let bytes: [UInt8]
    /// How many bytes before a place are the first ones too.
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

    /// True of every text where nothing is looked for.
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
