import Foundation
import Store
import Testing

/// The built program, run as its user runs it, on a desk in a folder of its own.
final class Program {
    struct Run {
        var status: Int32
        var output: String
        var errors: String
    }

    let folder: URL
    var desk: String { folder.appendingPathComponent("desk.sqlite").path }

    /// The folder of the real data, from the environment's DATA.
    static var data: URL {
        get throws {
            URL(
                fileURLWithPath: try #require(
                    ProcessInfo.processInfo.environment["DATA"], "DATA names the folder of the real data"))
        }
    }

    static func data(_ path: String) throws -> String { try data.appendingPathComponent(path).path }

    /// Makes a desk by opening a new file once, as `serve` does. An empty one is in Russian and has no demonstration data.
    init(isEmpty: Bool = false) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("real-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        guard !isEmpty else {
            try Desk.openOrMake(path: desk, owner: "Owner", language: "ru").close()
            return
        }
        #expect(try run(["demo", "--desk", desk, "--clients", "1", "--years", "1"]).status == 0)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// Runs the program to its end; one that does not end within a minute is killed and fails.
    @discardableResult
    func run(_ arguments: [String]) throws -> Run {
        try Program.run(Program.binary, arguments)
    }

    /// Every run lives on one day, and it began at noon.
    private static let day = [
        "KAMDESK_TEST_DAY": "2026-03-02", "KAMDESK_TEST_NOON": "\(Int64(Date().timeIntervalSince1970))",
    ]

    static func run(_ path: URL, _ arguments: [String]) throws -> Run {
        let process = Process()
        process.executableURL = path
        process.arguments = arguments
        process.environment = ProcessInfo.processInfo.environment.merging(day) { $1 }
        let (output, errors) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = errors
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return Run(
            status: process.terminationReason == .exit ? process.terminationStatus : -1, output: text, errors: said)
    }

    func importing(_ kind: String, _ file: String, _ options: [String]) throws -> Run {
        try run(["import", kind, file, "--desk", desk] + options)
    }

    /// Compares the desk with a CSV file by Python's own csv and sqlite3; the lines that differ.
    func differences(_ table: String, _ file: String, _ columns: String, null: String = "") throws -> String {
        let script = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("compare.py")
            .path
        let run = try Program.run(
            URL(fileURLWithPath: "/usr/bin/env"), ["python3", script, desk, table, file, columns, null])
        return run.status == 0 ? run.output : "compare.py failed: \(run.errors)"
    }

    /// The program stands beside the tests.
    private static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent()
        .appendingPathComponent("kamdesk")
}
