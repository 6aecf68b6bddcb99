import HTTP

@testable import Web

extension App {
    /// The answer, which a server would wait for.
    func answerAtOnce(_ request: Request) -> Response {
        switch answer(request) {
        case .now(let answer): answer
        case .parked(_, let work, _): work()
        }
    }
}

/// One browser on an app, which does at once what would be parked.
final class Browser {
    var app: App
    private(set) var cookies: [String: String] = [:]
    /// The page that it shows.
    private var page = Response(.ok)

    init(_ app: App) { self.app = app }

    func get(_ address: String, headers: Headers = Headers()) -> Response {
        let parts = address.split(separator: "?", maxSplits: 1)
        let query = parts.count == 2 ? Form(urlEncoded: parts[1].utf8)! : Form()
        page = send(Request(.get, PercentEncoding.decodePath(parts[0].utf8)!, query: query, headers: headers))
        return page
    }

    /// Sends a form as the desk's own page would.
    func post(_ path: String, _ fields: [String: String]) -> Response {
        let headers = Headers([("Host", "127.0.0.1:8090"), ("Origin", "http://127.0.0.1:8090")])
        page = post(path, fields, headers: headers, token: token)
        return page
    }

    func post(_ path: String, _ fields: [String: String], headers: Headers, token: String?) -> Response {
        var form = Form(fields.map { (name: $0.key, value: $0.value) })
        if let token { form.add("token", token) }
        return send(Request(.post, path, headers: headers, form: form))
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

    /// The token of this browser's forms, read off the page that it shows or another.
    var token: String {
        if let token = hidden["token"] { return token }
        _ = get("/login")
        if page.status == .seeOther { _ = get("/help") }
        return hidden["token"] ?? ""
    }

    func send(_ request: Request) -> Response {
        var request = request
        if !cookies.isEmpty {
            request.headers.add("Cookie", cookies.map { "\($0.key)=\($0.value)" }.joined(separator: "; "))
        }
        let response = app.answerAtOnce(request)
        for set in response.headers.all("Set-Cookie") {
            let pair = set.prefix { $0 != ";" }.split(separator: "=", omittingEmptySubsequences: false)
            cookies[String(pair[0])] = set.contains("Max-Age=0") ? nil : String(pair[1])
        }
        return response
    }
}
