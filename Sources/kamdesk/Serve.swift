import ArgumentParser
import Certificates
import Glibc
import HTTPServer
import Logging
import Secrets
import Store
import Web

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Serve the desk to browsers, on this machine or over TLS on its network.")

    @Option(help: "The desk's file; a new one is made where there is none.") var desk: String = environment(
        "DESK", "desk.sqlite")
    @Option(help: "The address to listen on; 0.0.0.0 for all of this machine's, which needs TLS.") var host: String =
        environment("HOST", "127.0.0.1")
    @Option(help: "The port; 0 takes a free one.") var port: Int = environment("PORT", 8090)
    @Option(help: "The path under which the desk lives, /kam.") var basePath: String = environment("BASE_PATH", "")

    @OptionGroup(title: "TLS") var tls: TLSOptions
    @Option(
        help: "A further name under which the desk is reached, as behind a proxy; may be said several times.")
    var allowedHost: [String] = []
    @Option(
        help: """
            The address of a proxy whose X-Forwarded-For and X-Forwarded-Proto are believed; may be said several times.
            """)
    var trustProxy: [String] = []

    @Option(
        help: """
            How many bits of an IPv6 address are its network, by which connections and wrong passwords are counted.
            """)
    var ipv6Prefix: Int = environment("IPV6_PREFIX", 64)
    @Option(help: "The file to which the log goes; SIGHUP opens it anew. (default: standard error)")
    var log: String?

    @Option(help: "The folder for the daily copies. (default: the desk's name with -backups behind it)")
    var backups: String?
    @Option(help: "How many daily copies to keep; 0 makes none.") var keepBackups: Int = environment("KEEP_BACKUPS", 14)

    func validate() throws {
        guard (16...128).contains(ipv6Prefix) else {
            throw ValidationError("--ipv6-prefix \(ipv6Prefix): 16 to 128")
        }
        guard keepBackups >= 0 else { throw ValidationError("--keep-backups \(keepBackups): 0 or more") }
        guard basePath.isEmpty || (basePath.hasPrefix("/") && !basePath.hasSuffix("/") && !basePath.contains("//"))
        else {
            throw ValidationError("--base-path \(basePath): write it with a slash before and none behind, /kam")
        }
    }

    func run() throws {
        let signals = Signals()
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        let log = try (self.log ?? environment("LOG")).map { path in
            do throws(LogFile.Failure) { return try LogFile(path) } catch { throw fail(error) }
        }
        do {
            let (machine, choice) = (Machine.look(), try tls.choice())
            let reach = try Reach(
                host: host, isSecure: !choice.isPlain, plainHTTP: tls.mayBePlain,
                allowedHosts: several(allowedHost, "ALLOWED_HOST"), machine: machine)
            let certificate = try TLSOptions.certificate(
                choice, desk: desk, names: reach.certificateNames(machine))
            let desk = try opened()
            let copies =
                keepBackups == 0
                ? nil
                : BackupKeeper(
                    desk: desk.path, folder: backups ?? environment("BACKUPS"), keep: keepBackups,
                    logger: Logger(label: "kamdesk.backups"))
            guard try !reach.isOpen || desk.hasKeeper() else {
                throw Reach.Refused(
                    description:
                        "--host \(host): nobody who looks after \(self.desk) has a password yet; open it on this"
                        + " machine first, or say kamdesk user add and kamdesk user password")
            }
            let app = try App(
                desk: desk, base: basePath, isLocal: !reach.isOpen && several(trustProxy, "TRUST_PROXY").isEmpty,
                isReadable: reach.isOpen && !reach.isSecure, logger: Logger(label: "kamdesk"), backups: copies)
            let server = Server(
                ServerConfiguration(
                    host: reach.host, port: port, basePath: basePath, allowedHosts: reach.allowedHosts,
                    tls: certificate.map { TLSFiles(certificate: $0.pem, key: $0.key) },
                    trustedProxies: several(trustProxy, "TRUST_PROXY"), limits: limits,
                    room: app.room, takesUpload: app.takesUpload, sender: app.sender(of:),
                    commonHeaders: App.commonHeaders, refusal: App.refusal),
                logger: Logger(label: "kamdesk.http"), handler: app.answer)
            try server.start()
            app.keepTime()
            if reach.isOpen { app.listens(at: reach.addresses(port: server.port, base: basePath)) }
            copies?.start()
            tell(reach, port: server.port, fingerprint: choice.isSelfSigned ? certificate?.fingerprint : nil)
            if try desk.hasNobody() {
                let home = reach.addresses(port: server.port, base: basePath)[0].dropLast()
                print("Nobody is on this desk yet. Its owner opens this address, once:")
                print("  \(home)\(App.ownerAddress(app.ownerKey))")
                fflush(nil)
            }
            signals.waitForEnd { log?.openAnew() }
            server.stop()
            try desk.close()
        } catch {
            // Show the error where the user looks: on the original standard error.
            log?.close()
            throw fail("\(error)")
        }
    }

    /// The desk. Says on standard error what was done to it before.
    private func opened() throws -> Desk {
        if access(desk, F_OK) == 0, let schema = try? Desk.olderSchema(of: desk) {
            say(
                "kamdesk: \(desk) is brought up to date; as it was, but for second factors, it is kept beside it,"
                    + " \(Desk.keptPath(desk, of: schema)). Logins end once, and recovery codes are to be made anew; copies of earlier"
                    + " programs hold second factors in clear")
        }
        let desk = try Desk.openOrMake(path: desk, owner: nil, language: terminalLanguage)
        if let lost = desk.lostTail {
            Logger(label: "kamdesk").warning("\(desk.path) was damaged: \(lost). It goes on from what is there.")
        }
        if !desk.tightened.isEmpty {
            say(
                "kamdesk: others on this machine could open these; now their owner alone can: \(desk.tightened.joined(separator: ", "))"
            )
        }
        if desk.hasOtherKey { say("kamdesk: " + Serve.words(ofKeyAt: Desk.keyPath(of: desk.path))) }
        return desk
    }

    /// What to do if the key beside the desk is not the one that sealed it.
    static func words(ofKeyAt path: String) -> String {
        "\(path) is not the key of this desk: passwords are good, logins have ended, and nobody with a second factor comes in."
            + " Put its key there and start again, or: kamdesk user reset-second-factor NAME"
    }

    private var limits: Limits {
        var limits = Limits()
        limits.ipv6Prefix = ipv6Prefix
        return limits
    }

    /// Prints the addresses for a browser, and a QR code for a phone if there is a terminal.
    private func tell(_ reach: Reach, port: Int, fingerprint: String?) {
        let addresses = reach.addresses(port: port, base: basePath)
        print("kamdesk \(App.version) serves \(desk) on \(addresses[0])")
        for address in addresses.dropFirst() { print("also on \(address)") }
        if let fingerprint { print("its certificate's SHA-256 fingerprint: \(fingerprint)") }
        if reach.isOpen, isatty(STDOUT_FILENO) == 1, let code = QRCode(addresses[0]) {
            // Black on white, whatever the terminal's own colours are.
            for line in code.terminal.split(separator: "\n") { print("\u{1b}[30;107m\(line)\u{1b}[0m") }
        }
        fflush(nil)
    }
}
