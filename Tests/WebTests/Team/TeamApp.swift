import Domain
import Foundation
import HTTP
import Logging
import Secrets
import Store

@testable import Web

/// A desk in use by a team: several browsers, each with cookies of its own, and a clock that a test moves.
final class TeamApp {
    static let password = "correct horse battery"
    /// Hashed once, for that takes its time.
    private static let hash = try! Passwords.hash(password)

    let folder: URL
    let desk: Desk
    let app: App
    private let time: Time

    private final class Time: @unchecked Sendable {
        var now = Moment(milliseconds: Int64(WorldApp.today.number) * 86_400_000 + 12 * 3_600_000)
    }

    /// `owner` nil leaves the desk without anybody.
    init(owner: String? = "Anna Orlova", isLocal: Bool = true) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("desk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let time = Time()
        self.time = time
        desk = try Desk.openOrMake(
            path: folder.appendingPathComponent("desk.sqlite").path, owner: owner, language: "en", at: time.now)
        app = try App(
            desk: desk, base: "", isLocal: isLocal, clock: Clock { time.now }, logger: Logger(label: "test"))
    }

    deinit {
        try? desk.close()
        try? FileManager.default.removeItem(at: folder)
    }

    func wait(hours: Int64) { time.now = Moment(milliseconds: time.now.milliseconds + hours * 3_600_000) }

    @discardableResult
    func act<T>(_ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.write(at: time.now, on: WorldApp.today, body)
    }

    /// Adds somebody who can log in.
    func add(_ name: String, _ role: Role, department: String? = nil, administers: Bool = false) throws -> User.ID {
        try act { write in
            let id = try write.addColleague(
                UserDraft(name: name, role: role, department: department, administers: administers))
            try write.setPassword(TeamApp.hash, of: id)
            return id
        }
    }

    func setPassword(of user: User.ID) throws { try act { try $0.setPassword(TeamApp.hash, of: user) } }

    func browser() -> Browser { Browser(app) }

    func loggedIn(_ name: String) -> Browser {
        let browser = browser()
        _ = browser.logIn(name)
        return browser
    }
}

/// One browser on an app.
final class Browser {
    private let app: App
    private(set) var cookies: [String: String] = [:]
    /// The page that it shows.
    private var page = Response(.ok)

    init(_ app: App) { self.app = app }

    func get(_ address: String) -> Response {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = parts.count == 2 ? Form(urlEncoded: parts[1].utf8)! : Form()
        page = send(Request(.get, PercentEncoding.decodePath(parts[0].utf8)!, query: query))
        return page
    }

    /// Sends a form of the page that is shown.
    func post(_ path: String, _ fields: [String: String]) -> Response {
        var form = Form(fields.map { (name: $0.key, value: $0.value) })
        form.add("token", token)
        let headers = Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8090")])
        page = send(Request(.post, path, headers: headers, form: form))
        return page
    }

    func logIn(_ name: String, _ password: String = TeamApp.password) -> Response {
        _ = get("/login")
        return post("/login", ["name": name, "password": password])
    }

    /// The fields that the page's form hides.
    var hidden: [String: String] {
        Dictionary(
            page.text.matches(of: /type="hidden" name="([^"]+)" value="([^"]*)"/).map {
                (String($0.1), String($0.2).replacing("&amp;", with: "&"))
            }
        ) { first, _ in first }
    }

    private var token: String {
        if let token = hidden["token"] { return token }
        _ = get("/login")
        if page.status == .seeOther { _ = get("/help") }
        return hidden["token"] ?? ""
    }

    private func send(_ request: Request) -> Response {
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
}
