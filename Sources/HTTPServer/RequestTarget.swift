import HTTP

/// The decoded target of a request line: a path that can be read in one way only, and a query.
struct RequestTarget {
    let path: String
    let query: Form

    /// Accepts the origin form, "/a?b=c", and the absolute form if its authority is ours (RFC 9112, 3.2).
    init(_ bytes: [UInt8], on site: Site, anyPort: Bool) throws(Refusal) {
        guard bytes.allSatisfy({ ASCII.isVisible($0) && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\") })
        else { throw .malformed }
        let origin = try Self.originForm(of: bytes[...], on: site, anyPort: anyPort)
        let end = origin.firstIndex(of: UInt8(ascii: "?")) ?? origin.endIndex
        path = try Self.path(origin[..<end])
        guard let query = Form(urlEncoded: origin[end...].dropFirst()) else { throw .malformed }
        self.query = query
    }

    private static func originForm(
        of bytes: ArraySlice<UInt8>, on site: Site, anyPort: Bool
    ) throws(Refusal) -> ArraySlice<UInt8> {
        if bytes.first == UInt8(ascii: "/") { return bytes }
        let length = site.scheme.utf8.count
        guard String(decoding: bytes.prefix(length), as: UTF8.self).equalsIgnoringCase(site.scheme)
        else { throw .malformed }
        let rest = bytes.dropFirst(length)
        let end = rest.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? rest.endIndex
        guard site.isOurs(String(decoding: rest[..<end], as: UTF8.self), anyPort: anyPort)
        else { throw Refusal(.misdirected) }
        let origin = rest[end...]
        return origin.first == UInt8(ascii: "/") ? origin : [UInt8(ascii: "/")] + origin
    }

    /// Split the path before decoding: afterwards an escaped slash looks like a real one.
    private static func path(_ bytes: ArraySlice<UInt8>) throws(Refusal) -> String {
        let segments = bytes.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        var path = ""
        for (index, bytes) in segments.enumerated() {
            guard let segment = PercentEncoding.decodePath(bytes), segment != ".", segment != "..",
                !segment.isEmpty || index == segments.count - 1, segment.unicodeScalars.allSatisfy(isInSegment)
            else { throw .malformed }
            path += "/" + segment
        }
        return path
    }

    private static func isInSegment(_ scalar: Unicode.Scalar) -> Bool {
        scalar != "/" && scalar != "\\" && scalar.properties.generalCategory != .control
    }
}
