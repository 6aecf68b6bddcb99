import Glibc

/// The text of a file as UTF-8, piece by piece. Other encodings are converted by iconv.
final class CSVSource {
    enum Piece {
        /// Valid until the next piece is requested.
        case text(UnsafeRawBufferPointer)
        /// After the text given so far come bytes that are not characters.
        case malformed
        case end
    }

    private(set) var bytesRead: Int

    private let bytes: CSVBytes
    private let converter: iconv_t?
    private let raw: UnsafeMutableRawBufferPointer
    private let converted: UnsafeMutableRawBufferPointer
    /// How many bytes at the front of `raw` begin a character that the last piece cut in two.
    private var held = 0
    private var isMalformed = false

    init(_ bytes: CSVBytes, _ encoding: CSVEncoding, from offset: Int) throws(CSVRefusal) {
        self.bytes = bytes
        bytesRead = offset
        let size = 1 << 16
        converter = encoding == .utf8 ? nil : iconv_open("UTF-8", encoding.rawValue)
        if converter == iconv_t(bitPattern: -1) {
            throw .cannotRead(reason: "This system does not convert \(encoding.rawValue)")
        }
        raw = .allocate(byteCount: size, alignment: 8)
        // One byte of windows-1251, or two bytes of UTF-16, need at most three bytes of UTF-8.
        converted = .allocate(byteCount: converter == nil ? 0 : size * 3, alignment: 8)
    }

    deinit {
        if let converter { iconv_close(converter) }
        raw.deallocate()
        converted.deallocate()
    }

    func next() throws(CSVRefusal) -> Piece {
        if isMalformed { return .malformed }
        let count = try bytes.read(into: UnsafeMutableRawBufferPointer(rebasing: raw[held...]), at: bytesRead)
        bytesRead += count
        guard let converter else {
            return count == 0 ? .end : .text(UnsafeRawBufferPointer(rebasing: raw[..<count]))
        }
        if count == 0 { return held == 0 ? .end : .malformed }
        return .text(convert(held + count, by: converter))
    }

    private func convert(_ count: Int, by converter: iconv_t) -> UnsafeRawBufferPointer {
        var input = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
        var inputLeft = count
        var output = converted.baseAddress?.assumingMemoryBound(to: CChar.self)
        var outputLeft = converted.count
        if iconv(converter, &input, &inputLeft, &output, &outputLeft) == -1 { isMalformed = errno != EINVAL }
        held = inputLeft
        if held > 0, let start = raw.baseAddress { memmove(start, start + (count - held), held) }
        return UnsafeRawBufferPointer(rebasing: converted[..<(converted.count - outputLeft)])
    }
}
