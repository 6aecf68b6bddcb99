/// Markup in UTF-8. It is built by string interpolation: `HTML` is inserted as it is, and every `String` is escaped. Never interpolate into
/// a script, a style, an event handler or an attribute without quotes.
package struct HTML: ExpressibleByStringInterpolation, @unchecked Sendable {
    private let start: UnsafePointer<UInt8>
    private let count: Int
    /// The owner of the memory; nil if the markup is a constant of the program.
    private let owner: Memory?

    /// Nobody changes this memory once a value holds it.
    fileprivate typealias Memory = ManagedBuffer<Void, UInt8>

    package init(stringLiteral text: StaticString) {
        (start, count, owner) = (text.utf8Start, text.utf8CodeUnitCount, nil)
    }

    package init(stringInterpolation pieces: Interpolation) {
        (start, count, owner) = (UnsafePointer(pieces.start), pieces.count, pieces.memory)
    }

    package static let none: HTML = ""

    package var isEmpty: Bool { count == 0 }

    /// A file embedded in the program, such as a style sheet.
    package init(embedded bytes: UnsafeRawBufferPointer) {
        let bytes = bytes.bindMemory(to: UInt8.self)
        guard let first = bytes.baseAddress else {
            self = .none
            return
        }
        (start, count, owner) = (first, bytes.count, nil)
    }

    /// The tags around a cell of a table.
    struct Frame {
        let opening: HTML
        let closing: HTML
    }

    package var bytes: [UInt8] {
        withExtendedLifetime(owner) { Array(UnsafeBufferPointer(start: start, count: count)) }
    }

    /// Markup that is being built, in its own memory: an array would make a page twice as slow.
    package struct Interpolation: StringInterpolationProtocol {
        fileprivate private(set) var memory: Memory
        fileprivate private(set) var start: UnsafeMutablePointer<UInt8>
        fileprivate private(set) var count = 0
        private var capacity: Int

        package init(literalCapacity: Int, interpolationCount: Int) {
            capacity = literalCapacity + interpolationCount * 24
            memory = Memory.create(minimumCapacity: capacity) { _ in }
            start = memory.withUnsafeMutablePointerToElements { $0 }
        }

        private mutating func put(_ bytes: UnsafePointer<UInt8>, _ more: Int) {
            if more > capacity - count { grow(by: more) }
            withExtendedLifetime(memory) { (start + count).initialize(from: bytes, count: more) }
            count += more
        }

        private mutating func grow(by more: Int) {
            capacity = max(2 * capacity, count + more)
            let larger = Memory.create(minimumCapacity: capacity) { _ in }
            let place = larger.withUnsafeMutablePointerToElements { $0 }
            withExtendedLifetime(memory) { place.initialize(from: start, count: count) }
            (memory, start) = (larger, place)
        }

        private mutating func put(_ html: HTML) {
            withExtendedLifetime(html.owner) { put(html.start, html.count) }
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            put(literal.utf8Start, literal.utf8CodeUnitCount)
        }

        /// A constant word in a tag, such as a class name.
        package mutating func appendInterpolation(_ literal: StaticString) { appendLiteral(literal) }

        package mutating func appendInterpolation(_ html: HTML) { put(html) }

        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { put(html) }
        }

        /// A text. Its right-to-left marks cannot affect what stands around it.
        package mutating func appendInterpolation(_ text: String) { escape(text, isIsolated: true) }

        /// The value of a field. It gets no isolation marks, because it stands alone and is sent back.
        package mutating func appendInterpolation(typed text: String) { escape(text, isIsolated: false) }

        package mutating func appendInterpolation(_ number: some BinaryInteger) {
            var digits = String(number)
            digits.withUTF8 { utf8 in if let first = utf8.baseAddress { put(first, utf8.count) } }
        }

        /// One row for each value.
        package mutating func appendInterpolation<Values: Sequence>(
            each values: Values, _ row: (Values.Element) -> HTML
        ) {
            for value in values { put(row(value)) }
        }

        /// The rows of a table, written one after the other into the same memory. On paper a row that is `leftOut` is not shown.
        mutating func appendInterpolation<Rows: Sequence>(
            rows: Rows, _ frames: [Frame], leftOut: (Rows.Element) -> Bool, _ cells: (Rows.Element) -> [HTML]
        ) {
            for row in rows {
                appendLiteral(leftOut(row) ? "<tr class=\"unprinted\">" : "<tr>")
                appendInterpolation(cells: cells(row), frames)
                appendLiteral("</tr>\n")
            }
        }

        /// The cells of a row, each in its own tags.
        mutating func appendInterpolation(cells: [HTML], _ frames: [Frame]) {
            for (cell, frame) in zip(cells, frames) {
                put(frame.opening)
                put(cell)
                put(frame.closing)
            }
        }

        /// The markup, if the condition holds.
        package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { put(html()) }
        }

        /// The markup of the value, if there is one.
        package mutating func appendInterpolation<Value>(ifLet value: Value?, _ html: (Value) -> HTML) {
            if let value { put(html(value)) }
        }

        /// A typed address as the value of `href`. It stays empty unless the scheme is one of these.
        package mutating func appendInterpolation(userURL url: String) {
            let lower = url.lowercased()
            if ["http://", "https://", "mailto:", "tel:"].contains(where: lower.hasPrefix) {
                escape(url, isIsolated: false)
            }
        }

        private mutating func escape(_ text: String, isIsolated: Bool) {
            var text = text
            let begin = count
            let isWhole = text.withUTF8 { utf8 in
                guard let first = utf8.baseAddress else { return true }
                let end = first + utf8.count
                var (start, place) = (first, first)
                while place != end {
                    let byte = place.pointee
                    if Interpolation.isPlain(byte) {
                        place += 1
                        continue
                    }
                    if let entity = Interpolation.entity(byte) {
                        put(start, place - start)
                        appendLiteral(entity)
                        start = place + 1
                    } else if ShownText.isSuspect(byte), ShownText.isSpecial(utf8, place - first) {
                        return false
                    }
                    place += 1
                }
                put(start, end - start)
                return true
            }
            guard !isWhole else { return }
            count = begin
            entities(isIsolated ? ShownText.isolated(text) : ShownText.allowed(text))
        }

        /// Escapes the bytes that are markup, and nothing else.
        private mutating func entities(_ text: String) {
            for byte in text.utf8 {
                if let entity = Interpolation.entity(byte) {
                    appendLiteral(entity)
                } else {
                    withUnsafePointer(to: byte) { put($0, 1) }
                }
            }
        }

        /// Is the byte certainly neither markup nor part of a special character? Nearly every byte is plain.
        @inline(__always)
        private static func isPlain(_ byte: UInt8) -> Bool {
            byte < 0x40 ? plainBelow0x40 &>> UInt64(byte) & 1 != 0 : byte < 0xD6
        }

        /// One bit for each byte below 0x40. Set: 0x20 to 0x3F except " & ' < and >.
        private static let plainBelow0x40: UInt64 = 0xAFFF_FF3B_0000_0000

        /// The entity for a byte that is markup in a text or in a quoted attribute.
        @inline(__always)
        private static func entity(_ byte: UInt8) -> StaticString? {
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            default: nil
            }
        }
    }
}
