import Domain
import HTTP
import Routes
import Store
import Templates

/// Pages, and the same as data and as tables.
extension App {
    /// As what a page is asked for.
    enum Shape: String {
        case page = "text/html; charset=utf-8"
        case twin = "application/json"
        case table = "text/csv; charset=utf-8"
        case picture = "image/svg+xml"

        /// What the log calls a reading in this shape.
        func act(of route: Route) -> ReadingAct {
            if case .clients(.print) = route { return .printed }
            return self == .table || self == .picture ? .exported : .read
        }
    }

    func show(_ route: Route, _ access: Access, as shape: Shape, _ request: Request, _ session: Session)
        -> Response
    {
        let generation = "\(desk.generation).\(waiting.generation).\(backups?.generation ?? 0)"
        return guarded(request, session) {
            var after: AfterReading?
            let response = try ask(request, session, as: shape.act(of: route)) { read in
                let frame = read.frame
                guard access.admits(frame.viewer) else { throw Refusal.notAllowed }
                let today = clock.today(in: frame.desk.timeZone)
                let told = try others(at: route, read).map {
                    $0.isEmpty ? "" : Language(frame.viewer.tongue, Assets.catalogue).alsoOpen($0)
                }
                // Sixteen digits, whatever the hash.
                let place = String(
                    UInt(bitPattern: "\(route.address.text) \(told ?? "")".hashValue) | 1 << 63, radix: 16)
                let viewer = shape == .page ? String(session.token.prefix(16)) : "\(shape)\(frame.viewer.id.number)"
                let tag = "\"\(start)-\(generation)-\(today.number)-\(place)-\(viewer)\""
                let saved = shape == .page ? SavedCookie.act(in: request.headers) : nil
                if let known = request.headers["If-None-Match"], known.contains(tag), !session.isNew, saved == nil {
                    return Response(.notModified, headers: headers(session, type: shape.rawValue, tag: tag))
                }
                var chrome = chrome(frame, route, session)
                chrome.saved = saved
                chrome.alsoOpen = told
                var visit = Visit(read: read, chrome: chrome, session: session, sent: nil)
                if shape == .table { visit.rows = 1000 }
                after = visit.after
                defer { if route.mayBeLong { read.forgetPages() } }
                let page = try page(route, visit)
                // It is read part by part: what it tells of is known once it is whole.
                let file = shape == .table ? try page.table.map { try body(of: $0, chrome, read, for: request) } : nil
                chrome.secrets = try read.told()
                var headers = headers(
                    session, type: shape.rawValue, tag: saved == nil ? tag : nil, tells: chrome.secrets)
                if shape == .page, let told, !told.isEmpty { headers.add("Also-Open", PercentEncoding.encode(told)) }
                if saved != nil { headers.add("Set-Cookie", SavedCookie.header(nil, path: cookiePath)) }
                switch shape {
                case .page: return Response(.ok, headers: headers, body: .bytes(page.html(chrome).bytes))
                case .twin: return Response(.ok, headers: headers, body: .bytes(try JSONTwin.encode(page.model)))
                case .picture:
                    guard let picture = page.picture else { throw Refusal.notFound }
                    headers.add("Content-Disposition", attachment(named: route.fileName(chrome.secrets) + ".svg"))
                    return Response(.ok, headers: headers, body: .bytes(picture(chrome).bytes))
                case .table:
                    guard let file else { throw Refusal.notFound }
                    headers.add("Content-Disposition", attachment(named: route.fileName(chrome.secrets) + ".csv"))
                    return Response(.ok, headers: headers, body: file)
                }
            }
            if let write = after?.write {
                do {
                    try desk.requireReserve()
                    try self.write(as: callers.caller(session), write)
                } catch {
                    logger.warning("what a page computed is not kept: \(error)")
                }
            }
            return response
        }
    }

    /// The names of the others who have the record of a page open; nil of a page that shows none, and for the one owner who works
    /// without login.
    private func others(at route: Route, _ read: ReadTransaction) throws -> [String]? {
        guard let (subject, id) = route.record, !read.frame.viewer.needsNoLogin, try read.sees(subject, id) else {
            return nil
        }
        return presence.others(at: subject, id, besides: read.frame.viewer)
    }
}

extension Route {
    /// What a file of the page is called, without its ending. `secrets`: the confidential clients of which it tells.
    fileprivate func fileName(_ secrets: [Named<Client>]) -> String {
        address.path.dropFirst().replacing("/", with: "-") + (secrets.isEmpty ? "" : "-trade-secret")
    }
}
