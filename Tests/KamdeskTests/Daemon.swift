import Foundation
import Glibc

/// The built program serving a desk of its own, run as its user runs it; it ends when the test lets go of it.
final class Daemon {
    let folder: URL
    private let process = Process()
    private let errors = Pipe()
    /// What it said up to its address, or all where it ended without one.
    private(set) var lines: [String] = []

    /// Waits for as many lines on its standard output.
    init(
        _ arguments: [String], environment: [String: String] = [:], lines count: Int = 1, folder: URL? = nil
    ) throws {
        self.folder =
            folder ?? FileManager.default.temporaryDirectory.appendingPathComponent("kamdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        process.executableURL = Daemon.program
        process.arguments = ["serve", "--desk", place("desk.sqlite"), "--port", "0", "--keep-backups", "0"] + arguments
        process.environment = ProcessInfo.processInfo.environment.merging(Daemon.day) { $1 }.merging(environment) { $1 }
        let output = Pipe()
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        // Threads of tests have signals blocked, which a program would inherit.
        var (none, blocked) = (sigset_t(), sigset_t())
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, &blocked)
        defer { pthread_sigmask(SIG_SETMASK, &blocked, nil) }
        try process.run()
        var said = Data()
        while said.count(where: { $0 == 0x0a }) < count {
            let piece = output.fileHandleForReading.availableData
            guard !piece.isEmpty else { break }
            said += piece
        }
        lines = String(decoding: said, as: UTF8.self).split(separator: "\n").map(String.init)
    }

    private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("kamdesk")

    /// Every run lives on one day, and it began at noon.
    static let day = ["KAMDESK_TEST_DAY": "2026-03-02", "KAMDESK_TEST_NOON": "\(Int64(Date().timeIntervalSince1970))"]

    /// Runs a command on the desk, which must not be served meanwhile.
    func run(_ arguments: String..., typing text: String = "") throws {
        let (command, input) = (Process(), Pipe())
        command.executableURL = Daemon.program
        command.arguments = arguments + ["--desk", place("desk.sqlite")]
        command.environment = ProcessInfo.processInfo.environment.merging(Daemon.day) { $1 }
        command.standardInput = input
        command.standardOutput = Pipe()
        try command.run()
        input.fileHandleForWriting.write(Data(text.utf8))
        try input.fileHandleForWriting.close()
        command.waitUntilExit()
        guard command.terminationStatus == 0 else { throw CocoaError(.executableLoad) }
    }

    deinit {
        end()
        try? FileManager.default.removeItem(at: folder)
    }

    func end() {
        process.terminate()
        process.waitUntilExit()
    }

    var pid: Int32 { process.processIdentifier }

    /// Waits for a condition, ten seconds at most; whether it came true.
    static func until(_ condition: () -> Bool) -> Bool {
        let deadline = ContinuousClock.now + .seconds(10)
        while !condition() {
            guard ContinuousClock.now < deadline else { return false }
            usleep(1000)
        }
        return true
    }

    func place(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// The line on standard error with which it ended; nil where it ended well.
    var failure: String? {
        process.waitUntilExit()
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        return process.terminationStatus == 0 ? nil : said.split(separator: "\n").last.map(String.init)
    }

    /// "https://127.0.0.1:4711/".
    var address: String { lines.first?.split(separator: " ").last.map(String.init) ?? "" }

    /// What curl gets at a path of our address or of another, as "200 body".
    func get(_ path: String, at address: String? = nil, _ arguments: String...) throws -> String {
        let (curl, output) = (Process(), Pipe())
        curl.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        curl.arguments =
            ["-s", "-m", "5", "-w", "%{stderr}%{http_code}"] + arguments + [(address ?? self.address) + path]
        let status = Pipe()
        curl.standardOutput = output
        curl.standardError = status
        try curl.run()
        let body = output.fileHandleForReading.readDataToEndOfFile()
        let code = status.fileHandleForReading.readDataToEndOfFile()
        curl.waitUntilExit()
        return String(decoding: code, as: UTF8.self) + " " + String(decoding: body, as: UTF8.self)
    }
}
