import HTTP

/// Decides which requests reach the handler: those that can be read in one way only, and are meant for us.
struct Gate: Sendable {
    let site: Site
    let limits: Limits

    func admit(_ head: RequestHead, from address: String) throws(Refusal) -> Admission {
        guard head.version == "HTTP/1.1" || head.version == "HTTP/1.0" else { throw Refusal(.versionNotSupported) }
        try checkHost(head)
        let framing = try BodyFraming(head)
        let method = try method(head.method)
        let target = try RequestTarget(head.target, on: site)
        try checkBody(head, framing, method)
        try checkExpectation(head)
        guard let path = site.below(target.path) else { throw Refusal(.notFound) }
        let request = Request(
            method, path, query: target.query, headers: head.fields, remoteAddress: address)
        return Admission(request: request, framing: framing, isProved: head.isProved)
    }

    private func checkHost(_ head: RequestHead) throws(Refusal) {
        let hosts = head.fields.all("Host")
        guard hosts.count == 1, !hosts[0].isEmpty else { throw .malformed }
        guard site.isOurs(hosts[0]) else { throw Refusal(.misdirected) }
    }

    private func method(_ name: String) throws(Refusal) -> Request.Method {
        if let method = Request.Method(rawValue: name) { return method }
        let known = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"]
        throw known.contains(name) ? Refusal(.methodNotAllowed) : Refusal(.notImplemented)
    }

    private func checkBody(_ head: RequestHead, _ framing: BodyFraming, _ method: Request.Method) throws(Refusal) {
        let types = head.fields.all("Content-Type")
        guard types.count < 2 else { throw .malformed }
        if framing == .none, types.isEmpty { return }
        guard method == .post else {
            if framing == .none { return }
            throw .malformed
        }
        guard let type = types.first, Self.isForm(type) else { throw Refusal(.unsupportedMediaType) }
        if case .length(let length) = framing, length > limits.bodyBytes { throw Refusal(.contentTooLarge) }
    }

    /// "application/x-www-form-urlencoded", if with a charset then UTF-8.
    private static func isForm(_ type: String) -> Bool {
        let parts = type.split(separator: ";", omittingEmptySubsequences: false)
            .map { String(decoding: $0.utf8.filter { !ASCII.isBlank($0) && $0 != UInt8(ascii: "\"") }, as: UTF8.self) }
        guard parts[0].equalsIgnoringCase("application/x-www-form-urlencoded") else { return false }
        return parts.count == 1 || (parts.count == 2 && parts[1].equalsIgnoringCase("charset=utf-8"))
    }

    /// libmicrohttpd says "100 Continue" itself, once the head has passed here.
    private func checkExpectation(_ head: RequestHead) throws(Refusal) {
        let expectations = head.fields.all("Expect")
        guard head.version == "HTTP/1.1", !expectations.isEmpty else { return }
        guard expectations.count == 1, expectations[0].equalsIgnoringCase("100-continue")
        else { throw Refusal(.expectationFailed) }
    }
}
