import Testing

@testable import kamdesk

@Suite struct ReachTests {
    let machine = Machine(
        names: ["desk", "desk.local"], addresses: ["192.168.0.17", "10.0.0.5", "2001:db8::17"])

    private func reach(
        _ host: String, isSecure: Bool = true, plainHTTP: Bool = false, allowed: [String] = []
    ) throws -> Reach {
        try Reach(host: host, isSecure: isSecure, plainHTTP: plainHTTP, allowedHosts: allowed, machine: machine)
    }

    @Test(arguments: ["127.0.0.1", "127.8.9.1", "::1", "0:0::1", "localhost"])
    func `a loopback address needs no TLS and allows only its own host names`(host: String) throws {
        let reach = try reach(host, isSecure: false, allowed: ["Kam.Example"])
        #expect(!reach.isOpen)
        #expect(reach.allowedHosts.isSuperset(of: ["127.0.0.1", "localhost", "::1", "kam.example"]))
        #expect(!reach.allowedHosts.contains("192.168.0.17") && !reach.allowedHosts.contains("desk"))
    }

    @Test(arguments: ["0.0.0.0", "::", "192.168.0.17", "::ffff:127.0.0.1", "8.8.8.8"])
    func `any other address needs TLS or an explicit choice of plain HTTP`(host: String) throws {
        #expect(throws: Reach.Refused.self) { try reach(host, isSecure: false) }
        #expect(try reach(host).isOpen)
        #expect(try reach(host, isSecure: false, plainHTTP: true).isOpen)
    }

    @Test(arguments: [
        "", "0", "127.1", "2130706433", "127.0.0.1.example", "desk", "localhost.", "fe80::1%eth0", "[::1]",
    ])
    func `a host that is no address is refused before anything listens`(host: String) {
        #expect(throws: Reach.Refused.self) { try reach(host) }
    }

    @Test func `TLS and plain HTTP cannot be chosen together`() {
        #expect(throws: Reach.Refused(description: "--plain-http and TLS: choose one of them")) {
            try reach("127.0.0.1", plainHTTP: true)
        }
    }

    @Test func `a desk that listens on all addresses allows all names and addresses of the machine`() throws {
        let loopback: Set<String> = ["127.0.0.1", "localhost", "::1"]
        let ours: Set<String> = ["desk", "desk.local", "192.168.0.17", "10.0.0.5", "kam.example"]
        #expect(try reach("0.0.0.0", allowed: ["kam.example"]).allowedHosts == ours.union(loopback))
        #expect(
            try reach("::", allowed: ["kam.example"]).allowedHosts == ours.union(loopback).union(["2001:db8::17"]))
        #expect(try reach("192.168.0.17").allowedHosts == ["192.168.0.17", "desk", "desk.local"])
    }

    @Test(arguments: [
        "", "kam.example:443", "https://kam.example", "kam.example/", "ка́м", "a b", "-a", "a..b", "[::1]",
    ])
    func `an allowed host that is not a plain name or address is refused`(name: String) {
        #expect(
            throws: Reach.Refused(description: "--allowed-host \(name): a name or address, without scheme and port")
        ) {
            try reach("127.0.0.1", allowed: [name])
        }
    }

    @Test func `the addresses to type are complete, and the given names come first`() throws {
        #expect(
            try reach("0.0.0.0").addresses(port: 8090, base: "") == [
                "https://192.168.0.17:8090/", "https://10.0.0.5:8090/",
            ])
        #expect(
            try reach("0.0.0.0", allowed: ["kam.example"]).addresses(port: 443, base: "/kam")[0]
                == "https://kam.example/kam/")
        #expect(try reach("::").addresses(port: 8090, base: "")[2] == "https://[2001:db8::17]:8090/")
        #expect(try reach("localhost", isSecure: false).addresses(port: 80, base: "") == ["http://localhost/"])
        #expect(try reach("::1", isSecure: false).addresses(port: 443, base: "") == ["http://[::1]:443/"])
    }

    @Test func `a certificate covers every name and address and bears the machine's own name`() throws {
        let names = try reach("0.0.0.0", allowed: ["kam.example"]).certificateNames(machine)
        #expect(names.first == "desk")
        #expect(
            Set(names) == [
                "desk", "desk.local", "localhost", "127.0.0.1", "::1", "192.168.0.17", "10.0.0.5", "2001:db8::17",
                "kam.example",
            ])
        #expect(names.count == Set(names).count)
    }

    @Test(
        arguments: [
            ("Desk", ["desk", "desk.local"]), ("desk.example.com", ["desk.example.com", "desk", "desk.local"]),
            ("desk.local", ["desk.local", "desk"]), ("", []), ("bad host", []),
        ] as [(String, [String])])
    func `a machine has the names of its host`(host: String, names: [String]) {
        #expect(Machine.names(of: host) == names)
    }

    @Test func `this machine has no loopback or link-local addresses`() {
        let addresses = Machine.look().addresses
        #expect(Set(addresses).count == addresses.count)
        for address in addresses {
            #expect(Machine.address(address) == address)
            #expect(!["127.", "169.254.", "fe80:", "::1"].contains { address.hasPrefix($0) }, "\(address)")
        }
    }
}
