/// A field value with parameters, `multipart/form-data; boundary=x` or `form-data; name="a"` (RFC 9110, 5.6.6).
///
/// A backslash in quotes stands for itself: browsers send it unescaped in file names, and escape a quotation mark as `%22`.
package struct ParameterizedValue: Sendable, Equatable {
    /// The text before the parameters, in lower case.
    package let value: String
    /// By their names in lower case.
    package let parameters: [String: String]

    /// Nil if the syntax is wrong or a parameter occurs twice.
    package init?(_ text: String) {
        let bytes = Array(text.utf8)
        var rest = bytes[...]
        let value = Self.take(from: &rest) { ASCII.isToken($0) || $0 == UInt8(ascii: "/") }
        guard !value.isEmpty else { return nil }
        var parameters: [String: String] = [:]
        Self.skipBlanks(in: &rest)
        while let semicolon = rest.popFirst() {
            Self.skipBlanks(in: &rest)
            let name = Self.take(from: &rest, while: ASCII.isToken).lowercased()
            guard semicolon == UInt8(ascii: ";"), !name.isEmpty, parameters[name] == nil,
                rest.popFirst() == UInt8(ascii: "="), let parameter = Self.parameter(from: &rest)
            else { return nil }
            parameters[name] = parameter
            Self.skipBlanks(in: &rest)
        }
        self.value = value.lowercased()
        self.parameters = parameters
    }

    /// True if all parameters are among these names.
    package func hasOnly(_ names: Set<String>) -> Bool { names.isSuperset(of: parameters.keys) }

    /// A token, or a text in quotation marks without a quotation mark in it.
    private static func parameter(from rest: inout ArraySlice<UInt8>) -> String? {
        guard rest.first == UInt8(ascii: "\"") else {
            let token = take(from: &rest, while: ASCII.isToken)
            return token.isEmpty ? nil : token
        }
        rest.removeFirst()
        let text = take(from: &rest) { $0 != UInt8(ascii: "\"") }
        return rest.popFirst() == nil ? nil : text
    }

    private static func skipBlanks(in rest: inout ArraySlice<UInt8>) { rest = rest.drop(while: ASCII.isBlank) }

    private static func take(from rest: inout ArraySlice<UInt8>, while condition: (UInt8) -> Bool) -> String {
        let taken = rest.prefix(while: condition)
        rest = rest.dropFirst(taken.count)
        return String(decoding: taken, as: UTF8.self)
    }
}
