/// The head of a part of a `multipart/form-data` body (RFC 7578, 4).
package struct MultipartPart: Sendable, Equatable {
    /// The name of the form's field.
    package let name: String
    /// The last component of the file's name. Empty if no file was chosen, nil if the part is not a file.
    package let fileName: String?

    /// Parses the lines of the head without the empty line at its end. Nil if they can be read in more than one way.
    init?(head: ArraySlice<UInt8>) {
        guard let fields = Self.fields(head), Self.isPlain(fields),
            let disposition = Self.only("Content-Disposition", in: fields).flatMap(ParameterizedValue.init),
            disposition.value == "form-data", disposition.hasOnly(["name", "filename"]),
            let name = disposition.parameters["name"]
        else { return nil }
        self.name = name
        guard let path = disposition.parameters["filename"] else {
            guard Self.isText(fields) else { return nil }
            fileName = nil
            return
        }
        let fileName = String(
            path[(path.lastIndex { $0 == "/" || $0 == "\\" }.map(path.index(after:)) ?? path.startIndex)...])
        guard fileName != ".", fileName != ".." else { return nil }
        self.fileName = fileName
    }

    /// Lines of `token ":" OWS value`, in UTF-8 without control characters.
    private static func fields(_ head: ArraySlice<UInt8>) -> Headers? {
        guard let text = String(streamSafe: head) else { return nil }
        var fields = Headers()
        for line in text.split(separator: "\r\n", omittingEmptySubsequences: false) {
            let name = line.utf8.prefix { ASCII.isToken($0) }
            guard !name.isEmpty, line.utf8.dropFirst(name.count).first == UInt8(ascii: ":"),
                line.unicodeScalars.allSatisfy({ $0.properties.generalCategory != .control })
            else { return nil }
            let value = line.utf8.dropFirst(name.count + 1).drop(while: ASCII.isBlank)
            fields.add(String(Substring(name)), String(Substring(value)))
        }
        return fields
    }

    private static func only(_ name: String, in fields: Headers) -> String? {
        let all = fields.all(name)
        return all.count == 1 ? all[0] : nil
    }

    /// True if the content is not encoded. No browser encodes it, and RFC 7578 has dropped encodings.
    private static func isPlain(_ fields: Headers) -> Bool {
        let encodings = fields.all("Content-Transfer-Encoding").map { $0.lowercased() }
        return encodings.allSatisfy(["7bit", "8bit", "binary"].contains)
    }

    /// True if a field is UTF-8 text, and not a nested body such as `multipart/mixed`.
    private static func isText(_ fields: Headers) -> Bool {
        guard fields["Content-Type"] != nil else { return true }
        guard let type = only("Content-Type", in: fields).flatMap(ParameterizedValue.init) else { return false }
        let charset = type.parameters["charset"]?.lowercased() ?? "utf-8"
        return type.value == "text/plain" && ["utf-8", "us-ascii"].contains(charset)
    }
}
