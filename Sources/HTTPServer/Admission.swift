import HTTP

/// A request that passed the gate, its body still to come.
struct Admission {
    /// Complete but for the form and its file.
    let request: Request
    let framing: BodyFraming
    let type: BodyType
    /// True where the head can have been read in one way only, by what was seen of it.
    let isProved: Bool
    /// What its body takes of memory or of the disk, until it is answered.
    let shares: [Allowance.Share]

    /// libmicrohttpd takes a bare LF in the lines of a chunked body, and extensions of any kind, without our seeing it.
    /// So where such a body ends may be disputed, and nothing behind it is read as a request.
    var endsConnection: Bool { framing == .chunked || !isProved }
}
