/// Writes a page's model as JSON with sorted keys. An unknown value is written as null; Foundation's encoder would leave it out.
enum JSONTwin {
    static func encode(_ model: any Encodable) throws -> [UInt8] {
        let node = JSONNode()
        try model.encode(to: JSONTwinEncoder(node: node, codingPath: []))
        var out: [UInt8] = []
        node.write(to: &out)
        out.append(UInt8(ascii: "\n"))
        return out
    }
}

/// A JSON value that is being built.
private final class JSONNode {
    enum Value {
        case null
        case bool(Bool)
        case number(String)
        case string(String)
        case array([JSONNode])
        case object([String: JSONNode])
    }

    var value = Value.null

    func member(_ key: String) -> JSONNode {
        let node = JSONNode()
        var members: [String: JSONNode] = if case .object(let members) = value { members } else { [:] }
        // With only one reference left, the dictionary is changed in place and not copied.
        value = .null
        members[key] = node
        value = .object(members)
        return node
    }

    func element() -> JSONNode {
        let node = JSONNode()
        var elements: [JSONNode] = if case .array(let elements) = value { elements } else { [] }
        value = .null
        elements.append(node)
        value = .array(elements)
        return node
    }

    func becomeObject() { if case .object = value {} else { value = .object([:]) } }
    func becomeArray() { if case .array = value {} else { value = .array([]) } }

    func write(to out: inout [UInt8]) {
        switch value {
        case .null: out += "null".utf8
        case .bool(let bool): out += (bool ? "true" : "false").utf8
        case .number(let number): out += number.utf8
        case .string(let string): JSONNode.write(string, to: &out)
        case .array(let elements):
            out.append(UInt8(ascii: "["))
            for (place, element) in elements.enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                element.write(to: &out)
            }
            out.append(UInt8(ascii: "]"))
        case .object(let members):
            out.append(UInt8(ascii: "{"))
            for (place, member) in members.sorted(by: { $0.key < $1.key }).enumerated() {
                if place > 0 { out.append(UInt8(ascii: ",")) }
                JSONNode.write(member.key, to: &out)
                out.append(UInt8(ascii: ":"))
                member.value.write(to: &out)
            }
            out.append(UInt8(ascii: "}"))
        }
    }

    /// The text as a JSON string (RFC 8259, 7).
    private static func write(_ text: String, to out: inout [UInt8]) {
        let hex = Array("0123456789abcdef".utf8)
        out.append(UInt8(ascii: "\""))
        let utf8 = Array(text.utf8)
        var place = 0
        while place < utf8.count {
            let byte = utf8[place]
            place += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), byte]
            case 0..<0x20: out += "\\u00".utf8 + [hex[Int(byte >> 4)], hex[Int(byte & 15)]]
            // U+FFFE and U+FFFF are not characters.
            case 0xEF where utf8[place] == 0xBF && utf8[place + 1] >= 0xBE:
                out += "\\uff".utf8 + [hex[15], hex[Int(utf8[place + 1] & 15)]]
                place += 2
            default: out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }
}

private struct JSONTwinEncoder: Encoder {
    let node: JSONNode
    var codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        node.becomeObject()
        return KeyedEncodingContainer(Members<Key>(node: node, codingPath: codingPath))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        node.becomeArray()
        return Elements(node: node, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Single(node: node, codingPath: codingPath) }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let node: JSONNode
    var codingPath: [any CodingKey]

    private func single(_ key: Key) -> Single {
        Single(node: node.member(key.stringValue), codingPath: codingPath + [key])
    }

    mutating func encodeNil(forKey key: Key) { node.member(key.stringValue).value = .null }

    mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
        var single = single(key)
        try single.encode(value)
    }

    mutating func encodeIfPresent<T: Encodable>(_ value: T?, forKey key: Key) throws {
        guard let value else { return encodeNil(forKey: key) }
        try encode(value, forKey: key)
    }

    mutating func encodeIfPresent(_ value: String?, forKey key: Key) throws {
        guard let value else { return encodeNil(forKey: key) }
        try encode(value, forKey: key)
    }

    mutating func encodeIfPresent(_ value: Int?, forKey key: Key) throws {
        guard let value else { return encodeNil(forKey: key) }
        try encode(value, forKey: key)
    }

    mutating func encodeIfPresent(_ value: Bool?, forKey key: Key) throws {
        guard let value else { return encodeNil(forKey: key) }
        try encode(value, forKey: key)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key)
        -> KeyedEncodingContainer<Nested>
    {
        JSONTwinEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key]).container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        JSONTwinEncoder(node: node.member(key.stringValue), codingPath: codingPath + [key]).unkeyedContainer()
    }

    mutating func superEncoder() -> any Encoder { JSONTwinEncoder(node: node, codingPath: codingPath) }
    mutating func superEncoder(forKey key: Key) -> any Encoder { superEncoder() }
}

private struct Elements: UnkeyedEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey]
    var count = 0

    private mutating func next() -> JSONTwinEncoder {
        count += 1
        return JSONTwinEncoder(node: node.element(), codingPath: codingPath)
    }

    mutating func encodeNil() { next().node.value = .null }

    mutating func encode<T: Encodable>(_ value: T) throws {
        var single = Single(node: next().node, codingPath: codingPath)
        try single.encode(value)
    }

    mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
        next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { next().unkeyedContainer() }
    mutating func superEncoder() -> any Encoder { next() }
}

private struct Single: SingleValueEncodingContainer {
    let node: JSONNode
    var codingPath: [any CodingKey]

    mutating func encodeNil() { node.value = .null }

    mutating func encode<T: Encodable>(_ value: T) throws {
        switch value {
        case let bool as Bool: node.value = .bool(bool)
        case let text as String: node.value = .string(text)
        case let number as any BinaryInteger: node.value = .number(String(describing: number))
        case let number as Double: node.value = number.isFinite ? .number(String(number)) : .null
        default: try value.encode(to: JSONTwinEncoder(node: node, codingPath: codingPath))
        }
    }
}
