/// Fields of a query or of an `application/x-www-form-urlencoded` body, in the order they came.
package struct Form: Sendable, Equatable {
    package private(set) var fields: [(name: String, value: String)] = []

    package init(_ fields: [(name: String, value: String)] = []) { self.fields = fields }

    /// The first value of a name, or nil where the name is absent.
    package subscript(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    package func all(_ name: String) -> [String] { fields.filter { $0.name == name }.map { $0.value } }

    package mutating func add(_ name: String, _ value: String) { fields.append((name, value)) }

    package var isEmpty: Bool { fields.isEmpty }

    package static func == (a: Form, b: Form) -> Bool {
        a.fields.elementsEqual(b.fields) { $0.name == $1.name && $0.value == $1.value }
    }

    /// Parses a whole query string. Nil if an escape is broken, a byte is NUL or the text is not UTF-8.
    package init?(urlEncoded text: some Collection<UInt8>) {
        var parser = FormParser()
        parser.feed(text)
        guard let form = parser.finish() else { return nil }
        self = form
    }

    /// The fields written as a query string, without "?".
    package var urlEncoded: String {
        var text = ""
        for field in fields {
            if !text.isEmpty { text += "&" }
            text += PercentEncoding.encode(field.name)
            text += "="
            text += PercentEncoding.encode(field.value)
        }
        return text
    }
}

/// Parses a urlencoded form as its bytes arrive, so that a body is never in memory twice.
package struct FormParser: Sendable {
    /// The largest grid of targets: 1,500 clients by month. A body with more fields is refused.
    package static let mostFields = 20_000

    private var form = Form()
    private var name: [UInt8]?
    private var current: [UInt8] = []
    private var escape: [UInt8] = []
    private var inEscape = false
    private var broken = false

    package init() {}

    package mutating func feed(_ bytes: some Sequence<UInt8>) {
        for byte in bytes where !broken { take(byte) }
    }

    /// The form. Nil if the bytes were not a well-formed form in UTF-8.
    package mutating func finish() -> Form? {
        if inEscape { broken = true }
        endField()
        return broken ? nil : form
    }

    private mutating func take(_ byte: UInt8) {
        if inEscape {
            escape.append(byte)
            guard escape.count == 2 else { return }
            inEscape = false
            guard let high = PercentEncoding.digit(escape[0]), let low = PercentEncoding.digit(escape[1]),
                high << 4 | low != 0
            else {
                broken = true
                return
            }
            current.append(high << 4 | low)
            return
        }
        switch byte {
        case 0: broken = true
        case UInt8(ascii: "%"):
            inEscape = true
            escape.removeAll(keepingCapacity: true)
        case UInt8(ascii: "+"): current.append(UInt8(ascii: " "))
        case UInt8(ascii: "&"): endField()
        case UInt8(ascii: "=") where name == nil:
            name = current
            current.removeAll(keepingCapacity: true)
        default: current.append(byte)
        }
    }

    private mutating func endField() {
        defer {
            name = nil
            current.removeAll(keepingCapacity: true)
        }
        guard !broken, name != nil || !current.isEmpty else { return }
        guard form.fields.count < Self.mostFields,
            let key = String(streamSafe: name ?? current), let value = String(streamSafe: name == nil ? [] : current)
        else {
            broken = true
            return
        }
        form.add(key, value)
    }
}
