import Domain
import Foundation
import HTTP
import HTTPServer
import Logging
import Store
import Synchronization

@testable import Web

/// A desk behind a real server on a free port, as browsers see it, on a day that stands still unless it is moved.
final class ServedDesk {
    let desk: Desk
    let app: App
    let log = LogLines()
    private let server: Server
    private let time: MovedTime

    init(_ desk: Desk, at moment: Moment = TeamDesk.noon) throws {
        self.desk = desk
        let time = MovedTime(moment)
        self.time = time
        var logger = Logger(label: "test", factory: { [log] _ in log })
        logger.logLevel = .trace
        app = try App(desk: desk, base: "", clock: Clock { time.now }, logger: logger)
        server = Server(
            ServerConfiguration(
                port: 0, room: app.room, takesUpload: app.takesUpload, sender: app.sender(of:),
                commonHeaders: App.commonHeaders, refusal: App.refusal),
            logger: logger, handler: app.answer)
        try server.start()
    }

    deinit { server.stop() }

    var port: Int { server.port }

    func move(by span: Duration) { time.move(span.components.seconds * 1000) }

    /// A browser that is logged in as one of us, nil for a stranger.
    func browser(of user: User.ID?, address: String = "127.0.0.1") throws -> ServedBrowser {
        guard let user else { return ServedBrowser(self, cookie: nil) }
        let session = Session(isSecure: false, key: app.key)
        try desk.write(as: .program(for: user), at: time.now, on: TeamDesk.today) {
            try $0.beginSession(session.digest, address: address, browser: "test")
        }
        return ServedBrowser(self, cookie: session.id)
    }
}

/// A browser on this machine: one connection, one cookie.
final class ServedBrowser {
    private let wire: Wire
    let host: String
    var cookie: String?
    /// The token of this browser's forms; derived from the cookie, it is read off a page once.
    private var knownToken: (cookie: String?, token: String)?

    init(_ served: ServedDesk, cookie: String?) {
        wire = Wire(port: served.port)
        host = "127.0.0.1:\(served.port)"
        self.cookie = cookie
    }

    /// Sends a request with this browser's cookie, and keeps the one that comes back.
    func send(_ method: String, _ target: String, _ headers: [(String, String)] = [], body: [UInt8] = []) throws
        -> WireAnswer
    {
        var lines = ["\(method) \(target) HTTP/1.1"]
        if !headers.contains(where: { $0.0 == "Host" }) { lines.append("Host: \(host)") }
        if let cookie { lines.append("Cookie: kamdesk=\(cookie)") }
        lines += headers.map { "\($0.0): \($0.1)" }
        if method == "POST" { lines.append("Content-Length: \(body.count)") }
        let head = Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
        let answer = try wire.send(head + body, toHead: method == "HEAD")
        for set in answer.headers.all("Set-Cookie") where set.hasPrefix("kamdesk=") {
            cookie = String(set.dropFirst("kamdesk=".count).prefix { $0 != ";" })
        }
        return answer
    }

    func get(_ target: String, _ headers: [(String, String)] = []) throws -> WireAnswer {
        try send("GET", target, headers)
    }

    /// Sends a form as the desk's own page would.
    func post(_ path: String, _ fields: [(String, String)] = []) throws -> WireAnswer {
        try post(path, fields, [("Origin", "http://\(host)")], token: token())
    }

    func post(_ path: String, _ fields: [(String, String)], _ headers: [(String, String)], token: String?) throws
        -> WireAnswer
    {
        let form = Form(fields.map { (name: $0.0, value: $0.1) } + (token.map { [(name: "token", value: $0)] } ?? []))
        return try send(
            "POST", path, headers + [("Content-Type", "application/x-www-form-urlencoded")],
            body: Array(form.urlEncoded.utf8))
    }

    func token() throws -> String {
        if let known = knownToken, known.cookie == cookie { return known.token }
        for page in ["/help", "/login"] {
            let text = try get(page).text
            let parts = text.split(separator: "name=\"token\" value=\"", maxSplits: 1)
            guard parts.count == 2 else { continue }
            let token = String(parts[1].prefix { $0 != "\"" })
            knownToken = (cookie, token)
            return token
        }
        throw Wire.Broken(what: "no page has a token")
    }
}

/// A clock that a test moves on.
final class MovedTime: Sendable {
    private let moment: Mutex<Moment>

    init(_ moment: Moment) { self.moment = Mutex(moment) }

    var now: Moment { moment.withLock { $0 } }

    func move(_ milliseconds: Int64) {
        moment.withLock { $0 = Moment(milliseconds: $0.milliseconds + milliseconds) }
    }
}

/// What a program would have written to its log, with everything beside the words.
final class LogLines: LogHandler, Sendable {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.level) \(event.message) \(event.metadata ?? [:])") }
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
}
