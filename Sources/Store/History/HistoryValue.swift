/// A value as a line of history stores it, in JSON.
indirect enum HistoryValue: Equatable {
    case null
    case number(Int64)
    case text(String)
    /// A record's number with the name it had then.
    case reference(Int64, String)
    case list([HistoryValue])

    var json: String {
        switch self {
        case .null: "null"
        case .number(let number): String(number)
        case .text(let text): HistoryValue.quoted(text)
        case .reference(let id, let name): "{\"id\":\(id),\"name\":\(HistoryValue.quoted(name))}"
        case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
        }
    }

    static func quoted(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
            return "\"\(text)\""
        }
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\u{0}"..."\u{1F}":
                let hex = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}
