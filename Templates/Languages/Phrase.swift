/// An English sentence of the desk with places for values. Its English form is the key of its translations.
package struct Phrase: ExpressibleByStringInterpolation, Sendable {
    enum Value: Sendable {
        case text(String)
        /// A count, which decides the plural form.
        case count(Int)
    }

    let key: String
    let values: [Value]

    package init(stringLiteral text: String) {
        key = text
        values = []
    }

    package init(stringInterpolation pieces: Interpolation) {
        key = pieces.key
        values = pieces.values
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var key = ""
        fileprivate var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) {
            key.reserveCapacity(literalCapacity + interpolationCount * 4)
        }

        package mutating func appendLiteral(_ literal: String) { key += literal }

        package mutating func appendInterpolation(_ text: String) {
            key += "%@"
            values.append(.text(text))
        }

        package mutating func appendInterpolation(_ count: Int) {
            key += "%lld"
            values.append(.count(count))
        }
    }
}
