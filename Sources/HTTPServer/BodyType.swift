import HTTP

/// How the body of a request is read.
enum BodyType {
    /// Fields only, held in memory.
    case form
    /// Fields and a file.
    case upload(MultipartParser)

    /// Forms are accepted at any address, uploads only at addresses that take them. Nil for any other type.
    init?(_ type: String, takesFile: Bool) throws(Refusal) {
        guard let type = ParameterizedValue(type), type.hasOnly(["charset", "boundary"]),
            type.parameters["charset"]?.equalsIgnoringCase("utf-8") ?? true
        else { return nil }
        switch (type.value, type.parameters["boundary"], takesFile) {
        case ("application/x-www-form-urlencoded", nil, _): self = .form
        case ("multipart/form-data", let boundary, true):
            guard let parser = boundary.flatMap(MultipartParser.init) else { throw .malformed }
            self = .upload(parser)
        default: return nil
        }
    }
}
