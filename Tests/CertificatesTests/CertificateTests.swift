import Certificates
import Foundation
import Testing

@Suite final class CertificateTests {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kamdesk-\(UUID().uuidString)")
    let now: Int64 = 1_790_000_000
    let day: Int64 = 86400
    let names = ["desk", "desk.local", "localhost", "192.168.0.17", "127.0.0.1", "2001:db8::17"]
    var files: CertificateFiles { CertificateFiles(beside: folder.appendingPathComponent("desk.sqlite").path) }

    init() throws { try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: folder) }

    private func write(_ text: String, _ name: String) throws -> String {
        let place = folder.appendingPathComponent(name)
        try text.write(to: place, atomically: true, encoding: .utf8)
        return place.path
    }

    /// What openssl says of a certificate.
    private func openssl(_ arguments: String...) throws -> String {
        let (process, pipe) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let said = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: said, as: UTF8.self)
    }

    @Test func `a self-made certificate names every name and address`() throws {
        let made = try files.keep(for: names + ["DESK"], at: now)
        #expect(made.names == Set(names))
        #expect(made.validFrom <= now)
        #expect((790 * day...825 * day).contains(made.validUntil - made.validFrom))
        let said = try openssl("x509", "-in", files.certificate, "-noout", "-text", "-fingerprint", "-sha256")
        for fact in [
            "prime256v1", "ecdsa-with-SHA256", "CA:FALSE", "TLS Web Server Authentication", "DNS:desk.local",
            "IP Address:192.168.0.17", "Subject: CN = desk\n", "Fingerprint=\(made.fingerprint)",
        ] { #expect(said.contains(fact), "\(fact)") }
        #expect(
            try openssl("verify", "-attime", "\(now)", "-CAfile", files.certificate, files.certificate).contains("OK"))
    }

    @Test func `nobody but the owner may read the files`() throws {
        _ = try files.keep(for: names, at: now)
        for path in [files.certificate, files.key] {
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == [
                "desk.sqlite-tls-cert.pem", "desk.sqlite-tls-key.pem",
            ])
    }

    @Test func `a certificate is kept as long as it is valid for its names`() throws {
        let made = try files.keep(for: names, at: now)
        #expect(try files.keep(for: names.reversed(), at: now).pem == made.pem)
        #expect(try files.keep(for: Array(names.dropLast()), at: now + 700 * day).pem == made.pem)
        #expect(try files.read(at: now).fingerprint == made.fingerprint)
    }

    @Test func `a new name or a near expiry makes a new certificate with the same key`() throws {
        let made = try files.keep(for: names, at: now)
        let moved = try files.keep(for: names + ["10.0.0.5"], at: now + day)
        #expect(moved.names.contains("10.0.0.5"))
        #expect(moved.fingerprint != made.fingerprint && moved.keyID == made.keyID && moved.key == made.key)
        let late = now + 775 * day
        let renewed = try files.keep(for: names, at: late)
        #expect(renewed.validUntil > late + 790 * day && renewed.keyID == made.keyID)
        // A clock that was set back.
        #expect(try files.keep(for: names, at: now).validFrom < now)
    }

    @Test func `a broken certificate is made anew and a broken key is not replaced`() throws {
        let made = try files.keep(for: names, at: now)
        _ = try write("nothing", "desk.sqlite-tls-cert.pem")
        #expect(try files.keep(for: names, at: now).keyID == made.keyID)
        _ = try write("nothing", "desk.sqlite-tls-key.pem")
        #expect(throws: CertificateError.notAKey(path: files.key)) { try files.keep(for: names, at: now) }
    }

    @Test func `an error in given files is reported in one line`() throws {
        let made = try files.keep(for: names, at: now)
        #expect(throws: CertificateError.expired(path: files.certificate, since: "2028-11-29")) {
            try files.read(at: made.validUntil)
        }
        #expect(throws: CertificateError.notYetValid(path: files.certificate, from: "2026-09-21")) {
            try files.read(at: made.validFrom - 1)
        }
        let other = CertificateFiles(beside: folder.appendingPathComponent("other.sqlite").path)
        _ = try other.keep(for: names, at: now)
        let crossed = CertificateFiles(certificate: files.certificate, key: other.key)
        #expect(throws: CertificateError.mismatch(certificate: files.certificate, key: other.key)) {
            try crossed.read(at: now)
        }
        let missing = CertificateFiles(certificate: "/nowhere/cert.pem", key: files.key)
        #expect(throws: CertificateError.unreadable(path: "/nowhere/cert.pem", code: ENOENT)) {
            try missing.read(at: now)
        }
        let swapped = CertificateFiles(certificate: files.key, key: files.certificate)
        #expect(throws: CertificateError.notACertificate(path: files.key)) { try swapped.read(at: now) }
        let keyless = CertificateFiles(certificate: files.certificate, key: files.certificate)
        #expect(throws: CertificateError.notAKey(path: files.certificate)) { try keyless.read(at: now) }
    }

    @Test func `a certificate chain and an RSA key are accepted as well`() throws {
        let made = try files.keep(for: names, at: now)
        let (certificate, key) = (try write("", "rsa.pem"), try write("", "rsa-key.pem"))
        _ = try openssl(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "30",
            "-subj", "/CN=desk.example", "-addext", "subjectAltName=DNS:Desk.example,IP:::1")
        let chain = try String(contentsOfFile: certificate, encoding: .utf8) + made.pem
        let read = try CertificateFiles(certificate: try write(chain, "chain.pem"), key: key).read(
            at: Int64(Date().timeIntervalSince1970) + 60)
        #expect(read.names == ["desk.example", "::1"])
        #expect(read.pem == chain)
    }
}
