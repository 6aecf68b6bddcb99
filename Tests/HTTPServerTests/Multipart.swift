/// Multipart bodies as browsers write them, with the boundary "bound".
enum Multipart {
    static func field(_ name: String, _ value: String) -> [UInt8] {
        Array("--bound\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }

    static func file(_ fileName: String, _ content: [UInt8], name: String = "file") -> [UInt8] {
        let head = "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(fileName)\""
        return Array("--bound\r\n\(head)\r\nContent-Type: application/octet-stream\r\n\r\n".utf8) + content + [13, 10]
    }

    static let end = Array("--bound--\r\n".utf8)
}
