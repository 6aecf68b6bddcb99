import Demo
import Domain
import Foundation
import HTTP
import Logging
import Store

@testable import Web

/// The desk of the demo world, asked for pages as a browser would, on a day that stands still.
final class WorldApp {
    static let today = Day("2026-03-02")!

    let noon = Moment(milliseconds: Int64(WorldApp.today.number) * 86_400_000 + 12 * 3_600_000)
    let folder: URL
    let desk: Desk
    private(set) var app: App
    private let browser: Browser

    init(clients: Int = 10, isEmpty: Bool = false, nobody: Bool = false, base: String = "", language: String = "en")
        throws
    {
        let isEmpty = isEmpty || nobody
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        desk = try Desk.openOrMake(
            path: folder.appendingPathComponent("desk.sqlite").path,
            owner: nobody ? nil : World.owner(language: language),
            language: language, at: noon)
        if !isEmpty {
            try World(clients: clients, years: 1, seed: 1, language: language, today: WorldApp.today).write(into: desk)
            { _, _ in }
        }
        app = try App(desk: desk, base: base, clock: Clock { [noon] in noon }, logger: Logger(label: "test"))
        browser = Browser(app)
        guard !isEmpty else { return }
        try judge()
        try importProduct("Imported", file: "price-list.csv")
    }

    /// What is judged and known of the first person, one of each.
    private func judge() throws {
        try desk.write(at: noon, on: WorldApp.today) { write in
            let person = Person.ID(1)
            try write.addTie(TieDraft(kind: .mentorOf, source: "A congress"), from: person, to: Person.ID(2))
            let client = try write.read.personSheet(person, on: write.today).posts[0].client.id
            try write.assess(person, at: client, AssessmentDraft(day: write.today, power: 4, stance: 1))
            try write.climb(person, LadderDraft(day: write.today, step: .contact, theirs: "Took the card"))
            try write.addFact(
                FactDraft(kind: .speciality, text: "Oncology", source: "The hospital's site", day: write.today),
                of: person)
        }
    }

    /// Imports one product from a file that came under a name; a desk's first import has the number 1.
    func importProduct(_ name: String, file: String) throws {
        let path = folder.appendingPathComponent("import.csv").path
        try Data("key,name\nnew,\"\(name.replacing("\"", with: "\"\""))\"\n".utf8).write(to: URL(fileURLWithPath: path))
        _ = try desk.importFile(.products, path: path, name: file, ImportOptions(map: ""), at: noon) {
            _, _ in
        }
    }

    /// The program ends and is started again on the same desk.
    func restart(backups: BackupKeeper? = nil) throws {
        app = try App(
            desk: desk, base: "", clock: Clock { [noon] in noon }, logger: Logger(label: "test"), backups: backups)
        browser.app = app
    }

    deinit {
        try? desk.close()
        try? FileManager.default.removeItem(at: folder)
    }

    func send(_ request: Request) -> Response { browser.send(request) }

    func get(_ address: String, headers: Headers = Headers()) -> Response { browser.get(address, headers: headers) }

    func post(_ path: String, _ fields: [String: String]) -> Response { browser.post(path, fields) }

    func post(_ path: String, _ fields: [String: String], headers: Headers, token: String?) -> Response {
        browser.post(path, fields, headers: headers, token: token)
    }

    var token: String { browser.token }
}

extension SpooledFile {
    var bytes: Data {
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        try! file.seek(toOffset: 0)
        return try! file.readToEnd() ?? Data()
    }
}

extension Response {
    var text: String { String(decoding: bytes, as: UTF8.self) }

    var bytes: Data {
        switch body {
        case .none: Data()
        case .bytes(let bytes): Data(bytes)
        case .embedded(let bytes): Data(bytes)
        case .file(let path, _): FileManager.default.contents(atPath: path) ?? Data()
        case .spooled(let file): file.bytes
        }
    }

    func json() throws -> [String: Any] { try JSONSerialization.jsonObject(with: Data(text.utf8)) as! [String: Any] }
}
