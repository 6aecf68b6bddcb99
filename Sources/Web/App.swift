import Domain
import Foundation
import HTTP
import Logging
import Routes
import Secrets
import Store
import Synchronization
import Templates

/// The desk as a web program: it takes a request and returns an answer.
package final class App: Sendable {
    let desk: Desk
    let clock: Clock
    let base: String
    let key: [UInt8]
    let callers: Callers
    let presence = Presence()
    /// True if only the desk's own machine can reach it.
    let isLocal: Bool
    /// The addresses under which others reach the desk, the best first: "https://192.168.0.17:8090/kam/"; empty until it listens.
    private let addresses = Mutex<[String]>([])
    /// True if others on the network can read the traffic, because it is not encrypted.
    private let isReadable: Bool
    let throttle = Throttle()
    /// Opens the page that creates the first user, the owner, on an empty desk. It is printed at the start and known to nobody else.
    package let ownerKey = Token.make()
    let logger: Logger
    let waiting: WaitingFiles
    /// The disk space for temporary files: uploads, and long answers until they are read.
    package let room: PassingRoom
    /// Nil if the desk makes no backup copies.
    let backups: BackupKeeper?
    private let formNumbers = Atomic(0)
    /// Signs what is valid only until the program ends.
    let runKey = Bytes.random(32)
    /// The fault that was last logged as the reason why the desk accepts no acts; nil if none.
    let toldHalt = Mutex<DiskFault?>(nil)
    /// A new value at every start, so that a browser never reuses a page from an earlier run.
    let start = Bytes.hex(Bytes.random(8))

    /// `base` is the path below which the desk is served: "" or "/kam". `isLocal`: only the desk's own machine can reach it. `isReadable`:
    /// others on the network can read the traffic.
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
        // In the desk's folder, because an uploaded file may be kept there.
        room = PassingRoom(in: Desk.folder(of: desk.path))
        self.isReadable = isReadable
        self.isLocal = isLocal
        callers = Callers(desk: desk, clock: clock, isLocal: isLocal)
        key = desk.tokenKey
    }

    /// Tells under which addresses others reach the desk, now that it listens; the best first.
    package func listens(at addresses: [String]) { self.addresses.withLock { $0 = addresses } }

    /// The address of the desk for others, without the slash at its end. A browser on the desk's own machine may use a name that leads
    /// nowhere from elsewhere. `opensHereOnly`: no other machine reaches it.
    func address(for request: Request) -> (text: String, opensHereOnly: Bool) {
        let own = (request.headers["Origin"] ?? "") + base
        guard ["//127.", "//localhost", "//[::1]"].contains(where: own.contains) else { return (own, false) }
        guard let best = addresses.withLock({ $0.first }) else { return (own, isLocal) }
        return (String(best.dropLast()), false)
    }

    /// Answers a request. Pages are answered at once, acts run on the writer's thread, and long work waits for its user's turn.
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
            case .workbook(let route): return shown(route, access, as: .workbook, request, session)
            case .picture(let route): return shown(route, access, as: .picture, request, session)
            case .calendar(let route): return shown(route, access, as: .calendar, request, session)
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

    /// True if the form was sent from one of our pages and carries this session's token. This keeps other sites from sending forms.
    func isOurs(_ request: Request, _ session: Session) -> Bool {
        comesFromUs(request) && session.accepts(request.form["token"] ?? "")
    }

    /// Reads what the caller may see. Afterwards the log names the confidential clients that the answer shows.
    func ask<T>(
        _ request: Request, _ session: Session, as act: ReadingAct = .read, _ body: (ReadTransaction) throws -> T
    ) throws -> T {
        let (result, told, viewer) = try desk.read(as: callers.caller(session), on: clock.today) { read in
            if !read.frame.viewer.needsNoLogin { callers.note(session, from: request.remoteAddress) }
            return (try body(read), try read.told(), read.frame.viewer)
        }
        // An open page sends HEAD every minute to learn who else has it open. It gets nothing else, so this is not logged.
        if !told.isEmpty, request.method != .head { try note(act, of: told, by: viewer, request) }
        return result
    }

    /// Returns the frame that every page shows. Throws `notAllowed` if the viewer does not have the access.
    func admitted(by access: Access, _ request: Request, _ session: Session) throws -> Frame {
        let frame = try ask(request, session) { $0.frame }
        guard access.admits(frame.viewer) else { throw Refusal.notAllowed }
        return frame
    }

    /// Performs an act for a caller, at the present time.
    func write<T>(as caller: Caller, _ body: (WriteTransaction) throws -> T) throws -> T {
        try desk.write(as: caller, at: clock.now, on: clock.today(in: desk.timeZone()), body)
    }

    /// Wraps a page in an answer. `tells`: the confidential clients that it shows.
    func answer(_ status: Status, _ session: Session, _ page: HTML, tells: [Named<Client>] = []) -> Response {
        Response(
            status, headers: headers(session, type: "text/html; charset=utf-8", tells: tells),
            body: .bytes(page.bytes))
    }

    /// Redirects to one of our own addresses, below the base path.
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

    /// The headers of an answer. A browser keeps an answer only if it has a tag, and then asks each time whether the answer is still valid.
    /// `tells`: the confidential clients that the answer shows. Such an answer is marked as a trade secret and never kept.
    func headers(_ session: Session, type: String?, tag: String? = nil, tells: [Named<Client>] = []) -> Headers {
        // Over plain HTTP, browsers ignore the order to delete their copies when a user signs out. So they get none to keep.
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
