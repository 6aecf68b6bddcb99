import HTTP
import HTTPServer
import Testing

@Suite struct MutationTests {
    /// Xorshift of 64 bits (Marsaglia 2003): the same mutations for the same seed.
    private struct Random: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static let splices: [[UInt8]] = [
        "\r\n", "\n", "\r", "\0", " ", "\t", ":", ",", "chunked", "Host: example.com\r\n",
    ]
    .map { Array($0.utf8) }

    private func mutate(_ bytes: [UInt8], _ random: inout Random) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &random) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &random)
            switch Int.random(in: 0..<5, using: &random) {
            case 0: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(contentsOf: Self.splices.randomElement(using: &random)!, at: place)
            case 3: bytes.insert(contentsOf: bytes[place...].prefix(Int.random(in: 1...40, using: &random)), at: place)
            default: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...20, using: &random)))
            }
        }
        return bytes
    }

    @Test(arguments: [false, true])
    func `no mutation stops the server or brings a request through that is not clear`(overTLS: Bool) throws {
        // A connection over TLS takes ten times as long.
        let count = (ProcessEnvironment.integer("TORTURE_MUTATIONS") ?? 300) / (overTLS ? 10 : 1)
        var limits = Limits()
        let age = Duration.milliseconds(overTLS ? 1000 : 200)
        (limits.headers, limits.body, limits.idle) = (age, age, age)
        let folder = try TemporaryFolder()
        let server = try TestServer(limits: limits, uploads: folder.path, overTLS: overTLS)
        let corpus = MalformedCorpus.all.map { $0.bytes(port: server.port, scheme: overTLS ? "https" : "http") }
            .filter { $0.count < 10_000 }
        var random = Random(state: 0x9E37_79B9_7F4A_7C15)
        var answered = 0
        for batch in stride(from: 0, to: count, by: 20) {
            let clients = try (batch..<min(batch + 20, count)).map { _ in
                let client = try server.connect()
                let bytes = mutate(corpus.randomElement(using: &random)!, &random)
                client.send(bytes)
                client.endSending()
                return (client, bytes)
            }
            for (client, bytes) in clients {
                let answers = RawAnswer.all(in: try #require(client.readToEnd(), "a connection did not end"))
                let accepted = answers.count { $0.status == 200 }
                answered += accepted
                #expect(
                    accepted <= StrictReader.count(bytes), "\(String(decoding: bytes, as: UTF8.self).debugDescription)")
                // Only the last answer of a connection may be a refusal.
                #expect(answers.dropLast().allSatisfy { $0.status < 400 })
            }
            // A busy machine may stall for longer than the short ages of this test.
            #expect(try (1...3).contains { _ in try server.isAnswering() }, "after mutation \(batch)")
        }
        #expect(Gatekeeper.until { folder.names == [] })
        let others = server.requests.filter { $0.path != "/honest" }
        #expect(others.count >= answered)
        #expect(server.requests.allSatisfy { $0.headers.all("Host").count == 1 })
        let ours = ["127.0.0.1:\(server.port)", "localhost:\(server.port)", "[::1]:\(server.port)"]
        #expect(server.requests.allSatisfy { ours.contains($0.headers["Host"]!.lowercased()) })
        #expect(others.allSatisfy { !$0.path.split(separator: "/").contains("..") && !$0.path.contains("\0") })
    }
}
