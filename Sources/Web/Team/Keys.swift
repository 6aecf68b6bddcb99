import Domain
import HTTP
import Routes
import Secrets
import Store
import Templates

extension KeyRoute: PageHandler {
    func page(_ app: App, _ visit: Visit) throws -> Page { try app.page(self, visit) }
}

extension KeyAction: ActionHandler {
    /// `App.answer` handles it before the usual acts.
    func act(_ app: App, _ deed: Deed) throws -> Route { throw Refusal.notFound }

    func formPage(_ app: App, _ entries: Entries, _ read: ReadTransaction) -> Route { app.formPage(of: self) }
}

/// Passwords, codes and logins of users who are logged in.
extension App {
    func page(_ route: KeyRoute, _ visit: Visit) throws -> Page {
        let viewer = visit.chrome.frame.viewer
        let factors = try visit.read.ownFactors()
        switch route {
        case .account:
            let sheet = AccountSheet(
                viewer: viewer, sessions: try visit.read.sessions(this: visit.session.digest),
                hasPassword: factors.hasPassword, hasSecondFactor: factors.hasSecond,
                recoveryCodesLeft: try visit.read.recoveryCodesLeft(),
                absences: try visit.read.absences(on: visit.today, of: viewer.id),
                feedMadeAt: try visit.read.feedMadeAt())
            // Two forms share the page. The sent fields belong to the form that has them.
            let isName = visit.sent?.entries.has("name") ?? false
            let (_, version) = try visit.read.colleague(viewer.id)
            let name = Entries(["name": viewer.name])
            return Page(sheet) {
                accountPage(
                    sheet, isName ? FormState() : visit.form(),
                    name: isName ? visit.form(name, version: version) : visit.fresh(name, version: version), $0)
            }
        case .secondFactor:
            // Once the secret is in use it is never shown again. To change it, the user ends the second factor with their password.
            guard factors.hasPassword, !factors.hasSecond else { throw Refusal.notFound }
            let secret = secondSecret(of: viewer.id, visit.session)
            let code = QRCode(
                TimeCode.address(secret, account: viewer.name, issuer: visit.chrome.frame.desk.name))
            return .form {
                secondFactorPage(
                    secret: TimeCode.base32(secret), square: code.map { ($0.path, $0.size) }, visit.form(), $0)
            }
        }
    }

    func formPage(of action: KeyAction) -> Route {
        switch action {
        case .logOut, .changePassword, .endSecondFactor, .endSession, .setOpen, .makeFeed, .endFeed: .keys(.account)
        case .beginSecondFactor: .keys(.secondFactor)
        case .invite(let id), .resetSecondFactor(let id): .team(.colleague(id))
        case .setCopyPassphrase: .team(.settings)
        }
    }

    /// Changes passwords, codes and logins. Passwords are hashed outside any transaction, because hashing is slow.
    func turn(_ action: KeyAction, _ access: Access, _ request: Request, _ session: Session) throws -> Response {
        let viewer = try admitted(by: access, request, session).viewer
        do {
            return try turn(action, viewer, request, session)
        } catch let problems as Problems {
            return try again(.keys(action), FormState(problems: problems), .invalid, request, session).response
        } catch Refusal.invalid(let problems) {
            return try again(.keys(action), FormState(problems: problems), .invalid, request, session).response
        }
    }

