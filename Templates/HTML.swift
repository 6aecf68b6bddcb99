/// Markup, as UTF-8. It is built by string interpolation, in which only `HTML` passes as it is and every `String` is escaped;
/// nothing is interpolated into a script, a style, an event handler or an attribute without quotes.
package struct HTML: ExpressibleByStringInterpolation, Sendable {
    package private(set) var bytes: [UInt8]

    package init(stringLiteral text: StaticString) { bytes = text.withUTF8Buffer { Array($0) } }

    package init(stringInterpolation pieces: Interpolation) { bytes = pieces.bytes }

    package static let none: HTML = ""

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var bytes: [UInt8] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            bytes.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
        }

        /// A word of ours in a tag, such as the name of a class.
        package mutating func appendInterpolation(_ literal: StaticString) { appendLiteral(literal) }

        package mutating func appendInterpolation(_ html: HTML) { bytes.append(contentsOf: html.bytes) }

        package mutating func appendInterpolation(_ html: HTML?) {
            if let html { bytes.append(contentsOf: html.bytes) }
        }

        package mutating func appendInterpolation(_ text: String) { escape(text) }

        package mutating func appendInterpolation(_ number: some BinaryInteger) { escape(String(number)) }

        /// Each of the values as a row.
        package mutating func appendInterpolation<Values: Sequence>(
            each values: Values, _ row: (Values.Element) -> HTML
        ) {
            for value in values { bytes.append(contentsOf: row(value).bytes) }
        }

        /// The markup where the condition holds.
        package mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { bytes.append(contentsOf: html().bytes) }
        }

        /// The markup of a value where there is one.
        package mutating func appendInterpolation<Value>(ifLet value: Value?, _ html: (Value) -> HTML) {
            if let value { bytes.append(contentsOf: html(value).bytes) }
        }

        /// An address that somebody typed, as the value of `href`: a scheme other than these leaves it empty.
        package mutating func appendInterpolation(userURL url: String) {
            let lower = url.lowercased()
            if ["http://", "https://", "mailto:", "tel:"].contains(where: lower.hasPrefix) { escape(url) }
        }

        private mutating func escape(_ text: String) {
            var text = text
            text.withUTF8 { utf8 in
                var start = 0
                for place in utf8.indices where Interpolation.isMarkup[Int(utf8[place])] {
                    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<place]))
                    Interpolation.entity(utf8[place]).withUTF8Buffer { bytes.append(contentsOf: $0) }
                    start = place + 1
                }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
            }
        }

        /// The bytes that are markup in a text or in a quoted attribute.
        private static let isMarkup: [Bool] = (0..<256).map { [0x26, 0x3C, 0x3E, 0x22, 0x27].contains($0) }

        private static func entity(_ byte: UInt8) -> StaticString {
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            default: "&#39;"
            }
        }
    }
}
