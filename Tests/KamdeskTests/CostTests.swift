import Foundation
import Testing

/// What reading hostile text costs, in instructions of the processor: callgrind counts them, the same on every run and on every machine.
@Suite struct CostTests {
    @Test func `a text of twice the length costs twice as much at most, whatever it is made of`() throws {
        let readings = try CostTests.readings()
        #expect(Set(readings.map(\.kind)).count > 60)
        for of in Dictionary(grouping: readings, by: \.kind).values {
            let costs = of.sorted { $0.length < $1.length }.map(\.cost)
            // From a quarter to half, and from half to the whole: what does not depend on the length falls out. Where nothing depends on
            // it, there is a remainder of chance.
            let (first, second) = (costs[1] - costs[0], costs[2] - costs[1])
            #expect(second <= max(first, 0) * 5 / 2 + 400_000 + costs[0] / 20, "\(of[0].kind): \(costs)")
        }
    }

    private struct Reading {
        var kind: String
        var length: Int
        var cost: Int
    }

    /// Of the longest text, so that it takes seconds; TORTURE_TEXTS=1 reads the whole.
    private static let parts = ProcessInfo.processInfo.environment["TORTURE_TEXTS"] ?? "4"

    /// Runs the reader under callgrind, which writes a file at every mark: of each reading the second.
    private static func readings() throws -> [Reading] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("costs-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let counted = folder.appendingPathComponent("counted").path
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/valgrind")
        process.arguments = [
            "--tool=callgrind", "--callgrind-out-file=\(counted)", "--dump-before=*markReading*", "--quiet",
            program.path, folder.path, "\(parts)",
        ]
        process.standardOutput = output
        try process.run()
        let lines = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self).split(
            separator: "\n")
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
        return try lines.enumerated().map { place, line in
            let words = line.split(separator: "\t")
            let file = try String(contentsOfFile: "\(counted).\(2 * place + 2)", encoding: .utf8)
            let total = try #require(file.firstMatch(of: /(?m)^totals: (\d+)/))
            return Reading(
                kind: String(words[0]), length: try #require(Int(words[1])), cost: try #require(Int(total.1)))
        }
    }

    private static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("text-bench")
}
