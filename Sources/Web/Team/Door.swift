import Domain
import Foundation
import HTTP
import Routes
import Secrets
import Store
import Templates

/// Signing in. Nothing here reads the desk's data except who may sign in.
extension App {
    func door(_ route: DoorRoute, _ request: Request, _ session: Session) throws -> Response {
        switch route {
        case .login(let back):
            if (try? ask(request, session) { $0.frame }) != nil { return forward(to: back, session) }
            return clearing(pagesOf: session, try loginAnswer(FormState(), back: back, .ok, request, session))
        case .owner(let key): return try ownerAnswer(FormState(), key: key, .ok, request, session)
        case .invitation(let key): return try joinAnswer(FormState(), key: key, .ok, request, session)
        case .feed(let key): return try feed(key, request, session)
        }
    }

    /// The answer to somebody who is not logged in: the login page. After the login they get back their page, or their form with what was
    /// typed.
    func toTheDoor(_ request: Request, _ session: Session) -> Response {
        clearing(pagesOf: session, atTheDoor(request, session))
    }

    private func atTheDoor(_ request: Request, _ session: Session) -> Response {
        do {
            guard request.method != .post else {
                // A form with a password is not shown again.
                if case .found(.action(let action), _) = SiteMap.match(request), action.act is KeyAction {
                    return try loginAnswer(FormState(), .forbidden, request, session)
                }
                let fields = request.form.fields.filter { !["token", "once"].contains($0.name) }
                let carried = CarriedForm(path: request.path, fields: Form(fields).urlEncoded)
                return try loginAnswer(FormState(), carried: carried, .forbidden, request, session)
            }
            guard case .found(.page, _) = SiteMap.match(request) else {
                return trouble(.notAllowed, .forbidden, request, session)
            }
            let here = request.query.isEmpty ? request.path : request.path + "?" + request.query.urlEncoded
            return forward(toPlace: DoorRoute.login(back: here == "/" ? nil : here).address.text, session)
        } catch let fault as DiskFault {
            let (trouble, status) = noted(fault)
            return self.trouble(trouble, status, request, session)
        } catch {
            logger.error("the door failed", metadata: ["error": "\(error)"])
            return trouble(.failed, .failed, request, session)
        }
    }

    /// Tells the browser to delete what it keeps of the desk, such as pages or typed text, when a login begins or ends.
    func clearing(_ kinds: String, _ response: Response) -> Response {
        var response = response
        response.headers.add("Clear-Site-Data", kinds)
        return response
    }

