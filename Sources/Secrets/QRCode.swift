import CQREncode

/// A square code that a telephone reads (ISO/IEC 18004), of which 15 % may be unreadable (level M).
package struct QRCode: Sendable {
    /// How many modules one side has, without the quiet zone of four around it.
    package let size: Int
    private let modules: [Bool]

    /// Nil where the text is empty, or too long for any code: 2331 bytes.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
    }

    /// From the left and from the top, the first is 0; outside of the code all is light.
    package func isDark(_ x: Int, _ y: Int) -> Bool {
        (0..<size).contains(x) && (0..<size).contains(y) && modules[y * size + x]
    }

    /// Lines of half blocks with the quiet zone around, for dark letters on a light ground.
    package var terminal: String {
        let quiet = 4
        return stride(from: -quiet, to: size + quiet, by: 2).map { y in
            (-quiet..<size + quiet).map { x in
                switch (isDark(x, y), isDark(x, y + 1)) {
                case (true, true): "█"
                case (true, false): "▀"
                case (false, true): "▄"
                case (false, false): " "
                }
            }.joined()
        }.joined(separator: "\n")
    }

    /// The dark modules as the data of an SVG path, one unit each: a rectangle for every run in a row.
    package var path: String {
        var path = ""
        for y in 0..<size {
            var x = 0
            while x < size {
                let start = x
                while isDark(x, y) { x += 1 }
                if x > start { path += "M\(start) \(y)h\(x - start)v1h-\(x - start)z" }
                x += 1
            }
        }
        return path
    }
}
