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
    let presence = Presence()
    /// Can others on the network read what is typed?
    private let isReadable: Bool
    let throttle = Throttle()
    /// Opens the page at which the owner of a desk without anybody is made: printed at the start, known to nobody else.
    package let ownerKey = Token.make()
    let logger: Logger
    let waiting: WaitingFiles
    /// Where files lie that only pass: uploads, and long answers until they are read.
    package let room: PassingRoom
    /// Nil where nobody wants copies.
    let backups: BackupKeeper?
    private let formNumbers = Atomic(0)
    /// The key of what stands for no longer than the program runs.
    let runKey = Bytes.random(32)
    /// Why the desk takes no acts any more, as the log was told.
    let toldHalt = Mutex<DiskFault?>(nil)
    /// Different at every start, so that no page outlives the program that made it.
    let start = Bytes.hex(Bytes.random(8))

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
        // Beside the desk, for what is uploaded may stay there.
        room = PassingRoom(in: Desk.folder(of: desk.path))
        self.isReadable = isReadable
        callers = Callers(desk: desk, clock: clock, isLocal: isLocal)
        key = desk.tokenKey
    }

    /// Answers a request: pages at once, acts on the writer's thread, what takes its time in turn with others.
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
            case .copy: return inTurn(access, request, session) { self.copy(access, request, session) }
            case .asset(let hash, let name):
                return .now(
                    Assets.embedded.answer(hash: hash, name: name)
                        ?? trouble(.notFound, .notFound, request, session))
            case .door(let route): return .now(guarded(request, session) { try self.door(route, request, session) })
            case .enter(let action):
                guard isOurs(request, session) else {
                    return .now(trouble(.staleForm, .forbidden, request, session))
                }
                return entering(action, request, session)
            case .page(let route): return shown(route, access, as: .page, request, session)
            case .twin(let route): return shown(route, access, as: .twin, request, session)
            case .export(let route): return shown(route, access, as: .table, request, session)
            case .picture(let route): return shown(route, access, as: .picture, request, session)
            case .action(let action):
                guard isOurs(request, session) else {
                    return .now(trouble(.staleForm, .forbidden, request, session))
                }
                if let action = action.act as? KeyAction { return turning(action, access, request, session) }
                let work = { @Sendable in self.perform(action, access, request, session) }
                if action.act is ImportAction { return inTurn(access, request, session, work) }
                return parked(for: access, request, session, on: { _ in .writer }, work)
            }
        }
    }

    /// A form is ours where it comes from a page of ours, and it carries this session's token.
    func isOurs(_ request: Request, _ session: Session) -> Bool {
        comesFromUs(request) && session.accepts(request.form["token"] ?? "")
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
                    let (place, saved) = try conclude(action, access, request, session, entries, digest)
                    var response = forward(toPlace: place, session)
                    if let saved { response.headers.add("Set-Cookie", SavedCookie.header(saved, path: cookiePath)) }
                    return response
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
                } catch let fault as DiskFault {
                    return kept(action, entries, fault, request, session)
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

    /// Does an act, once for a form of a digest: the address of the page that follows it, and what it wrote, nil where it changed
    /// nothing.
    private func conclude(
        _ action: Action, _ access: Access, _ request: Request, _ session: Session, _ entries: Entries,
        _ digest: String?
    ) throws -> (place: String, saved: SavedAct?) {
        let frame = try admitted(by: access, request, session)
        if let action = action.act as? ImportAction {
            return (try act(action, request, by: frame.viewer.id).address.text, nil)
        }
        try desk.requireReserve()
        return try desk.write(
            as: callers.caller(session), at: clock.now, on: clock.today(in: frame.desk.timeZone)
        ) { write in
            guard access.admits(write.read.frame.viewer) else { throw Refusal.notAllowed }
            if let digest, let place = try write.read.placeAfterForm(digest) { return (place, nil) }
            let before = try write.read.lastChange()
            let place = try act(action, Deed(write: write, entries: entries)).address.text
            let line = try write.read.lastChange()
            if let digest { try write.remember(form: digest, of: line, place: place) }
            guard let line, line != before else { return (place, nil) }
            return (place, SavedAct(line: line, mayBeUndone: try write.mayTakeBack(line)))
        }
    }

    /// The form that an act came from, as it was sent, with what is wrong beside its fields; and, of one that was sent too late,
    /// what became of it.
    func again(
        _ action: Action, _ form: FormState, _ status: Status, for trouble: Trouble? = nil, _ request: Request,
        _ session: Session
    ) throws -> (response: Response, late: FormState?) {
        try ask(request, session) { read in
            let frame = read.frame
            let route = try formPage(of: action, form.entries, read)
            var chrome = chrome(frame, route, session)
            chrome.trouble = trouble
            let visit = Visit(read: read, chrome: chrome, session: session, sent: form)
            let page = try page(route, visit)
            chrome.secrets = try read.told()
            return (answer(status, session, page.html(chrome), tells: chrome.secrets), visit.late.form)
        }
    }

    /// Reads for whoever asks, what is theirs to see. What it tells of confidential clients is in the log when it returns.
    func ask<T>(
        _ request: Request, _ session: Session, as act: ReadingAct = .read, _ body: (ReadTransaction) throws -> T
    ) throws -> T {
        let (result, told, viewer) = try desk.read(as: callers.caller(session), on: clock.today) { read in
            if !read.frame.viewer.needsNoLogin { callers.note(session, from: request.remoteAddress) }
            return (try body(read), try read.told(), read.frame.viewer)
        }
        // A page that is open asks by HEAD every minute whether others have it open too, and is told nothing else.
        if !told.isEmpty, request.method != .head { try note(act, of: told, by: viewer, request) }
        return result
    }

    /// What every page shows around its matter, where whoever asks has an access. Throws `notAllowed` where they have not.
    func admitted(by access: Access, _ request: Request, _ session: Session) throws -> Frame {
        let frame = try ask(request, session) { $0.frame }
        guard access.admits(frame.viewer) else { throw Refusal.notAllowed }
        return frame
    }

    /// Does an act for a caller, now.
    func write<T>(as caller: Caller, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.write(as: caller, at: clock.now, on: clock.today(in: desk.timeZone()), body)
    }

    /// A page as an answer. `tells`: the confidential clients that it tells of.
    func answer(_ status: Status, _ session: Session, _ page: HTML, tells: [Named<Client>] = []) -> Response {
        Response(
            status, headers: headers(session, type: "text/html; charset=utf-8", tells: tells),
            body: .bytes(page.bytes))
    }

    /// To a place of ours, below the base path.
    func forward(toPlace place: String, _ session: Session) -> Response {
        var headers = headers(session, type: nil)
        headers.add("Location", base + place)
        return Response(.seeOther, headers: headers)
    }

    func chrome(_ frame: Frame, _ route: Route?, _ session: Session) -> Chrome {
        let zone = frame.desk.timeZone
        var chrome = Chrome(
            language: Language(frame.viewer.tongue, Assets.catalogue), now: clock.local(clock.now, in: zone),
            frame: frame, route: route,
            warnsOfReaders: isReadable && frame.viewer.administers,
            token: session.token, base: base, asset: { Assets.embedded.address($0) },
            local: { [clock] in clock.local($0, in: zone) },
            formNumber: { [self] in "\(start)-\(formNumbers.wrappingAdd(1, ordering: .relaxed).newValue)" })
        chrome.isDamaged = desk.halted != nil
        chrome.wholeCopy = backups?.whole?.path
        return chrome
    }

    var cookiePath: String { base.isEmpty ? "/" : base }

    /// A browser keeps only what has a tag, by which it asks whether it still holds. `tells`: the confidential clients that an answer tells
    /// of; it says so, and is not kept.
    func headers(_ session: Session, type: String?, tag: String? = nil, tells: [Named<Client>] = []) -> Headers {
        // Over plain HTTP no browser obeys when it is told to forget its copies at sign-out.
        let tag = tells.isEmpty && !isReadable ? tag : nil
        var headers = Headers([("Cache-Control", tag == nil ? "no-store" : "private, no-cache")])
        if !tells.isEmpty { headers.add("Trade-Secret", "yes") }
        if let type { headers.add("Content-Type", type) }
        if let tag { headers.add("ETag", tag) }
        if session.isNew {
            headers.add("Set-Cookie", session.setting(path: cookiePath))
        }
        return headers
    }
}
