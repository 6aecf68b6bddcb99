import CQREncode

/// A QR code (ISO/IEC 18004). It can be read even if 15 % of it is damaged (level M).
package struct QRCode: Sendable {
    /// Modules on each side, without the quiet zone of four modules around it.
    package let size: Int
    private let modules: [Bool]

    /// Nil if the text is empty or longer than 2331 bytes, the limit of the largest code.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let code = QRcode_encodeData(Int32(bytes.count), bytes, 0, QR_ECLEVEL_M) else { return nil }
        defer { QRcode_free(code) }
        size = Int(code.pointee.width)
        modules = UnsafeBufferPointer(start: code.pointee.data, count: size * size).map { $0 & 1 == 1 }
    }

    /// Is the module dark? Counted from 0, from the left and from the top. Everything outside the code is light.
    package func isDark(_ x: Int, _ y: Int) -> Bool {
        (0..<size).contains(x) && (0..<size).contains(y) && modules[y * size + x]
    }

    /// The code and its quiet zone as lines of half-block characters, for dark text on a light background.
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

    /// The dark modules as the data of an SVG path. A module is one unit wide, and each run in a row is one rectangle.
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
