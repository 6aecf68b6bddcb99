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

    /// Reads what the caller may see. When it returns, the log tells which confidential clients the answer tells of.
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
