import HTTP

/// A request whose head was accepted; its body is still to come.
struct Admission {
    /// Complete except for the form and its file.
    let request: Request
    let framing: BodyFraming
    let type: BodyType
    /// True if the bytes seen prove that the head can be read in one way only.
    let isProved: Bool
    /// The memory or disk space reserved for the body until the request is answered.
    let shares: [Allowance.Share]

    /// libmicrohttpd accepts a bare LF in the lines of a chunked body, and any extensions, and we cannot see it. So programs may disagree
    /// on where such a body ends. Nothing behind it is read as a request.
    var endsConnection: Bool { framing == .chunked || !isProved }
}
