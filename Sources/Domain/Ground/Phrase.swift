/// An English sentence with placeholders for values. The sentence is also the key of its translations.
package struct Phrase: ExpressibleByStringInterpolation, Sendable {
    package enum Value: Sendable {
        case text(String)
        /// A number that decides the plural form.
        case count(Int)
    }

    package let key: String
    package let values: [Value]

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

extension Phrase: CustomStringConvertible {
    /// The English sentence with its values filled in.
    package var description: String {
        var rest = key[...]
        return values.reduce(into: "") { text, value in
            let (place, said) =
                switch value {
                case .text(let said): ("%@", said)
                case .count(let count): ("%lld", String(count))
                }
            guard let found = rest.firstRange(of: place) else { return }
            text += rest[..<found.lowerBound] + said
            rest = rest[found.upperBound...]
        } + rest
    }
}
