import Certificates
import Foundation
import Testing

@Suite struct ServeTests {
    @Test func `a self-signed certificate is kept over a restart, and its fingerprint is printed`() throws {
        let daemon = try Daemon(["--tls-self-signed"], lines: 2)
        #expect(daemon.address.hasPrefix("https://127.0.0.1:"))
        let files = CertificateFiles(beside: daemon.place("desk.sqlite"))
        let kept = try files.read(at: Int64(Date().timeIntervalSince1970))
        #expect(daemon.lines.contains("its certificate's SHA-256 fingerprint: \(kept.fingerprint)"))
        #expect(kept.names.isSuperset(of: ["localhost", "127.0.0.1", "::1"]))
        // A browser that trusts it is content with the name as well.
        #expect(try daemon.get("health", "--cacert", files.certificate).hasPrefix("200 {\"ok\":true"))
        #expect(try daemon.get("health").hasPrefix("000"))
        daemon.end()
        let again = try Daemon(["--tls-self-signed"], lines: 2, folder: daemon.folder)
        #expect(again.lines.contains("its certificate's SHA-256 fingerprint: \(kept.fingerprint)"))
    }

    @Test func `the TLS files and other options may come from the environment`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kamdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let files = CertificateFiles(
            certificate: folder.appendingPathComponent("cert.pem").path,
            key: folder.appendingPathComponent("key.pem").path)
        _ = try files.keep(for: ["kam.example"], at: Int64(Date().timeIntervalSince1970))
        let daemon = try Daemon(
            [],
            environment: [
                "KAMDESK_TLS_CERT": files.certificate, "KAMDESK_TLS_KEY": files.key,
                "KAMDESK_ALLOWED_HOST": "other.example, kam.example", "KAMDESK_TRUST_PROXY": "127.0.0.1",
            ], folder: folder)
        let port = try #require(URL(string: daemon.address)?.port)
        let answer = try daemon.get(
            "health", at: "https://kam.example/", "--cacert", files.certificate, "--connect-to",
            "kam.example:443:127.0.0.1:\(port)")
        #expect(answer.hasPrefix("200"))
        #expect(try daemon.get("", "-k", "-H", "Host: evil.example").hasPrefix("421"))
    }

    @Test func `an open address is served over plain HTTP only if asked for and once a user has a password`() throws {
        let refused = try Daemon(["--host", "0.0.0.0", "--plain-http"])
        #expect(try #require(refused.failure).contains("nobody who looks after"))
        try refused.run("user", "add", "Anna Orlova")
        try refused.run("user", "password", "Anna Orlova", typing: "a long password\n")
        let daemon = try Daemon(
            ["--host", "0.0.0.0"], environment: ["KAMDESK_PLAIN_HTTP": "1"], folder: refused.folder)
        #expect(daemon.address.hasPrefix("http://"))
        #expect(try daemon.get("health").hasPrefix("200"))
        #expect(!daemon.lines.joined().contains("█"))
    }

    @Test(arguments: [
        (["--host", "0.0.0.0"], "others could read what is typed"), (["--host", "desk"], "a numeric address"),
        (["--tls-cert", "/nowhere/cert.pem"], "--tls-cert and --tls-key belong together"),
        (["--tls-cert", "/nowhere/cert.pem", "--tls-key", "/nowhere/key.pem"], "/nowhere/cert.pem cannot be read"),
        (["--tls-self-signed", "--plain-http"], "choose one of them"),
        (["--tls-self-signed", "--tls-cert", "a", "--tls-key", "b"], "choose one of them"),
        (["--trust-proxy", "proxy.example"], "the proxy \"proxy.example\" is not a numeric address"),
        (["--allowed-host", "kam.example:80"], "without scheme and port"),
    ])
    func `a wrong option is refused with one line that says why`(arguments: [String], line: String) throws {
        let failure = try #require(try Daemon(arguments).failure)
        #expect(failure.hasPrefix("kamdesk: ") && failure.contains(line), "\(failure)")
    }
}
