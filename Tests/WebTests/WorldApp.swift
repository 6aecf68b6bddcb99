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
    private var cookies: [String: String] = [:]

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
        if !isEmpty { try importProduct("Imported", file: "price-list.csv") }
    }

    /// Imports one product from a file that came under a name; a desk's first import has the number 1.
    func importProduct(_ name: String, file: String) throws {
        let path = folder.appendingPathComponent("import.csv").path
        try Data("key,name\nnew,\"\(name.replacing("\"", with: "\"\""))\"\n".utf8).write(to: URL(fileURLWithPath: path))
        _ = try desk.importFile(.products, path: path, name: file, ImportOptions(map: "", null: nil), at: noon) {
            _, _ in
        }
    }

    /// The program ends and is started again on the same desk.
    func restart(backups: BackupKeeper? = nil) throws {
        app = try App(
            desk: desk, base: "", clock: Clock { [noon] in noon }, logger: Logger(label: "test"), backups: backups)
    }

    deinit {
        try? desk.close()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Sends a request with this browser's cookie and does at once what would be parked.
    func send(_ request: Request) -> Response {
        var request = request
        if !cookies.isEmpty {
            request.headers.add("Cookie", cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
        }
        let response: Response
        switch app.answer(request) {
        case .now(let answer): response = answer
        case .parked(_, let work): response = work()
        }
        for set in response.headers.all("Set-Cookie") {
            let pair = set.prefix { $0 != ";" }.split(separator: "=", omittingEmptySubsequences: false)
            cookies[String(pair[0])] = set.contains("Max-Age=0") ? nil : String(pair[1])
        }
        return response
    }

    func get(_ address: String, headers: Headers = Headers()) -> Response {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = parts.count == 2 ? Form(urlEncoded: parts[1].utf8)! : Form()
        return send(Request(.get, PercentEncoding.decodePath(parts[0].utf8)!, query: query, headers: headers))
    }

    /// Sends a form as the desk's own page would.
    func post(_ path: String, _ fields: [String: String]) -> Response {
        post(
            path, fields, headers: Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8090")]),
            token: token)
    }

    func post(_ path: String, _ fields: [String: String], headers: Headers, token: String?) -> Response {
        var form = Form(fields.map { (name: $0.key, value: $0.value) })
        if let token { form.add("token", token) }
        return send(Request(.post, path, headers: headers, form: form))
    }

    /// The token of this browser's forms, read off a page.
    var token: String {
        let page = get("/help").text
        return String(page.split(separator: "name=\"token\" value=\"")[1].prefix { $0 != "\"" })
    }
}

extension Response {
    var text: String {
        switch body {
        case .none: ""
        case .bytes(let bytes): String(decoding: bytes, as: UTF8.self)
        case .embedded(let bytes): String(decoding: bytes, as: UTF8.self)
        case .file(let path, _): String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }
    }

    func json() throws -> [String: Any] { try JSONSerialization.jsonObject(with: Data(text.utf8)) as! [String: Any] }
}
