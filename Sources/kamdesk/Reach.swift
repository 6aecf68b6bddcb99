/// Who can reach the desk, and under which names. It is decided from the command line, before anything is opened.
struct Reach {
    struct Refused: Error, Equatable, CustomStringConvertible { let description: String }

    /// Numeric, or "localhost".
    let host: String
    let isSecure: Bool
    /// The names and addresses allowed in a Host header, without a port.
    let allowedHosts: Set<String>
    /// The names and addresses to show to the user, the best first: given names, then addresses.
    private let shown: [String]

    private static let loopback = ["127.0.0.1", "localhost", "::1"]

    /// Throws if others could reach the desk and read what is typed, unless the user has allowed it.
    init(
        host: String, isSecure: Bool, plainHTTP: Bool, allowedHosts given: [String], machine: Machine
    ) throws(Refused) {
        guard !isSecure || !plainHTTP else { throw Refused(description: "--plain-http and TLS: choose one of them") }
        guard let address = host == "localhost" ? "127.0.0.1" : Machine.address(host) else {
            throw Refused(
                description: "--host \(host): a numeric address, 0.0.0.0 for all of this machine's, or localhost")
        }
        let given = try Reach.checked(given)
        self.host = address
        self.isSecure = isSecure
        guard !address.hasPrefix("127."), address != "::1" else {
            allowedHosts = Set(Reach.loopback + [address] + given)
            shown = [host]
            return
        }
        guard isSecure || plainHTTP else {
            throw Refused(
                description: "--host \(host): others could read what is typed; say --tls-self-signed, or --tls-cert and"
                    + " --tls-key, or --plain-http where something else keeps it secret")
        }
        guard address == "0.0.0.0" || address == "::" else {
            allowedHosts = Set([address] + machine.names + given)
            shown = given + [address]
            return
        }
        let addresses = machine.addresses.filter { address == "::" || !$0.contains(":") }
        allowedHosts = Set(addresses + machine.names + Reach.loopback + given)
        shown = given + (addresses.isEmpty ? ["127.0.0.1"] : addresses)
    }

    /// Can the desk be reached from other machines?
    var isOpen: Bool { !host.hasPrefix("127.") && host != "::1" }

    /// The names and addresses for our own certificate; the machine's name comes first.
    func certificateNames(_ machine: Machine) -> [String] {
        var names: [String] = []
        let all = machine.names + Reach.loopback + machine.addresses + allowedHosts.sorted()
        for name in all where !names.contains(name) { names.append(name) }
        return names
    }

    /// The addresses of the desk for a browser, the best first: "https://192.168.0.17:8090/kam/".
    func addresses(port: Int, base: String) -> [String] {
        shown.map { name in
            let name = name.contains(":") ? "[\(name)]" : name
            let port = port == (isSecure ? 443 : 80) ? "" : ":\(port)"
            return "\(isSecure ? "https" : "http")://\(name)\(port)\(base)/"
        }
    }

    private static func checked(_ given: [String]) throws(Refused) -> [String] {
        var names: [String] = []
        for text in given {
            let name = Machine.address(text) ?? text.lowercased()
            guard Machine.isName(name) || name.contains(":") && Machine.address(name) != nil else {
                throw Refused(description: "--allowed-host \(text): a name or address, without scheme and port")
            }
            names.append(name)
        }
        return names
    }
}
