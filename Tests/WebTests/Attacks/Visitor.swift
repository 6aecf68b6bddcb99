import Domain
import HTTP
import Logging
import Secrets
import Store

@testable import Web

/// A browser somewhere on the network, which asks the desk without a server between.
final class Visitor {
    let app: App
    var address: String
    /// By what its guesses are counted; nil where it is the address.
    var network: String?
    var cookie = Token.make()

    init(_ app: App, from address: String = "127.0.0.1") {
        self.app = app
        self.address = address
    }

    func send(_ request: Request) -> Response {
        let response = app.answerAtOnce(own(request))
        for set in response.headers.all("Set-Cookie") where set.hasPrefix("kamdesk=") {
            cookie = String(set.dropFirst("kamdesk=".count).prefix { $0 != ";" })
        }
        return response
    }

    private func own(_ request: Request) -> Request {
        var request = request
        request.remoteAddress = address
        request.remoteNetwork = network ?? address
        request.headers.add("Cookie", "kamdesk=\(cookie)")
        return request
    }

    /// How a form is answered, before it is done.
    func answer(_ path: String, _ fields: [String: String]) -> Answer { app.answer(own(form(path, fields, []))) }

    func get(_ path: String, _ query: [String: String] = [:]) -> Response {
        send(Request(.get, path, query: Form(query.map { (name: $0.key, value: $0.value) })))
    }

    func post(_ path: String, _ fields: [String: String] = [:], headers: [(name: String, value: String)] = [])
        -> Response
    {
        send(form(path, fields, headers))
    }

    private func form(_ path: String, _ fields: [String: String], _ headers: [(name: String, value: String)]) -> Request
    {
        var form = Form(fields.map { (name: $0.key, value: $0.value) })
        form.add("token", Session.digest(cookie, key: app.key))
        let ours = [(name: "Host", value: "desk.test"), (name: "Origin", value: "http://desk.test")]
        return Request(.post, path, headers: Headers(ours + headers), form: form)
    }

    func logIn(_ name: String, _ password: String = TeamApp.password, _ more: [String: String] = [:]) -> Response {
        post("/login", ["name": name, "password": password].merging(more) { $1 })
    }

    /// Types a code into the page that follows a password that was right.
    func type(code: String, after answer: Response) -> Response {
        post("/login", ["half": answer.hidden("half") ?? "", "code": code])
    }

    /// Is the desk open to this browser?
    var isIn: Bool { self.get("/").status == .ok }
}

extension Response {
    /// The value of a hidden field of a form.
    func hidden(_ name: String) -> String? {
        let parts = text.split(separator: "name=\"\(name)\" value=\"", maxSplits: 1)
        return parts.count == 2 ? String(parts[1].prefix { $0 != "\"" }) : nil
    }
}

/// A team whose members have a password that somebody knows, and a clock that moves.
final class Door {
    let copy: CopiedDesk
    let app: App
    let log = LogLines()
    let time = MovedTime(TeamDesk.noon)

    init() throws {
        copy = try TeamDesk.plain.copy()
        app = try App(
            desk: copy.desk, base: "", clock: Clock { [time] in time.now },
            logger: Logger(label: "test", factory: { [log] _ in log }))
        try write { write in
            for name in TeamDesk.plain.users.keys where name != "left" {
                try write.setPassword(TeamApp.hash, of: copy.user(name))
            }
        }
    }

    @discardableResult
    func write<T>(_ body: (WriteTransaction) throws -> T) throws -> T {
        try copy.desk.write(at: time.now, on: TeamDesk.today, body)
    }

    func visitor(from address: String = "10.0.0.1") -> Visitor { Visitor(app, from: address) }

    /// Somebody who has logged in.
    func guest(_ name: String, from address: String = "10.0.0.1") -> Visitor {
        let visitor = visitor(from: address)
        _ = visitor.logIn(name)
        return visitor
    }
}
