import ArgumentParser
import Foundation
import Web

struct Print: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print a page of the desk as one file that needs nothing beside it.", subcommands: [PrintClient.self])
}

struct PrintClient: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Print a client's dossier on standard output: HTML, or PDF where a Chromium is installed.",
        discussion: "Sections: \(DossierFile.sections.joined(separator: ", ")); without a choice all but history.")

    @Argument(help: "The client's number, as in its address.") var client: Int64
    @OptionGroup var file: DeskOption
    @Option(help: "Sections to print: a,b,...") var sections: String?
    @Option(help: "The day from which on orders, interactions, what was done and history are printed.") var since:
        String?
    @Option(name: .customLong("lang"), help: "en or ru; the owner's language by itself.") var language: String?
    @Option(help: "The paper: a4 or letter.") var paper = environment("PAPER", "a4")
    @Flag(help: "PDF instead of HTML; it needs an installed Chromium or Chrome.") var pdf = false

    func validate() throws {
        guard ["a4", "letter"].contains(paper) else { throw ValidationError("--paper \(paper): a4 or letter") }
    }

    func run() throws {
        let path = try file.path()
        do {
            let page = try DossierFile(sections: sections, since: since, language: language).bytes(
                of: client, at: path, paper: paper, by: "kamdesk print, \(NSUserName())")
            try FileHandle.standardOutput.write(contentsOf: pdf ? try Chromium.pdf(of: Data(page)) : Data(page))
        } catch {
            throw fail("\(error)")
        }
    }
}

/// The browser that turns a page into a PDF, because it does page boxes and repeated table heads.
enum Chromium {
    struct Missing: Error, CustomStringConvertible {
        let description =
            "no Chromium is installed: install one (apt install chromium), or print the HTML from any browser"
    }

    struct Failed: Error, CustomStringConvertible { let description: String }

    private static let names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"]

    static func pdf(of page: Data) throws -> Data {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
        guard
            let browser = names.lazy.flatMap({ name in folders.map { "\($0)/\(name)" } })
                .first(where: { FileManager.default.isExecutableFile(atPath: $0) })
        else { throw Missing() }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("kamdesk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let (source, target) = (folder.appendingPathComponent("page.html"), folder.appendingPathComponent("page.pdf"))
        try page.write(to: source)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: browser)
        process.arguments =
            (getuid() == 0 ? ["--no-sandbox"] : []) + [
                "--headless", "--disable-gpu", "--no-pdf-header-footer", "--user-data-dir=\(folder.path)/profile",
                "--print-to-pdf=\(target.path)", source.absoluteString,
            ]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        DispatchQueue.global().asyncAfter(deadline: .now() + 120) { if process.isRunning { process.terminate() } }
        process.waitUntilExit()
        guard process.terminationStatus == 0, let pdf = try? Data(contentsOf: target), !pdf.isEmpty else {
            throw Failed(description: "\(browser) made no PDF (it ended with \(process.terminationStatus))")
        }
        return pdf
    }
}
