import HTTP

/// What the body of a request is read as.
enum BodyType {
    /// Fields alone, held in memory.
    case form
    /// Fields and a file, which is staged in the folder.
    case upload(MultipartParser, folder: String)

    /// Forms may come from anywhere, uploads only to addresses that take them; nil for anything else.
    init?(_ type: String, upload folder: String?) throws(Refusal) {
        guard let type = ParameterizedValue(type), type.hasOnly(["charset", "boundary"]),
            type.parameters["charset"]?.equalsIgnoringCase("utf-8") ?? true
        else { return nil }
        switch (type.value, type.parameters["boundary"], folder) {
        case ("application/x-www-form-urlencoded", nil, _): self = .form
        case ("multipart/form-data", let boundary, let folder?):
            guard let parser = boundary.flatMap(MultipartParser.init) else { throw .malformed }
            self = .upload(parser, folder: folder)
        default: return nil
        }
    }
}
