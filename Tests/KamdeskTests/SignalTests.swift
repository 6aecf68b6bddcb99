import Foundation
import Glibc
import Testing

@Suite struct SignalTests {
    /// All but those that ask for an end, that stop a program, that it breaks by, and two by which the C library talks to its threads.
    private static let others = Set(1...64).subtracting(
        [SIGTERM, SIGINT, SIGQUIT, SIGKILL, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU].map(Int.init)
            + [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV, SIGSYS].map(Int.init) + [32, 33])

    @Test func `a signal that does not ask for an end does not end the daemon`() throws {
        let daemon = try Daemon([])
        #expect(SignalTests.others.isSuperset(of: [SIGHUP, SIGPIPE, SIGPWR, SIGXCPU, SIGSTKFLT].map(Int.init)))
        for signal in SignalTests.others.sorted() {
            kill(daemon.pid, Int32(signal))
            try #require(try daemon.get("health").hasPrefix("200"), "\(signal)")
        }
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGQUIT])
    func `a signal that asks for an end ends the daemon without an error`(signal: Int32) throws {
        let daemon = try Daemon([])
        kill(daemon.pid, signal)
        #expect(daemon.failure == nil)
    }

    @Test func `a hangup signal makes the daemon open its log file again`() throws {
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

    @Test func `a log that others may read is closed to them, and the log says so`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kamdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let log = folder.appendingPathComponent("desk.log")
        func permissions() throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: log.path)[.posixPermissions] as? Int
        }
        try Data("before\n".utf8).write(to: log)
        chmod(log.path, 0o644)
        let daemon = try Daemon(["--log", log.path], folder: folder)
        #expect(try permissions() == 0o600)
        let said = try String(contentsOf: log, encoding: .utf8)
        #expect(said.hasPrefix("before\n") && said.contains("its owner alone"))
        // So it is where the log was put there anew.
        chmod(log.path, 0o664)
        kill(daemon.pid, SIGHUP)
        #expect(try Daemon.until { (try? permissions()) == 0o600 })
    }

    @Test func `a log that cannot be opened is reported in one line`() throws {
        let failure = try #require(try Daemon(["--log", "/nowhere/desk.log"]).failure)
        #expect(failure.hasPrefix("kamdesk: ") && failure.contains("/nowhere/desk.log"), "\(failure)")
    }
}
