import Domain
import HTTP
import Routes
import Store
import Templates
import Workbooks

/// Answers requests for pages, and for the same pages as JSON, CSV, XLSX, SVG or iCalendar.
extension App {
    /// The format in which a page is requested.
    enum Shape: String {
        case page = "text/html; charset=utf-8"
        case twin = "application/json"
        case table = "text/csv; charset=utf-8"
        case workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        case picture = "image/svg+xml"
        case calendar = "text/calendar; charset=utf-8"

        /// How the log names a reading in this shape.
        func act(of route: Route) -> ReadingAct {
            if route.page.isPrint { return .printed }
            return self == .page || self == .twin ? .read : .exported
        }
    }

    /// Shows a page in a shape if the viewer has the access. Answers "not modified" if the browser still has the same answer.
    func show(_ route: Route, _ access: Access, as shape: Shape, _ request: Request, _ session: Session)
        -> Response
    {
        let generation = "\(desk.generation).\(waiting.generation).\(backups?.generation ?? 0)"
        return guarded(request, session) {
            var after: AfterReading?
            let response = try ask(request, session, as: shape.act(of: route)) { read in
                guard access.admits(read.frame.viewer) else { throw Refusal.notAllowed }
                let showing = try showing(route, shape, generation, read, request, session)
                if let known = known(showing, request, session) { return known }
                var visit = Visit(read: read, chrome: showing.chrome, session: session, sent: nil)
                if shape == .table { visit.rows = 1000 }
                after = visit.after
                defer { if route.page.mayBeLong { read.forgetPages() } }
                return try answer(showing, try page(route, visit), read, request, session)
            }
            if let write = after?.write { keep(write, session) }
            return response
        }
    }

    /// What is known about an answer before its page is made.
    private struct Showing {
        var shape: Shape
        var route: Route
        var chrome: Chrome
        /// The ETag. The browser sends it back to ask whether its copy is still valid.
        var tag: String
    }

    private func showing(
        _ route: Route, _ shape: Shape, _ generation: String, _ read: ReadTransaction, _ request: Request,
        _ session: Session
    ) throws -> Showing {
        let frame = read.frame
        let told = try others(at: route, read).map {
            $0.isEmpty ? "" : Language(frame.viewer.tongue, Assets.catalogue).alsoOpen($0)
        }
        // The highest bit is set, so that the text always has sixteen digits.
        let place = String(UInt(bitPattern: "\(route.address.text) \(told ?? "")".hashValue) | 1 << 63, radix: 16)
        let viewer = shape == .page ? String(session.token.prefix(16)) : "\(shape)\(frame.viewer.id.number)"
        let today = clock.today(in: frame.desk.timeZone)
        var chrome = chrome(frame, route, session)
        chrome.saved = shape == .page ? try SavedCookie.act(in: request.headers).map(read.told) : nil
        chrome.alsoOpen = told
        return Showing(
            shape: shape, route: route, chrome: chrome,
            tag: "\"\(start)-\(generation)-\(today.number)-\(place)-\(viewer)\"")
    }

    /// Returns "not modified" if the browser has the same answer; nil if it does not.
    private func known(_ showing: Showing, _ request: Request, _ session: Session) -> Response? {
        guard let known = request.headers["If-None-Match"], known.contains(showing.tag), !session.isNew,
            showing.chrome.saved == nil
        else { return nil }
        return Response(
            .notModified, headers: headers(session, type: showing.shape.rawValue, tag: showing.tag))
    }

    /// Writes the page in its shape. The confidential clients that it shows are known only after all of it is read.
    private func answer(
        _ showing: Showing, _ page: Page, _ read: ReadTransaction, _ request: Request, _ session: Session
    ) throws -> Response {
        var chrome = showing.chrome
        let shape = showing.shape
        let file = shape == .table ? try page.table.map { try body(of: $0, chrome, read, for: request) } : nil
        if shape == .page, let client = showing.route.page.dossier {
            chrome.dossier = try read.dossierHead(of: client, on: chrome.today)
        }
        chrome.secrets = try read.told()
        var headers = headers(
            session, type: shape.rawValue, tag: chrome.saved == nil ? showing.tag : nil, tells: chrome.secrets)
        if shape == .page, let told = chrome.alsoOpen, !told.isEmpty {
            headers.add("Also-Open", PercentEncoding.encode(told))
        }
        if chrome.saved != nil { headers.add("Set-Cookie", SavedCookie.header(nil, path: cookiePath)) }
        switch shape {
        case .page: return Response(.ok, headers: headers, body: .bytes(page.html(chrome).bytes))
        case .twin: return Response(.ok, headers: headers, body: .bytes(try JSONTwin.encode(page.model)))
        case .picture:
            guard let picture = page.picture else { throw Refusal.notFound }
            headers.add("Content-Disposition", attachment(named: showing.route.fileName(chrome.secrets) + ".svg"))
            return Response(.ok, headers: headers, body: .bytes(picture(chrome).bytes))
        case .workbook:
            guard let sheets = page.sheets else { throw Refusal.notFound }
            headers.add("Content-Disposition", attachment(named: showing.route.fileName(chrome.secrets) + ".xlsx"))
            return Response(.ok, headers: headers, body: .bytes(try Workbook.bytes(sheets(chrome), on: chrome.now.day)))
        case .calendar:
            guard let calendar = page.calendar else { throw Refusal.notFound }
            headers.add("Content-Disposition", attachment(named: showing.route.fileName(chrome.secrets) + ".ics"))
            return Response(.ok, headers: headers, body: .bytes(Array(calendar(chrome).text.utf8)))
        case .table:
            guard let file else { throw Refusal.notFound }
            headers.add("Content-Disposition", attachment(named: showing.route.fileName(chrome.secrets) + ".csv"))
            return Response(.ok, headers: headers, body: file)
        }
    }

    /// Stores a result that a page computed. If this fails, the result is computed again next time.
    private func keep(_ write: (WriteTransaction) throws -> Void, _ session: Session) {
        do {
            try desk.requireReserve()
            try self.write(as: callers.caller(session), write)
        } catch {
            logger.warning("what a page computed is not kept: \(error)")
        }
    }

    /// The names of the other users who have the page's record open. Nil if the page shows no record that the viewer may see, or if the
    /// owner works without a login.
    private func others(at route: Route, _ read: ReadTransaction) throws -> [String]? {
        guard !read.frame.viewer.needsNoLogin, let record = route.page.record,
            try read.sees(record.subject, record.number)
        else { return nil }
        return presence.others(at: record, besides: read.frame.viewer)
    }
}

extension Route {
    /// The file name of the page, without its ending. `secrets`: the confidential clients that the file shows.
    fileprivate func fileName(_ secrets: [Named<Client>]) -> String {
        address.path.dropFirst().replacing("/", with: "-") + (secrets.isEmpty ? "" : "-trade-secret")
    }
}