    /// Tells a browser whose login has ended to delete the pages that it keeps, so that the next person cannot go back to them. What was
    /// typed stays, because the same person may return.
    private func clearing(pagesOf session: Session, _ response: Response) -> Response {
        session.isNew ? response : clearing(#""cache""#, response)
    }

    /// Redirects to a page of ours, or to Today if the address is not one.
    func forward(to back: String?, _ session: Session) -> Response {
        forward(toPlace: (back.flatMap(SiteMap.page) ?? .today).address.text, session)
    }

    /// What surrounds a page before the login, in the language that the browser asks for.
    func strangerChrome(_ request: Request, _ session: Session) throws -> Chrome {
        guard let settings = try desk.settings() else { throw Refusal.notFound }
        let none = Tallies(clients: 0, people: 0, products: 0, openOrders: nil, openInvoices: nil)
        return chrome(
            Frame(
                desk: settings, viewer: .stranger(strangerLanguage(request).tongue), tallies: none), nil,
            session)
    }

    /// The language that a browser asks for.
    func strangerLanguage(_ request: Request) -> Language {
        let asked = (request.headers["Accept-Language"] ?? "").lowercased()
        return Language(asked.hasPrefix("ru") ? .russian : .english, Assets.catalogue)
    }

    func loginAnswer(
        _ state: FormState, back: String? = nil, half: String? = nil, carried: CarriedForm? = nil, _ status: Status,
        for trouble: Trouble? = nil, _ request: Request, _ session: Session
    ) throws -> Response {
        var chrome = try strangerChrome(request, session)
        chrome.trouble = trouble
        return answer(
            status, session,
            loginPage(state, back: back, half: half, carried: carried, hasNobody: try desk.hasNobody(), chrome))
    }

    /// Logs somebody in, with a new session that nobody has known before.
    func begin(_ user: User.ID, _ request: Request) throws -> Session {
        let session = Session(isSecure: request.isSecure, key: key)
        try write(as: .program(for: user)) { write in
            try write.beginSession(
                session.digest, address: request.remoteAddress, browser: request.headers["User-Agent"] ?? "")
            try write.note("login", request)
        }
        return session
    }

    // MARK: Becoming one of us

    private func ownerAnswer(
        _ state: FormState, key: String, _ status: Status, _ request: Request, _ session: Session
    ) throws -> Response {
        let chrome = try strangerChrome(request, session)
        guard try isOwnerKey(key) else { return answer(.notFound, session, spentKeyPage(chrome)) }
        return answer(status, session, ownerPage(state, key: key, chrome))
    }

    private func isOwnerKey(_ key: String) throws -> Bool {
        try Bytes.areSame(Array(key.utf8), Array(ownerKey.utf8)) && desk.hasNobody()
    }

    /// Without a password the desk can be used on its own machine only.
    func becomeOwner(_ request: Request, _ session: Session) throws -> Response {
        let (form, key) = (request.form, request.form["key"] ?? "")
        let entries = Entries(["name": form["name"] ?? ""])
        guard try isOwnerKey(key) else { return try ownerAnswer(FormState(), key: key, .ok, request, session) }
        do {
            let owner = UserDraft.owner(try UserDraft(entries).name)
            let isOpen = callers.mayBeOpen && [form["password"], form["again"]].allSatisfy { ($0 ?? "").isEmpty }
            let hash = isOpen ? nil : try chosenPassword(form)
            try desk.makeOwner(owner, tongue: strangerChrome(request, session).frame.viewer.tongue)
            try write(as: .program) { write in
                if let hash { try write.setPassword(hash, of: Desk.owner) }
                try write.setOpen(isOpen)
                try write.note("joined", request)
            }
            return forward(to: nil, isOpen ? session : try begin(Desk.owner, request))
        } catch let problems as Problems {
            return try ownerAnswer(
                FormState(entries, problems: problems), key: key, .invalid, request, session)
        }
    }

    private func joinAnswer(
        _ state: FormState, key: String, _ status: Status, _ request: Request, _ session: Session
    ) throws -> Response {
        let chrome = try strangerChrome(request, session)
        guard let user = try desk.invited(by: digest(ofInvitation: key), at: clock.now) else {
            return answer(.notFound, session, spentKeyPage(chrome))
        }
        let besides = try desk.credentials(of: user.id)?.besidesPassword ?? .nothing
        // Say it before anything is typed, because any code would be refused.
        let state = besides == .lost ? FormState(problems: Problems(["code": .keyIsLost])) : state
        return answer(status, session, joinPage(user, state, key: key, asksForCode: besides != .nothing, chrome))
    }

    func join(_ request: Request, _ session: Session) throws -> Response {
        let key = request.form["key"] ?? ""
        guard let user = try desk.invited(by: digest(ofInvitation: key), at: clock.now) else {
            return try joinAnswer(FormState(), key: key, .ok, request, session)
        }
        do {
            let hash = try chosenPassword(request.form)
            try requireCode(request.form["code"] ?? "", of: user)
            try write(as: .program(for: user.id)) { write in
                // Another browser may have used the invitation first.
                guard try write.spendInvitation(self.digest(ofInvitation: key)) else { throw Refusal.notAllowed }
                try write.setPassword(hash, of: user.id)
                try write.note("joined", request)
            }
            return clearing(#""cache""#, forward(to: nil, try begin(user.id, request)))
        } catch let problems as Problems {
            return try joinAnswer(FormState(problems: problems), key: key, .invalid, request, session)
        }
    }

    /// Throws a problem with "code" if the invited person has a second factor and the code is wrong, or if no code can be checked. An
    /// invitation replaces the password only.
    private func requireCode(_ code: String, of user: User) throws {
        guard let known = try desk.credentials(of: user.id), known.besidesPassword != .nothing else { return }
        guard known.besidesPassword != .lost else { throw Problems(["code": .keyIsLost]) }
        let names = ["user \(user.id.number)"]
        if let seconds = throttle.attempt(names) { throw Problems(["code": .tooOften(seconds)]) }
        guard try takes(code, known) else { throw Problems(["code": .wrong]) }
        throttle.forgive(names)
    }

    func digest(ofInvitation key: String) -> [UInt8] { Token.digest("invitation \(key)", key: self.key) }

    /// The hash of the password that a form sets. Throws the problems with its fields.
    func chosenPassword(_ form: Form) throws -> String {
        let password = form["password"] ?? ""
        do { try Passwords.check(password) } catch Passwords.Refused.tooShort {
            throw Problems(["password": .tooShort(Passwords.fewestCharacters)])
        } catch Passwords.Refused.tooLong {
            throw Problems(["password": .tooLong(Passwords.mostCharacters)])
        }
        guard form["again"] == password else { throw Problems(["again": .notTheSame]) }
        return try Passwords.hash(password)
    }
}
