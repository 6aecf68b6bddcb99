import ArgumentParser
import Glibc
import HTTPServer
import Logging
import Store
import Web

struct Serve: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Serve the desk to browsers on this machine.")

    @Option(help: "The desk's file; a new one is made where there is none.") var desk: String = environment(
        "DESK", "desk.sqlite")
    @Option(help: "The loopback address to listen on.") var host: String = environment("HOST", "127.0.0.1")
    @Option(help: "The port; 0 takes a free one.") var port: Int = environment("PORT", 8090)
    @Option(help: "The path under which the desk lives, /kam.") var basePath: String = environment("BASE_PATH", "")

    @Option(help: "The folder for the daily copies. (default: the desk's name with -backups behind it)")
    var backups: String?
    @Option(help: "How many daily copies to keep; 0 makes none.") var keepBackups: Int = environment("KEEP_BACKUPS", 14)

    func validate() throws {
        guard keepBackups >= 0 else { throw ValidationError("--keep-backups \(keepBackups): 0 or more") }
        guard host == "localhost" || host == "::1" || host.hasPrefix("127.") else {
            throw ValidationError(
                "--host \(host): until it has users the desk answers on the loopback address only, 127.0.0.1 or ::1")
        }
        guard basePath.isEmpty || (basePath.hasPrefix("/") && !basePath.hasSuffix("/") && !basePath.contains("//"))
        else {
            throw ValidationError("--base-path \(basePath): write it with a slash before and none behind, /kam")
        }
    }

    func run() throws {
        // Signals wait for this thread: it is blocked on them before any other thread begins.
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGTERM)
        sigaddset(&signals, SIGINT)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
        LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
        do {
            if access(desk, F_OK) == 0, let schema = try? Desk.inspect(desk) {
                say("kamdesk: \(desk) is brought up to date; as it was, it is kept beside it, \(desk)-schema-\(schema)")
            }
            let desk = try Desk.openOrMake(path: desk, owner: nil, language: terminalLanguage)
            if let lost = desk.lostTail {
                Logger(label: "kamdesk").warning("\(self.desk) was damaged: \(lost). It goes on from what is there.")
            }
            let copies =
                keepBackups == 0
                ? nil
                : BackupKeeper(
                    desk: self.desk, folder: backups ?? environment("BACKUPS"), keep: keepBackups,
                    logger: Logger(label: "kamdesk.backups"))
            let app = try App(desk: desk, base: basePath, logger: Logger(label: "kamdesk"), backups: copies)
            let server = Server(
                ServerConfiguration(
                    host: host, port: port, basePath: basePath, allowedHosts: ["127.0.0.1", "localhost", "::1", host],
                    uploads: folder, takesUpload: app.takesUpload,
                    commonHeaders: App.commonHeaders, refusal: App.refusal),
                logger: Logger(label: "kamdesk.http"), handler: app.answer)
            try server.start()
            app.keepTime()
            copies?.start()
            let shown = host.contains(":") ? "[\(host)]" : host
            let home = "http://\(shown):\(server.port)\(basePath)"
            print("kamdesk \(App.version) serves \(self.desk) on \(home)/")
            if try desk.hasNobody() {
                print("Nobody is on this desk yet. Its owner opens this address, once:")
                print("  \(home)\(App.ownerAddress(app.ownerKey))")
            }
            fflush(nil)
            var signal: Int32 = 0
            sigwait(&signals, &signal)
            server.stop()
            try desk.close()
        } catch {
            throw fail("\(error)")
        }
    }

    /// Where the desk lies: what is uploaded is staged in the filesystem in which it may stay.
    private var folder: String {
        guard let slash = desk.lastIndex(of: "/") else { return "." }
        return slash == desk.startIndex ? "/" : String(desk[..<slash])
    }
}