    private func turn(_ action: KeyAction, _ viewer: Viewer, _ request: Request, _ session: Session) throws
        -> Response
    {
        let form = request.form
        switch action {
        case .logOut:
            try write(as: callers.caller(session)) { write in
                try write.endSession(session.digest)
                try write.note("logout", request)
            }
            return clearing(
                #""cache", "storage""#, forward(to: .today, Session(isSecure: request.isSecure, key: key)))
        case .changePassword:
            try requirePassword(form["current"] ?? "", of: viewer, orNone: true)
            let hash = try chosenPassword(form)
            try write(as: callers.caller(session)) { write in
                try write.setPassword(hash, of: viewer.id)
                try write.note("password", request)
            }
            return forward(to: .keys(.account), try begin(viewer.id, request))
        case .beginSecondFactor: return try beginSecondFactor(viewer, request, session)
        case .endSecondFactor:
            try requirePassword(form["current"] ?? "", of: viewer, orNone: false)
            try write(as: callers.caller(session)) { write in
                try write.setSecondFactor(nil, step: 0, recoveryCodes: [], of: viewer.id)
                try write.note("second-factor-ended", request)
            }
        case .endSession(let id):
            try write(as: callers.caller(session)) { write in
                try write.endSession(id)
                try write.note("session-ended", request)
            }
        case .setOpen:
            let isOpen = form["open"] == "yes"
            try write(as: callers.caller(session)) { write in
                try write.setOpen(isOpen)
                try write.note(isOpen ? "opened" : "closed", request)
            }
        case .invite(let id): return try invite(id, request, session)
        case .setCopyPassphrase:
            try setCopyPassphrase(request, session)
            return forward(to: .team(.settings), session)
        case .makeFeed: return try makeFeed(request, session)
        case .endFeed:
            try write(as: callers.caller(session)) { write in
                try write.endFeed(of: viewer.id)
                try write.note("feed-ended", request)
            }
        case .resetSecondFactor(let id):
            try write(as: callers.caller(session)) { write in
                try write.setSecondFactor(nil, step: 0, recoveryCodes: [], of: id)
                try write.endSessions(of: id)
                try write.note("second-factor-reset", request, of: try write.read.colleague(id).0)
            }
            return forward(to: .team(.colleague(id)), session)
        }
        return forward(to: .keys(.account), session)
    }

    private func forward(to route: Route, _ session: Session) -> Response {
        forward(toPlace: route.address.text, session)
    }

    /// Throws if the typed password is wrong, or if the viewer has none and `orNone` is false.
    private func requirePassword(_ typed: String, of viewer: Viewer, orNone: Bool) throws {
        guard let known = try desk.credentials(of: viewer.id) else {
            guard orNone else { throw Problems(["current": .wrong]) }
            return
        }
        let names = ["user \(viewer.id.number)"]
        if let seconds = throttle.attempt(names) { throw Problems(["current": .tooOften(seconds)]) }
        guard Passwords.matches(typed, known.password) else { throw Problems(["current": .wrong]) }
        throttle.forgive(names)
    }

    /// The secret offered to a session: the same each time, and stored only when the user accepts it.
    private func secondSecret(of user: User.ID, _ session: Session) -> [UInt8] {
        Array(Token.digest("second factor \(user.number) \(session.id)", key: key).prefix(20))
    }

    private func beginSecondFactor(_ viewer: Viewer, _ request: Request, _ session: Session) throws -> Response {
        guard let known = try desk.credentials(of: viewer.id) else { throw Problems(["code": .needsPassword]) }
        guard known.secondSecret == nil, !known.hasLostSecond else { throw Refusal.notFound }
        let secret = secondSecret(of: viewer.id, session)
        let digits = (request.form["code"] ?? "").filter { !$0.isWhitespace }
        guard let step = TimeCode.step(of: digits, secret: secret, at: clock.now.milliseconds / 1000) else {
            throw Problems(["code": .wrong])
        }
        let codes = RecoveryCode.make()
        try write(as: callers.caller(session)) { write in
            try write.setSecondFactor(
                secret, step: step,
                recoveryCodes: codes.map {
                    self.digest(ofRecovery: RecoveryCode.normalized($0) ?? $0, of: viewer.id)
                }, of: viewer.id)
            try write.note("second-factor", request)
        }
        return try told(request, session) { recoveryCodesPage(codes, $0) }
    }

    private func invite(_ id: User.ID, _ request: Request, _ session: Session) throws -> Response {
        guard try ask(request, session, { try $0.ownFactors() }).hasPassword else {
            throw Problems(["name": .needsPassword])
        }
        let token = Token.make()
        let ends = Moment(milliseconds: clock.now.milliseconds + SessionAge.invitation * 3_600_000)
        try write(as: callers.caller(session)) { write in
            try write.invite(id, by: self.digest(ofInvitation: token), until: ends)
            try write.note("invited", request, of: try write.read.colleague(id).0)
        }
        let user = try ask(request, session) { try $0.colleague(id).0 }
        let (address, opensHereOnly) = address(for: request)
        let link = address + DoorRoute.invitation(key: token).address.text
        let square = QRCode(link).map { ($0.path, $0.size) }
        return try told(request, session) {
            invitationPage(user, link: link, square: square, opensHereOnly: opensHereOnly, ends: $0.local(ends), $0)
        }
    }

    /// A page that is shown once and never stored.
    func told(_ request: Request, _ session: Session, _ page: (Chrome) -> HTML) throws -> Response {
        let html = try ask(request, session) { page(chrome($0.frame, .keys(.account), session)) }
        let headers = Headers([("Cache-Control", "no-store"), ("Content-Type", "text/html; charset=utf-8")])
        return Response(.ok, headers: headers, body: .bytes(html.bytes))
    }
}
