import HTTP

/// The proxies in front of us that we trust to name the client.
struct Proxies: Sendable {
    private let trusted: Set<String>

    init(_ addresses: [String]) throws(ServerError) {
        var trusted: Set<String> = []
        for address in addresses {
            guard let address = PeerAddress(address) else { throw .notAProxy(address) }
            trusted.insert(address.text)
        }
        self.trusted = trusted
    }

    func contains(_ peer: PeerAddress) -> Bool { trusted.contains(peer.text) }

    /// The client of a request: the last address in X-Forwarded-For that is not one of our proxies, because anybody may have invented those
    /// before it. If the peer is not our proxy, or the header is missing or malformed, it is the peer itself.
    func sender(of fields: Headers, from peer: PeerAddress) -> PeerAddress {
        guard contains(peer) else { return peer }
        var sender = peer
        for text in fields.all("X-Forwarded-For").flatMap({
            $0.split(separator: ",", omittingEmptySubsequences: false)
        }).reversed() {
            guard let address = PeerAddress(text.trimmed) else { return peer }
            sender = address
            guard contains(address) else { break }
        }
        return sender
    }

    /// Does our proxy say that the request came over TLS? True only if it says so exactly once.
    func saysSecure(_ fields: Headers, from peer: PeerAddress) -> Bool {
        let schemes = fields.all("X-Forwarded-Proto")
        return contains(peer) && schemes.count == 1 && schemes[0].equalsIgnoringCase("https")
    }
}

extension Substring {
    fileprivate var trimmed: String {
        var text = self
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return String(text)
    }
}
