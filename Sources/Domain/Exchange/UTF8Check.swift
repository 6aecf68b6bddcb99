/// Counts the well-formed and ill-formed multi-byte characters of a text read as UTF-8 (Unicode 15, table 3-7).
struct UTF8Check {
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
