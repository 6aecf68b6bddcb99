import Foundation
import Glibc
import Testing

@Suite struct SignalTests {
    @Test(arguments: [SIGHUP, SIGPIPE, SIGUSR1, SIGUSR2, SIGXFSZ, SIGALRM, SIGVTALRM, SIGPROF, SIGIO])
    func `a signal that asks for no end ends no daemon`(signal: Int32) throws {
        let daemon = try Daemon([])
        #expect(try daemon.get("health").hasPrefix("200"))
        kill(daemon.pid, signal)
        #expect(try daemon.get("health").hasPrefix("200"))
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGQUIT])
    func `a signal that asks for an end ends it well`(signal: Int32) throws {
        let daemon = try Daemon([])
        kill(daemon.pid, signal)
        #expect(daemon.failure == nil)
    }

    @Test func `a hangup makes it open its log anew`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kamdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (log, moved) = (folder.appendingPathComponent("desk.log"), folder.appendingPathComponent("desk.log.1"))
        let daemon = try Daemon(["--log", log.path], folder: folder)
        #expect(try String(contentsOf: log, encoding: .utf8).contains("listening"))
        try FileManager.default.moveItem(at: log, to: moved)
        kill(daemon.pid, SIGHUP)
        #expect(Daemon.until { (try? String(contentsOf: log, encoding: .utf8))?.contains("opened anew") ?? false })
        #expect(try !String(contentsOf: moved, encoding: .utf8).contains("opened anew"))
        let permissions = try FileManager.default.attributesOfItem(atPath: log.path)[.posixPermissions] as? Int
        #expect(permissions == 0o600)
        #expect(try daemon.get("health").hasPrefix("200"))
    }

    @Test func `a log that cannot be opened is said in one line`() throws {
        let failure = try #require(try Daemon(["--log", "/nowhere/desk.log"]).failure)
        #expect(failure.hasPrefix("kamdesk: ") && failure.contains("/nowhere/desk.log"), "\(failure)")
    }
}
