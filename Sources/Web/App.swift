import Domain
import Foundation
import HTTP
import Logging
import Routes
import Secrets
import Store
import Synchronization
import Templates

/// The desk as a web program: a request comes in, an answer goes out.
package final class App: Sendable {
    let desk: Desk
    let clock: Clock
    let base: String
    let key: [UInt8]
    let callers: Callers
    /// Can others on the network read what is typed?
    private let isReadable: Bool
    let throttle = Throttle()
    /// Opens the page at which the owner of a desk without anybody is made: printed at the start, known to nobody else.
    package let ownerKey = Token.make()
    let logger: Logger
    let waiting: WaitingFiles
    /// Nil where nobody wants copies.
    let backups: BackupKeeper?
    private let formNumbers = Atomic(0)
    /// Different at every start, so that no page outlives the program that made it.
    private let start = Bytes.hex(Bytes.random(8))

    /// `base` is the path under which the desk lives, "" or "/kam". `isLocal` where only its own machine reaches it,
    /// `isReadable` where others on the network can read what is typed.
    package init(
        desk: Desk, base: String, isLocal: Bool = true, isReadable: Bool = false, clock: Clock = Clock(),
        logger: Logger,
        backups: BackupKeeper? = nil
    ) throws {
        self.desk = desk
        self.base = base
        self.clock = clock
        self.logger = logger
        self.backups = backups
        waiting = WaitingFiles(desk: desk, logger: logger)
        self.isReadable = isReadable
        callers = Callers(desk: desk, clock: clock, isLocal: isLocal)
        key = try desk.secret()
    }

    /// Answers a request: pages at once, acts on the writer's thread.
    package func answer(_ request: Request) -> Answer {
        let session = Session(request, key: key)
        switch SiteMap.match(request) {
        case .unknown: return .now(trouble(.notFound, .notFound, request, session))
        case .otherMethod(let allowed):
            var answer = trouble(.methodNotAllowed, .methodNotAllowed, request, session)
            answer.headers.add("Allow", allowed.map(\.rawValue).joined(separator: ", "))
            return .now(answer)
        case .found(let target, let access):
            switch target {
            case .health: return .now(health())
            case .copy: return .now(copy(access, request, session))
            case .asset(let hash, let name):
                return .now(
                    Assets.embedded.answer(hash: hash, name: name)
                        ?? trouble(.notFound, .notFound, request, session))
            case .door(let route): return .now(guarded(request, session) { try self.door(route, request, session) })
            case .enter(let action):
                guard isOurs(request, session) else {
                    return .now(trouble(.staleForm, .forbidden, request, session))
                }
                return .parked(.worker) { self.guarded(request, session) { try self.enter(action, request, session) } }
            case .page(let route): return .now(show(route, access, as: .page, request, session))
            case .twin(let route): return .now(show(route, access, as: .twin, request, session))
            case .export(let route): return .now(show(route, access, as: .table, request, session))
            case .action(let action):
                guard isOurs(request, session) else {
                    return .now(trouble(.staleForm, .forbidden, request, session))
                }
                if case .keys(let action) = action {
                    return .parked(.worker) {
                        self.guarded(request, session) { try self.turn(action, access, request, session) }
                    }
                }
                if case .imports = action { return .parked(.worker) { self.perform(action, access, request, session) } }
                return .parked(.writer) { self.perform(action, access, request, session) }
            }
        }
    }

    /// May the form at an address bring a file? The site map says so.
    package func takesUpload(_ method: Request.Method, _ path: String) -> Bool { SiteMap.takesUpload(method, path) }

    /// A form is ours where the browser says it comes from this very host, and it carries this session's token.
    private func isOurs(_ request: Request, _ session: Session) -> Bool {
        guard let host = request.headers["Host"], let origin = request.headers["Origin"] else { return false }
        return origin == (request.isSecure ? "https://" : "http://") + host
            && session.accepts(request.form["token"] ?? "")
    }

    /// As what a page is asked for.
    enum Shape: String {
        case page = "text/html; charset=utf-8"
        case twin = "application/json"
        case table = "text/csv; charset=utf-8"
    }

    private func show(_ route: Route, _ access: Access, as form: Shape, _ request: Request, _ session: Session)
        -> Response
    {
        let generation = "\(desk.generation).\(waiting.generation).\(backups?.generation ?? 0)"
        return guarded(request, session) {
            var reading: Named<Client>?
            let response = try ask(request, session) { read in
                let frame = read.frame
                guard access.admits(frame.viewer) else { throw Refusal.notAllowed }
                reading = try route.record.flatMap { try read.confidentialClient(of: $0.subject, $0.id) }
                let today = clock.today(in: frame.desk.timeZone)
                // Sixteen digits, whatever the hash.
                let address = String(UInt(bitPattern: route.address.text.hashValue) | 1 << 63, radix: 16)
                // A twin is another for each of us: what a browser has kept is not shown to who logs in after.
                let viewer = form == .page ? String(session.token.prefix(16)) : "\(form)-\(frame.viewer.id.number)"
                let tag = "\"\(start)-\(generation)-\(today.number)-\(address)-\(viewer)\""
                let saved = form == .page ? SavedCookie.line(in: request.headers) : nil
                var headers = headers(session, type: form.rawValue, tag: saved == nil ? tag : nil)
                if let known = request.headers["If-None-Match"], known.contains(tag), !session.isNew, saved == nil {
                    return Response(.notModified, headers: headers)
                }
                if saved != nil { headers.add("Set-Cookie", SavedCookie.header(nil, path: cookiePath)) }
                var chrome = chrome(frame, route, session)
                chrome.saved = saved
                chrome.isConfidential = reading != nil
                var visit = Visit(read: read, chrome: chrome, session: session, sent: nil)
                if form == .table { visit.rows = 1_000_000 }
                let page = try page(route, visit)
                switch form {
                case .page: return Response(.ok, headers: headers, body: .bytes(page.html(chrome).bytes))
                case .twin: return Response(.ok, headers: headers, body: .bytes(try JSONTwin.encode(page.model)))
                case .table:
                    guard let table = page.table else { throw Refusal.notFound }
                    let name = route.address.path.dropFirst().replacing("/", with: "-")
                    headers.add("Content-Disposition", "attachment; filename=\"\(name).csv\"")
                    return Response(
                        .ok, headers: headers,
                        body: .bytes(table(chrome).bytes(decimalComma: frame.viewer.tongue == .russian)))
                }
            }
            if let reading { try note(form, of: reading, route, request, session) }
            return response
        }
    }

    private func perform(_ action: Action, _ access: Access, _ request: Request, _ session: Session) -> Response {
        var entries = Entries(Dictionary(request.form.fields.map { ($0.name, $0.value) }) { first, _ in first })
        let base = Entries(urlEncoded: entries.raw("base"))
        for field in entries.under("theirs-").values.keys { entries[field] = base.raw(field) }
        let digest = digest(of: request, session)
        return guarded(request, session) {
            var turn = 0
            while true {
                turn += 1
                do {
                    let (place, line) = try conclude(action, access, request, session, entries, digest)
                    var headers = headers(session, type: nil)
                    headers.add("Location", self.base + place)
                    if let line { headers.add("Set-Cookie", SavedCookie.header(line, path: cookiePath)) }
                    return Response(.seeOther, headers: headers)
                } catch let problems as Problems {
                    return try again(action, refused(entries, problems), .invalid, request, session).response
                } catch Refusal.invalid(let problems) {
                    return try again(action, refused(entries, problems), .invalid, request, session).response
                } catch Refusal.conflict(let current) {
                    let (response, late) = try again(
                        action, FormState(entries, version: current, base: entries.raw("base"), isStale: true),
                        .conflict, request, session)
                    // What does not clash is merged, and sent again as if it had been typed now.
                    guard entries.has("base"), let late, late.clashes.isEmpty, let version = late.version, turn < 9
                    else {
                        return response
                    }
                    entries = late.entries
                    entries["version"] = String(version)
                    entries["base"] = late.base
                }
            }
        }
    }

    private func refused(_ entries: Entries, _ problems: Problems) -> FormState {
        FormState(entries, problems: problems, version: Int(entries["version"]), base: entries.raw("base"))
    }

    /// By what a form is known that is sent twice: every one has a number of its own, and sent again with other fields it is
    /// another. Nil where it has no number.
    private func digest(of request: Request, _ session: Session) -> String? {
        guard request.form["once"] != nil else { return nil }
        return Session.digest("\(session.id) \(request.path) \(request.form.urlEncoded)", key: key)
    }

    /// Does an act, once for a form of a digest: the address of the page that follows it, and the last line of history that it wrote,
    /// nil where it changed nothing.
    private func conclude(
        _ action: Action, _ access: Access, _ request: Request, _ session: Session, _ entries: Entries,
        _ digest: String?
    ) throws -> (place: String, line: Change.ID?) {
        let frame = try ask(request, session) { $0.frame }
        guard access.admits(frame.viewer) else { throw Refusal.notAllowed }
        if case .imports(let action) = action {
            return (try act(action, request, by: frame.viewer.id).address.text, nil)
        }
        return try desk.write(
            as: callers.caller(session), at: clock.now, on: clock.today(in: frame.desk.timeZone)
        ) { write in
            guard access.admits(write.read.frame.viewer) else { throw Refusal.notAllowed }
            if let digest, let place = try write.read.placeAfterForm(digest) { return (place, nil) }
            let before = try write.read.lastChange()
            let place = try act(action, Deed(write: write, entries: entries)).address.text
            let line = try write.read.lastChange()
            if let digest { try write.remember(form: digest, of: line, place: place) }
            return (place, line == before ? nil : line)
        }
    }

    /// The form that an act came from, as it was sent, with what is wrong beside its fields; and, of one that was sent too late,
    /// what became of it.
    func again(
        _ action: Action, _ form: FormState, _ status: Status, _ request: Request, _ session: Session
    ) throws -> (response: Response, late: FormState?) {
        try ask(request, session) { read in
            let frame = read.frame
            let route = try formPage(of: action, form.entries, read)
            let chrome = chrome(frame, route, session)
            let visit = Visit(read: read, chrome: chrome, session: session, sent: form)
            let body = try page(route, visit).html(chrome).bytes
            let response = Response(
                status, headers: headers(session, type: "text/html; charset=utf-8"), body: .bytes(body))
            return (response, visit.late.form)
        }
    }

    /// The one mapping from errors to pages.
    func guarded(_ request: Request, _ session: Session, _ body: () throws -> Response) -> Response {
        do { return try body() } catch Refusal.notFound {
            return trouble(.notFound, .notFound, request, session)
        } catch Refusal.notAllowed {
            return trouble(.notAllowed, .forbidden, request, session)
        } catch Refusal.needsLogin {
            return toTheDoor(request, session)
        } catch {
            logger.error("a page failed", metadata: ["error": "\(error)"])
            return trouble(.failed, .failed, request, session)
        }
    }

    func trouble(_ trouble: Trouble, _ status: Status, _ request: Request, _ session: Session) -> Response {
        let known = try? ask(request, session) { errorPage(trouble, chrome($0.frame, nil, session)) }
        let page = known ?? (try? strangerChrome(request, session)).map { errorPage(trouble, $0) }
        return Response(
            status, headers: headers(session, type: "text/html; charset=utf-8"),
            body: .bytes((page ?? bareErrorPage(trouble)).bytes))
    }

    /// Reads for whoever asks, what is theirs to see.
    func ask<T>(_ request: Request, _ session: Session, _ body: (ReadTransaction) throws -> T) throws -> T {
        try desk.read(as: callers.caller(session), on: clock.today(in:)) { read in
            if !read.frame.viewer.needsNoLogin { callers.note(session, from: request.remoteAddress) }
            return try body(read)
        }
    }

    func chrome(_ frame: Frame, _ route: Route?, _ session: Session) -> Chrome {
        let zone = frame.desk.timeZone
        return Chrome(
            language: Language(frame.viewer.tongue, Assets.catalogue), now: clock.local(clock.now, in: zone),
            frame: frame, route: route,
            warnsOfReaders: isReadable && frame.viewer.administers,
            token: session.token, base: base, asset: { Assets.embedded.address($0) },
            local: { [clock] in clock.local($0, in: zone) },
            formNumber: { [self] in "\(start)-\(formNumbers.wrappingAdd(1, ordering: .relaxed).newValue)" })
    }

    private var cookiePath: String { base.isEmpty ? "/" : base }

    func headers(_ session: Session, type: String?, tag: String? = nil) -> Headers {
        var headers = Headers([("Cache-Control", "private, no-cache")])
        if let type { headers.add("Content-Type", type) }
        if let tag { headers.add("ETag", tag) }
        if session.isNew {
            headers.add("Set-Cookie", session.setting(path: cookiePath))
        }
        return headers
    }
}
