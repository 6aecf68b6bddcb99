import HTTP

/// What the body of a request is read as.
enum BodyType {
    /// Fields alone, held in memory.
    case form
    /// Fields and a file.
    case upload(MultipartParser)

    /// Forms may come from anywhere, uploads only to addresses that take them; nil for anything else.
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
