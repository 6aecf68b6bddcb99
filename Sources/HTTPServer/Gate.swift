import HTTP

/// Decides which requests reach the handler: those that can be read in one way only, and are meant for us.
struct Gate: Sendable {
    let site: Site
    let limits: Limits
    let proxies: Proxies

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
        let request = Request(
            method, path, query: target.query, headers: head.fields,
            remoteAddress: proxies.sender(of: head.fields, from: peer).text,
            isSecure: site.isSecure || proxies.saysSecure(head.fields, from: peer))
        return Admission(request: request, framing: framing, type: type, isProved: head.isProved)
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
        let folder = path.flatMap { site.uploadFolder(method, $0) }
        guard let text = types.first, let type = try BodyType(text, upload: folder)
        else { throw Refusal(.unsupportedMediaType) }
        switch type {
        case .form:
            if case .length(let length) = framing, length > limits.bodyBytes { throw Refusal(.contentTooLarge) }
        case .upload(_, let folder): try checkUpload(head, framing, folder)
        }
        return type
    }

    /// An upload says how long it is, so that one that is too long for us or for the disk is refused before it is sent.
    private func checkUpload(_ head: RequestHead, _ framing: BodyFraming, _ folder: String) throws(Refusal) {
        guard case .length(let length) = framing else {
            throw head.fields["Content-Length"] == nil ? Refusal(.lengthRequired) : .malformed
        }
        guard length <= limits.uploadBytes else { throw Refusal(.contentTooLarge) }
        guard let room = StagedFile.room(in: folder) else { throw Refusal(.unavailable) }
        guard length <= room else { throw Refusal(.insufficientStorage) }
    }

    /// libmicrohttpd says "100 Continue" itself, once the head has passed here.
    private func checkExpectation(_ head: RequestHead) throws(Refusal) {
        let expectations = head.fields.all("Expect")
        guard head.version == "HTTP/1.1", !expectations.isEmpty else { return }
        guard expectations.count == 1, expectations[0].equalsIgnoringCase("100-continue")
        else { throw Refusal(.expectationFailed) }
    }
}
