import HTTP

/// The programs in front of us whose word is taken on whom they speak for.
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

    /// Who sent a request that a peer brought: the last address of X-Forwarded-For that is no proxy of ours, for what stands
    /// before it may be anybody's invention. The peer itself where it is none of ours, or names nobody, or not in addresses.
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

    /// Did a request that a proxy of ours brought come to it over TLS? Only where it says so once and clearly.
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
