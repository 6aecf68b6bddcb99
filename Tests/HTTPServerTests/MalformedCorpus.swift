/// Requests that can be read in two ways, or in none, or that are not for us.
enum MalformedCorpus {
    static let all = requestLines + targets + hosts + fields + framings + chunks + bodies + sizes + noise + uploads

    /// A request that must never reach the handler; put behind one whose end may be disputed.
    static let smuggled = "GET /smuggled HTTP/1.1\r\nHost: {host}\r\n\r\n"

    static let form = "Content-Type: application/x-www-form-urlencoded"
}
