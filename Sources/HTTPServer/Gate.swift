import HTTP

/// Decides which requests reach the handler: those that can be read in one way only and are addressed to us.
struct Gate: Sendable {
    let site: Site
    let limits: Limits
    let proxies: Proxies
    let arrivals: Arrivals

    func admit(_ head: RequestHead, from peer: PeerAddress) throws(Refusal) -> Admission {
        guard head.version == "HTTP/1.1" || head.version == "HTTP/1.0" else { throw Refusal(.versionNotSupported) }
        let isProxied = proxies.contains(peer)
        try checkHost(head, anyPort: isProxied)
        let framing = try BodyFraming(head)
        let method = try method(head.method)
        let target = try RequestTarget(head.target, on: site, anyPort: isProxied)
        let path = site.below(target.path)
        let type = try bodyType(head, framing, method, path)
        try checkExpectation(head)
        guard let path else { throw Refusal(.notFound) }
        let sender = proxies.sender(of: head.fields, from: peer)
        var request = Request(
            method, path, query: target.query, headers: head.fields, remoteAddress: sender.text,
            isSecure: site.isSecure || proxies.saysSecure(head.fields, from: peer))
        request.remoteNetwork = sender.network(ofIPv6: limits.ipv6Prefix)
        let shares = try arrivals.admit(framing, type) { site.sender(request) }
        return Admission(request: request, framing: framing, type: type, isProved: head.isProved, shares: shares)
    }

    private func checkHost(_ head: RequestHead, anyPort: Bool) throws(Refusal) {
        let hosts = head.fields.all("Host")
        guard hosts.count == 1, !hosts[0].isEmpty else { throw .malformed }
        guard site.isOurs(hosts[0], anyPort: anyPort) else { throw Refusal(.misdirected) }
    }

    private func method(_ name: String) throws(Refusal) -> Request.Method {
        if let method = Request.Method(rawValue: name) { return method }
        let known = ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"]
        throw known.contains(name) ? Refusal(.methodNotAllowed) : Refusal(.notImplemented)
    }

    private func bodyType(
        _ head: RequestHead, _ framing: BodyFraming, _ method: Request.Method, _ path: String?
    ) throws(Refusal) -> BodyType {
        let types = head.fields.all("Content-Type")
        guard types.count < 2 else { throw .malformed }
        if framing == .none, types.isEmpty { return .form }
        guard method == .post else {
            if framing == .none { return .form }
            throw .malformed
        }
        let takesFile = path.map { site.takesFile(method, $0) } ?? false
        guard let text = types.first, let type = try BodyType(text, takesFile: takesFile)
        else { throw Refusal(.unsupportedMediaType) }
        // An upload with a stated length of zero is malformed.
        if case .upload = type, framing == .none, head.fields["Content-Length"] != nil { throw .malformed }
        return type
    }

    /// libmicrohttpd sends "100 Continue" itself after the head has been accepted here.
    private func checkExpectation(_ head: RequestHead) throws(Refusal) {
        let expectations = head.fields.all("Expect")
        guard head.version == "HTTP/1.1", !expectations.isEmpty else { return }
        guard expectations.count == 1, expectations[0].equalsIgnoringCase("100-continue")
        else { throw Refusal(.expectationFailed) }
    }
}
